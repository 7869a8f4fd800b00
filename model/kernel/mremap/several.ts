/**
 * FIXED with equal sizes takes several VMAs since 6.17: one after the other, each with all of its own checks. The lowest that
 * is refused decides the answer; those below it have moved by then. mm/mremap.c: remap_move, vma_multi_allowed
 *
 *     old   [ a )[ b )    [ vvar ...    |        vvar would be cut: EINVAL
 *     new   [ a )[ b )    [ cleared )            a and b have moved
 */
import { lengthOf, pageRange, within, type PageRange } from '../../memory/page';
import { has, VmFlag, type Vma } from '../../memory/vma';
import type { Before, Verdict } from '../check';
import { removalOf, splitRefused } from '../removal';
import { fails, passes, vmaFact } from '../verdict';
import type { Remapping } from './request';

/** VMAs that can neither grow nor be kept as well (vdso, vvar, a device). */
export const SPECIAL = VmFlag.dontExpand | VmFlag.pfnMap;

/** In the order in which the kernel asks them of one VMA. */
type Reason = 'own-rules' | 'sealed' | 'dontunmap-special' | 'destination' | 'indivisible';

export interface RefusedPiece {
  readonly reason: Reason;
  readonly vma: Vma;
  /** Its part of the old range, and where that was to go. */
  readonly piece: PageRange;
  readonly to: PageRange;
}

/** The first VMA that cannot be moved; undefined where each can, or the call does not take several. */
export function refusedPiece(remapping: Remapping, before: Before): RefusedPiece | undefined {
  const { from, to, movesSeveral } = remapping;
  if (!movesSeveral || to === undefined) return undefined;
  for (const vma of before.space.vmasIn(from)) {
    const piece = pageRange(Math.max(vma.start, from.start), Math.min(vma.end, from.end));
    const target = pageRange(to.start + (piece.start - from.start), to.start + (piece.end - from.start));
    const reason = reasonOf(vma, piece, target, remapping, before);
    if (reason !== undefined) return { reason, vma, piece, to: target };
  }
  return undefined;
}

/**
 * Pages by which copies of several VMAs, each left where it was too, go beyond what is mapped now: each clears its destination
 * first, and holes cost nothing. The most that it comes to on the way: what is asked, less what was given back by then; undefined
 * where none is counted. A limit that was lowered below what is mapped refuses also what comes to nothing.
 */
export function growthByCopies(
  { from, to }: Remapping,
  { space }: Before,
  counts: (vma: Vma) => boolean,
): { readonly asked: number; readonly credit: number } | undefined {
  if (to === undefined) return undefined;
  let grown = 0;
  let most: number | undefined;
  let asked = 0;
  for (const vma of space.vmasIn(from)) {
    const piece = pageRange(Math.max(vma.start, from.start), Math.min(vma.end, from.end));
    const start = to.start + (piece.start - from.start);
    const target = pageRange(start, start + lengthOf(piece));
    for (const old of space.vmasIn(target)) if (counts(old)) grown -= lengthOf(within(old, target));
    if (!counts(vma)) continue;
    grown += lengthOf(piece);
    if (most !== undefined && grown <= most) continue;
    most = grown;
    asked = lengthOf(piece);
  }
  return most === undefined ? undefined : { asked, credit: asked - most };
}

/** The check of one reason: another one, found at a lower VMA, answers for itself. */
export function notRefused(reason: Reason, remapping: Remapping, before: Before): Verdict {
  const refused = refusedPiece(remapping, before);
  return refused?.reason === reason ? fails(vmaFact('vma', refused.vma)) : passes();
}

function reasonOf(
  vma: Vma,
  piece: PageRange,
  target: PageRange,
  { from, dontUnmap }: Remapping,
  before: Before,
): Reason | undefined {
  if (movesAlone(vma) && (vma.start > from.start || vma.end < from.end)) return 'own-rules';
  if (has(vma, VmFlag.sealed)) return 'sealed';
  if (dontUnmap && has(vma, SPECIAL)) return 'dontunmap-special';
  if (removalOf(target, before).stop !== undefined) return 'destination';
  return splitRefused(vma, piece.start, before) || splitRefused(vma, piece.end, before)
    ? 'indivisible'
    : undefined;
}

/** A file with a rule of its own for addresses might not stay where it is put; those of ordinary files only align. */
const movesAlone = (vma: Vma): boolean =>
  has(vma, VmFlag.userfault) ||
  vma.backing.kind === 'sysv' ||
  (vma.backing.kind === 'file' && vma.backing.path.startsWith('/dev/'));
