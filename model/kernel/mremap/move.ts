/**
 * Moving one piece of a VMA: mm/mremap.c: copy_vma_and_data, and mm/vma.c: copy_vma.
 *
 *     from        | aaaa [ piece ) bbbb |             | aaaa |        | bbbb |
 *     to                                                   | piece  + growth |
 */
import type { EventIndex } from '../../trace/positions';
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { movedBorders } from '../../memory/doubtful-borders';
import { LOCK_FLAGS } from '../../memory/locked';
import { lengthOf, pageNumber, pageRange, type PageNumber, type PageRange } from '../../memory/page';
import { has, isAnonymous, VmFlag, type Vma } from '../../memory/vma';
import { extraOf } from '../../memory/extra';
import { joint } from '../../memory/merging';
import { pieceOf, restsOf } from '../../memory/vma-piece';
import { unregistered } from '../../process/userfault';
import type { Before } from '../check';
import { fillNewPages } from '../new-pages';
import { kernelVersion } from '../versions';

export interface Move {
  /** Inside one VMA. Empty: the page at its start is duplicated for `pages` pages, and stays. */
  readonly piece: PageRange;
  readonly to: PageNumber;
  /** Of the new VMA. */
  readonly pages: number;
  readonly dontUnmap: boolean;
}

/** Private anonymous memory that no line shows touched is counted from its new place on; touched memory keeps its offset. */
const offsetAt = (vma: Vma, piece: PageRange, to: PageNumber): number =>
  isAnonymous(vma) && vma.shownAnonVma === undefined ? to : vma.pgoff + (piece.start - vma.start);

export function movePiece(edit: SpaceEdit, before: Before, event: EventIndex, move: Move): void {
  const vma = edit.now.vmaAt(move.piece.start);
  if (vma === undefined) return;
  const { piece, to } = move;
  const cut = lengthOf(piece) === 0 ? vma : pieceOf(vma, piece.start, piece.end);
  const { mapped, protected: since, locked } = vma.origin;
  const moved = copyOfVma(cut);
  moved.start = to;
  moved.end = pageNumber(to + move.pages);
  moved.pgoff = offsetAt(vma, piece, to);
  moved.origin = { mapped, protected: since, locked, moved: event };
  moved.doubtfulBorders =
    lengthOf(piece) === 0 ? undefined : movedBorders(cut.doubtfulBorders, to - piece.start);
  if (lengthOf(piece) === 0) {
    edit.map(moved);
    if (losesRegistration(vma, before)) edit.mark(pageRange(to, to + 1), unregistered);
    return;
  }
  const loses = losesRegistration(vma, before);
  const isOneWithSource = loses && joinsSource(moved, vma);
  const pages = edit.pages.moveOut(piece);
  if (move.dontUnmap) leaveSource(edit, before, vma, moved, piece);
  else {
    edit.unmap(piece);
    edit.map(moved);
  }
  // fs/userfaultfd.c: mremap_userfaultfd_prep
  if (loses) edit.mark(pageRange(to, to + 1), unregistered);
  if (isOneWithSource) for (const rest of restsOf(vma, piece)) edit.mark(rest, unregistered);
  edit.pages.moveIn(pages, to);
  if (move.dontUnmap) edit.pages.emptied(piece);
  fillNewPages(vma, pageRange(to + lengthOf(piece), to + move.pages), edit);
}

/**
 * Before the old pages are unmapped the copy may become a part of the VMA that it is a copy of, right beside it: then what stays
 * is registered no more either. mm/vma.c: copy_vma; measured on 6.18
 */
const joinsSource = (moved: Vma, source: Vma): boolean =>
  (moved.end === source.start && joint(moved, source).merges) ||
  (source.end === moved.start && joint(source, moved).merges);

/** What moves is registered no more, unless the userfaultfd asked to be told of moves. */
const losesRegistration = (vma: Vma, { machine }: Before): boolean =>
  has(vma, VmFlag.userfault) &&
  machine.kernel >= kernelVersion(5, 0) &&
  extraOf(vma, 'userfault')?.includes(':move') !== true;

/**
 * DONTUNMAP leaves the old pages mapped and empty. The lock goes with the memory: the old VMA is unlocked and VmLck
 * stays as it is. So it is meant; what kernels do:
 *
 *     to 6.14     the whole old VMA is unlocked, also where a part moved; VmLck stays (and is too high for a part)
 *     6.15-7.1    likewise, and VmLck grows by the moved pages
 *     from 7.2    only the moved part is unlocked; it stays a VMA of its own
 *
 * Measured on 5.10, 6.1, 6.12, 6.18 and 7.2. A VMA that moved whole is as if never touched, since 5.13.
 * Where that VMA ends hangs on a doubtful border, it is open until 7.1 what is unlocked without VmLck being told of it.
 * mm/mremap.c: dontunmap_complete, move_vma
 */
function leaveSource(edit: SpaceEdit, before: Before, vma: Vma, moved: Vma, piece: PageRange): void {
  const { kernel } = before.machine;
  const { locked, likelyLocked } = edit.now;
  const isLocked = has(vma, VmFlag.locked);
  if (isLocked && kernel >= kernelVersion(7, 2)) {
    edit.splitAt(piece.start);
    edit.splitAt(piece.end);
  }
  edit.map(moved);
  // Since 7.2 the copy does not become a part of what it is a copy of. mm/vma.c: copy_vma; measured on 7.2
  if (kernel >= kernelVersion(7, 2)) {
    if (vma.end === moved.start) edit.splitAt(moved.start);
    if (vma.start === moved.end) edit.splitAt(moved.end);
  }
  const isUnsure =
    isLocked && kernel < kernelVersion(7, 2) && edit.now.vmaAt(piece.start)?.doubtfulBorders !== undefined;
  const unsure = isUnsure ? VmFlag.lockUnsure : 0;
  // The flags are cleared of the VMA that the old pages lie in now, which the moved ones may have become a part of.
  edit.mark(pageRange(piece.start, piece.start + 1), (old) => {
    const isWhole = old.start === piece.start && old.end === piece.end;
    const left = isLocked ? { ...old, flags: (old.flags & ~LOCK_FLAGS) | unsure } : old;
    const isFresh = isWhole && kernel >= kernelVersion(5, 13) && !has(old, VmFlag.mayShare);
    if (!isFresh) return left;
    // Never touched, its offset is that of its place again, since 7.2. mm/mremap.c: dontunmap_complete
    const pgoff = kernel >= kernelVersion(7, 2) && old.backing.kind === 'anonymous' ? old.start : old.pgoff;
    return copyOfVma({ ...left, pgoff, forked: undefined, anonVma: 'none', shownAnonVma: undefined });
  });
  if (isUnsure) edit.setFacts({ surplusUnsure: true });
  if (!isLocked) return;
  const surplus = kernel >= kernelVersion(6, 15) && kernel < kernelVersion(7, 2) ? lengthOf(moved) : 0;
  if (locked !== undefined) edit.setFacts({ locked: locked + surplus });
  else if (likelyLocked !== undefined) edit.setFacts({ likelyLocked: likelyLocked + surplus });
}
