/**
 * Which kernel's rules a log is read by: from the user, from uname anywhere in the log, from what answers prove, else the
 * newest. And what a person is told of it.
 */
import { describe, expect, test } from 'vitest';
import { kernelNote } from '../../../debug-adapter/kernel-note';
import { ENGLISH } from '../../../debug-adapter/words/languages';
import type { Timeline } from '../../../model/timeline/timeline';
import { textOf } from '../../../model/why/message';
import { formatKernelVersion, kernelVersion } from '../../../model/kernel/versions';
import type { AddressSpace } from '../../../model/memory/address-space';
import { MachineEvidence } from '../../../model/timeline/machine-evidence';
import { startOfLog } from '../../../model/timeline/start-of-log';
import { spaceOf, record } from './recorded';

const noteOf = (timeline: Timeline) =>
  kernelNote(timeline)
    .map((sentence) => textOf(sentence, ENGLISH))
    .join(' ');

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
const RW = 'PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS';
const UNAME = '101 uname({sysname="Linux", nodename="h", release="5.4.0-42-generic", version="#1"}) = 0';

describe('the kernel that a log speaks for', () => {
  test.each<[title: string, log: string, kernel: string, note: RegExp]>([
    ['nothing tells', '101 getppid() = 1', '6.18', /^Kernel 6\.18: assumed, nothing in the log tells\.$/],
    ['uname', UNAME, '5.4', /^Kernel 5\.4: the log shows it in line 2\.$/],
    [
      'uname behind the start of a long log',
      `${'101 getppid() = 1\n'.repeat(16_000)}${UNAME}`,
      '5.4',
      /the log shows it in line 16002/,
    ],
    [
      '/proc/version',
      '101 read(3, "Linux version 6.1.0-28-amd64 (debian-kernel@lists.debian.org) (gcc-12"..., 4096) = 170',
      '6.1',
      /the log shows it\.$/,
    ],
    [
      'mseal works',
      '101 mseal(0x10000000, 4096, 0) = 0',
      '6.18',
      /at least 6\.10: line 2 proves it \(mseal is acc/,
    ],
    [
      'mseal is not there',
      '101 mseal(0x10000000, 4096, 0) = -1 ENOSYS (Function not implemented)',
      '6.9',
      /older than 6\.10: line 2 proves it \(mseal is unknown there, unless a seccomp filter answered\)/,
    ],
    [
      'a kernel built without protection keys may be of any version',
      `101 pkey_alloc(0, 0) = -1 ENOSYS (Function not implemented)
       101 pkey_mprotect(0x10000000, 4096, PROT_READ, -1) = -1 ENOSYS (Function not implemented)`,
      '6.18',
      /assumed/,
    ],
    [
      'a filter says ENOSYS of a call that a later advice proves to be there',
      `101 mlock2(0x10000000, 4096, MLOCK_ONFAULT) = -1 ENOSYS (Function not implemented)
       101 madvise(0x10000000, 4096, MADV_COLD) = 0`,
      '6.18',
      /at least 5\.4: line 3 proves it \(MADV_COLD is accepted\)\.$/,
    ],
    [
      'no kernel before 4.17 knows MAP_FIXED_NOREPLACE: the address was a hint',
      `101 mmap(0x10000000, 4096, ${RW}|MAP_FIXED_NOREPLACE, -1, 0) = 0x7f0000000000`,
      '4.16',
      /older than 4\.17: line 2 proves it \(MAP_FIXED_NOREPLACE behaves as before 4\.17\)/,
    ],
    [
      'MAP_FIXED_NOREPLACE is refused',
      `101 mmap(0x10000000, 4096, ${RW}|MAP_FIXED_NOREPLACE, -1, 0) = -1 EEXIST (File exists)`,
      '6.18',
      /at least 4\.17/,
    ],
    [
      'an advice that is asked for with no length',
      '101 madvise(NULL, 0, MADV_POPULATE_WRITE) = -1 EINVAL (Invalid argument)',
      '5.13',
      /older than 5\.14: line 2 proves it \(MADV_POPULATE_WRITE is unknown there\)/,
    ],
    [
      'an advice refused for another reason proves nothing',
      '101 madvise(0x10000000, 4096, MADV_POPULATE_WRITE) = -1 EINVAL (Invalid argument)',
      '6.18',
      /nothing in the log tells/,
    ],
    [
      'guard pages',
      '101 madvise(0x10000000, 4096, MADV_GUARD_INSTALL) = 0',
      '6.18',
      /at least 6\.13.*MADV_GUARD_INSTALL is accepted/,
    ],
    [
      'the heap gives back what was unmapped',
      `101 brk(NULL) = 0x600000
       101 brk(0x610000) = 0x610000
       101 munmap(0x600000, 65536) = 0
       101 brk(0x600000) = 0x600000`,
      '6.0',
      /older than 6\.1: line 5 proves it \(brk behaves as before 6\.1\)/,
    ],
    [
      'the heap does not give back what was unmapped',
      `101 brk(NULL) = 0x600000
       101 brk(0x610000) = 0x610000
       101 munmap(0x600000, 65536) = 0
       101 brk(0x600000) = 0x610000`,
      '6.18',
      /at least 6\.1: line 5/,
    ],
    [
      'two mappings moved at once',
      `101 mmap(0x10000000, 8192, ${RW}|MAP_FIXED, -1, 0) = 0x10000000
       101 mprotect(0x10001000, 4096, PROT_READ) = 0
       101 mremap(0x10000000, 8192, 8192, MREMAP_MAYMOVE|MREMAP_FIXED, 0x20000000) = 0x20000000`,
      '6.18',
      /at least 6\.17: line 4/,
    ],
    [
      'two mappings not moved at once',
      `101 mmap(0x10000000, 8192, ${RW}|MAP_FIXED, -1, 0) = 0x10000000
       101 mprotect(0x10001000, 4096, PROT_READ) = 0
       101 mremap(0x10000000, 8192, 8192, MREMAP_MAYMOVE|MREMAP_FIXED, 0x20000000) = -1 EFAULT (Bad address)`,
      '6.16',
      /older than 6\.17: line 4/,
    ],
    [
      'an address of 14',
      `101 munmap(0x10000000, 4096) = 0
       101 mremap(0x10000000, 4096, 4096, 0) = 0xe`,
      '6.18',
      /at least 5\.16/,
    ],
    [
      'between two proofs',
      `101 madvise(0x10000000, 4096, MADV_COLD) = 0
       101 madvise(NULL, 0, MADV_POPULATE_READ) = -1 EINVAL (Invalid argument)`,
      '5.13',
      /at least 5\.4: line 2 .*; older than 5\.14: line 3/,
    ],
    [
      'an injected answer proves nothing',
      '101 mseal(0, 0, 0) = -1 ENOSYS (INJECTED)',
      '6.18',
      /nothing in the log/,
    ],
  ])('%s', async (_title, log, kernel, note) => {
    const timeline = await record(`${EXEC}\n${log}`);
    expect(formatKernelVersion(timeline.machine.kernel)).toBe(kernel);
    expect(noteOf(timeline)).toMatch(note);
  });

  test('what the user says stands, and what contradicts it is told', async () => {
    const machine = { kernel: kernelVersion(5, 10) };
    const timeline = await record(`${EXEC}\n${UNAME}\n101 mseal(0x10000000, 4096, 0) = 0`, { machine });
    expect(formatKernelVersion(timeline.machine.kernel)).toBe('5.10');
    expect(noteOf(timeline)).toMatch(/^Kernel 5\.10: as given\. But at least 6\.10: line 3 proves it/);
  });

  test('a proof far down in the log decides about the lines above it', async () => {
    const log = (last: string): string => `
      ${EXEC}
      101 mmap(0x10000000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED, -1, 0) = 0x10000000
      101 mmap(0x10002000, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED|MAP_POPULATE, -1, 0) = 0x10002000
      101 mprotect(0x10002000, 4096, PROT_READ) = 0
      101 mprotect(0x10000000, 4096, PROT_READ|PROT_WRITE) = 0
      101 mprotect(0x10000000, 4096, PROT_READ) = 0
      101 mprotect(0x10002000, 4096, PROT_NONE) = 0
      101 madvise(NULL, 0, ${last}) = -1 EINVAL (Invalid argument)`;
    const newest = await record(log('MADV_NORMAL'));
    const older = await record(log('MADV_GUARD_REMOVE'));
    expect(formatKernelVersion(newest.machine.kernel)).toBe('6.18');
    expect(formatKernelVersion(older.machine.kernel)).toBe('6.12');
    expect(spaceOf(older, older.end)?.mapCount).toBe(spaceOf(newest, newest.end)?.mapCount);
    expect(older.machine.assumed.has('kernel')).toBe(true);
  });

  test('a failing MAP_FIXED has left a hole, as a proof at the end of the log says of its kernel', async () => {
    const timeline = await record(`
      ${EXEC}
      101 mmap(0x10000000, 8192, ${RW}|MAP_FIXED, -1, 0) = 0x10000000
      101 mmap(0x10000000, 4096, ${RW}|MAP_FIXED, -1, 0) = -1 ENOMEM (Cannot allocate memory)
      101 madvise(NULL, 0, MADV_COLLAPSE) = 0
      101 madvise(NULL, 0, MADV_GUARD_INSTALL) = -1 EINVAL (Invalid argument)`);
    expect(formatKernelVersion(timeline.machine.kernel)).toBe('6.12');
  });
});

describe('the sizes of the machine', () => {
  const chosen = (addresses: readonly string[]): string =>
    addresses.map((address) => `101 mmap(NULL, 65536, ${RW}, -1, 0) = ${address}`).join('\n');
  const ARM = '101 uname({sysname="Linux", release="6.1.0", machine="aarch64"}) = 0';
  const RISCV = '101 uname({sysname="Linux", release="6.1.0", machine="riscv64"}) = 0';
  const steps = (top: bigint, step: bigint): readonly string[] =>
    [1n, 2n, 3n, 5n, 6n, 7n, 9n].map((n) => `0x${(top - n * step).toString(16)}`);

  test.each<[title: string, log: string, page: bigint, taskSize: bigint]>([
    ['arm64, 4 KiB, 48 bits', `${ARM}\n${chosen(steps(0xffff_8000_0000n, 4096n))}`, 4096n, 1n << 48n],
    ['arm64, 16 KiB, 47 bits', `${ARM}\n${chosen(steps(0x7fff_8000_0000n, 16384n))}`, 16384n, 1n << 47n],
    ['arm64, 64 KiB, 42 bits', `${ARM}\n${chosen(steps(0x3ff_8000_0000n, 65536n))}`, 65536n, 1n << 42n],
    ['arm64, 4 KiB, 39 bits', `${ARM}\n${chosen(steps(0x7f_8000_0000n, 4096n))}`, 4096n, 1n << 39n],
    ['riscv64, sv39', `${RISCV}\n${chosen(steps(0x3f_8000_0000n, 4096n))}`, 4096n, 1n << 38n],
    ['riscv64, sv48', `${RISCV}\n${chosen(steps(0x7fff_8000_0000n, 4096n))}`, 4096n, 1n << 47n],
    ['x86-64', chosen(steps(0x7fff_8000_0000n, 65536n)), 4096n, 0x7fff_ffff_f000n],
    [
      'x86-64, five levels',
      '101 mmap(0x800000000000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x800000000000\n101 arch_prctl(ARCH_SET_FS, 0x1) = 0',
      4096n,
      (1n << 56n) - 4096n,
    ],
    [
      'riscv64, sv57',
      `${RISCV}\n101 mmap(0x800000000000, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x800000000000`,
      4096n,
      1n << 56n,
    ],
    ['arm64, too few addresses', `${ARM}\n${chosen(['0xffff80000000'])}`, 4096n, 1n << 48n],
  ])('%s', async (_title, log, page, taskSize) => {
    const timeline = await record(`${EXEC}\n${log}`);
    expect(timeline.machine.pageSize).toBe(page);
    expect(BigInt(spaceOf(timeline, timeline.end)?.taskSize ?? 0) << 12n).toBe(taskSize);
  });

  test('more mappings than are usual', () => {
    const evidence = new MachineEvidence({}, startOfLog(undefined));
    const mapped = (mapCount: number): void => {
      evidence.allowsMappings({ complete: true, mapCount } as AddressSpace);
    };
    mapped(65_530);
    expect(evidence.current.maxMapCount).toBe(65_530);
    mapped(65_531);
    expect(evidence.current.maxMapCount).toBe(262_144);
    mapped(300_000);
    expect(evidence.current.maxMapCount).toBe(1_048_576);
    expect(evidence.current.assumed.has('maxMapCount')).toBe(true);
  });

  test('sysctls that the program reads', async () => {
    const timeline = await record(`
      ${EXEC}
      101 openat(AT_FDCWD, "/proc/sys/vm/max_map_count", O_RDONLY) = 3
      101 read(3, "262144\\n", 4096) = 7
      101 close(3) = 0`);
    expect(timeline.machine.maxMapCount).toBe(262144);
    expect(timeline.machine.assumed.has('maxMapCount')).toBe(false);
  });
});
