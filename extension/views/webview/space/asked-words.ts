/** What a call asks for, and what is in its way, in words. */
import type { AskedRole, Trouble, TroubleKind } from '../../../../picture/asked';
import type { ViewStrings } from '../../words';
import { filled, sizeOf } from '../format';

export function roleWord(role: AskedRole, s: ViewStrings): string {
  const words: Readonly<Record<AskedRole, string>> = {
    range: s.askedRange,
    old: s.askedOld,
    growth: s.askedGrowth,
    new: s.askedNew,
    hint: s.askedHint,
    read: s.askedRead,
    write: s.askedWrite,
    done: s.askedDone,
    access: s.askedAccess,
  };
  return words[role];
}

export function troubleWord({ what, missing = 0 }: Trouble, s: ViewStrings): string {
  const words: Readonly<Record<TroubleKind, string>> = {
    hole: s.hole,
    unknown: s.notShown,
    'in-the-way': s.inTheWay,
    'other-mapping': s.otherMapping,
    misaligned: s.misaligned,
    'beyond-end': s.beyondEnd,
    'too-low': s.tooLow,
    overlap: s.rangesOverlap,
    'read-only': s.readOnly,
    'no-access': s.noAccess,
    'beyond-object': s.beyondObject,
    'too-small': filled(s.tooSmall, sizeOf(missing * 4, s.language)),
    sealed: s.sealed,
    refuses: s.refusesCall,
  };
  return words[what];
}
