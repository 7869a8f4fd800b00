/**
 * The address that says most about an event: where its call moves, maps, takes away or looks. Of what has no address, the stack.
 */
import type { MemoryCall } from '../kernel/memory-call';
import type { AddressSpace } from '../memory/address-space';
import { addressOf, pageOf, type PageRange } from '../memory/page';
import { RangeSet } from '../memory/range-set';
import { has, VmFlag } from '../memory/vma';
import type { TraceEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import type { Argument } from '../trace/value';
import type { Timeline } from './timeline';

export interface TouchedAddress {
  readonly address: bigint;
  /**
   *     moved      where mremap takes pages from; behind it, where it has put them
   *     changed    the first page that the call maps, takes away or changes
   *     argument   an address that the call is given
   *     fault      where a signal says that the access was
   *     stack, lowest   the event has none: what every process has
   */
  readonly because: 'moved' | 'changed' | 'argument' | 'fault' | 'stack' | 'lowest';
}

/** @param space before the event. @param behind the event has happened. */
export function touchedAddress(
  timeline: Timeline,
  event: EventIndex | undefined,
  space: AddressSpace,
  behind: boolean,
): TouchedAddress {
  if (event === undefined) return standing(space);
  return changedBy(timeline, event, space, behind) ?? givenTo(timeline, event, space) ?? standing(space);
}

function changedBy(
  timeline: Timeline,
  event: EventIndex,
  { id }: AddressSpace,
  behind: boolean,
): TouchedAddress | undefined {
  const change = timeline.changeAt(event)?.spaces.find(({ space }) => space === id);
  const [move] = change?.moves ?? [];
  if (move !== undefined) return at((behind ? move.to : move.from).start, 'moved');
  const addr = addressGiven(timeline.memoryCallAt(event));
  if (change === undefined) return undefined;
  // Neighbours that merge change too, but are not what the call is about.
  const removed = RangeSet.of(change.removed);
  const added = RangeSet.of(change.added);
  const [fresh] = added.withoutAll(change.removed).ranges();
  const [gone] = removed.withoutAll(change.added).ranges();
  const first: PageRange | undefined = fresh ?? gone;
  if (first !== undefined) return at(first.start, 'changed');
  if (addr !== undefined) return { address: addr, because: 'changed' };
  const [some] = [...(change.pages?.added ?? []), ...change.added];
  return some === undefined ? undefined : at(some.start, 'changed');
}

const at = (page: PageRange['start'], because: TouchedAddress['because']): TouchedAddress => ({
  address: addressOf(page),
  because,
});

function addressGiven(call: MemoryCall | undefined): bigint | undefined {
  const given =
    call === undefined
      ? undefined
      : 'oldAddress' in call
        ? call.oldAddress
        : 'addr' in call
          ? call.addr
          : undefined;
  return given?.value === 0n ? undefined : given?.value;
}

function givenTo(timeline: Timeline, event: EventIndex, space: AddressSpace): TouchedAddress | undefined {
  const address = addressGiven(timeline.memoryCallAt(event));
  if (address !== undefined) return { address, because: 'argument' };
  const decoded: TraceEvent = timeline.recording.decode(event);
  if (decoded.kind === 'signal') {
    const fault = decoded.info.find(({ name }) => name === 'si_addr')?.value;
    return fault?.kind === 'number' ? { address: fault.value, because: 'fault' } : undefined;
  }
  if (decoded.kind !== 'call') return undefined;
  const mapped = addressIn(decoded.args, (page) => space.vmaAt(page) !== undefined);
  return mapped === undefined ? undefined : { address: mapped, because: 'argument' };
}

/** The first number that strace prints as it prints addresses. */
function addressIn(
  args: readonly Argument[],
  holds: (page: PageRange['start']) => boolean,
): bigint | undefined {
  for (const { value } of args)
    if (value.kind === 'number' && value.form === 'hex' && value.value >= 0n && holds(pageOf(value.value)))
      return value.value;
  return undefined;
}

function standing(space: AddressSpace): TouchedAddress {
  const { startStack } = space;
  if (startStack !== undefined && space.vmaAt(startStack) !== undefined) return at(startStack, 'stack');
  const highest = space.lastStartingBelow(space.taskSize);
  for (let vma = highest, looked = 0; vma !== undefined && looked < MOST_LOOKED; looked++) {
    if (has(vma, VmFlag.growsDown)) return at(vma.start, 'stack');
    vma = space.lastStartingBelow(vma.start);
  }
  const [lowest] = space.vmaList(0, 1);
  return lowest === undefined ? { address: 0n, because: 'lowest' } : at(lowest.start, 'lowest');
}

/** The stack is among the highest mappings. */
const MOST_LOOKED = 16;
