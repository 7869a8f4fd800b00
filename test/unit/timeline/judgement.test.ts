import { describe, expect, test } from 'vitest';
import { kernelVersion } from '../../../model/kernel/versions';
import { eventOf, record, sample } from './recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';

describe('the log against the rules', () => {
  test.each([
    ['munmap(0x1, 4096) = -1 EINVAL (Invalid argument)', 'agrees'],
    ['munmap(0x1, 4096) = 0', 'differs'],
    ['munmap(0x1, 4096) = -1 ENOMEM (Cannot allocate memory)', 'differs'],
    ['munmap(0x1, 4096) = 0 (INJECTED)', 'none'],
    ['munmap(0x1, 4096) = ?', 'none'],
    ['mprotect(0x10000000, 4096, PROT_READ) = 0', 'open'],
    ['getppid() = 1', 'none'],
    ['brk(NULL) = 0x5000', 'agrees'],
  ] as const)('%s %s', async (call, expected) => {
    const timeline = await record(`${EXEC}\n101 brk(NULL) = 0x5000\n101 ${call}`);
    expect(timeline.agreement(2 as never)).toBe(expected);
  });

  test('a hint that strace did not print: a program of 32 bits may have passed on anything', async () => {
    const judged = (mmap: string) =>
      record(`
        ${EXEC}
        101 ${mmap}(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xf5cda000
        101 mprotect(0xf5cda000, 4096, PROT_NONE) = 0
        101 mremap(0xf5cda000, 8192, 8192, MREMAP_MAYMOVE|MREMAP_DONTUNMAP) = -1 EINVAL (Invalid argument)
      `).then((timeline) => timeline.judge(3 as never)?.predicted.kind);
    expect(await judged('mmap2')).toBe('undecidable');
    expect(await judged('mmap')).toBe('error');
  });

  test('a brk that did not move, as predicted', async () => {
    const timeline = await sample('brk-fails');
    const judged = [...Array(timeline.end as number).keys()].map((n) => timeline.agreement(n as never));
    expect(judged).not.toContain('differs');
  });

  test('prediction does not look at the result: injected and real answers are judged alike', async () => {
    const real = await record(`${EXEC}\n101 munmap(0x1, 4096) = -1 EINVAL (Invalid argument)`);
    const injected = await record(`${EXEC}\n101 munmap(0x1, 4096) = -1 EINVAL (Invalid argument) (INJECTED)`);
    expect(injected.judge(1 as never)?.predicted).toEqual(real.judge(1 as never)?.predicted);
  });
});

test('an injected success moves nothing, a failing call may', async () => {
  const timeline = await record(`
    ${EXEC}
    101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
    101 munmap(0x10000000, 4096) = 0 (INJECTED)
    101 munmap(0x10001000, 4096) = 0
    101 mprotect(0x10000000, 8192, PROT_NONE) = -1 ENOMEM (Cannot allocate memory)
  `);
  expect(timeline.changeAt(eventOf(timeline, 'INJECTED'))).toBeUndefined();
  expect(timeline.changeAt(eventOf(timeline, 'PROT_NONE'))?.spaces[0]?.added).toMatchObject([{ prot: 0 }]);
});

describe('the machine', () => {
  test.each([
    ['the newest kernel measured, where nothing tells', 'getppid() = 1', {}, 6018, true],
    [
      'uname in the log',
      'uname({sysname="Linux", nodename="h", release="5.10.0-28-amd64", version="#1", machine="x86_64", domainname="(none)"}) = 0',
      {},
      5010,
      false,
    ],
    [
      'the user’s word before the log’s',
      'uname({sysname="Linux", nodename="h", release="5.10.0", ...}) = 0',
      { kernel: kernelVersion(4, 19) },
      4019,
      false,
    ],
  ] as const)('%s', async (_, call, machine, kernel, assumed) => {
    const timeline = await record(`${EXEC}\n101 ${call}`, { machine });
    expect(timeline.machine.kernel).toBe(kernel);
    expect(timeline.machine.assumed.has('kernel')).toBe(assumed);
  });

  test.each([
    ['arch_prctl(ARCH_SET_FS, 0x7f0) = 0', 'x86-64'],
    ['mmap2(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xb7f00000', 'i386'],
    ['mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0xffff8a000000', 'arm64'],
    ['uname({sysname="Linux", release="6.1.0", machine="riscv64"}) = 0', 'riscv64'],
  ])('%s shows a task of %s', async (call, architecture) => {
    const timeline = await record(`${EXEC}\n101 ${call}`);
    expect([...timeline.worldAt(timeline.end).tasks()][0]?.architecture).toBe(architecture);
  });
});
