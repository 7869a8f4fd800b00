/** The page walk and the gauge of locked memory as files: well-formed, in their bounds, and no name becomes an element. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gaugeSvg, type PicturedGauge } from '../../../picture/locked/gauge-svg';
import { geometryOf } from '../../../model/memory/page-tables/geometries';
import { GEOMETRY_NAMES, indexAt, type GeometryName } from '../../../model/memory/page-tables/geometry';
import { digitsOf, fieldsOf, isShared } from '../../../picture/pages/address-fields';
import { walkSvg, type PicturedWalk } from '../../../picture/pages/walk-svg';

const colours = { paper: '#fff', ink: '#000', faint: '#888' };
const walkColours = { ...colours, levels: ['#11f', '#1f1', '#f11'] };
const gaugeColours = { ...colours, held: '#808', over: '#f00' };

const HOSTILE = '</text><script>alert(1)</script><img src=x onerror="alert(2)">&\u0000\u001b[31m\u202e\ud800';

function walkIn(name: GeometryName, address: bigint, text = 'mlock(0x1000, 4096) = 0'): PicturedWalk {
  const { levels } = geometryOf(name);
  const steps = levels.map((level) => ({
    level: level.name,
    bits: [level.high, level.low] as const,
    index: indexAt(level, address),
  }));
  const hex = `0x${address.toString(16)}`;
  return {
    caption: text,
    note: name,
    language: 'en',
    address: hex,
    fields: fieldsOf({ address: hex, steps }, 'offset'),
    tables: steps.map(({ level, index }) => ({
      title: level,
      count: text,
      rows: [{ text: `${index} ${text}`, isChosen: true }],
      foot: text,
      exists: 'open',
    })),
    page: { title: 'page', size: '4 KiB', state: text, byte: '+0x0', start: hex, isThere: true },
    facts: [text],
  };
}

const gaugeOf = (text: string): PicturedGauge => ({
  caption: text,
  total: '48 KiB locked of 64 KiB',
  verdict: text,
  isOver: true,
  language: 'en',
  scaleKb: 80,
  parts: [
    { kind: 'held', from: 0, to: 48, text },
    { kind: 'asked', from: 48, to: 80, text: 'asked 32 KiB' },
    { kind: 'over', from: 64, to: 80, text },
  ],
  marks: [{ atKb: 64, text, isAssumed: false }],
  bill: [{ sign: '+', amount: '32 KiB', name: text, detail: text, kind: 'verdict isOver' }],
  notes: [text],
});

/** Tags close in the order in which they open, and nothing stands outside of the first. */
function tagsOf(svg: string): readonly string[] {
  const open: string[] = [];
  const seen: string[] = [];
  for (const [, closes, name, isEmpty] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closes === '/') expect(open.pop()).toBe(name);
    else {
      seen.push(name ?? '');
      if (isEmpty !== '/') open.push(name ?? '');
    }
  }
  expect(open).toEqual([]);
  return seen;
}

describe('the page walk as SVG', () => {
  it.each(GEOMETRY_NAMES)('of %s has a frame for each table, and each field on its bits', (name) => {
    const { levels, userEnd } = geometryOf(name);
    const svg = walkSvg(walkIn(name, userEnd - 4096n), walkColours);
    expect(new Set(tagsOf(svg))).toEqual(new Set(['svg', 'title', 'rect', 'text', 'path']));
    for (const { high, low } of levels) expect(svg).toContain(`>${high === low ? high : `${high}–${low}`}<`);
    const numbers = [...svg.matchAll(/ x="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
    const width = Number(/width="([\d.]+)"/.exec(svg)?.[1]);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(width);
    expect(svg).not.toContain('NaN');
  });

  it('reads the same address out of its fields and out of its digits', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GEOMETRY_NAMES),
        fc.bigInt({ min: 0n, max: (1n << 57n) - 1n }),
        (name, n) => {
          const address = n % geometryOf(name).userEnd;
          const { fields } = walkIn(name, address);
          const bits = (fields[0]?.high ?? 0) + 1;
          expect(fields.reduce((sum, { value, low }) => sum | (value << BigInt(low)), 0n)).toBe(address);
          const digits = digitsOf(address, bits);
          expect(BigInt(`0x${digits.map(({ digit }) => digit).join('')}`)).toBe(address);
          for (const digit of digits) {
            const owners = fields.filter(({ high, low }) => high >= digit.low && low <= digit.high);
            expect(isShared(digit, fields)).toBe(owners.length > 1);
          }
        },
      ),
    );
  });

  it('shows hostile text as text', () => {
    const svg = walkSvg(walkIn('x86-64-5-level', 0x1234n, HOSTILE), walkColours);
    expect(tagsOf(svg)).not.toContain('script');
    expect(svg).not.toMatch(/<(?:script|img)|[\u0000\u001b\u202e\ud800]/);
  });
});

describe('the gauge of locked memory as SVG', () => {
  it('has its parts, its limit and its sum', () => {
    const svg = gaugeSvg(gaugeOf('mremap'), gaugeColours);
    expect(tagsOf(svg)).toContain('pattern');
    expect(svg).toContain('asked 32 KiB');
    expect(svg).toContain('url(#over)');
    expect(svg).not.toContain('NaN');
  });

  it('draws no bar where nothing of the total can be told', () => {
    const svg = gaugeSvg({ ...gaugeOf('mremap'), scaleKb: null }, gaugeColours);
    expect(svg).not.toContain('asked 32 KiB');
  });

  it('shows hostile text as text', () => {
    const svg = gaugeSvg(gaugeOf(HOSTILE), gaugeColours);
    expect(tagsOf(svg)).not.toContain('script');
    expect(svg).not.toMatch(/<(?:script|img)|[\u0000\u001b\u202e\ud800]/);
  });
});
