/**
 * Where the kernel looks for room, from a snapshot: lines as /proc/PID/maps has them, of programs of several kinds.
 */
import { describe, expect, test } from 'vitest';
import { mmapBaseOf } from '../../../../model/kernel/placement/base-of-snapshot';
import { baseAfter } from '../../../../model/kernel/placement/from-placements';
import { taskSizeInPages } from '../../../../model/kernel/layout';
import type { SpaceId } from '../../../../model/memory/address-space';
import { parseMapsFile } from '../../../../model/memory/maps-snapshot';
import type { MmapBase } from '../../../../model/memory/mmap-base';
import { pageNumber, pageRange } from '../../../../model/memory/page';
import { fromSnapshot } from '../../../../model/memory/snapshot-space';
import type { Architecture } from '../../../../model/process/world';
import { beforeOf } from '../before';
import { eventIndex } from '../../../../model/trace/positions';
import { layoutOf, BASE, LEGACY } from './layouts';

function baseOf(lines: readonly string[], architecture: Architecture = 'x86-64'): MmapBase | undefined {
  const [snapshot] = parseMapsFile(`${lines.join('\n')}\n`).snapshots;
  if (snapshot === undefined) throw new Error('no snapshot');
  const kernel = architecture === 'i386' ? 'x86-64' : architecture;
  const taskSize = taskSizeInPages(architecture, kernel);
  return mmapBaseOf(fromSnapshot({ id: 1 as SpaceId, taskSize, snapshot, past: 'exec' }), architecture);
}

const line = (range: string, name: string, access = 'r-xp'): string =>
  `${range} ${access} 00000000 ${name.startsWith('/') ? 'fe:00 260131' : '00:00 0'}${name === '' ? '' : ` ${name}`}`;

const program = [
  line('555555554000-555555560000', '/usr/bin/cat'),
  line('555555560000-555555561000', '', 'rw-p'),
];
const stack = line('7ffffffde000-7ffffffff000', '[stack]', 'rw-p');
const loader = '/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2';

describe('a snapshot of a new program shows', () => {
  test('the base where ld.so ends, the vDSO below it', () => {
    const lines = [
      ...program,
      line('7ffff7fc2000-7ffff7fc6000', '[vvar]', 'r--p'),
      line('7ffff7fc6000-7ffff7fc8000', '[vvar_vclock]', 'r--p'),
      line('7ffff7fc8000-7ffff7fca000', '[vdso]'),
      line('7ffff7fca000-7ffff7ffd000', loader),
      line('7ffff7ffd000-7ffff7ffe000', loader, 'rw-p'),
      line('7ffff7ffe000-7ffff7fff000', '', 'rw-p'),
      stack,
    ];
    expect(baseOf(lines)).toEqual({
      direction: 'down',
      lowest: 0x7ffff7fff,
      highest: 0x7ffff7fff,
      shownBy: 'interpreter',
      kernelSince: 6013,
    });
  });

  test.each([
    ['lowest', '2aaaaaaab000', 'up'],
    ['highest with 28 random bits', '2baaaaaab000', 'up'],
    ['highest with 32 random bits', '3aaaaaaa9000', 'up'],
    ['lowest of a usual one', '6ffbff6ff000', 'down'],
    ['highest of a stack without limit', '155555553000', 'down'],
  ] as const)('a legacy layout of a static program by the place of the vDSO: %s', (_, start, direction) => {
    const end = (BigInt(`0x${start}`) + 0x2000n).toString(16);
    expect(baseOf([line(`${start}-${end}`, '[vdso]'), stack])).toMatchObject({ direction });
  });

  test('a legacy layout, the vDSO above ld.so', () => {
    const lines = [
      line('2aaaaaaab000-2aaaaaae0000', loader),
      line('2aaaaaae0000-2aaaaaae4000', '[vvar]', 'r--p'),
      line('2aaaaaae4000-2aaaaaae6000', '[vdso]'),
      ...program,
      stack,
    ];
    expect(baseOf(lines)).toMatchObject({ direction: 'up', lowest: 0x2aaaaaaab, highest: 0x2aaaaaaab });
  });

  test('with an unlimited stack, a base below the program', () => {
    const lines = [
      line('1555554b7000-1555554b9000', '[vdso]'),
      line('1555554b9000-155555555000', loader),
      ...program,
      stack,
    ];
    expect(baseOf(lines)).toMatchObject({ direction: 'down', lowest: 0x155555555, kernelSince: 6009 });
  });

  test('kernels to 6.8, the vDSO above the stack: by the address', () => {
    const vdso = line('7fffffffe000-7ffffffff000', '[vdso]');
    const down = [...program, line('7ffff7fca000-7ffff7fff000', '/lib/ld-2.31.so'), stack, vdso];
    expect(baseOf(down)).toMatchObject({ direction: 'down', lowest: 0x7ffff7fff, kernelSince: 0 });
    const up = [line('2ac0aaaab000-2ac0aaae0000', '/lib/ld-musl-x86_64.so.1'), ...program, stack, vdso];
    expect(baseOf(up)).toMatchObject({ direction: 'up', lowest: 0x2ac0aaaab });
  });

  test('a static program: the base where the vDSO ends', () => {
    const lines = [
      line('00400000-004c0000', '/bin/busybox'),
      line('7ffff7ff9000-7ffff7ffd000', '[vvar]', 'r--p'),
      line('7ffff7ffd000-7ffff7fff000', '[vdso]'),
      stack,
    ];
    expect(baseOf(lines)).toMatchObject({ direction: 'down', lowest: 0x7ffff7fff, shownBy: 'vdso' });
  });

  test('a static PIE: the base above it, by less than the vDSO is long', () => {
    const lines = [
      line('7ffff7f27000-7ffff7f2d000', '[vvar]', 'r--p'),
      line('7ffff7f2d000-7ffff7f2f000', '[vdso]'),
      line('7ffff7f2f000-7ffff7ff9000', '/bin/static-pie'),
      line('7ffff7ff9000-7ffff7ffe000', '', 'rw-p'),
      stack,
    ];
    expect(baseOf(lines)).toMatchObject({
      lowest: 0x7ffff7ffe,
      highest: 0x7ffff7ffe + 7,
      shownBy: 'program',
    });
  });

  test('nothing where no landmark is left, or two look like it', () => {
    expect(baseOf([...program, stack])).toBeUndefined();
    const twice = [
      line('7ffff7000000-7ffff7030000', loader),
      line('7ffff7fca000-7ffff7fff000', loader),
      stack,
    ];
    expect(baseOf([...program, ...twice])).toBeUndefined();
  });

  test('32-bit programs of a 64-bit kernel', () => {
    const lines = [
      line('56555000-56560000', '/bin/old'),
      line('f7fc5000-f7fc9000', '[vvar]', 'r--p'),
      line('f7fc9000-f7fcb000', '[vdso]'),
      line('f7fcb000-f7ffe000', '/lib/ld-linux.so.2'),
      line('fffdd000-ffffe000', '[stack]', 'rw-p'),
    ];
    expect(baseOf(lines, 'i386')).toMatchObject({ direction: 'down', lowest: 0xf7ffe });
  });
});

describe('a place that the kernel chose', () => {
  const between = { highest: pageNumber(BASE + 7) };
  const after = (first: number, pages: number): MmapBase | undefined =>
    baseAfter(
      pageRange(BASE + first, BASE + first + pages),
      beforeOf(layoutOf('....WW|', { base: between }).space),
    );

  test('below what lies near the base: the hole there is too small', () => {
    expect(after(-4, 2)).toMatchObject({ lowest: BASE, highest: BASE + 1 });
    expect(after(-3, 1)).toMatchObject({ lowest: BASE, highest: BASE });
  });

  test('above it: the base is not lower than its end', () => {
    expect(after(2, 3)).toMatchObject({ lowest: BASE + 5, highest: BASE + 7 });
  });

  test('the first of a static program on a kernel to 6.8: where it touches nothing, the base', () => {
    const { space } = layoutOf('..WW..');
    const unknown = space.edit(eventIndex(1));
    unknown.setFacts({ mmapBase: undefined });
    const before = beforeOf(unknown.finish().space);
    const base = (start: number, end: number) => baseAfter(pageRange(BASE + start, BASE + end), before);
    expect(base(10, 12)).toMatchObject({ direction: 'down', lowest: BASE + 12, highest: BASE + 12 });
    // Right below a mapping: that it lies there says no more than that there was room.
    expect(base(-5, -4)).toBeUndefined();
    expect(baseAfter(pageRange(LEGACY + 9, LEGACY + 10), before)).toMatchObject({
      direction: 'up',
      lowest: LEGACY + 9,
    });
  });

  test('says nothing where the base is known, or the hole could not have held it anyway', () => {
    expect(baseAfter(pageRange(BASE - 3, BASE - 2), beforeOf(layoutOf('...WW|').space))).toBeUndefined();
    expect(after(-20, 16)).toBeUndefined();
  });
});
