/** What a call does to a VMA, in words. */
import type { VmaRow } from '../../../debug-adapter/protocol/row';
import type { ViewStrings } from '../words';

type Change = VmaRow['changes'][number];

export function changeWord(change: Change, s: ViewStrings): string {
  const words: Readonly<Record<Change, string>> = {
    mapped: s.changeMapped,
    unmapped: s.changeUnmapped,
    replaced: s.changeReplaced,
    moved: s.changeMoved,
    protected: s.changeProtected,
    locked: s.changeLocked,
    unlocked: s.changeUnlocked,
    split: s.changeSplit,
    merged: s.changeMerged,
    grown: s.changeGrown,
    shrunk: s.changeShrunk,
    changed: s.changeChanged,
  };
  return words[change];
}
