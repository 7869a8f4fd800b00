/** What stands beside a region's name: marks of what it is, and what the call does to it, each a sign with its word. */
import type { VmaRow } from '../../../../debug-adapter/protocol/row';
import { RegionFlag, RegionProt, type Region } from '../../../../picture/region';
import type { ViewStrings } from '../../words';
import { changeWord } from '../change-words';
import { el } from '../dom';
import { lockIcon } from '../icons';

export type Changes = VmaRow['changes'];
export type Change = Changes[number];

export interface Mark {
  readonly sign: string | (() => Node);
  readonly word: string;
  readonly class: string;
}

export const isWritableCode = ({ prot }: Pick<Region, 'prot'>): boolean =>
  (prot & RegionProt.write) !== 0 && (prot & RegionProt.execute) !== 0;

export function marksOf(region: Region, s: ViewStrings): readonly Mark[] {
  const { flags, kind } = region;
  const has = (flag: number): boolean => (flags & flag) !== 0;
  return [
    ...(has(RegionFlag.lockOpen) ? [{ sign: lockIcon, word: s.lockOpen, class: 'lock open' }] : []),
    ...(has(RegionFlag.locked)
      ? [{ sign: lockIcon, word: has(RegionFlag.lockOnFault) ? s.lockedOnFault : s.locked, class: 'lock' }]
      : []),
    ...(isWritableCode(region) ? [{ sign: 'W+X', word: s.writableCode, class: 'wx' }] : []),
    ...(has(RegionFlag.sealed) ? [{ sign: '▣', word: s.sealed, class: 'seal' }] : []),
    ...(has(RegionFlag.hugePages) ? [{ sign: '▦', word: s.hugePages, class: 'huge' }] : []),
    ...(has(RegionFlag.growsDown) ? [{ sign: '↓', word: s.growsDown, class: 'down' }] : []),
    ...(has(RegionFlag.inferred) && kind !== 'unknown'
      ? [{ sign: '≈', word: s.inferred, class: 'inferred' }]
      : []),
  ];
}

export const markElement = ({ sign, word, class: name }: Mark): HTMLElement =>
  el(
    'span',
    { class: `mark ${name}`, title: word },
    el('span', { class: 'sign' }, typeof sign === 'string' ? sign : sign()),
    el('span', { class: 'word' }, word),
  );

/** Shapes beside the words: a change is told without its colour. */
const SIGNS: Readonly<Record<Change, string>> = {
  mapped: '+',
  unmapped: '−',
  replaced: '⇄',
  moved: '→',
  protected: '≠',
  locked: '●',
  unlocked: '○',
  split: '÷',
  merged: '∪',
  grown: '↓',
  shrunk: '↑',
  changed: '≠',
};

/** Of memory as it was: what it becomes stands on the other side. */
const COMES: ReadonlySet<Change> = new Set(['mapped', 'locked', 'unlocked', 'grown']);
export const saidBefore = (changes: Changes): Changes => changes.filter((change) => !COMES.has(change));

/** `protection`: 'rw-p → r--p', said in place of the word. */
export const changeElement = (change: Change, protection: string | undefined, s: ViewStrings): HTMLElement =>
  el(
    'span',
    { class: `badge change ${change}`, title: changeWord(change, s) },
    el('span', { class: 'sign' }, change === 'locked' || change === 'unlocked' ? lockIcon() : SIGNS[change]),
    change === 'protected' && protection !== undefined
      ? el('span', { class: 'prot', dir: 'ltr' }, protection)
      : changeWord(change, s),
  );
