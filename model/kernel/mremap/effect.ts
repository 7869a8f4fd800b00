/**
 * What an mremap did, by its answer. A success may have shrunk, grown in place, moved, or duplicated; a failure may have
 * cleared the destination, moved the first of several mappings, or left a split.
 */
import type { EventIndex } from '../../trace/positions';
import type { SpaceEdit } from '../../memory/address-space';
import { copyOfVma } from '../../memory/copies';
import { lengthOf, pageNumber, pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import { countedAs } from '../../memory/vma-totals';
import type { Before, Check, KernelVersion } from '../check';
import { limitOf } from '../limits';
import type { MremapCall } from '../mapping-call';
import { leaveSplits, removalOf } from '../removal';
import { isAligned } from '../rounding';
import { holdsFor, kernelVersion } from '../versions';
import {
  actionChecks,
  clearsDestination,
  destinationOf,
  destroysSource,
  shrunkTail,
  tailChecks,
} from './checks-action';
import { argumentChecks } from './checks-arguments';
import { lookupChecks, stateChecks } from './checks-state';
import { fillNewPages } from '../new-pages';
import { movePiece } from './move';
import { learnBorder, learnOneVma } from './one-vma';
import { remappingOf, type Remapping } from './request';
import { refusedPiece } from './several';

export function applySuccess(call: MremapCall, value: bigint, before: Before, edit: SpaceEdit): void {
  const remapping = remappingOf(call, before);
  // A value inside a page is no address: 5.16 to 5.18 answered 14 for an unmapped one.
  if (remapping === undefined || !isAligned(value)) return;
  const { from, oldPages, newPages, relocates, dontUnmap } = remapping;
  const target = pageNumber(Number(value >> 12n));
  learn(remapping, before.machine.kernel, edit);
  const tail = shrunkTail(remapping, relocates);
  if (!relocates && newPages <= oldPages) {
    if (tail !== undefined) edit.unmap(tail);
    return;
  }
  if (target === from.start) {
    growInPlace(call.event.index, before, edit, remapping);
    return;
  }
  if (remapping.movesSeveral) {
    moveAll(call.event.index, remapping, before, edit, from);
    return;
  }
  if (remapping.to !== undefined) edit.unmap(remapping.to);
  if (tail !== undefined) edit.unmap(tail);
  const piece = pageRange(from.start, from.start + Math.min(oldPages, newPages));
  movePiece(edit, before, call.event.index, { piece, to: target, pages: newPages, dontUnmap });
}

/**
 * A success proves the old address mapped; a call that moved or grew one VMA proves all of its old range mapped. Where
 * several may have moved, there may have been holes: what is not known of is taken for mapped, for the program named it.
 */
function learn(remapping: Remapping, kernel: KernelVersion, edit: SpaceEdit): void {
  const { from, oldPages, newPages, relocates, movesSeveral } = remapping;
  const whole = relocates || newPages > oldPages;
  // Until 5.15 shrinking, or asking for the same size, was a success also where there was nothing.
  if (!whole && kernel < kernelVersion(5, 16)) return;
  const one = whole && !movesSeveral;
  const pages = one ? Math.max(1, Math.min(oldPages, newPages)) : 1;
  edit.infer(
    pageRange(from.start, from.start + pages),
    oldPages === 0 && whole ? { flags: VmFlag.mayShare } : {},
  );
  if (one) learnOneVma(oldPart(remapping), edit);
  if (!movesSeveral) return;
  for (const hole of edit.now.holesIn(from)) if (hole.state === 'unknown') edit.infer(hole, {});
}

/**
 * Joins the new pages to their VMA and, since 6.1, that to the VMA that it now touches. mm/mremap.c: expand_vma_in_place;
 * vma_adjust until 6.0; measured on 5.10 and 6.1
 */
function growInPlace(
  event: EventIndex,
  before: Before,
  edit: SpaceEdit,
  { from, newPages }: Remapping,
): void {
  const vma = edit.now.vmaAt(from.start);
  if (vma === undefined) return;
  const added = pageRange(from.end, from.start + newPages);
  const extension = copyOfVma(vma);
  extension.start = added.start;
  extension.end = added.end;
  extension.doubtfulBorders = undefined;
  extension.pgoff = vma.pgoff + (added.start - vma.start);
  // What was moved before may have an offset that no log shows: the new pages continue it, whatever it is.
  if (vma.origin.moved === undefined) {
    const { mapped, protected: since, locked } = vma.origin;
    extension.origin = { mapped, protected: since, locked, moved: event };
  }
  // Where nobody else can have touched the VMA, the new pages carry what it has and are one with it.
  const joins = typeof vma.anonVma === 'number' || vma.forked !== undefined;
  if (!joins) extension.anonVma = 'none';
  if (has(vma, VmFlag.closeHook) && before.machine.kernel < kernelVersion(6, 4)) {
    // What must be closed joined nothing yet, but grew all the same. mm/mremap.c: vma_adjust; measured on 5.10 and 6.1
    edit.unmap(added);
    edit.mark(vma, (whole) => ({ ...whole, end: added.end }));
  } else edit.map(extension);
  if (before.machine.kernel < kernelVersion(6, 1)) edit.splitAt(added.end);
  fillNewPages(vma, added, edit);
}

/** Each VMA goes by itself and keeps its distance; what lies under the holes between them stays. mm/mremap.c: remap_move */
function moveAll(
  event: EventIndex,
  remapping: Remapping,
  before: Before,
  edit: SpaceEdit,
  part: PageRange,
): void {
  const { from, to, dontUnmap } = remapping;
  if (to === undefined) return;
  for (const vma of [...edit.now.vmasIn(part)]) {
    const piece = pageRange(Math.max(vma.start, from.start), Math.min(vma.end, part.end));
    const start = pageNumber(to.start + (piece.start - from.start));
    edit.unmap(pageRange(start, start + lengthOf(piece)));
    movePiece(edit, before, event, { piece, to: start, pages: lengthOf(piece), dontUnmap });
  }
}

export function applyFailure(call: MremapCall, errno: string, before: Before, edit: SpaceEdit): void {
  const remapping = remappingOf(call, before);
  if (remapping === undefined) return;
  const broken = (checks: readonly Check<MremapCall>[]): string | undefined =>
    checks.find(
      (check) =>
        check.errno === errno &&
        holdsFor(check, before.machine.kernel) &&
        check.test(call, before).answer === 'fails',
    )?.id;
  // Until 5.15 the old address was looked for only when destination and tail were cleared. mm/mremap.c: mremap_to
  const clearsFirst = remapping.relocates && before.machine.kernel < kernelVersion(5, 16);
  if (broken(argumentChecks) !== undefined) return;
  if (!clearsFirst && broken(lookupChecks) !== undefined) return;
  const isOld = before.machine.kernel < kernelVersion(6, 17);
  // A tail that is sealed as well was not looked at yet.
  if (isOld && broken(stateChecks.filter(({ id }) => FOUND_FIRST.has(id))) !== undefined) return;
  if (broken(clearsDestination({ until: kernelVersion(6, 16) })) !== undefined) {
    leaveSplitsOfDestination(remapping, before, edit);
    return;
  }
  const inTail = isOld ? broken(tailChecks) : undefined;
  if (inTail !== undefined) {
    afterChecks(inTail, errno, call.event.index, remapping, before, edit);
    return;
  }
  const inState =
    (clearsFirst ? broken(lookupChecks) : undefined) ??
    (isOld ? broken(destroysSource) : undefined) ??
    broken(stateChecks) ??
    unsureBorder(call, errno, remapping, before);
  if (inState !== undefined) {
    // Until 6.16 destination and tail were cleared before the source was looked at. mm/mremap.c: mremap_to
    if (isOld) {
      const tail = shrunkTail(remapping, true);
      if (remapping.to !== undefined) edit.unmap(remapping.to);
      if (tail !== undefined) edit.unmap(tail);
    } else if (STOPS_MOVING.has(inState)) moveBefore(call, remapping, before, edit);
    if (inState === BEYOND_VMA) learnBorder(oldPart(remapping), edit);
    return;
  }
  if (errno === 'EFAULT' && remapping.source === 'unknown') {
    learnUnmapped(remapping, before, edit);
    return;
  }
  afterChecks(broken(actionChecks), errno, call.event.index, remapping, before, edit);
}

const BEYOND_VMA = 'mremap.beyond-vma';

/** All else known, EFAULT says that a border is there which the model could only doubt. */
const unsureBorder = (
  call: MremapCall,
  errno: string,
  { source }: Remapping,
  before: Before,
): string | undefined => {
  if (errno !== 'EFAULT' || source !== 'mapped') return undefined;
  const verdict = stateChecks.find(({ id }) => id === BEYOND_VMA)?.test(call, before);
  return verdict?.answer === 'cannot-tell' && verdict.because.code === 'unknown-merge'
    ? BEYOND_VMA
    : undefined;
};

/** What must be of one VMA, where one is moved or grows. */
const oldPart = ({ from, oldPages, newPages }: Remapping): PageRange =>
  pageRange(from.start, from.start + Math.min(oldPages, newPages));

/** A call that does no more than look its first page up fails with EFAULT only where that is not mapped. */
function learnUnmapped({ from, relocates, growth }: Remapping, before: Before, edit: SpaceEdit): void {
  if (!relocates && growth === 0 && before.machine.kernel >= kernelVersion(5, 19))
    edit.inferFree(pageRange(from.start, from.start + 1));
}

/** Until 6.16 tested when the mapping was found, so that nothing was cleared. mm/mremap.c: sys_mremap (6.12) */
const FOUND_FIRST: ReadonlySet<string> = new Set(['mremap.sealed', 'mremap.huge-page-alignment']);

/** Found VMA by VMA, where several are moved. */
const STOPS_MOVING: ReadonlySet<string> = new Set([
  'mremap.sealed',
  'mremap.several-with-own-rules',
  'mremap.dontunmap-special',
]);

/** Of several VMAs, those before the one that refused have moved. */
function moveBefore(call: MremapCall, remapping: Remapping, before: Before, edit: SpaceEdit): void {
  const refused = refusedPiece(remapping, before);
  if (refused === undefined) return;
  const { start } = remapping.from;
  const below = pageRange(start, Math.max(start, refused.piece.start));
  moveAll(call.event.index, remapping, before, edit, below);
}

function leaveSplitsOfDestination(remapping: Remapping, before: Before, edit: SpaceEdit): void {
  const destination = destinationOf(remapping, before);
  if (destination !== undefined) leaveSplits(removalOf(destination, before), edit);
}

/** Of several VMAs that are kept as well, those that fit below RLIMIT_AS and RLIMIT_DATA have moved; the next had its destination cleared. */
function moveWhileItFits(event: EventIndex, remapping: Remapping, before: Before, edit: SpaceEdit): void {
  const { from, to } = remapping;
  const passes = (name: 'AS' | 'DATA', pages: number): boolean => {
    const limit = limitOf(before, name)?.soft;
    return limit !== undefined && limit !== 'infinity' && BigInt(pages) > limit >> 12n;
  };
  if (to === undefined) return;
  for (const vma of [...before.space.vmasIn(from)]) {
    const piece = pageRange(Math.max(vma.start, from.start), Math.min(vma.end, from.end));
    const start = to.start + (piece.start - from.start);
    edit.unmap(pageRange(start, start + lengthOf(piece)));
    if (passes('AS', edit.now.total + lengthOf(piece))) return;
    if (countedAs(vma) === 'data' && passes('DATA', edit.now.data + lengthOf(piece))) return;
    moveAll(event, remapping, before, edit, piece);
  }
}

/** Failures while the call was at work. `id`: the check that says where, undefined for what leaves no trace. */
function afterChecks(
  id: string | undefined,
  errno: string,
  event: EventIndex,
  remapping: Remapping,
  before: Before,
  edit: SpaceEdit,
): void {
  const destination = destinationOf(remapping, before);
  if (id === 'mremap.shrink-beyond-task-size') return;
  if (id === 'mremap.destroys-its-source') {
    if (destination !== undefined) edit.unmap(destination);
    return;
  }
  if (id?.startsWith('mremap.shrink-') === true) {
    const tail = shrunkTail(remapping, false);
    if (tail !== undefined) leaveSplits(removalOf(tail, before), edit);
    return;
  }
  if (destination === undefined) return;
  if (id?.startsWith('mremap.destination-') === true) {
    const { from, to, movesSeveral } = remapping;
    // Of several, those with room have moved before.
    if (movesSeveral && to !== undefined) {
      const moved = pageRange(from.start, from.start + (destination.start - to.start));
      moveAll(event, remapping, before, edit, moved);
    }
    leaveSplitsOfDestination(remapping, before, edit);
    return;
  }
  if (id?.startsWith('mremap.dontunmap-over-') === true && remapping.movesSeveral) {
    moveWhileItFits(event, remapping, before, edit);
    return;
  }
  const refused = refusedPiece(remapping, before);
  if (refused?.reason === 'indivisible') {
    const { start } = remapping.from;
    moveAll(event, remapping, before, edit, pageRange(start, refused.piece.start));
    edit.unmap(refused.to);
    return;
  }
  // The commit limit, the kernel's memory and a VMA's owner speak up only after the destination was cleared.
  if (id !== undefined || errno === 'ENOMEM' || errno === 'EINVAL') {
    edit.unmap(destination);
    const tail = shrunkTail(remapping, true);
    if (tail === undefined || id === 'mremap.tail-beyond-task-size') return;
    if (id?.startsWith('mremap.tail-') === true) leaveSplits(removalOf(tail, before), edit);
    else edit.unmap(tail);
  }
}
