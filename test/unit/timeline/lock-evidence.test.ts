/** What answers prove of RLIMIT_MEMLOCK and CAP_IPC_LOCK where no line shows them. */
import { describe, expect, test } from 'vitest';
import type { TaskId } from '../../../model/trace/positions';
import { at, record } from './recorded';

const START = `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 mmap(NULL, 67108864, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
`;
const lock = (mib: number, answer: string) => `101 mlock(0x7f0000000000, ${mib * 1048576}) = ${answer}\n`;
const UNLOCK = '101 munlock(0x7f0000000000, 67108864) = 0\n';
const NO = '-1 ENOMEM (Cannot allocate memory)';

async function lastOf(calls: string) {
  const timeline = await record(START + calls);
  const last = at(timeline.end - 1);
  const { privileges } = timeline.worldAt(timeline.end).task(0 as TaskId)!;
  return { predicted: timeline.judge(last)?.predicted, agreement: timeline.agreement(last), privileges };
}

describe('a limit that no line shows', () => {
  test('above what is usual nothing is known', async () => {
    expect((await lastOf(lock(32, '0'))).predicted).toMatchObject({ kind: 'undecidable' });
  });

  test('what was allowed once is allowed again', async () => {
    const again = lock(32, '0') + UNLOCK;
    expect((await lastOf(again + lock(32, '0'))).agreement).toBe('agrees');
    expect((await lastOf(again + lock(31, '0'))).agreement).toBe('agrees');
    // More than kernels start with was allowed: the limit was raised, and hardly to just that.
    expect((await lastOf(again + lock(33, '0'))).agreement).toBe('agrees');
    // As much as kernels start with says nothing of more.
    const little = lock(8, '0') + UNLOCK;
    expect((await lastOf(little + lock(9, '0'))).predicted).toMatchObject({ kind: 'undecidable' });
  });

  test('what was refused once is refused again: the limit is lower, and the capability is missing', async () => {
    const refused = lock(32, NO);
    const { predicted, privileges } = await lastOf(refused + lock(40, NO));
    expect(predicted).toMatchObject({ kind: 'error', errno: 'ENOMEM', cause: 'mlock.over-limit' });
    expect(privileges.capabilities.get('CAP_IPC_LOCK')).toMatchObject({ has: 'no', because: 2 });
    expect(privileges.lockBounds?.refused).toEqual({ pages: 8192, at: 2 });
    expect((await lastOf(refused + lock(31, '0'))).predicted).toMatchObject({ kind: 'undecidable' });
  });

  test('each answer narrows it down', async () => {
    const { privileges } = await lastOf(
      lock(40, NO) + lock(16, '0') + UNLOCK + lock(32, NO) + lock(20, '0') + UNLOCK + lock(36, NO),
    );
    expect(privileges.lockBounds).toEqual({
      allowed: { pages: 5120, at: 6 },
      refused: { pages: 8192, at: 5 },
    });
  });

  test('a refusal that a hole explains as well proves nothing of the limit', async () => {
    const { privileges } = await lastOf('101 mlock(0x7f0000000000, 134217728) = ' + NO + '\n');
    expect(privileges.lockBounds).toBeUndefined();
  });

  test('where some of the memory is unknown, a refused mlockall says nothing of how much is too much', async () => {
    const { privileges } = await lastOf('101 mlockall(MCL_CURRENT) = ' + NO + '\n');
    expect(privileges.capabilities.get('CAP_IPC_LOCK')?.has).toBe('no');
    expect(privileges.lockBounds).toBeUndefined();
  });

  test('EPERM: a limit of 0 bytes; a success: some other', async () => {
    const refused = await lastOf(
      lock(1, '-1 EPERM (Operation not permitted)') + lock(1, '-1 EPERM (Operation not permitted)'),
    );
    expect(refused.predicted).toMatchObject({ errno: 'EPERM' });
    const mmap =
      '101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_LOCKED, -1, 0) = -1 EPERM (Operation not permitted)\n';
    expect((await lastOf(lock(1, '-1 EPERM (Operation not permitted)') + mmap)).agreement).toBe('agrees');
  });

  test('of another user nothing is known but what the limit refused', async () => {
    const { privileges } = await lastOf(
      lock(40, NO) + lock(16, '0') + '101 setresuid(1000, 1000, 1000) = 0\n' + UNLOCK,
    );
    expect(privileges.lockBounds).toEqual({ refused: { pages: 10240, at: 2 } });
  });

  test('a new program may have other capabilities', async () => {
    const { privileges } = await lastOf(
      lock(16, '0') + '101 execve("/b", ["/b"], 0x7ffc00000000 /* 0 vars */) = 0\n',
    );
    expect(privileges.lockBounds).toBeUndefined();
  });

  test('with MCL_FUTURE, stacks of threads fit as long as no more is locked than ever was', async () => {
    const map = (to: string) =>
      `101 mmap(NULL, 16777216, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${to}\n`;
    const calls = `101 mlockall(MCL_FUTURE) = 0\n${map('0x7f1000000000')}`;
    expect((await lastOf(calls)).predicted).toMatchObject({ kind: 'undecidable' });
    const again = `${calls}101 munmap(0x7f1000000000, 16777216) = 0\n${map('0x7f1000000000')}`;
    expect((await lastOf(again)).agreement).toBe('agrees');
  });
});

describe('a limit that the log shows', () => {
  const LIMIT = '101 prlimit64(0, RLIMIT_MEMLOCK, NULL, {rlim_cur=8192*1024, rlim_max=8192*1024}) = 0\n';
  test('more than it locked: with CAP_IPC_LOCK', async () => {
    const { privileges } = await lastOf(LIMIT + lock(16, '0'));
    expect(privileges.capabilities.get('CAP_IPC_LOCK')).toMatchObject({ has: 'yes', because: 3 });
  });
  test('more than it refused: without', async () => {
    const { privileges } = await lastOf(LIMIT + lock(16, NO));
    expect(privileges.capabilities.get('CAP_IPC_LOCK')).toMatchObject({ has: 'no', because: 3 });
  });
});
