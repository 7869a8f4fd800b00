/**
 * Where a page went that was there once: unmapped, moved away by mremap, cut off by brk or by an mremap to a smaller size, or
 * left out of what a fork copied.
 */
import { pageOf, pageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import type { EventIndex } from '../../trace/positions';
import { successOf } from '../../process/call-values';
import type { MremapCall } from '../../kernel/mapping-call';
import type { SpaceId } from '../../memory/address-space';
import { say } from '../message';
import type { PageAccount, WantedPage } from './page-account';
import { bytesInWords, hexOf } from '../sizes';
import { lineOf, type Subject } from '../subject';
import { unmappedUnseen } from './unseen-unmapping';

/** Undefined: no line of the log took the page away. */
export function accountOfGone(at: WantedPage): PageAccount | undefined {
  const { subject, space, page } = at;
  const touch = subject.timeline.lastTouching(space.id, pageRange(page, page + 1), subject.event);
  if (touch?.how === 'unmapped' || touch?.how === 'moved') return takenAway(at, touch.event);
  const unseen =
    touch === undefined && space.stateAt(page) === 'free' ? unmappedUnseen(subject, page) : undefined;
  return unseen === undefined ? notInherited(at) : takenAway(at, unseen);
}

function takenAway(at: WantedPage, event: EventIndex): PageAccount {
  const { subject, page, access, address } = at;
  const call = subject.timeline.memoryCallAt(event);
  const values = { page: hexOf(BigInt(page) << 12n), line: lineOf(subject, event), access };
  const proven = { certainty: 'proven', evidence: [event] } as const;
  if (call?.call === 'brk' && call.addr.value !== undefined) {
    const text = say('fault.cut-off', { ...values, break: hexOf(call.addr.value) });
    return { id: 'fault.cut-off', text, ...proven };
  }
  const source = call?.call === 'mremap' ? movedFrom(call, address) : undefined;
  if (source !== undefined) {
    const { offset, newSize, result } = source;
    if (offset >= newSize) {
      const text = say('fault.shrunk', { ...values, size: bytesInWords(newSize) });
      return { id: 'fault.cut-off', text, ...proven };
    }
    const to = whereNow(subject, at.space.id, result + offset, event);
    const text = say('fault.moved', { ...values, address: hexOf(address), to: hexOf(to.address) });
    return to.hops.length === 0
      ? { id: 'fault.moved', text, ...proven }
      : { id: 'fault.moved', text, ...proven, evidence: [event, ...to.hops] };
  }
  return { id: 'fault.unmapped', text: say('fault.unmapped', values), ...proven };
}

interface Source {
  /** Of the byte in the old range. */
  readonly offset: bigint;
  readonly newSize: bigint;
  readonly result: bigint;
}

/** Undefined where the byte was not in what mremap was to move: then it lay where the mapping came to. */
function movedFrom(call: MremapCall, address: bigint): Source | undefined {
  const { oldAddress, oldSize, newSize } = call;
  const result = successOf(call.event);
  if (oldAddress.value === undefined || oldSize.value === undefined || newSize.value === undefined)
    return undefined;
  const offset = address - oldAddress.value;
  const end = (oldSize.value + 4095n) & ~4095n;
  if (result === undefined || offset < 0n || offset >= end) return undefined;
  return { offset, newSize: (newSize.value + 4095n) & ~4095n, result: BigInt.asUintN(64, result) };
}

/** Moves that are followed on. */
const MOST_HOPS = 16;

/** The place of a byte now that mremap brought to `address`, and the later lines that moved it on. */
function whereNow(
  { timeline, event }: Subject,
  space: SpaceId,
  address: bigint,
  since: EventIndex,
): { address: bigint; hops: readonly EventIndex[] } {
  const hops: EventIndex[] = [];
  let now = address;
  let after = since;
  while (hops.length < MOST_HOPS) {
    const page = pageOf(now);
    let next: { event: EventIndex; to: bigint } | undefined;
    for (const touch of timeline.touching(space, pageRange(page, page + 1), event)) {
      if (touch.event <= after) break;
      if (touch.how !== 'moved') continue;
      const call = timeline.memoryCallAt(touch.event);
      const source = call?.call === 'mremap' ? movedFrom(call, now) : undefined;
      // Latest first: the earliest move behind the last one is the next.
      if (source !== undefined && source.offset < source.newSize)
        next = { event: touch.event, to: source.result + source.offset };
    }
    if (next === undefined) break;
    hops.push(next.event);
    now = next.to;
    after = next.event;
  }
  return { address: now, hops };
}

/** A parent's mapping with MADV_DONTFORK: none of the children below the fork has it. kernel/fork.c: dup_mmap */
function notInherited({ subject, page, access }: WantedPage): PageAccount | undefined {
  const { timeline, event } = subject;
  let task = timeline.worldAt(event).task(timeline.recording.events.task(event));
  for (let generation = 0; generation < MOST_HOPS && task?.created !== undefined; generation++) {
    const { at, by, how } = task.created;
    const world = timeline.worldAt(at);
    const parent = world.task(by);
    const had = how === 'fork' && parent !== undefined ? world.space(parent.space)?.vmaAt(page) : undefined;
    if (had !== undefined && parent !== undefined) {
      const marked = has(had, VmFlag.dontCopy) ? markedAt(subject, parent.space, page, at) : undefined;
      return {
        id: 'fault.not-inherited',
        text: say('fault.not-inherited', {
          page: hexOf(BigInt(page) << 12n),
          line: lineOf(subject, at),
          access,
        }),
        certainty: 'proven',
        evidence: marked === undefined ? [at] : [marked, at],
      };
    }
    task = parent;
  }
  return undefined;
}

/** The madvise that keeps the page from children. */
function markedAt(
  { timeline }: Subject,
  space: SpaceId,
  page: number,
  before: EventIndex,
): EventIndex | undefined {
  for (const { event } of timeline.touching(space, pageRange(page, page + 1), before)) {
    const call = timeline.memoryCallAt(event);
    if (call?.call === 'madvise' && call.advice.value === MADV_DONTFORK) return event;
  }
  return undefined;
}

const MADV_DONTFORK = 10;
