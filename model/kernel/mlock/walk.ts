/**
 * The walk that mlock, mlock2 and munlock share: VMAs in ascending order get their flags, and the first hole ends it
 * with everything below already changed. mm/mlock.c: apply_vma_lock_flags, mlock_fixup; measured on 6.18.
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange, type PageNumber, type PageRange } from '../../memory/page';
import { copyOfVma } from '../../memory/copies';
import { isSecretMemory, LOCK_FLAGS, supportsLocking } from '../../memory/locked';
import { has, Prot, VmFlag, type Vma } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import { MLOCK } from '../abi/memory-flags';
import type { Before } from '../check';
import { segmentsIn } from '../coverage';
import { kernelBits, pageBytes, untagged } from '../layout';
import { MapCount } from '../map-count';
import type { MlockCall } from '../mapping-call';
import { once } from '../once';
import { lockRange, pagesOf, type ByteRange } from '../rounding';

const LOCK_BITS = VmFlag.locked | VmFlag.lockOnFault;
/** What a call makes of a VMA's lock: 'off', or locked with or without its pages. */
export type LockState = 'off' | 'locked' | 'onfault';

export const lockStateOf = (call: MlockCall): LockState => {
  if (call.call === 'munlock') return 'off';
  return ((call.flags.value ?? 0) & MLOCK.ONFAULT) !== 0 ? 'onfault' : 'locked';
};

/** The flags with another lock; the same where the VMA cannot be locked. Secret memory stays locked. */
export function relocked(vma: Vma, state: LockState): number {
  if (!supportsLocking(vma) || isSecretMemory(vma)) return vma.flags;
  // What is perhaps not locked is neither cut nor joined by unlocking it.
  if (state === 'off' && !has(vma, VmFlag.locked)) return vma.flags;
  const bits = state === 'off' ? 0 : state === 'locked' ? VmFlag.locked : LOCK_BITS;
  return (vma.flags & ~LOCK_FLAGS) | bits;
}

export const withLock =
  (state: LockState, event: EventIndex) =>
  (piece: Vma): Vma => {
    const flags = relocked(piece, state);
    if (flags === piece.flags) return piece;
    const { mapped, protected: since, moved } = piece.origin;
    const next = copyOfVma(piece);
    next.flags = flags;
    next.origin = { mapped, protected: since, locked: event, moved };
    return next;
  };

/** The bytes that the call works on; undefined where an argument is not shown. */
export function bytesOf(call: MlockCall, before: Before): ByteRange | undefined {
  if (call.addr.value === undefined || call.length.value === undefined) return undefined;
  return lockRange(
    untagged(call.addr.value, before),
    call.length.value,
    kernelBits(before),
    pageBytes(before),
  );
}

export interface LockWalk {
  readonly range: PageRange;
  readonly stop:
    | {
        readonly at: PageRange;
        readonly reason: 'hole' | 'unknown' | 'map-limit' | 'indivisible';
        readonly vma: Vma | undefined;
        readonly split?: PageNumber;
      }
    | undefined;
}

/** Undefined where the call does not get to walk: the range wraps or is empty, or is not shown. */
export const walk = once(walkOf);

function walkOf(call: MlockCall, before: Before): LockWalk | undefined {
  const bytes = bytesOf(call, before);
  if (bytes === undefined || bytes.wraps || bytes.length === 0n) return undefined;
  const range = pagesOf(bytes);
  const state = lockStateOf(call);
  const maps = new MapCount(before, call.event.index, withLock(state, call.event.index));
  for (const segment of segmentsIn(before.space, range)) {
    const at = pageRange(segment.start, segment.end);
    if (segment.kind === 'hole')
      return { range, stop: { at, reason: segment.state === 'free' ? 'hole' : 'unknown', vma: undefined } };
    const { vma } = segment;
    if (relocked(vma, state) === vma.flags) continue;
    const cut = maps.cut(vma, at);
    if (cut?.reason === 'indivisible') return { range, stop: { at, reason: 'indivisible', vma } };
    if (cut !== undefined)
      return {
        range,
        stop: { at, reason: 'map-limit', vma, ...(cut.split === undefined ? {} : { split: cut.split }) },
      };
  }
  return { range, stop: undefined };
}

/**
 * Locks as far as the walk came. Populating comes after the walk, and only of a walk that reached its end: writable
 * private memory is written to, other memory read.
 */
export function relock(range: PageRange, state: LockState, event: EventIndex, edit: SpaceEdit): void {
  if (state === 'off') settleUnlocked(range, edit);
  edit.modify(range, withLock(state, event));
}

/** Memory that perhaps was locked, and is surely not from now on: the VMAs that lie in the range as a whole. */
export function settleUnlocked(range: PageRange, edit: SpaceEdit): void {
  edit.mark(range, (vma) => {
    const isOpen = has(vma, VmFlag.lockUnsure) && !has(vma, VmFlag.locked);
    if (!isOpen || vma.start < range.start || vma.end > range.end) return vma;
    const next = copyOfVma(vma);
    next.flags &= ~VmFlag.lockUnsure;
    return next;
  });
}

/** Pages that a full lock could not make present: no access at all. mm/gup.c: populate_vma_page_range */
export const inaccessible = (vma: Vma): boolean => vma.prot === Prot.none;
