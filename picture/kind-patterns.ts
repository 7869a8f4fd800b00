/** Patterns of the kinds of memory, in SVG, and the legend that names them: a kind is told without its colour. */
import type { KindTotal } from './kinds';
import { regionKinds, type RegionKind } from './region';
import { element, textElement, type SvgNode } from './svg';

/** The marks of a kind's pattern, in a square of eight. */
const MARKS: Readonly<Record<RegionKind, string>> = {
  code: 'M-2 6 L6 -2 M2 10 L10 2',
  data: 'M1 1 h2 v2 h-2 Z M5 5 h2 v2 h-2 Z',
  heap: 'M0 1.5 H8 M0 5.5 H8',
  stack: 'M1.5 0 V8 M5.5 0 V8',
  anonymous: 'M0 0 H8 V8 H0 Z',
  file: 'M4 0 V8',
  shared: 'M0 0 L8 8 M0 8 L8 0',
  guard: 'M0.5 0 V4 M7.5 4 V8',
  kernel: 'M-2 2 L6 10 M2 -2 L10 6',
  unknown: 'M3.5 3.5 h1 v1 h-1 Z',
};

function patternOf(kind: RegionKind, colour: string): SvgNode {
  const isFilled = kind === 'data' || kind === 'anonymous' || kind === 'unknown';
  const look = isFilled ? { fill: colour } : { fill: 'none', stroke: colour, 'stroke-width': 1.6 };
  return element('pattern', { id: kind, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
    element('path', { d: MARKS[kind], ...look }),
  ]);
}

/** One for each kind, by its name; 'hatch' for what is in a call's way. */
export const patterns = (kinds: Readonly<Record<RegionKind, string>>, failed: string): SvgNode =>
  element('defs', {}, [
    ...regionKinds.map((kind) => patternOf(kind, kinds[kind])),
    element('pattern', { id: 'hatch', width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
      element('path', { d: MARKS.code, fill: 'none', stroke: failed, 'stroke-width': 1.2, opacity: 0.6 }),
    ]),
  ]);

const LINE = 18;

/** Kinds in a row, and in further ones where they don't fit; `word`: 'heap, 1 · 132 KiB'. */
export function legend(
  totals: readonly KindTotal[],
  word: (total: KindTotal) => string,
  place: { readonly x: number; readonly y: number; readonly width: number; readonly character: number },
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  let { x, y } = place;
  const nodes = totals.map((total) => {
    const text = word(total);
    const width = 22 + 6 + text.length * place.character + 14;
    if (x > place.x && x + width > place.x + place.width) {
      x = place.x;
      y += LINE;
    }
    const node = element('g', {}, [
      element('rect', { x, y: y + 2, width: 22, height: 12, fill: `url(#${total.kind})` }),
      textElement('text', { x: x + 28, y: y + 12, 'font-size': 11 }, text),
    ]);
    x += width;
    return node;
  });
  return { nodes, height: nodes.length === 0 ? 0 : y - place.y + LINE };
}
