import { describe, expect, test, vi } from 'vitest';
import { pageRange } from '../../../model/memory/page';
import { Travel } from '../../../model/timeline/travel';
import { record, taskWithTid } from './recorded';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';

const LOG = `
  101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
  101 mmap(NULL, 16384, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000
  101 mprotect(0x10001000, 4096, PROT_READ) = 0
  101 mlock(0x10000000, 4096) = 0
  101 munlock(0x10000000, 4096) = 0
  101 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x20000000
  101 munmap(0x10003000, 4096) = 0
  101 mremap(0x20000000, 4096, 8192, MREMAP_MAYMOVE) = 0x30000000
  101 madvise(0x10000000, 4096, MADV_DONTFORK) = 0
  101 mmap(0x10002000, 4096, PROT_EXEC, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x10002000
  101 fork() = 102
  102 munmap(0x10001000, 4096) = 0
  101 getppid() = 1
`;

const touches = (
  timeline: RecordedTimeline,
  first: number,
  pages: number,
  tid = 101,
  before = timeline.end,
): string[] => {
  const { space } = taskWithTid(timeline, timeline.end, tid);
  return [...timeline.touching(space, pageRange(first, first + pages), before)].map(
    ({ event, how, other }) =>
      `${event} ${how}${other === undefined ? '' : ` ${other.start.toString(16)}-${other.end.toString(16)}`}`,
  );
};

describe('who touched these pages, latest first', () => {
  test.each([
    [0x10000, 1, ['8 changed', '4 unlocked', '3 locked', '1 mapped']],
    [0x10001, 1, ['2 protected', '1 mapped']],
    [0x10002, 1, ['9 mapped', '1 mapped']],
    [0x10003, 1, ['6 unmapped', '1 mapped']],
    [0x20000, 1, ['7 moved 30000-30002', '5 mapped']],
    [0x30000, 2, ['7 moved 20000-20001']],
    [0x40000, 1, []],
  ])('%s', async (first, pages, expected) => {
    expect(touches(await record(LOG), first, pages)).toEqual(expected);
  });

  test('before a position', async () => {
    const timeline = await record(LOG);
    expect(touches(timeline, 0x10003, 1, 101, 6 as never)).toEqual(['1 mapped']);
    expect(touches(timeline, 0x10003, 1, 101, 7 as never)).toEqual(['6 unmapped', '1 mapped']);
    expect(
      timeline.lastTouching(
        taskWithTid(timeline, timeline.end, 101).space,
        pageRange(0x10003, 0x10004),
        timeline.end,
      ),
    ).toEqual({
      event: 6,
      how: 'unmapped',
    });
  });

  test('a child’s pages have the history of the parent’s up to the fork', async () => {
    const timeline = await record(LOG);
    expect(touches(timeline, 0x10001, 1, 102)).toEqual(['11 unmapped', '2 protected', '1 mapped']);
    expect(touches(timeline, 0x10001, 1, 101)).toEqual(['2 protected', '1 mapped']);
    expect(touches(timeline, 0x10003, 1, 102)).toEqual(['6 unmapped', '1 mapped']);
  });

  test('without travelling to what other processes did meanwhile', async () => {
    const others = Array.from({ length: 40 }, (_, n) => [
      `${200 + n} execve("./b", ["./b"], 0x7ffd0 /* 0 vars */) = 0`,
      `${200 + n} mmap(NULL, 16384, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x10000000`,
      `${200 + n} exit_group(0) = ?`,
      `${200 + n} +++ exited with 0 +++`,
    ]);
    const timeline = await record(LOG + others.flat().join('\n'));
    const travels = vi.spyOn(Travel.prototype, 'changeAt');
    expect(touches(timeline, 0x10001, 1)).toEqual(['2 protected', '1 mapped']);
    // The execve that began it, its exit, and its two calls on the range.
    expect(travels.mock.calls.length).toBeLessThanOrEqual(4);
    travels.mockRestore();
  });
});
