/** Page runs travel in time with the rest of the world: by any checkpoints, forwards and backwards. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AddressSpace } from '../../../model/memory/address-space';
import { pageRange } from '../../../model/memory/page';
import { pageReport } from '../../../model/timeline/page-report';
import { revertChange } from '../../../model/memory/space-change';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import type { EventIndex } from '../../../model/trace/positions';
import { record } from './recorded';

const at = (n: number): EventIndex => n as EventIndex;
const FIRST = 0x10000;

const call = fc
  .record({
    what: fc.constantFrom(
      'mmap',
      'mmap',
      'munmap',
      'mprotect',
      'mlock',
      'munlock',
      'madvise',
      'madvise',
      'mremap',
      'fork',
    ),
    start: fc.nat(30),
    pages: fc.integer({ min: 1, max: 8 }),
    to: fc.nat(30),
    prot: fc.constantFrom('PROT_NONE', 'PROT_READ', 'PROT_READ|PROT_WRITE'),
    flags: fc.constantFrom('', '|MAP_POPULATE', '|MAP_LOCKED'),
    advice: fc.constantFrom(
      'DONTNEED',
      'FREE',
      'POPULATE_READ',
      'POPULATE_WRITE',
      'GUARD_INSTALL',
      'GUARD_REMOVE',
    ),
  })
  .map(({ what, start, pages, to, prot, flags, advice }): string => {
    const address = (n: number): string => `0x${((FIRST + n) * 4096).toString(16)}`;
    const range = `${address(start)}, ${pages * 4096}`;
    switch (what) {
      case 'mmap':
        return `mmap(${range}, ${prot}, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS${flags}, -1, 0) = ${address(start)}`;
      case 'mprotect':
        return `mprotect(${range}, ${prot}) = 0`;
      case 'madvise':
        return `madvise(${range}, MADV_${advice}) = 0`;
      case 'mremap':
        return `mremap(${range}, ${pages * 4096}, MREMAP_MAYMOVE|MREMAP_FIXED, ${address(100 + to)}) = ${address(100 + to)}`;
      case 'fork':
        return `fork() = ${200 + start}`;
      default:
        return `${what}(${range}) = 0`;
    }
  });

const everything = pageRange(0, 2 ** 35);
const runs = (space: AddressSpace | undefined): readonly string[] =>
  (space?.pagesIn(everything) ?? []).map(({ start, end, kind, event }) => `${start}-${end} ${kind} ${event}`);

const shown = (timeline: RecordedTimeline, n: number): readonly (readonly string[])[] => {
  const world = timeline.worldAt(at(n));
  return [...world.tasks()].map((task) => runs(world.space(task.space)));
};

test('any checkpoints give the same runs, and each change can be taken back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(call, { minLength: 1, maxLength: 50 }),
      fc.record({
        budget: fc.integer({ min: 0, max: 200_000 }),
        spacing: fc.integer({ min: 1, max: 40 }),
        longestSpacing: fc.integer({ min: 1, max: 200 }),
        mostPacked: fc.integer({ min: 0, max: 12 }),
      }),
      fc.array(fc.nat(60), { maxLength: 20 }),
      async (calls, checkpoints, positions) => {
        const log = ['execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0', ...calls]
          .map((one) => `100 ${one}`)
          .join('\n');
        const every = await record(log, {
          checkpoints: { budget: 1e9, spacing: 1, longestSpacing: 1, mostPacked: 0 },
        });
        const timeline = await record(log, { checkpoints });
        for (const position of positions) {
          const n = Math.min(position, timeline.end);
          expect(shown(timeline, n)).toEqual(shown(every, n));
        }
        for (let n = 0; n < timeline.end; n++)
          for (const change of timeline.changeAt(at(n))?.spaces ?? []) {
            const before = timeline.worldAt(at(n)).space(change.space);
            const after = timeline.worldAt(at(n + 1)).space(change.space);
            if (before !== undefined && after !== undefined)
              expect(runs(revertChange(after, change))).toEqual(runs(before));
          }
      },
    ),
    { numRuns: 40 },
  );
});

test('a blank page says which line mapped it, a page shared by a fork says which', async () => {
  const timeline = await record(`
    100 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
    100 mmap(0x10000000, 16384, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) = 0x10000000
    100 mlock(0x10001000, 4096) = 0
    100 mprotect(0x10000000, 16384, PROT_READ) = 0
    100 fork() = 101
    100 madvise(0x10001000, 4096, MADV_DONTNEED_LOCKED) = 0
  `);
  const report = (n: number, address: bigint) => {
    const world = timeline.worldAt(at(n));
    const space = world.space(world.task(timeline.recording.events.task(at(0)))!.space)!;
    return pageReport(timeline, at(n), space, address, undefined)!;
  };
  expect(report(4, 0x10000000n)).toMatchObject({ mappedEmptyAt: 1, walk: { entry: { state: 'open' } } });
  expect(report(4, 0x10001000n)).toMatchObject({
    sharedSince: undefined,
    walk: { entry: { state: 'present', run: { kind: 'own', event: 2 }, hold: 'locked', write: 'no' } },
  });
  expect(report(5, 0x10001000n)).toMatchObject({ sharedSince: 4, mappedEmptyAt: undefined });
  expect(report(6, 0x10001000n).walk.entry).toMatchObject({
    state: 'open',
    was: 'absent',
    run: { event: 5 },
  });
  expect(report(6, 0x20000000n).walk.entry).toMatchObject({ state: 'unknown' });
});
