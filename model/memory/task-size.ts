/**
 * The same address space with another end: a program turns out to have 32 bits where it was taken for one of 64, or the
 * other way round.
 *
 *     taken for     | VMAs … unknown                |
 *     32 bits       | VMAs … unknown |                  nothing can lie above
 *     64 bits       | VMAs … unknown | unknown …    |   or free, where a snapshot has shown everything
 */
import type { AddressSpace } from './address-space';
import { KnownSpace, partsOf } from './known-space';
import { addressOf, pageRange, type PageNumber } from './page';

/** A space with a VMA or its break above the end given stays as it is: a program of 64 bits may make single calls of 32. */
export function withTaskSize(space: AddressSpace, taskSize: PageNumber): AddressSpace {
  const parts = partsOf(space);
  const { unknown, facts } = parts;
  const isMore = taskSize > space.taskSize;
  const isUsed = space.firstEndingAbove(taskSize) !== undefined || (facts.brk ?? 0n) > addressOf(taskSize);
  if (!isMore && isUsed) return space;
  const changed = pageRange(Math.min(taskSize, space.taskSize), Math.max(taskSize, space.taskSize));
  const left = isMore && !facts.complete ? unknown.with(changed) : unknown.without(changed);
  return new KnownSpace({ ...parts, taskSize, unknown: left });
}
