import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TimelineScale } from '../../../../picture/timeline/scale';
import { lastAtOrBefore, valueAt } from '../../../../picture/timeline/series';
import { decimalStep, secondsText, ticksOf, wallText } from '../../../../picture/timeline/ticks';

const events = [0, 10, 20, 30];
const instants = { events, lines: [1, 11, 31, 41], seconds: [0, 5, 5, 10] };

describe('the scale', () => {
  it('counts lines, which may stand further apart than events', () => {
    const scale = new TimelineScale(instants, 'lines', 0, 30);
    expect(events.map((event) => scale.share(event))).toEqual([0, 0.25, 0.75, 1]);
    expect(scale.lineOf(15)).toBe(21);
    expect(scale.positionAt(0.5)).toBe(15);
  });

  it('counts seconds; calls of one stamp stand on one place', () => {
    const scale = new TimelineScale(instants, 'time', 0, 30);
    expect(events.map((event) => scale.share(event))).toEqual([0, 0.5, 0.5, 1]);
    expect(scale.secondsOf(25)).toBe(7.5);
  });

  it('puts what a call has done at its moment, or behind its line', () => {
    const exact = { events: [0, 1, 2, 3], lines: [1, 2, 3, 4], seconds: [0, 1, 10, 10] };
    expect(new TimelineScale(exact, 'lines', 0, 3).beginning(2)).toBe(3);
    const time = new TimelineScale(exact, 'time', 0, 3);
    expect([0, 1, 2, 3].map((position) => time.beginning(position))).toEqual([0, 0, 1, 10]);
    expect(time.shareOfBeginning(2)).toBe(0.1);
  });

  it('counts events where there are no lines', () => {
    const scale = new TimelineScale({ events, lines: null, seconds: null }, 'time', 0, 30);
    expect(scale.share(15)).toBe(0.5);
    expect(scale.lineOf(15)).toBeNull();
  });

  it('reaches beyond the stretch, and stays in it where a place is asked for', () => {
    const scale = new TimelineScale(instants, 'lines', 10, 20);
    expect(scale.reach(-0.5)).toBe(0);
    expect(scale.positionAt(-0.5)).toBe(10);
  });

  it('has a width where all of a stretch has one stamp', () => {
    const scale = new TimelineScale(instants, 'time', 10, 20);
    expect(scale.share(20)).toBe(0);
    expect(Number.isFinite(scale.share(30))).toBe(true);
  });

  const ascending = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 30 })
    .map((gaps) => gaps.reduce<number[]>((sums, gap) => [...sums, (sums.at(-1) ?? 0) + gap], [0]));
  test('takes a position there and back', () => {
    fc.assert(
      fc.property(ascending, ascending, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, share) => {
        const n = Math.min(a.length, b.length);
        const to = a[n - 1] ?? 1;
        const scale = new TimelineScale(
          { events: a.slice(0, n), lines: b.slice(0, n), seconds: null },
          'lines',
          0,
          to,
        );
        const position = Math.round(share * to);
        expect(scale.positionAt(scale.share(position))).toBe(position);
      }),
    );
  });
});

describe('ticks', () => {
  const labels = (scale: TimelineScale, width: number): string[] =>
    ticksOf(scale, width, 90, 'en').map(({ label }) => label);

  it('are round lines, as many as have room', () => {
    const million = new TimelineScale(
      { events: [0, 1e6], lines: [1, 1_000_001], seconds: null },
      'lines',
      0,
      1e6,
    );
    expect(labels(million, 500)).toEqual(['200,000', '400,000', '600,000', '800,000', '1,000,000']);
    expect(labels(new TimelineScale(instants, 'lines', 0, 30), 900)).toEqual([
      '5',
      '10',
      '15',
      '20',
      '25',
      '30',
      '35',
      '40',
    ]);
  });

  it('are no parts of lines', () => {
    const few = new TimelineScale({ events: [0, 3], lines: [1, 4], seconds: null }, 'lines', 0, 3);
    expect(labels(few, 2000)).toEqual(['1', '2', '3', '4']);
  });

  test.each<[seconds: number, width: number, labels: readonly string[]]>([
    [0.0004, 400, ['0 µs', '100 µs', '200 µs', '300 µs', '400 µs']],
    [0.4, 400, ['0 ms', '100 ms', '200 ms', '300 ms', '400 ms']],
    [4, 400, ['0 s', '1 s', '2 s', '3 s', '4 s']],
    [600, 500, ['0 s', '2:00', '4:00', '6:00', '8:00', '10:00']],
    [7200, 300, ['0 s', '1:00:00', '2:00:00']],
  ])('over %f seconds', (seconds, width, expected) => {
    const scale = new TimelineScale({ events: [0, 100], lines: null, seconds: [0, seconds] }, 'time', 0, 100);
    expect(labels(scale, width).map((label) => label.replace(/^0$/, '0 s').replace(/^0:00$/, '0 s'))).toEqual(
      expected,
    );
  });

  test('steps are 1, 2 or 5 times a power of ten, and not below what is asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (least) => {
        const step = decimalStep(least);
        expect(step).toBeGreaterThanOrEqual(least * (1 - 1e-6));
        expect(step).toBeLessThanOrEqual(least * 2.51);
      }),
    );
  });
});

describe('times in words', () => {
  test.each<[number, number, string]>([
    [0.000_25, 1e-6, '250 µs'],
    [0.012_5, 1e-4, '12.5 ms'],
    [1.25, 1e-3, '1.250 s'],
    [125, 1, '2:05'],
    [3725, 1, '1:02:05'],
  ])('%f', (seconds, step, text) => {
    expect(secondsText(seconds, step, 'en')).toBe(text);
  });

  it('are as the clock showed them', () => {
    expect(wallText({ kind: 'day', seconds: 86_399 }, 2.5)).toBe('00:00:01.500000');
    expect(wallText({ kind: 'epoch', seconds: 1_795_255_700.2 }, 0.000_001)).toBe(
      '2026-11-21 10:08:20.200001 UTC',
    );
    expect(wallText({ kind: 'epoch', seconds: 1e300 }, 0)).toBe('');
  });
});

describe('a value at a position', () => {
  it('holds from its step up to the next', () => {
    const steps = { events: [5, 8, 9], values: [1, null, 3] };
    expect([4, 5, 7, 8, 9, 100].map((at) => valueAt(steps, at))).toEqual([null, 1, 1, null, 3, 3]);
    expect(lastAtOrBefore([], 3)).toBe(-1);
  });
});
