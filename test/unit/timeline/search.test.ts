import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failingCalls, HitOrdinals, searchFor } from '../../../model/timeline/search';
import type { Direction, SearchPredicate } from '../../../model/timeline/timeline';
import type { TaskId } from '../../../model/trace/positions';
import { at, record } from './recorded';

const LOG = `
  101 execve("./a", ["./a"], 0x7ffd0 /* 0 vars */) = 0
  101 open("/a", O_RDONLY) = -1 ENOENT (No such file or directory)
  101 fork() = 102
  102 open("/b", O_RDONLY) = -1 ENOENT (No such file or directory)
  101 --- SIGCHLD {si_signo=SIGCHLD} ---
  101 open("/b", O_RDONLY) = -1 EACCES (Permission denied)
`;

async function find(
  predicate: (r: Awaited<ReturnType<typeof record>>['recording']) => SearchPredicate,
  from: number,
  direction: Direction,
  budget = 1000,
) {
  const { recording } = await record(LOG);
  const search = searchFor(recording, predicate(recording));
  let step = search.step(at(from), direction, budget);
  while ('goOnFrom' in step) step = search.step(step.goOnFrom, direction, budget);
  return step;
}

describe('the next hit', () => {
  test.each([
    [0, 'forward', { found: 1 }],
    [1, 'forward', { found: 1 }],
    [2, 'forward', { found: 3 }],
    [6, 'forward', { end: 6 }],
    [6, 'backward', { found: 5 }],
    [5, 'backward', { found: 3 }],
    [1, 'backward', { end: 0 }],
  ] as const)('failing calls from %i %s', async (from, direction, expected) => {
    expect(await find(failingCalls, from, direction)).toEqual(expected);
    expect(await find(failingCalls, from, direction, 1)).toEqual(expected);
  });

  test('by the text, of one task', async () => {
    const predicate = (): SearchPredicate => ({
      task: 0 as TaskId,
      row: () => true,
      whole: (_, decode) => decode().text.text.includes('"/b"'),
    });
    expect(await find(predicate, 0, 'forward')).toEqual({ found: 5 });
    expect(await find(predicate, 5, 'backward')).toEqual({ end: 0 });
  });

  test('both ways find the same events', async () => {
    const { recording } = await record(LOG);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(5)),
        fc.nat(6),
        fc.integer({ min: 1, max: 9 }),
        (hits, from, budget) => {
          const search = searchFor(recording, { row: (event) => hits.includes(event) });
          const walk = (direction: Direction): number | undefined => {
            let step = search.step(at(from), direction, budget);
            while ('goOnFrom' in step) step = search.step(step.goOnFrom, direction, budget);
            return 'found' in step ? step.found : undefined;
          };
          const sorted = [...hits].sort((a, b) => a - b);
          expect(walk('forward')).toBe(sorted.find((hit) => hit >= from));
          expect(walk('backward')).toBe(sorted.findLast((hit) => hit < from));
          return Promise.resolve();
        },
      ),
    );
  });
});

test('hits are numbered over the recording, however they are reached', async () => {
  const { recording } = await record(LOG);
  const ordinals = new HitOrdinals(recording, failingCalls(recording));
  const ordinal = (event: number): number => {
    let answer = ordinals.ordinal(at(event), 1);
    while (answer === 'more') answer = ordinals.ordinal(at(event), 1);
    return answer;
  };
  expect([5, 1, 3, 0].map(ordinal)).toEqual([3, 1, 2, 0]);
});
