/** The pure parts of the Locked Memory view: the gauge's shares and the course as steps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { courseRows, courseShape } from '../../../extension/views/webview/locked/course-shape';
import { sumsOf } from '../../../extension/views/webview/locked/sums';

const demand = (totalKb: number) => ({ askedKb: totalKb, creditKb: 0, totalKb, isLeast: false });

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
      { parts: ['added 0 16', 'asked 16 48'], spareKb: null, scaleKb: 48 },
    ],
    [
      'a limit that is no multiple of 1024 bytes counts whole kB',
      { lockedKb: 4, afterKb: null, demand: demand(8), limit: '8191' },
      { parts: ['held 0 4', 'asked 4 8'], spareKb: -1, scaleKb: 8 },
    ],
  ])('%s', (_name, body, { parts, ...rest }) => {
    const sums = sumsOf(body);
    expect(sums?.parts.map(({ kind, from, to }) => `${kind} ${from} ${to}`)).toEqual(parts);
    expect(sums).toMatchObject(rest);
  });

  it('is not drawn where the total cannot be told', () => {
    expect(sumsOf({ lockedKb: null, afterKb: null, demand: null, limit: '65536' })).toBeUndefined();
  });

  it('lays its parts end to end within the scale', () => {
    const kb = fc.nat(1_000_000);
    fc.assert(
      fc.property(kb, kb, fc.option(kb), fc.option(kb), (lockedKb, afterKb, total, limit) => {
        const sums = sumsOf({
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
    const { total, limit, topKb } = courseShape(series, size);
    expect(topKb).toBe(16);
    expect(total).toBe('M20 10L50 10L50 5L100 5L100 5L100 5');
    expect(limit).toBe('M20 0L100 0');
  });

  it('leaves out a limit that would press the curve flat', () => {
    const { limit, topKb } = courseShape({ ...series, limits: [{ event: 0, kb: 8192 }] }, size);
    expect([limit, topKb]).toEqual(['', 8]);
  });

  it('breaks where the total cannot be told for a while', () => {
    const { total } = courseShape({ ...series, lockedKb: [4, null, 4, 4], limits: [] }, size);
    expect(total.match(/M/g)).toHaveLength(2);
  });

  it('is listed by its changes', () => {
    const body = { ...series, mappedKb: [], vmas: [], marks: [], lanes: [], lanesLeftOut: 0 };
    expect(courseRows(body)).toEqual([
      { event: 0, line: 1, lockedKb: null },
      { event: 2, line: 3, lockedKb: 0, limitKb: 16 },
      { event: 5, line: 6, lockedKb: 8 },
    ]);
  });
});
