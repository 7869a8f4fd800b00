/** The way to an address in the tables of each architecture. */
import { describe, expect, it } from 'vitest';
import { pageRange } from '../../../../model/memory/page';
import { GEOMETRY_NAMES, kindOf, type GeometryName } from '../../../../model/memory/page-tables/geometry';
import { geometryOf } from '../../../../model/memory/page-tables/geometries';
import { walkOf } from '../../../../model/memory/page-tables/walk';
import { VmFlag } from '../../../../model/memory/vma';
import { drawn, edited, vmaOf } from '../drawing';

/** Entries of each table from the top down, bytes of the top table. Of the architectures' manuals. */
const SHAPES: readonly (readonly [GeometryName, string, string, number])[] = [
  ['x86-64-4-level', 'PGD PUD PMD PTE', '512 512 512 512', 4096],
  ['x86-64-5-level', 'PGD P4D PUD PMD PTE', '512 512 512 512 512', 4096],
  ['i386', 'PGD PTE', '1024 1024', 4096],
  ['i386-pae', 'PGD PMD PTE', '4 512 512', 32],
  ['arm64-4k-39', 'PGD PMD PTE', '512 512 512', 4096],
  ['arm64-4k-48', 'PGD PUD PMD PTE', '512 512 512 512', 4096],
  ['arm64-4k-52', 'PGD P4D PUD PMD PTE', '16 512 512 512 512', 128],
  ['arm64-16k-36', 'PGD PTE', '2048 2048', 16384],
  ['arm64-16k-47', 'PGD PMD PTE', '2048 2048 2048', 16384],
  ['arm64-16k-48', 'PGD PUD PMD PTE', '2 2048 2048 2048', 16],
  ['arm64-16k-52', 'PGD PUD PMD PTE', '32 2048 2048 2048', 256],
  ['arm64-64k-42', 'PGD PTE', '8192 8192', 65536],
  ['arm64-64k-48', 'PGD PMD PTE', '64 8192 8192', 512],
  ['arm64-64k-52', 'PGD PMD PTE', '1024 8192 8192', 8192],
  ['riscv64-sv39', 'PGD PMD PTE', '512 512 512', 4096],
  ['riscv64-sv48', 'PGD PUD PMD PTE', '512 512 512 512', 4096],
  ['riscv64-sv57', 'PGD P4D PUD PMD PTE', '512 512 512 512 512', 4096],
];

describe('page table geometries', () => {
  it('are all in the table here', () => {
    expect(SHAPES.map(([name]) => name)).toEqual(GEOMETRY_NAMES);
  });

  it.each(SHAPES)('%s: %s with %s entries', (name, names, entries, topBytes) => {
    const { levels, pageBytes } = geometryOf(name);
    expect(levels.map((level) => level.name).join(' ')).toBe(names);
    expect(levels.map((level) => level.entries).join(' ')).toBe(entries);
    expect(levels[0]!.tableBytes).toBe(topBytes);
    levels.slice(1).forEach((level, n) => {
      expect(level.high).toBe(levels[n]!.low - 1);
      expect(level.tableBytes).toBe(pageBytes);
      expect(level.tablePages).toBe(levels[n]!.entryPages);
    });
    expect(2 ** levels.at(-1)!.low).toBe(pageBytes);
  });

  it.each([
    ['x86-64-4-level', 0x7fff_ffff_ffffn, 'user'],
    ['x86-64-4-level', 0x8000_0000_0000n, 'non-canonical'],
    ['x86-64-4-level', 0xffff_7fff_ffff_ffffn, 'non-canonical'],
    ['x86-64-4-level', 0xffff_8000_0000_0000n, 'kernel'],
    ['x86-64-5-level', 0x00ff_ffff_ffff_ffffn, 'user'],
    ['x86-64-5-level', 0x0100_0000_0000_0000n, 'non-canonical'],
    ['i386-pae', 0xbfff_ffffn, 'user'],
    ['i386-pae', 0xc000_0000n, 'kernel'],
    ['i386-pae', 0xffff_ffffn, 'kernel'],
    ['i386-pae', 0x1_0000_0000n, 'non-canonical'],
    ['i386', 0x7fff_f7fe_b123n, 'non-canonical'],
    ['arm64-4k-48', 0xffff_ffff_ffffn, 'user'],
    ['arm64-4k-48', 0x0001_0000_0000_0000n, 'non-canonical'],
    ['arm64-4k-48', 0xffff_0000_0000_0000n, 'kernel'],
    ['riscv64-sv39', 0x3f_ffff_ffffn, 'user'],
    ['riscv64-sv39', 0x40_0000_0000n, 'non-canonical'],
    ['riscv64-sv39', 0xffff_ffc0_0000_0000n, 'kernel'],
  ] as const)('%s: %x is an address of the kind %s', (name, address, kind) => {
    expect(kindOf(address, geometryOf(name))).toBe(kind);
  });
});

const indices = (name: GeometryName, address: bigint): readonly number[] =>
  walkOf(drawn(''), address, geometryOf(name)).steps.map(({ index }) => index);

describe('a walk', () => {
  it.each([
    // 255 * 2^39 + 511 * 2^30 + 447 * 2^21 + 491 * 2^12
    ['x86-64-4-level', 0x7fff_f7fe_b123n, [255, 511, 447, 491]],
    ['x86-64-5-level', 0x7fff_f7fe_b123n, [0, 255, 511, 447, 491]],
    ['i386', 0xb7fe_b123n, [735, 1003]],
    ['i386-pae', 0xb7fe_b123n, [2, 447, 491]],
    ['arm64-16k-47', 0x7fff_f7fe_8000n, [2047, 2043, 2042]],
    ['arm64-64k-48', 0xffff_f7fe_0000n, [63, 8191, 6142]],
  ] as const)('%s: indices of %x', (name, address, expected) => {
    expect(indices(name, address)).toEqual(expected);
  });

  it('takes an arm64 address without its tag', () => {
    const plain = walkOf(drawn(''), 0xffff_f7fe_0000n, geometryOf('arm64-4k-48'));
    const tagged = walkOf(drawn(''), 0x5a00_ffff_f7fe_0000n, geometryOf('arm64-4k-48'));
    expect(tagged).toEqual(plain);
  });

  it('ends before it begins outside of user space', () => {
    const walk = walkOf(drawn(''), 0xffff_8000_0000_0000n, geometryOf('x86-64-4-level'));
    expect(walk).toMatchObject({ kind: 'kernel', steps: [], entry: undefined });
  });

  const HUGE = 0x4000_0000;
  const at = (page: number): bigint => BigInt(page) << 12n;
  const x86 = geometryOf('x86-64-4-level');
  const tables = (space: ReturnType<typeof drawn>, page: number): string =>
    walkOf(space, at(page), x86)
      .steps.map(({ level, exists }) => `${level.name} ${exists}`)
      .join(', ');
  const mapped = (pages: number, more = {}) =>
    edited(drawn(''), (edit) => edit.map({ ...vmaOf('W', 0, 1, more), ...pageRange(HUGE, HUGE + pages) }));

  it('finds no table where nothing is mapped, one that may be there where something is', () => {
    const { space } = mapped(4);
    expect(tables(space, HUGE)).toBe('PGD yes, PUD open, PMD open, PTE open');
    expect(tables(space, HUGE + 511)).toBe('PGD yes, PUD open, PMD open, PTE open');
    expect(tables(space, HUGE + 512)).toBe('PGD yes, PUD open, PMD open, PTE no');
    expect(tables(space, HUGE + 2 ** 18)).toBe('PGD yes, PUD open, PMD no, PTE no');
    expect(tables(space, HUGE + 2 ** 27)).toBe('PGD yes, PUD no, PMD no, PTE no');
  });

  it('is proven down to the entry by one present page in the table', () => {
    const { space } = edited(mapped(4).space, (edit) =>
      edit.pages.present(pageRange(HUGE, HUGE + 1), 'written'),
    );
    expect(tables(space, HUGE + 3)).toBe('PGD yes, PUD yes, PMD yes, PTE yes');
    expect(walkOf(space, at(HUGE), x86).entry).toMatchObject({
      state: 'present',
      hold: 'unless-swapped',
      write: 'yes',
    });
    expect(walkOf(space, at(HUGE + 3), x86).entry).toMatchObject({ state: 'open', run: undefined });
  });

  it('may end at the PMD where the mapping holds a whole huge page, unless that is forbidden', () => {
    const hugeAt = (space: ReturnType<typeof drawn>): readonly string[] =>
      walkOf(space, at(HUGE), x86).hugeAt.map(({ name }) => name);
    expect(hugeAt(mapped(511).space)).toEqual([]);
    expect(hugeAt(mapped(512).space)).toEqual(['PMD']);
    expect(hugeAt(mapped(512, { flags: VmFlag.noHugePage }).space)).toEqual([]);
  });

  it('ends where the level has the size of a pool', () => {
    const backing = { kind: 'file', description: 1, path: '/anon_hugepage (deleted)' } as const;
    const of = (more: object) =>
      walkOf(
        mapped(2 ** 18, { flags: VmFlag.hugeTlb, backing: { ...backing, ...more } }).space,
        at(HUGE),
        x86,
      );
    expect(of({}).hugeAt.map(({ name }) => name)).toEqual(['PMD']);
    expect(of({ hugePages: 2 ** 18 }).hugeAt.map(({ name }) => name)).toEqual(['PUD']);
  });

  it('leaves the table of a page of a file open where it may be huge', () => {
    const filled = (pages: number) =>
      edited(
        edited(drawn(''), (edit) => edit.map({ ...vmaOf('S', 0, 1), ...pageRange(HUGE, HUGE + pages) }))
          .space,
        (edit) => edit.pages.present(pageRange(HUGE, HUGE + 4), 'populated'),
      ).space;
    expect(tables(filled(512), HUGE)).toBe('PGD yes, PUD yes, PMD yes, PTE open');
    expect(tables(filled(16), HUGE)).toBe('PGD yes, PUD yes, PMD yes, PTE yes');
  });
});
