import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  curvesOf,
  isSteady,
  limitAt,
  readingAt,
  topOf,
} from '../../../extension/views/webview/timeline/curve';
import { withAlpha } from '../../../extension/views/webview/timeline/faded';
import { actionOf, markFrom } from '../../../extension/views/webview/timeline/keys';
import { callName } from '../../../extension/views/webview/timeline/ruler';
import { keptPlaces } from '../../../extension/views/webview/timeline/renewed';
import { coveredTicks } from '../../../extension/views/webview/timeline/ruler-room';
import { panned, recalled, Ways, within, zoomed } from '../../../extension/views/webview/timeline/stretch';
import { words } from '../../../extension/views/words';
import type { SeriesBody } from '../../../debug-adapter/protocol/panel';
import { TimelineScale } from '../../../picture/timeline/scale';

const strings = { ...words, language: 'en' };
const scaleOf = (from: number, to: number, end = 1000): TimelineScale =>
  new TimelineScale({ events: [0, end], lines: [1, end + 1], seconds: null }, 'lines', from, to);

describe('the stretch that is shown', () => {
  it('zooms around what is pointed at', () => {
    expect(zoomed(scaleOf(0, 1000), 0.5, 0.25, 1000)).toEqual({ from: 125, to: 625 });
    expect(zoomed(scaleOf(125, 625), 2, 0.25, 1000)).toEqual({ from: 0, to: 1000 });
  });

  it('moves along, and stops at the ends', () => {
    expect(panned(scaleOf(100, 200), 0.5, 1000)).toEqual({ from: 150, to: 250 });
    expect(panned(scaleOf(100, 200), -5, 1000)).toEqual({ from: 0, to: 100 });
    expect(panned(scaleOf(900, 1000), 3, 1000)).toEqual({ from: 900, to: 1000 });
  });

  test('lies in the recording, is never empty, and can always be zoomed out to the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.array(
          fc.tuple(fc.double({ min: 0.1, max: 8, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
          { maxLength: 20 },
        ),
        (end, steps) => {
          let stretch = { from: 0, to: end };
          for (const [factor, share] of steps) {
            stretch = zoomed(scaleOf(stretch.from, stretch.to, end), factor, share, end);
            expect(stretch.from).toBeGreaterThanOrEqual(0);
            expect(stretch.to).toBeLessThanOrEqual(end);
            expect(stretch.to).toBeGreaterThan(stretch.from);
          }
          expect(zoomed(scaleOf(stretch.from, stretch.to, end), 1e6, 0.5, end)).toEqual({ from: 0, to: end });
        },
      ),
    );
  });

  it('of what was shown before can be come back to, step by step', () => {
    const ways = new Ways();
    ways.leave({ from: 0, to: 10 });
    ways.leave({ from: 0, to: 10 });
    ways.leave({ from: 2, to: 5 });
    expect([ways.back(), ways.back(), ways.back()]).toEqual([
      { from: 2, to: 5 },
      { from: 0, to: 10 },
      undefined,
    ]);
  });

  it('is cut to a recording that is shorter', () => {
    expect(within({ from: 900, to: 1100 }, 1000)).toEqual({ from: 800, to: 1000 });
    expect(within({ from: -5, to: -5 }, 2)).toEqual({ from: 0, to: 2 });
  });

  test.each<[unknown]>([[undefined], [null], ['x'], [{ file: 'a', events: '5', from: 0, to: 1 }]])(
    'is not recalled from %o',
    (kept) => expect(recalled(kept)).toBeUndefined(),
  );
});

describe('keys', () => {
  const key = (name: string, shiftKey = false, ctrlKey = false) =>
    actionOf({ key: name, shiftKey, ctrlKey, metaKey: false, altKey: false });

  it('travel from mark to mark, with Shift from event to event, and zoom', () => {
    expect(key('ArrowRight')).toEqual({ do: 'mark', by: 1 });
    expect(key('ArrowLeft', true)).toEqual({ do: 'event', by: -1 });
    expect(key('+')).toEqual({ do: 'zoom', factor: 0.5 });
    expect(key('0')).toEqual({ do: 'all' });
  });

  it('leave the editor its own', () => {
    expect(key('+', false, true)).toBeUndefined();
    expect(key('constructor')).toBeUndefined();
  });

  it('find the nearest mark on each side', () => {
    const marks = [{ event: 3 }, { event: 7 }, { event: 9 }];
    expect([markFrom(marks, 7, 1), markFrom(marks, 7, -1), markFrom(marks, 9, 1)]).toEqual([9, 3, undefined]);
  });
});

describe('curves', () => {
  const series: SeriesBody = {
    from: 0,
    to: 10,
    process: 0,
    processName: 'a',
    events: [0, 4, 10],
    lines: [1, 5, 10],
    mappedKb: [null, 2048, 2048],
    lockedKb: [0, 0, 0],
    vmas: [3, 4, 4],
    isThinned: false,
    limits: [{ event: 2, kb: 64 }],
    instants: { events: [0, 10], lines: [1, 11], seconds: null },
    clock: null,
    marks: [],
    lanes: [],
    lanesLeftOut: 0,
  };
  const [mapped, locked, vmas] = curvesOf(series, strings);

  it('are read at the cursor, and say so where nothing can be told', () => {
    expect([0, 4, 9].map((at) => readingAt(mapped!, at, strings))).toEqual(['cannot tell', '2 MiB', '2 MiB']);
    expect([1, 2].map((at) => limitAt(locked!, at, strings))).toEqual(['', 'limit 64 KiB']);
  });

  it('are near to what it was between the steps that are left of many, and exact on them', () => {
    const [thinned] = curvesOf({ ...series, isThinned: true }, strings);
    expect([4, 9].map((at) => readingAt(thinned!, at, strings))).toEqual(['2 MiB', '~2 MiB']);
    const totals = { mappedKb: 1024, lockedKb: null, vmas: 4 };
    expect(readingAt(thinned!, 9, strings, totals)).toBe('1 MiB');
    expect(readingAt(locked!, 9, strings, totals)).toBe('cannot tell');
  });

  it('that never change are known', () => {
    expect([mapped, locked, vmas].map((curve) => isSteady(curve!))).toEqual([true, true, false]);
  });

  it('are not pressed flat by a limit far above', () => {
    expect(topOf(locked!)).toBeLessThan(64);
    const [, near] = curvesOf({ ...series, lockedKb: [0, 32, 32] }, strings);
    expect(topOf(near!)).toBeCloseTo(70.4);
  });
});

test.each([
  ['#0063d3', 'rgba(0, 99, 211, 0.5)'],
  ['rgba(255, 255, 255, 0.7)', 'rgba(255, 255, 255, 0.35)'],
  ['oklch(0.5 0.2 240)', undefined],
])('a colour that lets through half: %s', (colour, half) => {
  expect(withAlpha(colour, 0.5)).toBe(half);
});

describe('rows that are drawn again', () => {
  it.each([
    ['stay where nothing is new', 'abc', 'abc', [0, 1, 2]],
    ['stay where others come and go between them', 'abcd', 'xbyd', [undefined, 1, undefined, 3]],
    ['stay in their order only', 'ab', 'ba', [1, undefined]],
    ['stay once each', 'aab', 'aaab', [0, 1, undefined, 2]],
    ['are new where none were', '', 'ab', [undefined, undefined]],
  ])('%s', (_what, old, fresh, places) => {
    expect(keptPlaces(Array.from(old), Array.from(fresh))).toEqual(places);
  });
});

test.each([
  ['right of its middle', 0.5, [0.2, 0.53, 0.8], [false, true, false]],
  ['left of it, as far as their own digits reach', 0.5, [0.35, 0.44], [false, true]],
  ['at the right end, where they stand left of their tick', 0.95, [0.7, 0.985], [false, true]],
  ['at the right end, where the cursor stands inside the drawing', 1, [0.7, 0.92], [false, true]],
])('numbers of the axis give way to the cursor: %s', (_where, share, ticks, covered) => {
  const places = ticks.map((at) => ({ share: at, label: '1,000' }));
  expect(coveredTicks(places, { share, parts: ['line 900'] }, 1000)).toEqual(covered);
});

test.each([
  ['mremap(0x7ffff7fef000, 16384, 32768, 0) = -1 ENOMEM (Cannot allocate memory)', 'mremap ENOMEM'],
  ['mmap(NULL, 4096) = 0x7000', 'mmap'],
  ['--- SIGSEGV {si_signo=SIGSEGV} ---', ''],
  ['write(1, " = -1 EVIL<b>", 5) = 5', 'write'],
])('a call is named in short: %s', (text, name) => {
  expect(callName(text)).toBe(name);
});
