/** Addresses above 2^47 on x86-64: beyond the end with four levels of page tables, and not with five. */
import { describe, expect, test } from 'vitest';
import { eventIndex } from '../../../model/trace/positions';
import { record } from '../timeline/recorded';

const EXEC = '101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0';
/** What is predicted of the last call, and how surely the named check fails. */
async function judged(id: string, ...calls: readonly string[]): Promise<string> {
  const timeline = await record([EXEC, ...calls.map((call) => `101 ${call}`), ''].join('\n'));
  const judgement = timeline.judge(eventIndex(calls.length));
  const verdict = judgement?.answers.find((answer) => answer.id === id)?.verdict;
  const predicted = judgement?.predicted;
  const answer = predicted?.kind === 'error' ? predicted.errno : predicted?.kind;
  return `${answer ?? 'nothing'}${verdict?.answer === 'fails' ? `, ${verdict.certainty}` : ''}`;
}

describe('a range above 2^47', () => {
  test.each<[string, string, string, ...string[]]>([
    ['of munmap', 'EINVAL, assumed', 'munmap.beyond-task-size', 'munmap(0x800000000000, 4096) = 0'],
    [
      'of munmap, beyond five levels',
      'EINVAL, proven',
      'munmap.beyond-task-size',
      'munmap(0xffff800000000000, 4096) = -1 EINVAL (Invalid argument)',
    ],
    [
      'of munmap, of the page below 2^47, which nobody has with four levels',
      'EINVAL, assumed',
      'munmap.beyond-task-size',
      'munmap(0x7ffffffff000, 4096) = 0',
    ],
    [
      'of shmat',
      'ENOMEM, assumed',
      'shmat.beyond-task-size',
      'shmget(IPC_PRIVATE, 4096, IPC_CREAT|0600) = 7',
      'shmat(7, 0x800000000000, 0) = -1 ENOMEM (Cannot allocate memory)',
    ],
  ])('%s', async (_what, expected, id, ...calls) => {
    expect(await judged(id, ...calls)).toBe(expected);
  });
});
