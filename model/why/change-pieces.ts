/**
 * What a call did to each stretch of pages, from the VMAs it removed and those it added:
 *
 *     removed   AAAAAAAA        CCCC
 *     added     AABBBBAA
 *     pieces    . [  ]. .       [  ]      A unchanged, B changed, C unmapped
 *
 * Sentences and blame ask it of pages. A row of a view stands for a whole VMA, of which only its own reading can say that it was
 * split, merged or moved (debug-adapter/presentation/vma-changes.ts); what both see alike is `differencesOf`.
 */
import type { EventIndex } from '../trace/positions';
import { differencesOf, type Difference } from '../memory/differences';
import { pageRange, type PageRange } from '../memory/page';
import type { SpaceChange } from '../memory/address-space';
import type { Vma } from '../memory/vma';

export interface ChangePiece extends PageRange {
  readonly event: EventIndex;
  readonly before: Vma | undefined;
  readonly after: Vma | undefined;
  /** Of what the call mapped itself. A merge gives other pages the origin of their new neighbour. */
  readonly isOwn: boolean;
}

export type ChangeKind = 'mapped' | 'shown' | 'unmapped' | 'replaced' | 'changed' | Difference;

/** What was there before the log begins, and is known by what the call proves only. */
const isOld = ({ certainty, origin }: Vma): boolean =>
  certainty === 'inferred' && origin.mapped === undefined;

/**
 * Ascending, disjoint; pages whose VMA says the same before and after are left out. `own`: the range that the call mapped,
 * where it is known; else all that bears its origin is taken for it.
 */
export function changePieces(
  change: SpaceChange,
  event: EventIndex,
  own?: PageRange,
): readonly ChangePiece[] {
  const borders = new Set<number>(own === undefined ? [] : [own.start, own.end]);
  for (const vma of change.removed) borders.add(vma.start).add(vma.end);
  for (const vma of change.added) borders.add(vma.start).add(vma.end);
  const cuts = [...borders].sort((a, b) => a - b);
  const before = new Walk(change.removed);
  const after = new Walk(change.added);
  const pieces: ChangePiece[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const start = cuts[i] ?? 0;
    const piece = {
      ...pageRange(start, cuts[i + 1] ?? 0),
      event,
      before: before.at(start),
      after: after.at(start),
      isOwn: own === undefined || (start >= own.start && start < own.end),
    };
    if (kindsOf(piece).length > 0) pieces.push(piece);
  }
  return joinEqual(pieces);
}

/** What became of the pages of a piece; empty where nothing that a person sees did. */
export function kindsOf({ event, before, after, isOwn }: ChangePiece): readonly ChangeKind[] {
  if (before === undefined) return after === undefined ? [] : [isOld(after) ? 'shown' : 'mapped'];
  if (after === undefined) return ['unmapped'];
  if (after.origin.mapped === event && before.origin.mapped !== event && isOwn) return ['replaced'];
  const kinds = differencesOf(before, after);
  return kinds.length === 0 && before.flags !== after.flags ? ['changed'] : kinds;
}

/** Looks up ascending pages in an ascending list of VMAs. */
class Walk {
  #next = 0;
  constructor(private readonly vmas: readonly Vma[]) {}

  at(page: number): Vma | undefined {
    let vma = this.vmas[this.#next];
    while (vma !== undefined && vma.end <= page) {
      this.#next += 1;
      vma = this.vmas[this.#next];
    }
    return vma !== undefined && vma.start <= page ? vma : undefined;
  }
}

function joinEqual(pieces: readonly ChangePiece[]): readonly ChangePiece[] {
  const joined: ChangePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.end === piece.start && looksEqual(last, piece)) {
      joined[joined.length - 1] = { ...last, end: piece.end };
    } else joined.push(piece);
  }
  return joined;
}

function looksEqual(a: ChangePiece, b: ChangePiece): boolean {
  const kinds = kindsOf(a);
  const others = kindsOf(b);
  return (
    kinds.length === others.length &&
    kinds.every((kind, i) => kind === others[i]) &&
    a.after?.prot === b.after?.prot &&
    a.before?.prot === b.before?.prot &&
    a.after?.backing === b.after?.backing &&
    a.before?.backing === b.before?.backing
  );
}
