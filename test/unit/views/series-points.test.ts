import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pointsIn } from '../../../debug-adapter/presentation/series/points';

const totals = (mappedKb: number | null) => ({ mappedKb, lockedKb: mappedKb, vmas: 1, limitKb: null });

describe('the points of a curve', () => {
  it('are all changes where they are few, from end to end', () => {
    const course = { events: [0, 5, 9], totals: [totals(1), totals(2), totals(3)] };
    expect(
      pointsIn(course, { from: 3, to: 10 }, 100).points.map(({ event, totals: { mappedKb } }) => [
        event,
        mappedKb,
      ]),
    ).toEqual([
      [3, 1],
      [5, 2],
      [9, 3],
      [10, 3],
    ]);
  });

  it('are two without any course', () => {
    const { points } = pointsIn({ events: [], totals: [] }, { from: 0, to: 4 }, 10);
    expect(points.map(({ event }) => event)).toEqual([0, 4]);
  });

  it.each([
    [3, false],
    [2, true],
  ])('of four changes where %i are wanted, say whether some are left out: %s', (most, isThinned) => {
    const course = { events: [0, 2, 4, 6], totals: [1, 2, 3, 4].map(totals) };
    expect(pointsIn(course, { from: 0, to: 8 }, most).isThinned).toBe(isThinned);
  });

  test('lose no peak and no hole, however many changes there are', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 800 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 50 }), (all, most) => {
        const course = { events: all.map((_, i) => i), totals: all.map(totals) };
        const { points } = pointsIn(course, { from: 0, to: all.length }, most);
        const shown = points.map(({ totals: { mappedKb } }) => mappedKb ?? -1);
        expect(Math.max(...shown)).toBe(Math.max(...all));
        expect(Math.min(...shown)).toBe(Math.min(...all));
        expect(points.length).toBeLessThanOrEqual(4 * most + 10);
        const events = points.map(({ event }) => event);
        expect(events).toEqual([...events].sort((a, b) => a - b));
      }),
    );
  });
});
