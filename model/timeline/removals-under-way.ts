/**
 * Threads race: the log orders calls by their ends, and a removal ends in the log some time after the kernel did it.
 *
 *     101 munmap(0x7f0000000000, 8192 <unfinished ...>
 *     102 mmap(NULL, 4096, …) = 0x7f0000001000      where pages of 101 stand in the model: they are gone already
 *     101 <... munmap resumed>) = 0                 removes nothing of what 102 got
 *
 * The kernel chooses an address only where nothing is mapped (mm/mmap.c: get_unmapped_area), and 101 was on its way before
 * 102 heard of the address: so what 101 removes are the pages that were there before.
 *
 * Invariant: a task has at most one call under way, so there are no more entries than tasks.
 */
import type { SpaceId } from '../memory/address-space';
import { pageNumber, pageOf, pageRange, pagesFor, overlaps, addressOf, type PageRange } from '../memory/page';
import { RangeSet } from '../memory/range-set';
import type { MemoryCall, MunmapCall } from '../kernel/memory-call';
import type { Task } from '../process/world';
import type { TaskId } from '../trace/positions';
import { observedOf } from './memory-step';

interface Removal {
  readonly space: SpaceId;
  readonly range: PageRange;
  /** What other tasks were given there meanwhile. */
  spared: RangeSet;
}

export class RemovalsUnderWay {
  private readonly byTask = new Map<TaskId, Removal>();

  entered(call: MunmapCall, task: Task): void {
    const range = given(call.addr.value, call.length.value);
    if (range === undefined) this.byTask.delete(task.id);
    else this.byTask.set(task.id, { space: task.space, range, spared: RangeSet.empty });
  }

  /** What the call does at its place in the log: itself, or where a removal has to spare something, one part each. */
  parts(call: MemoryCall, task: Task): readonly MemoryCall[] {
    const removal = this.byTask.get(task.id);
    if (removal === undefined) return [call];
    this.byTask.delete(task.id);
    if (call.call !== 'munmap' || removal.spared.isEmpty) return [call];
    if (observedOf(call.event)?.kind !== 'success') return [call];
    const { range, spared } = removal;
    const left = RangeSet.of([range]).withoutAll([...spared.ranges()]);
    return [...left.ranges()].map((part) => ({
      ...call,
      addr: { value: addressOf(part.start), span: call.addr.span },
      length: { value: BigInt(part.end - part.start) << 12n, span: call.length.span },
    }));
  }

  /** The call has happened: did the kernel put something where another task is removing? */
  placed(call: MemoryCall, task: Task): void {
    if (this.byTask.size === 0) return;
    const range = chosenByKernel(call);
    if (range === undefined) return;
    for (const [remover, removal] of this.byTask) {
      if (remover === task.id || removal.space !== task.space || !overlaps(removal.range, range)) continue;
      removal.spared = removal.spared.with(
        pageRange(Math.max(range.start, removal.range.start), Math.min(range.end, removal.range.end)),
      );
    }
  }
}

const MAP_FIXED = 0x10;
const MREMAP_FIXED = 0x2;

/** The pages at an address that the kernel found free by itself. MAP_FIXED_NOREPLACE answers only where it was free. */
function chosenByKernel(call: MemoryCall): PageRange | undefined {
  const observed = observedOf(call.event);
  if (observed?.kind !== 'success') return undefined;
  if (call.call === 'mmap' && isClear(call.flags.value, MAP_FIXED))
    return given(observed.value, call.length.value);
  if (call.call !== 'mremap' || !isClear(call.flags.value, MREMAP_FIXED)) return undefined;
  return observed.value === call.oldAddress.value ? undefined : given(observed.value, call.newSize.value);
}

const isClear = (flags: number | undefined, flag: number): boolean =>
  flags !== undefined && (flags & flag) === 0;

function given(address: bigint | undefined, length: bigint | undefined): PageRange | undefined {
  if (address === undefined || length === undefined || (address & 0xfffn) !== 0n || length === 0n)
    return undefined;
  const start = pageOf(address);
  return pageRange(start, pageNumber(start + pagesFor(length)));
}
