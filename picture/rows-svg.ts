/** The rows of a picture in SVG: regions in columns, cells of one side, and what is free. */
import { addressText } from './address';
import type { Axis } from './axis';
import type { Item } from './items';
import { isUntold, protText, RegionFlag, type Region } from './region';
import { barShare } from './scale';
import { cut } from './shown-text';
import { element, textElement, type SvgNode } from './svg';

export interface RowsLook {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly gutter: number;
  readonly ink: string;
  readonly faint: string;
  readonly changed: string;
  readonly colour: (region: Region) => string;
  /** Width of a letter. */
  readonly character: number;
}

export interface RowsWords {
  readonly free: string;
  readonly locked: string;
  readonly name: (region: Region) => string;
  readonly size: (pages: number) => string;
  /** What becomes of a cell: 'moved', 'split, rw-p → r--p'. */
  readonly changes?: (item: Extract<Item, { kind: 'region' }>) => readonly string[];
}

const BAND = 22;
/** Widths of columns, in letters: an address, a protection, a size. */
const ADDRESS = 14;
const PROT = 4;
const SIZE = 9;
const BAR = 150;

export function itemNode(item: Item, axis: Axis, look: RowsLook, words: RowsWords): SvgNode {
  const y = look.top + axis.top(item.first);
  const height = axis.top(item.end) - axis.top(item.first);
  if (item.kind === 'free') return freeNode(item.row, y, height, look, words);
  const middle = (look.left + look.right) / 2;
  const x = item.column === 'after' ? middle + look.gutter / 2 : look.left;
  const right = item.column === 'before' ? middle - look.gutter / 2 : look.right;
  if (item.kind === 'void')
    return element('g', { fill: look.faint }, [
      frame(x, y, right, height, { stroke: look.faint, 'stroke-dasharray': '1 3' }),
      textElement(
        'text',
        { x: (x + right) / 2, y: y + height / 2 + 4, 'text-anchor': 'middle', 'font-size': 10 },
        `${words.size(item.to - item.from)} ${words.free}`,
      ),
    ]);
  const { region, column } = item;
  const edge =
    column === 'both'
      ? { stroke: look.faint, 'stroke-width': 0.4 }
      : {
          stroke: look.changed,
          'stroke-width': 1.4,
          ...(column === 'before' ? { 'stroke-dasharray': '4 2' } : {}),
        };
  const band = element('rect', {
    x: x + 1,
    y: y + 1,
    width: BAND,
    height: Math.max(1, height - 2),
    fill: `url(#${region.kind})`,
  });
  const text = column === 'both' ? columns : oneLine;
  return element('g', {}, [
    frame(x, y, right, height, edge),
    band,
    ...text(item, x + BAND, right, y + height / 2, look, words),
  ]);
}

const frame = (
  x: number,
  y: number,
  right: number,
  height: number,
  attributes: Readonly<Record<string, string | number>>,
): SvgNode =>
  element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: right - x - 1,
    height: Math.max(1, height - 1),
    fill: 'none',
    ...attributes,
  });

type RegionItem = Extract<Item, { kind: 'region' }>;

/** start, end, protection, size, bar, name: each below that of the row above. */
function columns(
  { region }: RegionItem,
  left: number,
  right: number,
  middle: number,
  look: RowsLook,
  words: RowsWords,
): readonly SvgNode[] {
  const { character } = look;
  const start = left + 8 + ADDRESS * character;
  const end = start + 8 + ADDRESS * character;
  const prot = end + 8;
  const size = prot + (PROT + SIZE + 1) * character;
  const bar = size + 10;
  const name = bar + BAR + 12;
  const y = middle + 4;
  const number = (x: number, text: string): SvgNode =>
    textElement('text', { x, y, 'text-anchor': 'end' }, text);
  return [
    number(start, addressText(region.start)),
    number(end, addressText(region.end)),
    textElement('text', { x: prot, y }, protText(region)),
    number(size, words.size(region.end - region.start)),
    ...(isUntold(region)
      ? []
      : [
          element('rect', {
            x: bar,
            y: middle - 7,
            width: Math.max(1, BAR * barShare(region.end - region.start)),
            height: 14,
            fill: look.colour(region),
            opacity: 0.7,
          }),
        ]),
    textElement('text', { x: name, y }, cut(said(region, words), Math.floor((right - name) / character))),
  ];
}

/** A cell of one side: what becomes of it says more than what it is called. */
function oneLine(
  item: RegionItem,
  left: number,
  right: number,
  middle: number,
  look: RowsLook,
  words: RowsWords,
): readonly SvgNode[] {
  const { region } = item;
  const text = [
    addressText(region.start),
    protText(region),
    words.size(region.end - region.start),
    ...(words.changes?.(item) ?? []).map((change) => `[${change}]`),
    said(region, words),
  ].join('  ');
  return [
    textElement(
      'text',
      { x: left + 8, y: middle + 4 },
      cut(text, Math.floor((right - left - 12) / look.character)),
    ),
  ];
}

const said = (region: Region, words: RowsWords): string =>
  `${words.name(region)}${(region.flags & RegionFlag.locked) === 0 ? '' : `  [${words.locked}]`}`;

function freeNode(
  { start, end, look: how }: Extract<Item, { kind: 'free' }>['row'],
  y: number,
  height: number,
  look: RowsLook,
  words: RowsWords,
): SvgNode {
  const isHole = how === 'hole';
  const size = `${words.size(end - start)} ${words.free}`;
  const text = isHole ? `${addressText(start)}  ${size}` : size;
  return element('g', { fill: isHole ? look.ink : look.faint }, [
    ...(how === 'fold' ? [tear(y, look), tear(y + height - 4, look)] : []),
    ...(isHole
      ? [frame(look.left, y, look.right, height, { stroke: look.faint, 'stroke-dasharray': '3 3' })]
      : []),
    textElement(
      'text',
      isHole
        ? { x: look.left + BAND + 8, y: y + height / 2 + 4 }
        : {
            x: (look.left + look.right) / 2,
            y: y + height / 2 + 4,
            'text-anchor': 'middle',
            'font-size': 10,
          },
      how === 'beyond' ? '' : text,
    ),
  ]);
}

/** A fold is torn paper. */
function tear(y: number, { left, right, faint }: RowsLook): SvgNode {
  let d = `M ${left} ${y}`;
  for (let x = left; x < right; x += 8) d += ' l 4 3 l 4 -3';
  return element('path', { d, fill: 'none', stroke: faint, 'stroke-width': 0.6 });
}
