import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  clustersOf,
  countsOf,
  numberedClustersOf,
  roomyClustersOf,
} from '../../../../picture/timeline/clusters';
import { activityPath, alive } from '../../../../picture/timeline/lane-shape';
import { markShapes } from '../../../../picture/timeline/mark-shape';
import { markKinds, type MarkKind } from '../../../../picture/timeline/series';
import { spreadOf, stepPaths } from '../../../../picture/timeline/steps';
import { SLIM, trackHeights } from '../../../../picture/timeline/tracks';

const even = (position: number): number => position / 10;
const box = { width: 100, height: 10 };

describe('a curve of states', () => {
  it('holds up to the next value, and ends where nothing can be told', () => {
    const steps = { events: [0, 4, 6, 8], values: [10, 5, null, 10] };
    const { line, area, untold } = stepPaths(steps, { from: 0, to: 10 }, even, 10, box);
    expect(line).toBe('M0 0H40V5H60M80 0H100');
    expect(area).toBe('M0 0H40V5H60V10H0ZM80 0H100V10H80Z');
    expect(untold).toEqual([[60, 80]]);
  });

  it('begins with what held before the stretch', () => {
    const { line } = stepPaths(
      { events: [0, 8], values: [10, 0] },
      { from: 5, to: 10 },
      (at) => (at - 5) / 5,
      10,
      box,
    );
    expect(line).toBe('M0 0H60V10H100');
  });

  it('has a spread of what can be told', () => {
    expect(spreadOf([null, 3, 7, null])).toEqual({ least: 3, most: 7 });
    expect(spreadOf([null])).toBeUndefined();
  });
});

describe('marks that crowd', () => {
  const mark = (at: number, kind: MarkKind, count = 1) => ({ at, kind, count });

  it('are one, with the severest first, and none is lost', () => {
    const marks = [
      mark(0, 'exit'),
      mark(0.4, 'failure', 3),
      mark(0.5, 'signal'),
      mark(9, 'exec'),
      mark(11, 'exit'),
    ];
    const clusters = clustersOf(marks, ({ at }) => at / 10, 0.1);
    expect(
      clusters.map(({ share, chief, count, hasOthers }) => [share, chief.kind, count, hasOthers]),
    ).toEqual([
      [0, 'failure', 3, true],
      [0.9, 'exec', 1, false],
    ]);
    expect(countsOf(clusters[0]?.marks ?? [])).toEqual([
      { kind: 'failure', count: 3 },
      { kind: 'signal', count: 1 },
      { kind: 'exit', count: 1 },
    ]);
  });

  test('never stand nearer than asked, and stand for all that are inside', () => {
    const places = fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(places, fc.constantFrom(0.01, 0.1, 0.5), (all, apart) => {
        const marks = all.sort((a, b) => a - b).map((at) => mark(at, 'failure'));
        const clusters = clustersOf(marks, ({ at }) => at, apart);
        const shares = clusters.map(({ share }) => share);
        shares.slice(1).forEach((share, i) => expect(share - (shares[i] ?? 0)).toBeGreaterThanOrEqual(apart));
        expect(clusters.flatMap((one) => one.marks)).toEqual(marks.filter(({ at }) => at >= 0 && at <= 1));
      }),
    );
  });

  it.each([
    ['stand apart where both numbers have room', [0.5, 0.51, 0.95, 0.96], [0.5, 0.95]],
    [
      'are one where the last number, before its shape, would cover the other',
      [0.8, 0.81, 0.95, 0.96],
      [0.8],
    ],
    ['are one with all that collide with what they become', [0.8, 0.81, 0.91, 0.92, 0.99, 1], [0.8]],
    ['stand apart where the one before has none', [0.8, 0.95, 0.96], [0.8, 0.95]],
    ['stand apart where the last has room behind it', [0.7, 0.71, 0.85, 0.86], [0.7, 0.85]],
  ])('with numbers %s', (_what, places, shares) => {
    const marks = places.map((at) => mark(at, 'failure'));
    const clusters = numberedClustersOf(marks, ({ at }) => at, 0.1);
    expect(clusters.map(({ share }) => share)).toEqual(shares);
    expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
  });

  it.each([
    ['as near as shapes where each is one', [0.1, 0.3, 0.45], [0.1, 0.3, 0.45]],
    ['further apart where one of them has a number', [0.1, 0.15, 0.3, 0.55], [0.1, 0.55]],
  ])('stand %s', (_what, places, shares) => {
    const marks = places.map((at) => mark(at, 'failure'));
    expect(roomyClustersOf(marks, ({ at }) => at, 0.1, 0.25).map(({ share }) => share)).toEqual(shares);
  });

  it('are told apart without colour', () => {
    expect(new Set(markKinds.map((kind) => markShapes[kind])).size).toBe(markKinds.length);
  });
});

describe('a lane', () => {
  const lane = { from: 0, to: 10, activity: [1, 0, 0.25, 0, 0] };

  it('shows how busy the task was, the fullest at full height', () => {
    expect(activityPath(lane, { from: 0, to: 10 }, even, box)).toBe('M0 10V0H20V10ZM40 10V5H60V10Z');
  });

  it('is lower where the same events took longer', () => {
    // The second fifth of the events takes nearly all of the time.
    const time = (at: number): number =>
      at <= 2 ? at * 0.05 : at <= 4 ? 0.1 + (at - 2) * 0.4 : 0.9 + (at - 4) / 60;
    const path = activityPath({ ...lane, activity: [1, 1, 0, 0, 0] }, { from: 0, to: 10 }, time, {
      width: 100,
      height: 100,
    });
    const tops = [...path.matchAll(/V([\d.]+)H/g)].map(([, top]) => Number(top));
    expect(tops[0]).toBe(0);
    expect(tops[1]).toBeGreaterThan(40);
  });

  it('of many are counted as long as they live', () => {
    const lanes = [
      { from: 0, to: 10 },
      { from: 2, to: 4 },
      { from: 3, to: 10 },
    ];
    expect(alive(lanes, { from: 1, to: 10 })).toEqual({ events: [1, 2, 3, 4, 10], values: [1, 2, 3, 2, 0] });
  });
});

describe('heights', () => {
  it('go to what changes; what never does gets one slim row', () => {
    expect(trackHeights([{ weight: 3 }, { weight: 0 }, { weight: 2 }], 1, 190)).toEqual([91, SLIM, 61]);
  });

  it('of many lanes leave room for the curves', () => {
    const [mapped = 0] = trackHeights([{ weight: 1 }], 300, 300);
    expect(mapped).toBeGreaterThan(150);
  });

  test('never press a curve flat', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(2000), (lanes, room) => {
        for (const height of trackHeights([{ weight: 3 }, { weight: 2 }, { weight: 0 }], lanes, room))
          expect(height).toBeGreaterThanOrEqual(SLIM);
      }),
    );
  });
});
