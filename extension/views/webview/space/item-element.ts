/** A region, or a folded free stretch, as an element of the picture. */
import type { VmaRow } from '../../../../debug-adapter/protocol';
import { addressText } from '../../../../picture/address';
import type { Item } from '../../../../picture/items';
import { protText, RegionFlag, type Region, type RegionKind } from '../../../../picture/region';
import { rulerShare } from '../../../../picture/scale';
import { shownText } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { sizeOf } from '../format';
import { lockIcon } from '../icons';
import { changeWord } from '../change-words';

export type Changes = VmaRow['changes'];

/** `changes`: what the call does to the region, of a cell of one column. Without room for text only the pattern is drawn. */
export function itemElement(item: Item, changes: Changes, isTiny: boolean, s: ViewStrings): HTMLElement {
  if (item.kind === 'free') return freeElement(item.row.end - item.row.start, isTiny, s);
  const { region, column } = item;
  const look = {
    class: `item region ${region.kind} ${column}${changes.length === 0 ? '' : ' changed'}`,
    role: 'row',
    'aria-label': labelOf(item, changes, s),
    'data-start': String(region.start),
  };
  if (isTiny) return el('div', look, el('span', { class: 'swatch', role: 'gridcell' }));
  return el(
    'div',
    look,
    el('span', { class: 'swatch', 'aria-hidden': 'true' }),
    el(
      'span',
      { class: 'line', role: 'gridcell' },
      el('span', { class: 'address', dir: 'ltr' }, addressText(region.start)),
      el('span', { class: 'prot', dir: 'ltr' }, protText(region)),
      el('span', { class: 'size' }, sizeText(region, s)),
      el('bdi', { class: 'name' }, shownName(region, s)),
      ...marks(region, s),
      ...changes.map((change) => el('span', { class: `badge change ${change}` }, changeWord(change, s))),
    ),
    ruler(region),
  );
}

function freeElement(pages: number, isTiny: boolean, s: ViewStrings): HTMLElement {
  const size = sizeOf(pages * 4, s.language);
  return el(
    'div',
    { class: 'item free', role: 'row', 'aria-label': `${s.free}, ${size}` },
    el('span', { class: 'line', role: 'gridcell' }, isTiny ? '' : `${size} ${s.free}`),
  );
}

/** What is read out of a region: the same that is drawn. */
function labelOf(item: Extract<Item, { kind: 'region' }>, changes: Changes, s: ViewStrings): string {
  const { region, column } = item;
  return [
    ...(column === 'before' ? [s.before] : column === 'after' ? [s.after] : []),
    `${addressText(region.start)}–${addressText(region.end)}`,
    sizeText(region, s),
    protText(region),
    kindWord(region.kind, s),
    ...(region.name === '' ? [] : [shownName(region, s)]),
    ...marksOf(region, s).map(({ word }) => word),
    ...changes.map((change) => changeWord(change, s)),
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

interface Mark {
  readonly sign: string | (() => Node);
  readonly word: string;
  readonly class: string;
}

function marksOf({ flags, kind }: Region, s: ViewStrings): readonly Mark[] {
  const has = (flag: number): boolean => (flags & flag) !== 0;
  return [
    ...(has(RegionFlag.lockOpen) ? [{ sign: lockIcon, word: s.lockOpen, class: 'lock open' }] : []),
    ...(has(RegionFlag.locked)
      ? [{ sign: lockIcon, word: has(RegionFlag.lockOnFault) ? s.lockedOnFault : s.locked, class: 'lock' }]
      : []),
    ...(has(RegionFlag.sealed) ? [{ sign: '▣', word: s.sealed, class: 'seal' }] : []),
    ...(has(RegionFlag.hugePages) ? [{ sign: '⬛', word: s.hugePages, class: 'huge' }] : []),
    ...(has(RegionFlag.growsDown) ? [{ sign: '↧', word: s.growsDown, class: 'down' }] : []),
    ...(has(RegionFlag.inferred) && kind !== 'unknown'
      ? [{ sign: '≈', word: s.inferred, class: 'inferred' }]
      : []),
  ];
}

const marks = (region: Region, s: ViewStrings): readonly Child[] =>
  marksOf(region, s).map((mark) =>
    el('span', { class: `mark ${mark.class}`, title: mark.word }, signOf(mark)),
  );

const signOf = ({ sign }: Mark): Child => (typeof sign === 'string' ? sign : sign());

/** How large it is, on the ruler that all regions share. */
function ruler({ start, end }: Region): HTMLElement {
  const bar = el('span', { class: 'ruler', 'aria-hidden': 'true' }, el('span', { class: 'bar' }));
  (bar.firstElementChild as HTMLElement).style.inlineSize = `${(rulerShare(end - start) * 100).toFixed(1)}%`;
  return bar;
}
