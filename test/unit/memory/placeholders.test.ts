/** What lies in a new program's address space though no call has mapped it. */
import { describe, expect, test } from 'vitest';
import { pageRange } from '../../../model/memory/page';
import { placeholderIn } from '../../../model/memory/placeholders';
import { eventOf, record, spaceOf } from '../timeline/recorded';

/** The start of a dynamic program, recorded on 6.18, with what /proc/self/maps had in it below. */
const LOG = `
  execve("./m", ["./m"], 0x7ffc97693530 /* 35 vars */) = 0
  brk(NULL)                               = 0x560f5af81000
  mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7fd077ef3000
  mmap(NULL, 1974096, PROT_READ, MAP_PRIVATE|MAP_DENYWRITE, 3, 0) = 0x7fd077d05000
  mmap(0x7fd077ed4000, 24576, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_DENYWRITE, 3, 0x1cf000) = 0x7fd077ed4000
  mprotect(0x7fd077ed4000, 16384, PROT_READ) = 0
  mprotect(0x560f59959000, 4096, PROT_READ) = 0
  mprotect(0x7fd077f2e000, 8192, PROT_READ) = 0
  brk(0x560f5afa2000)                     = 0x560f5afa2000
`;
const REAL = [
  [0x560f59956, 0x560f5995d, 'program'],
  [0x7fd077ef5, 0x7fd077efd, 'loader'],
  [0x7fd077efd, 0x7fd077f32, 'loader'],
  [0x7ffd52517, 0x7ffd52538, 'stack'],
] as const;

describe('a new program', () => {
  test.each(['brk(NULL)', 'mprotect(0x7fd077ed4000', 'brk(0x560f5afa2000)'])(
    'has pages of its own that are never called free, before %s',
    async (line) => {
      const timeline = await record(LOG);
      const space = spaceOf(timeline, eventOf(timeline, line))!;
      for (const [start, end] of REAL)
        expect(space.holesIn(pageRange(start, end)).filter(({ state }) => state === 'free')).toEqual([]);
    },
  );

  test.each(REAL)('has at %i to %i its %s', async (start, end, what) => {
    const timeline = await record(LOG);
    const space = spaceOf(timeline, eventOf(timeline, 'mprotect(0x7fd077ed4000'))!;
    expect(placeholderIn(space, pageRange(start, end))).toBe(what);
  });

  test.each([
    ['above the heap', 0x560f5afa2, 0x560f5afa3],
    ['far below the heap', 0x540f59959, 0x540f5995a],
    ['below the libraries', 0x7fd077d00, 0x7fd077d05],
    ['far above the loader', 0x7fd087ef5, 0x7fd087ef6],
  ])('has nothing in particular %s', async (_, start, end) => {
    const timeline = await record(LOG);
    expect(placeholderIn(spaceOf(timeline, timeline.end)!, pageRange(start, end))).toBeUndefined();
  });

  test('protects parts of itself and of its loader', async () => {
    const timeline = await record(LOG);
    for (const line of ['mprotect(0x560f59959000', 'mprotect(0x7fd077f2e000']) {
      const event = eventOf(timeline, line);
      expect(timeline.judge(event)?.predicted).toMatchObject({ kind: 'success' });
      // What is expected is not known all the same.
      const answer = timeline.judge(event)?.answers.find(({ id }) => id === 'mprotect.unmapped');
      expect(answer?.verdict).toMatchObject({ answer: 'cannot-tell', expect: 'passes' });
    }
  });
});
