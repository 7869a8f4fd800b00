/** What setting limits proves, limits of 32 bits, and what of a personality a new program keeps. */
import { describe, expect, test } from 'vitest';
import { record, taskWithTid } from '../timeline/recorded';

async function after(calls: string) {
  const timeline = await record(`101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0\n${calls}`);
  const world = timeline.worldAt(timeline.end);
  const task = taskWithTid(timeline, timeline.end, 101);
  return { world, task, limits: world.process(task.process)!.limits };
}

const KNOWN = '101 prlimit64(0, RLIMIT_MEMLOCK, NULL, {rlim_cur=64*1024, rlim_max=64*1024}) = 0';
const set = (max: string, answer: string, resource = 'RLIMIT_MEMLOCK') =>
  `101 setrlimit(${resource}, {rlim_cur=0, rlim_max=${max}}) = ${answer}`;
const EPERM = '-1 EPERM (Operation not permitted)';

describe('CAP_SYS_RESOURCE', () => {
  test.each([
    ['proven by a hard limit that was raised', `${KNOWN}\n${set('65*1024', '0')}`, 'yes'],
    ['proven by one raised to infinity', `${KNOWN}\n${set('RLIM64_INFINITY', '0')}`, 'yes'],
    ['not proven by one that was kept', `${KNOWN}\n${set('64*1024', '0')}`, 'unknown'],
    ['not proven where the limit before is not known', set('65*1024', '0'), 'unknown'],
    ['disproven by EPERM', `${KNOWN}\n${set('65*1024', EPERM)}`, 'no'],
    ['disproven by EPERM where the limit before is not known', set('65*1024', EPERM), 'no'],
    ['left open by EPERM for files: fs.nr_open', set('65*1024', EPERM, 'RLIMIT_NOFILE'), 'unknown'],
    [
      'left open by EPERM on another process',
      `101 prlimit64(7, RLIMIT_AS, {rlim_cur=0, rlim_max=9}, NULL) = ${EPERM}`,
      'unknown',
    ],
    [
      'left open by an answer that strace made up',
      `${KNOWN}\n${set('65*1024', `${EPERM} (INJECTED)`)}`,
      'unknown',
    ],
  ])('is %s', async (_, calls, has) => {
    const { task } = await after(calls);
    expect(task.privileges.capabilities.get('CAP_SYS_RESOURCE')?.has ?? 'unknown').toBe(has);
  });
});

describe('limits of 32-bit tasks', () => {
  const MODE = '[ Process PID=101 runs in 32 bit mode. ]';
  test.each([
    [
      '2^32 - 1 is none',
      '101 setrlimit(RLIMIT_AS, {rlim_cur=4294967295, rlim_max=4294967295}) = 0',
      'infinity',
    ],
    [
      'but for prlimit64',
      '101 prlimit64(0, RLIMIT_AS, {rlim_cur=4294967295, rlim_max=4294967295}, NULL) = 0',
      0xffff_ffffn,
    ],
    [
      'the old call cuts at 2^31 - 1',
      '101 getrlimit(RLIMIT_AS, {rlim_cur=2147483647, rlim_max=2147483647}) = 0',
      'infinity',
    ],
    [
      'a narrow call does not hide what a wide one showed',
      '101 prlimit64(0, RLIMIT_AS, {rlim_cur=8589934592, rlim_max=8589934592}, NULL) = 0\n101 ugetrlimit(RLIMIT_AS, {rlim_cur=RLIM_INFINITY, rlim_max=RLIM_INFINITY}) = 0',
      8589934592n,
    ],
  ])('%s', async (_, call, soft) => {
    const { limits } = await after(`${MODE}\n${call}`);
    expect(limits.get('AS')?.soft).toBe(soft);
  });
});

test('a limit set by a call whose last pointer was bad is in force', async () => {
  const { limits } = await after(
    '101 prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=0, rlim_max=8*1024}, 0x10) = -1 EFAULT (Bad address)',
  );
  expect(limits.get('MEMLOCK')).toMatchObject({ soft: 0n, hard: 8192n, how: 'set' });
});

describe('personality behind an execve', () => {
  const EXEC = '101 execve("/b", ["b"], 0x7f /* 0 vars */) = 0';
  const NONE =
    '101 capset({version=_LINUX_CAPABILITY_VERSION_3, pid=0}, {effective=0, permitted=0, inheritable=0}) = 0';
  const SET = '101 personality(PER_LINUX|ADDR_NO_RANDOMIZE|READ_IMPLIES_EXEC) = 0 (PER_LINUX)';
  test.each([
    ['64 bits drop READ_IMPLIES_EXEC', `${SET}\n${EXEC}`, 0x40000],
    ['32 bits keep it', `[ Process PID=101 runs in 32 bit mode. ]\n${SET}\n${EXEC}`, 0x440000],
    ['a root that gains capabilities loses the dangerous bits', `${NONE}\n${SET}\n${EXEC}`, undefined],
    ['another user gains none', `${NONE}\n101 geteuid() = 1000\n${SET}\n${EXEC}`, 0x40000],
    ['other bits are kept by all', `${NONE}\n101 personality(PER_LINUX32) = 0 (PER_LINUX)\n${EXEC}`, 8],
    ['not known before', EXEC, undefined],
    [
      'only asked whether it could',
      `${SET}\n101 execveat(AT_FDCWD, "/b", ["b"], NULL, AT_EXECVE_CHECK) = 0`,
      0x440000,
    ],
    [
      'bits without a name',
      '101 personality(0x78 /* PER_??? */|ADDR_NO_RANDOMIZE|0x10005600) = 0 (PER_LINUX)',
      0x10045678,
    ],
  ])('%s', async (_, calls, expected) => {
    expect((await after(calls)).task.personality).toBe(expected);
  });
});
