/**
 * A machine with pages of 64 KiB: calls round to them and test alignment by them; the model counts in 4 KiB all the same,
 * so that sixteen letters of a drawing are a page. Sizes that a person sees are then in bytes.
 */
import { describe, expect, test } from 'vitest';
import { judge } from '../../../model/kernel/judge';
import { taskSizeOf } from '../../../model/kernel/layout';
import { ruleOf } from '../../../model/kernel/rules';
import type { AddressSpace } from '../../../model/memory/address-space';
import { pageNumber } from '../../../model/memory/page';
import { VmFlag } from '../../../model/memory/vma';
import { BASE, drawn } from '../memory/drawing';
import { beforeOf, callOf, type Circumstances, type Written } from './before';
import { flagged, p, withFacts } from './cases/case';

const KB = 1024;
const PAGE = 64 * KB;
const UNITS = 16;
const ARM: Circumstances = { architecture: 'arm64', machine: { pageSize: 65536n } };
const RW = 'PROT_READ|PROT_WRITE';
const AP = 'MAP_PRIVATE|MAP_ANONYMOUS';

/** One letter a page of 64 KiB. */
const large = (drawing: string): AddressSpace =>
  drawn(Array.from(drawing, (letter) => letter.repeat(UNITS)).join(''));
const at = (page: number, plus = 0): bigint => p(page * UNITS, plus);

type Call = readonly [name: string, ...args: Written[]];
const memlock = (bytes: number): Circumstances => ({ ...ARM, limits: { MEMLOCK: BigInt(bytes) } });

function answer(space: AddressSpace, [name, ...args]: Call, given: Circumstances): string {
  const { predicted } = judge(callOf(name, args, 7, 'arm64'), beforeOf(space, given));
  return predicted.kind === 'error' ? `${predicted.errno} ${predicted.cause}` : predicted.kind;
}

/** Where VMAs begin and end in the window, in pages of 64 KiB. */
function borders(space: AddressSpace): string {
  return [...space.vmas()]
    .map(({ start, end }) => `${(start - BASE) / UNITS}-${(end - BASE) / UNITS}`)
    .join(' ');
}

function after(
  space: AddressSpace,
  [name, ...args]: Call,
  value: bigint,
  given: Circumstances = ARM,
): AddressSpace {
  const call = callOf(name, args, 7, 'arm64');
  const edit = space.edit(call.event.index);
  ruleOf(call.call).apply?.(call, { kind: 'success', value }, beforeOf(space, given), edit);
  return edit.finish().space;
}

describe('the answer', () => {
  test.each<[title: string, space: AddressSpace, call: Call, expected: string, given?: Circumstances]>([
    ['munmap of a 4 KiB border', large('WW'), ['munmap', p(1), 4 * KB], 'EINVAL munmap.address-misaligned'],
    [
      'mprotect of a 4 KiB border',
      large('WW'),
      ['mprotect', p(1), 4 * KB, RW],
      'EINVAL mprotect.address-misaligned',
    ],
    ['madvise', large('WW'), ['madvise', p(1), 4 * KB, 'MADV_NORMAL'], 'EINVAL madvise.address-misaligned'],
    ['mseal', large('WW'), ['mseal', p(1), 4 * KB, 0], 'EINVAL mseal.address-misaligned'],
    ['mremap', large('WW'), ['mremap', p(1), 4 * KB, 8 * KB, 0], 'EINVAL mremap.old-address-misaligned'],
    [
      'MAP_FIXED',
      large('WW'),
      ['mmap', p(1), 4 * KB, RW, `${AP}|MAP_FIXED`, -1, 0],
      'EINVAL mmap.address-misaligned',
    ],
    ['a file offset', large('..'), ['mmap', 0, 4 * KB, RW, AP, -1, 4 * KB], 'EINVAL mmap.offset-misaligned'],
    ['mlock rounds down', large('WW'), ['mlock', p(1), 4 * KB], 'success'],
    [
      'a part of a page is a page below the limit',
      large('WW'),
      ['mlock', at(0), 1],
      'ENOMEM mlock.over-limit',
      memlock(PAGE - 1),
    ],
    ['one page below a limit of one', large('WW'), ['mlock', at(0), 1], 'success', memlock(PAGE)],
    [
      'two pages, for one byte lies in the second',
      large('WW'),
      ['mlock', at(0, PAGE - 1), 2],
      'ENOMEM mlock.over-limit',
      memlock(PAGE + 4 * KB),
    ],
    [
      'MAP_LOCKED of a byte',
      large('LL'),
      ['mmap', 0, 1, RW, `${AP}|MAP_LOCKED`, -1, 0],
      'EAGAIN mmap.over-lock-limit',
      memlock(2 * PAGE + 60 * KB),
    ],
    [
      'mremap of a byte more is one page more',
      large('WW.'),
      ['mremap', at(0), 2 * PAGE, 2 * PAGE + 1, 0],
      'success',
    ],
    [
      'mremap into the next mapping',
      large('WWR'),
      ['mremap', at(0), 2 * PAGE, 2 * PAGE + 1, 0],
      'ENOMEM mremap.no-room-in-place',
    ],
    [
      'brk leaves a whole page free',
      withFacts(large('W.R'), { startBrk: at(0), brk: at(1) }),
      ['brk', at(1, 1)],
      'old-break brk.next-mapping-too-close',
    ],
    [
      'and then grows',
      withFacts(large('W..R'), { startBrk: at(0), brk: at(1) }),
      ['brk', at(1, 1)],
      'success',
    ],
    [
      'the guard gap has 256 of its pages',
      withFacts(
        flagged(
          'W'.repeat(UNITS) + '.'.repeat(257 * UNITS) + 'W'.repeat(UNITS),
          258 * UNITS,
          259 * UNITS,
          VmFlag.growsDown,
        ),
        {
          startBrk: at(0),
          brk: at(1),
        },
      ),
      ['brk', at(1, 1)],
      'old-break brk.next-mapping-too-close',
    ],
  ])('%s', (_title, space, call, expected, given = ARM) => {
    expect(answer(space, call, given)).toBe(expected);
  });

  test('numbers that a person sees are bytes, not another machine’s pages', () => {
    const { answers } = judge(
      callOf('mlock', [at(0), 1], 7, 'arm64'),
      beforeOf(large('WW'), memlock(PAGE - 1)),
    );
    const facts = answers.find(({ id }) => id === 'mlock.over-limit')?.verdict;
    expect(facts).toMatchObject({
      facts: [
        { name: 'locked', value: 0n, unit: 'bytes' },
        { name: 'asked', value: 65536n, unit: 'bytes' },
        { name: 'RLIMIT_MEMLOCK', value: 0n, unit: 'bytes' },
        {},
      ],
    });
  });
});

describe('what is left', () => {
  test.each<[title: string, space: AddressSpace, call: Call, value: bigint, borders: string]>([
    ['mmap of a byte', large('....'), ['mmap', 0, 1, RW, AP, -1, 0], at(1), '1-2'],
    ['munmap of a byte', large('WWW'), ['munmap', at(1), 1], 0n, '0-1 2-3'],
    ['mprotect of a byte', large('WWW'), ['mprotect', at(1), 1, 'PROT_READ'], 0n, '0-1 1-2 2-3'],
    ['mlock of a byte in the middle', large('WWW'), ['mlock', at(1, 5000), 1], 0n, '0-1 1-2 2-3'],
    ['mremap to a byte less', large('WWW'), ['mremap', at(0), 3 * PAGE, 3 * PAGE - 1, 0], at(0), '0-3'],
    ['mremap to a page less', large('WWW'), ['mremap', at(0), 3 * PAGE, 2 * PAGE, 0], at(0), '0-2'],
    ['brk', withFacts(large('....'), { startBrk: at(0), brk: at(0) }), ['brk', at(0, 1)], at(0, 1), '0-1'],
  ])('%s', (_title, space, call, value, expected) => {
    expect(borders(after(space, call, value))).toBe(expected);
  });

  test('VmLck counts whole pages', () => {
    const space = after(large('WWW'), ['mlock', at(1, 5000), 1], 0n);
    expect(space.locked).toBe(UNITS);
    expect(space.vmaAt(pageNumber(BASE + UNITS))?.flags).toBe(
      (space.vmaAt(pageNumber(BASE))?.flags ?? 0) | VmFlag.locked,
    );
  });
});

test.each([
  ['x86-64', 57, (1n << 56n) - 4096n],
  ['x86-64', undefined, (1n << 47n) - 4096n],
  ['arm64', 39, 1n << 39n],
  ['arm64', 52, 1n << 52n],
  ['riscv64', 39, 1n << 38n],
  ['riscv64', 57, 1n << 56n],
] as const)('user addresses of %s with %s bits end at %s', (architecture, bits, end) => {
  expect(taskSizeOf(architecture, architecture, bits)).toBe(end);
});
