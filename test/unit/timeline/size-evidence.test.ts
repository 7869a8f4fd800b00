/** Refusals that nothing in the log explains: a limit that no line shows, perhaps. */
import { describe, expect, test } from 'vitest';
import type { TaskId } from '../../../model/trace/positions';
import { at, record } from './recorded';

const START = `
  101 execve("/a", ["/a"], 0x7ffc00000000 /* 0 vars */) = 0
  101 brk(NULL) = 0x20000000
`;
const map = (mib: number, answer: string): string =>
  `101 mmap(NULL, ${mib * 1048576}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${answer}\n`;
const NO = '-1 ENOMEM (Cannot allocate memory)';

async function lastOf(calls: string) {
  const timeline = await record(START + calls);
  const last = at(timeline.end - 1);
  const task = timeline.worldAt(timeline.end).task(0 as TaskId)!;
  const { refusedSizes } = timeline.worldAt(timeline.end).process(task.process)!;
  return { predicted: timeline.judge(last)?.predicted, refusedSizes };
}

describe('a refusal without a reason in the log', () => {
  test('comes as a surprise once', async () => {
    const { predicted, refusedSizes } = await lastOf(map(64, NO));
    expect(predicted).toMatchObject({ kind: 'success' });
    expect(refusedSizes?.get('AS')).toEqual({ pages: 16384, at: 2 });
    expect(refusedSizes?.get('DATA')).toEqual({ pages: 16384, at: 2 });
  });

  test('may come again for as much, and hardly for less', async () => {
    expect((await lastOf(map(64, NO) + map(65, NO))).predicted).toMatchObject({
      kind: 'undecidable',
      cause: 'mmap.over-address-space-limit',
      because: { code: 'unknown-limit' },
    });
    expect((await lastOf(map(64, NO) + map(32, '0x7f0000000000'))).predicted).toMatchObject({
      kind: 'success',
    });
    // 32 MiB are mapped by now.
    const more = map(64, NO) + map(32, '0x7f0000000000') + map(32, NO);
    expect((await lastOf(more)).predicted).toMatchObject({ kind: 'undecidable' });
  });

  test('by brk, which answers with the old break', async () => {
    // What lies behind the heap is known to be free.
    const refused = '101 munmap(0x20000000, 134217728) = 0\n101 brk(0x24000000) = 0x20000000\n';
    expect((await lastOf(refused)).refusedSizes?.get('DATA')).toEqual({ pages: 16384, at: 3 });
    expect((await lastOf(refused + map(65, NO))).predicted).toMatchObject({ kind: 'undecidable' });
  });

  test('is forgotten where more than that is mapped later', async () => {
    const { refusedSizes } = await lastOf(map(64, NO) + map(80, '0x7f0000000000'));
    expect(refusedSizes).toBeUndefined();
  });

  test('is explained where the log shows the limit', async () => {
    const limit = '101 prlimit64(0, RLIMIT_AS, {rlim_cur=16384*1024, rlim_max=16384*1024}, NULL) = 0\n';
    const { predicted, refusedSizes } = await lastOf(limit + map(64, NO));
    expect(predicted).toMatchObject({ kind: 'error', errno: 'ENOMEM' });
    expect(refusedSizes).toBeUndefined();
  });

  test('is the child’s as well', async () => {
    const timeline = await record(
      `${START}${map(64, NO)}101 fork() = 102\n102 mmap(NULL, 73400320, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${NO}`,
    );
    expect(timeline.judge(at(4))?.predicted).toMatchObject({ kind: 'undecidable' });
  });
});
