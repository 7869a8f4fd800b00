/** What is not mapped: large gaps as folds, holes that stand out, and what lies past the end of user space. */
import { addressText } from '../../../../picture/address';
import { askedOf } from '../../../../picture/asked-marks';
import type { AskedBody } from '../../../../picture/asked';
import type { Item } from '../../../../picture/items';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { sizeOf } from '../format';
import { chipsInLine } from './asked-chips';
import type { Detail } from './drawn-items';

export type GapItem = Exclude<Item, { kind: 'region' }>;

export function gapElement(
  item: GapItem,
  asked: AskedBody | null,
  detail: Detail,
  s: ViewStrings,
): HTMLElement {
  const look = { role: 'row', 'aria-label': gapLabel(item, asked, s) };
  const isTiny = detail === 'speck' || detail === 'tiny';
  const words = (...text: readonly Child[]): HTMLElement =>
    el('span', { class: 'words', role: 'gridcell' }, ...(isTiny ? [] : text));
  if (item.kind === 'void')
    return el('div', { ...look, class: `item void ${item.column}` }, words(freeText(item.from, item.to, s)));
  const { start, end, look: how } = item.row;
  const attributes = { ...look, class: `item free ${how}` };
  const said = isTiny ? undefined : chipsInLine(asked, item.row, s);
  if (how === 'fold') return el('div', attributes, words(freeText(start, end, s)), said);
  if (how === 'beyond') return el('div', attributes, words(s.beyondEnd), said);
  return el(
    'div',
    attributes,
    el('span', { class: 'swatch', 'aria-hidden': 'true' }),
    el('span', { class: 'address', dir: 'ltr' }, addressText(start)),
    // Where a chip says that it is a hole, the size alone is of news.
    words(sizeText(start, end, s), el('span', { class: 'is-free' }, ` ${s.free}`)),
    said,
  );
}

const sizeText = (start: number, end: number, s: ViewStrings): string =>
  sizeOf((end - start) * 4, s.language);

const freeText = (start: number, end: number, s: ViewStrings): string =>
  `${sizeText(start, end, s)} ${s.free}`;

export function gapLabel(item: GapItem, asked: AskedBody | null, s: ViewStrings): string {
  const { start, end } = item.kind === 'void' ? { start: item.from, end: item.to } : item.row;
  const range = `${addressText(start)}–${addressText(end)}`;
  if (item.kind === 'void')
    return [item.column === 'before' ? s.before : s.after, range, freeText(start, end, s)].join(', ');
  const { ranges, troubles } = askedOf(asked, start, end);
  return [
    item.row.look === 'beyond' ? s.beyondEnd : freeText(start, end, s),
    range,
    ...[...ranges, ...troubles].map(({ said }) => said),
  ].join(', ');
}
