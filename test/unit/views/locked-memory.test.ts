/** The pure parts of the Locked Memory view: the gauge's shares and the course as steps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LockChange } from '../../../debug-adapter/protocol/panel';
import {
  courseShape,
  nextStop,
  stepAt,
  stepFrom,
  stopsOf,
} from '../../../extension/views/webview/locked/course-shape';
import { words } from '../../../extension/views/words/index';
import { stepWords } from '../../../extension/views/webview/locked/step-words';
import { sumsOf } from '../../../extension/views/webview/locked/sums';

const demand = (totalKb: number) => ({
  askedKb: totalKb,
  creditKb: 0,
  totalKb,
  isLeast: false,
  rounding: null,
});
const machine = { rows: [], limitBounds: null, usualLimitKb: 64, pageBytes: 4096 };

describe('the gauge of locked memory', () => {
  it.each([
    [
      'a refused call asks beyond what is held',
      { lockedKb: 48, afterKb: 48, demand: demand(80), limit: '65536' },
      { parts: ['held 0 48', 'asked 48 80'], spareKb: -16, scaleKb: 80 },
    ],
    [
      'a call that succeeds adds, and nothing of what it asked for is left over',
      { lockedKb: 0, afterKb: 64, demand: demand(64), limit: '131072' },
      { parts: ['added 0 64'], spareKb: 64, scaleKb: 128 },
    ],
    [
      'munlock releases',
      { lockedKb: 64, afterKb: 16, demand: null, limit: '65536' },
      { parts: ['held 0 16', 'released 16 64'], spareKb: null, scaleKb: 64 },
    ],
    [
      'half of a call that fails midway is added, the rest was asked for',
      { lockedKb: 0, afterKb: 16, demand: demand(48), limit: 'infinity' },
      { parts: ['added 0 16', 'asked 16 48'], spareKb: null, scaleKb: 48 * 1.3 },
    ],
    [
      'a limit that is no multiple of a page counts in whole pages',
      { lockedKb: 4, afterKb: null, demand: demand(8), limit: '8191' },
      { parts: ['held 0 4', 'asked 4 8'], limitKb: 4, spareKb: -4, scaleKb: 8 },
    ],
    [
      'of a limit that no line shows, what was allowed and refused are its bounds',
      {
        lockedKb: 40,
        afterKb: 40,
        demand: null,
        limit: null,
        limitBounds: { allowed: { kb: 60, event: 1, line: 2 }, refused: { kb: 100, event: 3, line: 4 } },
      },
      { parts: ['held 0 40'], limitKb: null, limitZone: { from: 60, to: 100 }, spareKb: null, scaleKb: 130 },
    ],
    [
      'without any bound there is room for more',
      { lockedKb: 40, afterKb: 40, demand: demand(100), limit: null },
      {
        parts: ['held 0 40', 'asked 40 100'],
        limitKb: null,
        limitZone: null,
        assumedKb: 64,
        spareKb: null,
        scaleKb: 130,
      },
    ],
  ])('%s', (_name, body, { parts, ...rest }) => {
    const sums = sumsOf({ ...machine, ...body });
    expect(sums?.parts.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).toEqual(parts);
    expect(sums).toMatchObject(rest);
  });

  it('is not drawn where the total cannot be told', () => {
    expect(
      sumsOf({ ...machine, lockedKb: null, afterKb: null, demand: null, limit: '65536' }),
    ).toBeUndefined();
  });

  it('lays its parts end to end within the scale', () => {
    const kb = fc.nat(1_000_000);
    fc.assert(
      fc.property(kb, kb, fc.option(kb), fc.option(kb), (lockedKb, afterKb, total, limit) => {
        const sums = sumsOf({
          ...machine,
          lockedKb,
          afterKb,
          demand: total === null ? null : demand(total),
          limit: limit === null ? null : String(limit * 1024),
        })!;
        let end = 0;
        for (const { from, to } of sums.parts) {
          expect(from).toBe(end);
          end = to;
        }
        expect(end).toBe(Math.max(lockedKb, afterKb, total ?? 0));
        expect(end).toBeLessThanOrEqual(sums.scaleKb);
        expect(sums.limitKb ?? 0).toBeLessThanOrEqual(sums.scaleKb);
      }),
    );
  });
});

describe('the course of locked memory', () => {
  const size = { width: 100, height: 10 };
  const series = {
    from: 0,
    to: 10,
    events: [0, 2, 5, 10],
    lines: [1, 3, 6, 11],
    lockedKb: [null, 0, 8, 8],
    limits: [{ event: 2, kb: 16 }],
  };

  it('begins where the total can be told, and holds up to the next point', () => {
    const { total, area, limit, topLimit, topKb } = courseShape(series, size);
    // A quarter more than the limit: there stand the names of the lines.
    expect([topKb, topLimit]).toEqual([20, { event: 2, kb: 16 }]);
    expect(total).toBe('M20 10L50 10L50 6L100 6L100 6L100 6');
    expect(area).toBe('M50 10L50 6L100 6L100 10ZM100 10L100 6L100 6L100 10Z');
    expect(limit).toBe('M20 2L100 2');
  });

  it('leaves out a limit that would press the curve flat', () => {
    const { limit, topKb } = courseShape({ ...series, limits: [{ event: 0, kb: 8192 }] }, size);
    expect([limit, topKb]).toEqual(['', 10]);
  });

  it('breaks where the total cannot be told for a while', () => {
    const { total } = courseShape({ ...series, lockedKb: [4, null, 4, 4], limits: [] }, size);
    expect(total.match(/M/g)).toHaveLength(2);
  });

  const did = (event: number, what: string) => ({ event, line: event + 1, what, how: 'did' as const });
  const changes: readonly LockChange[] = [
    { event: 0, lockedKb: 0, limitKb: 64, by: null },
    { event: 3, lockedKb: 32, limitKb: 64, by: did(2, 'mlock') },
    { event: 6, lockedKb: 32, limitKb: 16, by: did(5, 'prlimit64') },
    { event: 9, lockedKb: 48, limitKb: 16, by: { ...did(9, 'brk'), how: 'showed' } },
  ];

  it.each([
    ['ArrowLeft', 5, 2],
    ['ArrowLeft', 0, undefined],
    ['ArrowRight', 2, 5],
    ['ArrowRight', 9, undefined],
    ['Home', 5, 0],
    ['End', 5, 10],
    ['Enter', 5, undefined],
  ])('%s at position %i leads to %s: the calls that make the changes', (key, position, expected) => {
    const stops = stopsOf({ changes, leftOut: 0 }, series);
    expect(nextStop(key, stops, position, { from: 0, to: 10 })).toBe(expected);
  });

  it('goes through the points of the curve behind the last change that is told', () => {
    const told = changes.slice(0, 2);
    expect(stopsOf({ changes: told, leftOut: 9 }, series)).toEqual([0, 2, 5]);
    expect(stopsOf({ changes: told, leftOut: 0 }, series)).toEqual([0, 2]);
  });

  it('at a call is what it makes, else what made what holds there', () => {
    expect(stepFrom(changes, 2)?.change.event).toBe(3);
    expect(stepFrom(changes, 4)?.change.event).toBe(3);
    expect(stepAt(changes, 2)?.change.event).toBe(0);
    // What a line only brings to light is not its doing.
    expect(stepFrom(changes, 9)?.change.event).toBe(9);
    expect(stepAt([], 2)).toBeUndefined();
  });

  it.each([
    [0, 'from the beginning: 0 KiB, limit 64 KiB'],
    [3, 'mlock: 0 KiB → 32 KiB'],
    [6, 'prlimit64: limit 64 KiB → 16 KiB'],
    [9, '32 KiB → 48 KiB'],
  ])('at position %i says: %s', (position, said) => {
    expect(stepWords(stepAt(changes, position)!, { ...words, language: 'en' })).toBe(said);
  });
});
