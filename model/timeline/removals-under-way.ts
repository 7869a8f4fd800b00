/**
 * Threads race: the log orders calls by their ends, and a removal ends in the log some time after the kernel did it.
 *
 *     101 munmap(0x7f0000000000, 8192 <unfinished ...>
 *     102 mmap(NULL, 4096, …) = 0x7f0000001000      where pages of 101 stand in the model: they are gone already
 *     101 <... munmap resumed>) = 0                 removes nothing of what 102 got
 *
 * The kernel chooses an address only where nothing is mapped (mm/mmap.c: get_unmapped_area), and 101 was on its way before
 * 102 heard of the address: so what 101 removes are the pages that were there before. An mremap that moves removes as well,
 * and what it moved is what was there before.
 *
 * Invariant: a task has at most one call under way, so there are no more entries than tasks.
 */
import type { AddressSpace, SpaceId } from '../memory/address-space';
import { pageNumber, pageOf, pageRange, pagesFor, overlaps, addressOf, type PageRange } from '../memory/page';
import { RangeSet } from '../memory/range-set';
import type { Vma } from '../memory/vma';
import { pieceOf } from '../memory/vma-piece';
import type { MemoryCall } from '../kernel/memory-call';
import type { Task } from '../process/world';
import type { TaskId } from '../trace/positions';
import { observedOf } from './memory-step';

interface Removal {
  readonly space: SpaceId;
  readonly range: PageRange;
  /** What other tasks were given there meanwhile. */
  spared: RangeSet;
  /** What the model had there, of which the others' calls made it lose sight. */
  readonly lost: Vma[];
}

/** What a call does at its place in the log. */
export interface Ending {
  /** VMAs that were lost sight of, to be put back first. */
  readonly before: readonly Vma[];
  /** The call, or where a removal has to spare something, one part each. */
  readonly parts: readonly MemoryCall[];
  /** VMAs of others, to be put back behind it. */
  readonly after: readonly Vma[];
}

const NONE: readonly never[] = [];

export class RemovalsUnderWay {
  private readonly byTask = new Map<TaskId, Removal>();

  /** Whether any thread is removing something. */
  get isUnderWay(): boolean {
    return this.byTask.size > 0;
  }

  /** munmap and mremap; others remove nothing. */
  entered(call: MemoryCall, task: Task): void {
    const range = removedBy(call);
    if (range === undefined) this.byTask.delete(task.id);
    else this.byTask.set(task.id, { space: task.space, range, spared: RangeSet.empty, lost: [] });
  }

  /** The call is going to happen: will the kernel put something where another task is removing? `space`: before it. */
  placing(call: MemoryCall, task: Task, space: AddressSpace | undefined): void {
    if (this.byTask.size === 0 || space === undefined) return;
    const range = chosenByKernel(call);
    if (range === undefined) return;
    for (const [remover, removal] of this.byTask) {
      if (remover === task.id || removal.space !== task.space || !overlaps(removal.range, range)) continue;
      const common = cutTo(range, removal.range);
      for (const part of RangeSet.of([common])
        .withoutAll([...removal.spared.ranges()])
        .ranges())
        removal.lost.push(...piecesIn(space, part));
      removal.spared = removal.spared.with(common);
    }
  }

  /** The call has ended. `space`: before its effect. @returns undefined where it simply happens, as nearly all do. */
  ending(call: MemoryCall, task: Task, space: AddressSpace | undefined): Ending | undefined {
    const removal = this.byTask.get(task.id);
    if (removal === undefined) return undefined;
    this.byTask.delete(task.id);
    if (removal.spared.isEmpty || observedOf(call.event)?.kind !== 'success') return undefined;
    if (call.call === 'mremap' && space !== undefined) {
      const others = [...removal.spared.ranges()].flatMap((range) => piecesIn(space, range));
      return { before: removal.lost, parts: [call], after: others };
    }
    if (call.call !== 'munmap') return undefined;
    const left = RangeSet.of([removal.range]).withoutAll([...removal.spared.ranges()]);
    const parts = [...left.ranges()].map((part) => ({
      ...call,
      addr: { value: addressOf(part.start), span: call.addr.span },
      length: { value: BigInt(part.end - part.start) << 12n, span: call.length.span },
    }));
    return { before: NONE, parts, after: NONE };
  }
}

const cutTo = (range: PageRange, other: PageRange): PageRange =>
  pageRange(Math.max(range.start, other.start), Math.min(range.end, other.end));

const piecesIn = (space: AddressSpace, range: PageRange): Vma[] =>
  [...space.vmasIn(range)].map((vma) => {
    const { start, end } = cutTo(vma, range);
    return pieceOf(vma, start, end);
  });

/** The pages that are free behind the call, if it succeeds: all of munmap's, those that an mremap moves from. */
function removedBy(call: MemoryCall): PageRange | undefined {
  if (call.call === 'munmap') return given(call.addr.value, call.length.value);
  return call.call === 'mremap' ? given(call.oldAddress.value, call.oldSize.value) : undefined;
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
