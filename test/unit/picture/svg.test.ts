import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutSvg, MOST_ROWS, type LayoutPalette, type LayoutWords } from '../../../picture/layout-svg';
import { regionKinds, type Region, type RegionKind } from '../../../picture/region';
import { rowsOf } from '../../../picture/rows';
import { escaped } from '../../../picture/svg';

const palette: LayoutPalette = {
  paper: '#fff',
  ink: '#000',
  faint: '#777',
  changed: '#b80',
  kinds: Object.fromEntries(regionKinds.map((kind) => [kind, '#123456'])) as Record<RegionKind, string>,
};
const words: LayoutWords = {
  caption: 'line 1: mmap',
  before: 'Before',
  after: 'After',
  free: 'free',
  locked: 'locked',
  language: 'en',
  name: ({ name }) => name,
  size: (pages) => `${pages * 4} KiB`,
};
const region = (start: number, name: string): Region => ({
  start,
  end: start + 1,
  kind: 'file',
  prot: 1,
  flags: 0,
  name,
  mappedLine: -1,
});

const drawnNames = (...names: readonly string[]): string =>
  layoutSvg(
    rowsOf({ regions: names.map((name, i) => region(i * 2, name)), end: names.length * 2 }),
    palette,
    words,
  );

/** Tags of well-formed markup, by a reader that knows nothing of how it was written. */
const tagsOf = (svg: string): readonly string[] =>
  [...svg.matchAll(/<([a-zA-Z!?/][^\s/>]*)/g)].map(([, tag = '']) => tag);

describe('the layout as SVG', () => {
  test.each([
    '<img src=x onerror=alert(1)>',
    '</text><script>alert(1)</script>',
    '" onload="alert(1)',
    "' onload='alert(1)",
    ']]><![CDATA[',
    '&lt;&#60;&amp',
    'a\u0000b\u001b[31m\u202egnp.exe',
  ])('%j is text', (name) => {
    const svg = drawnNames(name);
    expect(tagsOf(svg)).toEqual(tagsOf(drawnNames('harmless')));
    expect(svg).not.toMatch(/[\u0000-\u0008\u001b\u202e]/);
  });

  test('no text leaves anything that markup is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']|&(?!#\d+;)/);
      }),
    );
  });

  test('what changes is drawn before and after', () => {
    const svg = layoutSvg(
      rowsOf({ regions: [region(2, 'old')], end: 8 }, { regions: [region(4, 'new')], end: 8 }),
      palette,
      words,
    );
    expect(svg).toContain('>Before<');
    expect(svg).toMatch(/old<.*new</);
  });

  test('what a call asks for is bracketed, what is in its way framed, what moves has an arrow', () => {
    const before = { regions: [region(2, 'old')], end: 8 };
    const hole = { what: 'hole' as const, said: '<hole>', start: 3, end: 4 };
    const asked = {
      outcome: 'failed' as const,
      error: 'ENOMEM',
      ranges: [{ role: 'range' as const, said: 'asked for', start: 2, end: 4 }],
      troubles: [hole],
    };
    const bare = layoutSvg(rowsOf(before, before, [hole]), palette, words);
    const svg = layoutSvg(rowsOf(before, before, [hole]), palette, words, { asked, moves: [] });
    expect(svg).toMatch(/>asked for [^<]+</);
    expect(svg).toContain('✗ &#60;hole&#62;');
    expect(svg).toContain('url(#hatch)');
    const arrow = layoutSvg(rowsOf(before, { regions: [region(6, 'new')], end: 8 }), palette, words, {
      asked: null,
      moves: [{ from: 2, to: 6 }],
    });
    const paths = (text: string) => tagsOf(text).filter((tag) => tag === 'path').length;
    expect(paths(svg)).toBeGreaterThan(paths(bare));
    expect(paths(arrow)).toBeGreaterThan(paths(layoutSvg(rowsOf(before), palette, words)));
  });

  test('names the kinds that are there, once', () => {
    const svg = layoutSvg(rowsOf({ regions: [region(2, 'a'), region(4, 'b')], end: 8 }), palette, {
      ...words,
      kind: ({ kind, count, pages }) => `${kind} ${count} ${pages}`,
      scale: 'logarithmic',
    });
    expect(svg.match(/>file 2 2</g)).toHaveLength(1);
    expect(svg).toContain('>logarithmic<');
  });

  test('has an end, however many VMAs there are', () => {
    const svg = drawnNames(...Array.from({ length: MOST_ROWS }, (_, i) => `name-${i}`));
    expect(svg).toContain(`… +${MOST_ROWS}`);
  });
});
