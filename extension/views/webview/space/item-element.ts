/** A region as an element of the picture: columns that stand below each other, or a cell of one side. */
import { addressText } from '../../../../picture/address';
import { askedOf } from '../../../../picture/asked-marks';
import type { AskedBody } from '../../../../picture/asked';
import type { Item } from '../../../../picture/items';
import { isUntold, protText, type Region, type RegionKind } from '../../../../picture/region';
import { barShare } from '../../../../picture/scale';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { changeWord } from '../change-words';
import { el } from '../dom';
import { sizeOf } from '../format';
import { chipsInLine } from './asked-chips';
import type { Detail } from './drawn-items';
import { changeElement, marksOf, markElement, isWritableCode, saidBefore, type Changes } from './signs';

export type RegionItem = Extract<Item, { kind: 'region' }>;

/** What is known of an item beside itself. */
export interface Surroundings {
  /** What the call does to the region, of a cell of one side. */
  readonly changes: Changes;
  /** 'rw-p → r--p' of a cell whose protection changes. */
  readonly protection: string | undefined;
  readonly asked: AskedBody | null;
  /** First page of the row above: digits that both share are dimmed. */
  readonly above: number | undefined;
  /** Its pages, where there is room for them. */
  readonly pages: HTMLElement | undefined;
  /** Without room for text only the pattern is drawn, or its colour. */
  readonly detail: Detail;
}

export function regionElement(item: RegionItem, around: Surroundings, s: ViewStrings): HTMLElement {
  const { region, column } = item;
  const { changes, above, pages, detail } = around;
  const look = {
    class: `item region ${region.kind} ${column}${changes.length === 0 ? '' : ' changed'}${isUntold(region) ? ' untold' : ''}`,
    role: 'row',
    'aria-label': labelOf(item, around, s),
    'data-start': String(region.start),
  };
  const cell = el('span', { class: 'hidden', role: 'gridcell' });
  if (detail === 'speck') return el('div', look, cell);
  const swatch = el('span', { class: 'swatch', 'aria-hidden': 'true' });
  if (detail === 'tiny') return el('div', look, swatch, cell);
  const prot = el(
    'span',
    { class: `prot${isWritableCode(region) ? ' wx' : ''}`, role: 'gridcell', dir: 'ltr' },
    protText(region),
  );
  const size = el('span', { class: 'size', role: 'gridcell' }, sizeText(region, s));
  const start = addressElement('address', region.start, above);
  // Nobody knows what is there, nor whether it is one mapping.
  if (isUntold(region) && column === 'both') {
    const words = el('span', { class: 'words', role: 'gridcell' }, `${sizeText(region, s)} ${s.untold}`);
    return el('div', look, swatch, start, words, chipsInLine(around.asked, region, s));
  }
  const name = el('bdi', { class: 'name', role: 'gridcell' }, shownName(region, s));
  if (column !== 'both') {
    const badges = (column === 'before' ? saidBefore(changes) : changes).map((change) =>
      changeElement(change, around.protection, s),
    );
    return el('div', look, swatch, el('span', { class: 'line' }, start, prot, size, ...badges, name, pages));
  }
  const marks = el('span', { class: 'marks' }, ...marksOf(region, s).map(markElement));
  const what = el('span', { class: 'what' }, name, marks, chipsInLine(around.asked, region, s));
  const end = addressElement('end', region.end, region.start);
  return el('div', look, swatch, start, end, prot, size, bar(region), what, pages);
}

/** Digits that are those of the address before it are of no news. */
function addressElement(name: string, page: number, other: number | undefined): HTMLElement {
  const text = addressText(page);
  const before = other === undefined ? '' : addressText(other);
  let common = 2;
  if (before.length === text.length && before !== text) while (text[common] === before[common]) common++;
  return el(
    'span',
    { class: name, dir: 'ltr', role: 'gridcell' },
    el('span', { class: 'common' }, text.slice(0, common)),
    text.slice(common),
  );
}

/** What is read out of a region, and shown of the one that is pointed at: the same that is drawn, and more. */
export function labelOf({ region, column }: RegionItem, around: Surroundings, s: ViewStrings): string {
  const { changes, asked } = around;
  const { ranges, troubles } = askedOf(asked, region.start, region.end);
  return [
    ...(column === 'before' ? [s.before] : column === 'after' ? [s.after] : []),
    `${addressText(region.start)}–${addressText(region.end)}`,
    sizeText(region, s),
    protText(region),
    kindWord(region.kind, s),
    ...(region.name === '' ? [] : [shownName(region, s)]),
    ...marksOf(region, s).map(({ word }) => word),
    ...changes.map((change) => changeWord(change, s)),
    ...(region.mappedLine < 0 ? [] : [`${s.changeMapped}: ${s.line} ${region.mappedLine}`]),
    ...[...ranges, ...troubles].map(({ said }) => said),
  ].join(', ');
}

const sizeText = ({ start, end }: Region, s: ViewStrings): string => sizeOf((end - start) * 4, s.language);

/** A name off the log, to be seen whatever it holds; the details have all of it. Without one, the kind in words. */
export const shownName = ({ name, kind }: Region, s: ViewStrings): string =>
  name === '' ? kindWord(kind, s) : shownText(name);

export function kindWord(kind: RegionKind, s: ViewStrings): string {
  const words: Readonly<Record<RegionKind, string>> = {
    code: s.kindCode,
    data: s.kindData,
    heap: s.kindHeap,
    stack: s.kindStack,
    anonymous: s.anonymous,
    file: s.kindFile,
    shared: s.kindShared,
    guard: s.kindGuard,
    kernel: s.kindKernel,
    unknown: s.notShown,
  };
  return words[kind];
}

/** How large it is, on the scale that all regions share. */
function bar({ start, end }: Region): HTMLElement {
  const filled = el('span');
  filled.style.inlineSize = `${(barShare(end - start) * 100).toFixed(1)}%`;
  return el('span', { class: 'bar', 'aria-hidden': 'true', dir: 'ltr' }, filled);
}
