/**
 * What is left of an address space when calls of others may have happened to it at any time since an event: only what was
 * there before, and that by inference.
 *
 *     before   | r-x libc | rw- mapped since | free    |
 *     after    | r-x libc ~~~~~~~ unknown ~~~~~~~~~~~~~|
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace } from './address-space';
import { copyOfVma } from './copies';
import { partsOf } from './known-space';
import { emptySpace } from './space-birth';
import type { Vma } from './vma';

export function forgottenSince(space: AddressSpace, since: EventIndex): AddressSpace {
  const { startStack, shownHeap } = partsOf(space);
  const kept: Vma[] = [];
  for (const vma of space.vmas()) if (isOlder(vma, since)) kept.push(inferred(vma));
  return emptySpace({
    id: space.id,
    taskSize: space.taskSize,
    unknown: 'all',
    past: 'attach',
    facts: { startBrk: space.startBrk },
    startStack,
    shownHeap,
    vmas: kept,
  });
}

const isOlder = ({ origin, proven }: Vma, since: EventIndex): boolean =>
  [origin.mapped, origin.protected, origin.locked, origin.moved, proven].every(
    (at) => at === undefined || at < since,
  );

function inferred(vma: Vma): Vma {
  const copy = copyOfVma(vma);
  copy.certainty = 'inferred';
  return copy;
}
