/**
 * Calls of threads that were on their way at the same time, in one address space. The log has the order in which they ended;
 * the kernel may have done them in another, so the place that it found for one of them cannot be told from the log.
 *
 *     101 mmap(NULL, 8192, … <unfinished ...>
 *     102 munmap(0x7f…, 4096) = 0                 101 may have taken these pages or not
 *     101 <... mmap resumed>) = 0x7e…
 *
 * Files of a set (`-ff`) have whole lines only: there the times tell.
 */
import type { CallEvent } from '../trace/event';
import type { EventIndex, TaskId } from '../trace/positions';
import type { SpaceId } from '../memory/address-space';
import type { Judgement, Prediction } from '../kernel/check';
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

/** Refusals that hang on what is mapped. */
const BY_STATE: ReadonlySet<string> = new Set(['ENOMEM', 'EFAULT', 'EAGAIN', 'EEXIST', 'old-break']);

/** The judgement of a raced call: where it puts the pages cannot be told, nor what it found there. */
export function ofRaced(judgement: Judgement, call: MemoryCall): Judgement {
  const { predicted } = judgement;
  const because = { code: 'raced' } as const;
  if (predicted.kind === 'error' && BY_STATE.has(predicted.errno))
    return withPrediction(judgement, { kind: 'undecidable', because, cause: predicted.cause });
  const isTold = predicted.kind === 'success' && predicted.value !== undefined;
  return isTold && isPlacedByKernel(call)
    ? withPrediction(judgement, { kind: 'success', because })
    : judgement;
}

/** The same checklist, which is still made only when somebody asks for it. */
const withPrediction = (judgement: Judgement, predicted: Prediction): Judgement => ({
  get answers() {
    return judgement.answers;
  },
  predicted,
});

const MAP_FIXED = 0x10;
const MAP_FIXED_NOREPLACE = 0x100000;
const MREMAP_FIXED = 2;

/** Nothing in the arguments says where its memory goes, or no more than a wish. */
export function isPlacedByKernel(call: MemoryCall): boolean {
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

interface InSet {
  readonly event: EventIndex;
  readonly task: TaskId;
  readonly space: SpaceId;
}

interface UnderWay {
  readonly space: SpaceId;
  raced: boolean;
}

/** A call that has ended, of a set of files. In nanoseconds. */
interface Timed {
  readonly event: EventIndex;
  readonly task: TaskId;
  readonly end: bigint;
}

/** Without -T: a call that moves room hardly takes longer, under strace. */
const USUAL_DURATION = 5_000_000n;
/** So many calls of a space are remembered: tasks under strace do not overtake each other by more. */
const REMEMBERED = 16;

export class Races {
  private readonly underWay = new Map<TaskId, UnderWay>();
  private readonly latest = new Map<SpaceId, Timed[]>();
  private readonly raced = new BitSet();

  /** The first half of a split call. */
  entered(task: Task): void {
    this.underWay.set(task.id, { space: task.space, raced: this.meets(task.id, task.space) });
  }

  /** The call's result; whether it was split or not. */
  ended(event: EventIndex, task: TaskId, space: SpaceId | undefined): void {
    if (this.underWay.size === 0) return;
    const own = this.underWay.get(task);
    this.underWay.delete(task);
    if (this.meets(task, space) || own?.raced === true) this.raced.add(event);
  }

  /** A call on a line of a file of its task's own. */
  endedInSet({ event, task, space }: InSet, { prefix, duration }: CallEvent): void {
    const start = prefix.time?.nanoseconds;
    if (start === undefined) return;
    const end = start + (duration ?? USUAL_DURATION);
    const known = this.latest.get(space) ?? [];
    for (const other of known) {
      if (other.task === task || other.end < start) continue;
      this.raced.add(other.event);
      this.raced.add(event);
    }
    known.push({ event, task, end });
    if (known.length > REMEMBERED) known.shift();
    this.latest.set(space, known);
  }

  /** The task has ended in the middle of its call. */
  left(task: TaskId): void {
    this.underWay.delete(task);
  }

  has(event: EventIndex): boolean {
    return this.raced.has(event);
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

/** One bit an event: of a long log of many threads a good part is raced. */
class BitSet {
  private bytes = new Uint8Array(64);

  add(at: number): void {
    if (at >>> 3 >= this.bytes.length) {
      const more = new Uint8Array(Math.max(2 * this.bytes.length, (at >>> 3) + 1));
      more.set(this.bytes);
      this.bytes = more;
    }
    this.bytes[at >>> 3] = (this.bytes[at >>> 3] ?? 0) | (1 << (at & 7));
  }

  has(at: number): boolean {
    return ((this.bytes[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0;
  }
}
