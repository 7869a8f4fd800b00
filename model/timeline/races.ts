/**
 * Calls of threads that were on their way at the same time, in one address space. The log has the order in which they ended;
 * the kernel may have done them in another, so the place that it found for one of them cannot be told from the log.
 *
 *     101 mmap(NULL, 8192, … <unfinished ...>
 *     102 munmap(0x7f…, 4096) = 0                 101 may have taken these pages or not
 *     101 <... mmap resumed>) = 0x7e…
 */
import { Column } from '../trace/index-pass/column';
import type { EventIndex, TaskId } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import type { Judgement } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import type { Task } from '../process/world';

/** Calls that take or give room. */
const MOVES_ROOM: ReadonlySet<string> = new Set([
  'mmap',
  'mmap2',
  'old_mmap',
  'munmap',
  'mremap',
  'brk',
  'shmat',
  'shmdt',
  'ipc',
]);

export const movesRoom = (name: string): boolean => MOVES_ROOM.has(name);

/** The judgement of a raced call: that it succeeds can be told, where it puts the pages cannot. */
export function withoutPlace(judgement: Judgement, call: MemoryCall): Judgement {
  const { predicted } = judgement;
  if (predicted.kind !== 'success' || predicted.value === undefined || !isPlacedByKernel(call))
    return judgement;
  return { ...judgement, predicted: { kind: 'success', because: { code: 'raced' } } };
}

const MAP_FIXED = 0x10;
const MAP_FIXED_NOREPLACE = 0x100000;
const MREMAP_FIXED = 2;

function isPlacedByKernel(call: MemoryCall): boolean {
  switch (call.call) {
    case 'mmap':
      return ((call.flags.value ?? 0) & (MAP_FIXED | MAP_FIXED_NOREPLACE)) === 0;
    case 'mremap':
      return ((call.flags.value ?? 0) & MREMAP_FIXED) === 0;
    case 'shmat':
      return call.addr.value === 0n;
    default:
      return false;
  }
}

interface UnderWay {
  readonly space: SpaceId;
  raced: boolean;
}

export class Races {
  private readonly underWay = new Map<TaskId, UnderWay>();
  /** Events, ascending. */
  private readonly raced = new Column();

  /** The first half of a split call. */
  entered(task: Task): void {
    this.underWay.set(task.id, { space: task.space, raced: this.meets(task.id, task.space) });
  }

  /** The call's result; whether it was split or not. */
  ended(event: EventIndex, task: TaskId, space: SpaceId | undefined): void {
    if (this.underWay.size === 0) return;
    const own = this.underWay.get(task);
    this.underWay.delete(task);
    if (this.meets(task, space) || own?.raced === true) this.raced.push(event);
  }

  /** The task has ended in the middle of its call. */
  left(task: TaskId): void {
    this.underWay.delete(task);
  }

  has(event: EventIndex): boolean {
    let low = 0;
    let high = this.raced.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.raced.get(middle) < event) low = middle + 1;
      else high = middle;
    }
    return low < this.raced.length && this.raced.get(low) === event;
  }

  /** Whether others are on their way in the task's space; they have met it then. */
  private meets(id: TaskId, space: SpaceId | undefined): boolean {
    let met = false;
    for (const [other, call] of this.underWay) {
      if (other === id || call.space !== space) continue;
      call.raced = true;
      met = true;
    }
    return met;
  }
}
