import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { revertChange } from '../../../model/memory/space-change';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { at, record, sample, sampleNames } from './recorded';
import { plain, type PlainWorld } from './world-text';

/** Checkpoints so far apart that there is only the first: every world is reached from the start of the log. */
const ONLY_START = { budget: 0, spacing: 2 ** 30, longestSpacing: 2 ** 30, mostPacked: 4096 };
/** One after each record, whatever it costs, as it is. */
const EVERYWHERE = { budget: Infinity, spacing: 1, longestSpacing: 1, mostPacked: 0 };

const PACKED_EVERYWHERE = { ...EVERYWHERE, mostPacked: Infinity };

function forward(timeline: RecordedTimeline): PlainWorld[] {
  const worlds: PlainWorld[] = [];
  for (let n = 0; n <= timeline.end; n++) worlds.push(plain(timeline.worldAt(at(n))));
  return worlds;
}

function backward(timeline: RecordedTimeline): PlainWorld[] {
  const worlds: PlainWorld[] = [];
  for (let n = timeline.end as number; n >= 0; n--) worlds.unshift(plain(timeline.worldAt(at(n))));
  return worlds;
}

describe('a world is the same whichever way it is reached', () => {
  test.each(sampleNames)('%s', async (name) => {
    const stepped = forward(await sample(name, { checkpoints: EVERYWHERE }));
    expect(backward(await sample(name, { checkpoints: EVERYWHERE }))).toEqual(stepped);
    expect(backward(await sample(name, { checkpoints: PACKED_EVERYWHERE }))).toEqual(stepped);
    expect(forward(await sample(name, { checkpoints: ONLY_START }))).toEqual(stepped);
    expect(backward(await sample(name, { checkpoints: ONLY_START }))).toEqual(stepped);
    const jumping = await sample(name);
    const end = jumping.end as number;
    for (let n = 0, position = 0; n <= end; n++, position = (position + 7919) % (end + 1))
      expect(plain(jumping.worldAt(at(position)))).toEqual(stepped[position]);
  });
});

describe('a change leads from the world before to the world after, and back', () => {
  test.each(sampleNames)('%s', async (name) => {
    const timeline = await sample(name);
    for (let i = 0; i < timeline.changing.length; i++) {
      const event = timeline.changing.at(i);
      const change = timeline.changeAt(event)!;
      expect(change.event).toBe(event);
      const before = timeline.worldAt(event);
      for (const { id, before: was } of [...change.tasks]) expect(before.task(id)).toEqual(was);
      for (const { id, before: was } of [...change.processes]) expect(before.process(id)).toEqual(was);
      // What the next event brings to light (a first sight, a snapshot) comes on top of it.
      const after = timeline.worldAt(at(event + 1));
      const [only] = change.spaces;
      if (only === undefined || change.spaces.length > 1 || change.spaceLives.length > 0) continue;
      const space = after.space(only.space);
      if (space === undefined || (space as { parts?: unknown }).parts === undefined) continue;
      const untouched =
        [...space.vmas()].length ===
        before.space(only.space)!.mapCount + only.added.length - only.removed.length;
      if (!untouched) continue;
      expect([...revertChange(space, only).vmas()]).toEqual([...before.space(only.space)!.vmas()]);
    }
  });
});

test('an event that changes nothing has no change', async () => {
  const timeline = await record(`
    1 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
    1 read(3, "x", 1) = 1
    1 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
    1 munmap(0x7f0000002000, 4096) = -1 EINVAL (Invalid argument)
  `);
  expect(timeline.changeAt(at(1))).toBeUndefined();
  expect(timeline.changeAt(at(3))).toBeUndefined();
  expect([...Array(timeline.changing.length).keys()].map((i) => timeline.changing.at(i))).toEqual([0, 2]);
  expect(timeline.changing.firstAtOrAfter(at(1))).toBe(1);
  expect(timeline.changing.firstAtOrAfter(at(3))).toBe(2);
});

test('positions outside of the log stand at its ends', async () => {
  const timeline = await record('1 brk(NULL) = 0x1000');
  expect(plain(timeline.worldAt(at(-5)))).toEqual(plain(timeline.worldAt(at(0))));
  expect(plain(timeline.worldAt(at(99)))).toEqual(plain(timeline.worldAt(timeline.end)));
});

/** A call that may succeed anywhere in a small arena; the log says it did. */
const page = fc.integer({ min: 0, max: 24 });
const someCall = fc
  .record({
    what: fc.constantFrom(
      'mmap',
      'munmap',
      'mprotect',
      'mlock',
      'munlock',
      'mlockall',
      'open',
      'close',
      'fork',
      'madvise',
    ),
    start: page,
    pages: fc.integer({ min: 1, max: 8 }),
    write: fc.boolean(),
  })
  .map(({ what, start, pages, write }): string => {
    const addr = `0x${(0x10000000 + start * 4096).toString(16)}`;
    const length = pages * 4096;
    const prot = write ? 'PROT_READ|PROT_WRITE' : 'PROT_READ';
    switch (what) {
      case 'mmap':
        return `mmap(${addr}, ${length}, ${prot}, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = ${addr}`;
      case 'mprotect':
        return `mprotect(${addr}, ${length}, ${prot}) = 0`;
      case 'madvise':
        return `madvise(${addr}, ${length}, ${write ? 'MADV_DONTFORK' : 'MADV_SEQUENTIAL'}) = 0`;
      case 'mlockall':
        return write ? 'mlockall(MCL_CURRENT|MCL_FUTURE) = 0' : 'munlockall() = 0';
      case 'open':
        return `openat(AT_FDCWD, "/f${start}", O_RDONLY${write ? '|O_CLOEXEC' : ''}) = ${3 + start}`;
      case 'close':
        return `close(${3 + start}) = 0`;
      case 'fork':
        return `fork() = ${200 + start}`;
      default:
        return `${what}(${addr}, ${length}) = 0`;
    }
  });

test('checkpoints of any budget and distance give the same worlds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(someCall, { minLength: 1, maxLength: 60 }),
      fc.record({
        budget: fc.integer({ min: 0, max: 200_000 }),
        spacing: fc.integer({ min: 1, max: 40 }),
        longestSpacing: fc.integer({ min: 1, max: 200 }),
        mostPacked: fc.integer({ min: 0, max: 12 }),
      }),
      fc.array(fc.nat(60), { maxLength: 20 }),
      async (calls, checkpoints, positions) => {
        const log = ['execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0', ...calls]
          .map((call) => `100 ${call}`)
          .join('\n');
        const expected = forward(await record(log, { checkpoints: EVERYWHERE }));
        const timeline = await record(log, { checkpoints });
        for (const position of positions) {
          const n = Math.min(position, timeline.end);
          expect(plain(timeline.worldAt(at(n)))).toEqual(expected[n]);
        }
      },
    ),
    { numRuns: 60 },
  );
});
