/** A region, or a folded free stretch, as an element of the picture. */
import type { VmaRow } from '../../../../debug-adapter/protocol';
import { addressText } from '../../../../picture/address';
import type { Item } from '../../../../picture/items';
import { protText, RegionFlag, type Region, type RegionKind } from '../../../../picture/region';
import { rulerShare } from '../../../../picture/scale';
import type { ViewStrings } from '../../words';
import { el, type Child } from '../dom';
import { sizeOf } from '../format';
import { lockIcon } from '../icons';
import { changeWord } from '../change-words';

export type Changes = VmaRow['changes'];

/** `changes`: what the call does to the region, of a cell of one column. */
export function itemElement(item: Item, changes: Changes, s: ViewStrings): HTMLElement {
  if (item.kind === 'free') return freeElement(item.row.end - item.row.start, s);
  const { region, column } = item;
  const element = el(
    'div',
    {
      class: `item region ${region.kind} ${column}${changes.length === 0 ? '' : ' changed'}`,
      role: 'row',
      'aria-label': labelOf(item, changes, s),
      'data-start': String(region.start),
    },
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
  return element;
}

function freeElement(pages: number, s: ViewStrings): HTMLElement {
  const size = sizeOf(pages * 4, s.language);
  return el(
    'div',
    { class: 'item free', role: 'row', 'aria-label': `${s.free}, ${size}` },
    el('span', { class: 'line', role: 'gridcell' }, `${size} ${s.free}`),
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

/** More of a name than this is cut in its middle; the details have all of it. */
const LONGEST_NAME = 200;

/** A name off the log: control characters as pictures of themselves, bounded. Without one, the kind in words. */
export function shownName({ name, kind }: Region, s: ViewStrings): string {
  if (name === '') return kindWord(kind, s);
  const visible = name.replace(
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    pictured,
  );
  return visible.length <= LONGEST_NAME
    ? visible
    : `${visible.slice(0, LONGEST_NAME / 2)}…${visible.slice(-LONGEST_NAME / 2)}`;
}

const pictured = (character: string): string => {
  const code = character.charCodeAt(0);
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : `\\u${code.toString(16).padStart(4, '0')}`;
};

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
