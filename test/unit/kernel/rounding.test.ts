import { describe, expect, it, test } from 'vitest';
import { taskSizeOf, untagged } from '../../../model/kernel/layout';
import { machineFrom } from '../../../model/kernel/machine';
import { alignedRange, lockRange, pagesOf, roundUp } from '../../../model/kernel/rounding';
import {
  formatKernelVersion,
  holdsFor,
  kernelVersion,
  parseKernelVersion,
} from '../../../model/kernel/versions';
import { drawn } from '../memory/drawing';
import { beforeOf } from './before';

describe('rounding, as measured on 6.18', () => {
  const MAX = (1n << 64n) - 1n;
  it.each([
    ['an unaligned start is rounded down and the length grows', 0x1fffn, 2n, 1, 3],
    ['length 0, aligned, is nothing', 0x1000n, 0n, 1, 1],
    ['length 0, unaligned, is a page', 0x1001n, 0n, 1, 2],
    ['SIZE_MAX rounds to nothing', 0x1000n, MAX, 1, 1],
    ['SIZE_MAX unaligned wraps to nothing', 0x1001n, MAX, 1, 1],
  ])('lock: %s', (_title, addr, length, start, end) => {
    const range = lockRange(addr, length, 64);
    expect(range.wraps).toBe(false);
    expect(pagesOf(range)).toEqual({ start, end });
  });

  test('a range at the very end wraps where it passes 2^64', () => {
    expect(lockRange(MAX - 4095n, 8192n, 64).wraps).toBe(true);
    expect(lockRange(MAX - 4095n, 4096n, 64).wraps).toBe(true);
    expect(alignedRange(0xffff_f000n, 4096n, 32).wraps).toBe(true);
    expect(alignedRange(0xffff_f000n, 4096n, 64).wraps).toBe(false);
  });

  test('the largest lengths round to 0, in the kernel’s own word', () => {
    expect(roundUp(MAX, 64)).toBe(0n);
    expect(roundUp(MAX - 4094n, 64)).toBe(0n);
    expect(roundUp(MAX - 4095n, 64)).toBe(MAX - 4095n);
    expect(roundUp(0xffff_ffffn, 32)).toBe(0n);
    expect(roundUp(0xffff_ffffn, 64)).toBe(1n << 32n);
  });
});

describe('kernel versions', () => {
  it.each([
    ['6.18', 6018],
    ['6.18.44-generic', 6018],
    ['v5.4-rc3', 5004],
    ['Linux host 6.1.0-28-amd64 #1 SMP Debian 6.1.119-1', 6001],
    ['2.6.32-754.el6.x86_64', 2006],
    ['4.19', 4019],
  ])('%s', (text, version) => {
    expect(parseKernelVersion(text)).toBe(version);
  });
  it.each(['', 'six', '6', 'x6.18', '0.99.15', '6.1234'])('not in %j', (text) => {
    expect(parseKernelVersion(text)).toBeUndefined();
  });
  test('are written as they are read', () => {
    expect(formatKernelVersion(kernelVersion(5, 4))).toBe('5.4');
  });
  test('bound what holds, both ends included', () => {
    const range = { since: kernelVersion(5, 7), until: kernelVersion(5, 12) };
    const holds = ([5006, 5007, 5012, 5013] as const).map((v) =>
      holdsFor(range, v as ReturnType<typeof kernelVersion>),
    );
    expect(holds).toEqual([false, true, true, false]);
    expect(holdsFor({}, kernelVersion(2, 6))).toBe(true);
  });
});

describe('machine and layout', () => {
  test('assumptions are named, knowledge is not', () => {
    expect([...machineFrom({}, 'x86-64').assumed]).toEqual([
      'kernel',
      'architecture',
      'maxMapCount',
      'mmapMinAddr',
    ]);
    const machine = machineFrom({ kernel: kernelVersion(5, 10), maxMapCount: 1048576 }, 'i386');
    expect(machine).toMatchObject({ kernel: 5010, maxMapCount: 1048576, architecture: 'x86-64' });
    expect(machine.assumed.has('kernel')).toBe(false);
  });

  test('a 32-bit task has more room on a 64-bit kernel', () => {
    expect(taskSizeOf('i386', 'x86-64')).toBe(0xffff_e000n);
    expect(taskSizeOf('i386', 'i386')).toBe(0xc000_0000n);
    expect(taskSizeOf('x86-64', 'x86-64')).toBe(0x7fff_ffff_f000n);
  });

  test('arm64 ignores the tag of an address', () => {
    const arm = beforeOf(drawn('WW'), { architecture: 'arm64' });
    expect(untagged(0xb400_0000_1234_5000n, arm)).toBe(0x1234_5000n);
    expect(untagged(0xb400_0000_1234_5000n, beforeOf(drawn('WW')))).toBe(0xb400_0000_1234_5000n);
  });
});
