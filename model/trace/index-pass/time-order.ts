/**
 * Lines of several files merged by their absolute time stamps: a binary heap of the files, each with the time of its
 * line at hand. A stamp is the time of the call's entry; where -T adds how long it took, the call stands where it ended,
 * as it does in a log of one file. A call that made a task stands no later than right before the child's first line, which
 * may come before its end. A line without a stamp (a stack frame, the rest of a cut call) takes that of the line before.
 *
 * -t and -tt count from midnight. Where a file's stamps fall back by more than half a day, a day has passed; and a file
 * belongs to the day that puts its first stamp nearest to that of the first file.
 */
import type { FileOrder } from './event-order';
import type { LineFacts } from './line-facts';
import type { Names } from './names';

const DAY = 86_400;
const HALF_DAY = DAY / 2;
/** In nanoseconds. */
const SECOND = 1e9;

class Clock {
  /** Seconds since the epoch, or since the midnight before the first file began. */
  seconds = Number.NEGATIVE_INFINITY;
  nanos = 0;
  /** Its first line is at hand still. */
  isFresh = true;
  private day: number | undefined;
  private lastOfDay = 0;

  constructor(
    readonly file: number,
    /** Decides between equal stamps. */
    readonly rank: number,
  ) {}

  /**
   * @param reference seconds of the day at which the first file begins.
   * @param child of the task that the call at hand made.
   */
  read(facts: LineFacts, reference: number, child?: Clock): void {
    if (facts.clock === 'none') return;
    this.nanos = facts.nanos;
    this.seconds = facts.seconds;
    if (facts.clock !== 'epoch') this.countDays(facts.seconds, reference);
    const { seconds, nanos } = this;
    this.add(facts.durationNanos);
    if (child === undefined || this.comesFirst(child)) return;
    const isLater = child.seconds > seconds || (child.seconds === seconds && child.nanos > nanos);
    this.seconds = isLater ? child.seconds : seconds;
    this.nanos = isLater ? child.nanos : nanos;
    if (isLater) this.add(-1);
  }

  private comesFirst(child: Clock): boolean {
    return this.seconds < child.seconds || (this.seconds === child.seconds && this.nanos < child.nanos);
  }

  private countDays(secondsOfDay: number, reference: number): void {
    if (this.day === undefined) this.day = Math.round((reference - secondsOfDay) / DAY);
    else if (secondsOfDay < this.lastOfDay - HALF_DAY) this.day++;
    this.lastOfDay = secondsOfDay;
    this.seconds += this.day * DAY;
  }

  private add(nanos: number): void {
    const sum = this.nanos + nanos;
    this.seconds += Math.floor(sum / SECOND);
    this.nanos = sum - Math.floor(sum / SECOND) * SECOND;
  }

  before(other: Clock): boolean {
    if (this.seconds !== other.seconds) return this.seconds < other.seconds;
    if (this.nanos !== other.nanos) return this.nanos < other.nanos;
    return this.rank < other.rank;
  }
}

const CLONES = ['clone', 'clone3', 'fork', 'vfork'];

export class TimeOrder implements FileOrder {
  private readonly clones: ReadonlySet<number>;
  private readonly clocks: readonly Clock[];
  private readonly byTid = new Map<number, Clock>();
  private readonly heap: Clock[] = [];

  /**
   * @param tids by file; the order of equal stamps is that of the tids.
   * @param reference seconds of the day of the recording's beginning, for -t and -tt.
   */
  constructor(
    tids: readonly number[],
    private readonly reference: number,
    names: Names,
  ) {
    this.clones = new Set(CLONES.map((name) => names.ofText(name)));
    const ranks = tids.map((_, file) => file).sort((a, b) => (tids[a] ?? 0) - (tids[b] ?? 0) || a - b);
    const rankOf = new Map(ranks.map((file, rank) => [file, rank]));
    this.clocks = tids.map((_, file) => new Clock(file, rankOf.get(file) ?? file));
    this.clocks.forEach((clock, file) => this.byTid.set(tids[file] ?? -1, clock));
  }

  /** The first line of a file is at hand. */
  begin(file: number, facts: LineFacts, childTid: () => number): void {
    const clock = this.clocks[file];
    if (clock === undefined) return;
    clock.read(facts, this.reference, this.childOf(facts, childTid));
    this.heap.push(clock);
    this.rise(this.heap.length - 1);
  }

  next(): number {
    return this.heap[0]?.file ?? -1;
  }

  /** Only the file that `next` named advances. */
  advanced(_file: number, facts: LineFacts | undefined, childTid: () => number): void {
    const top = this.heap[0];
    if (top === undefined) return;
    top.isFresh = false;
    if (facts !== undefined) top.read(facts, this.reference, this.childOf(facts, childTid));
    else {
      const last = this.heap.pop();
      if (last === undefined || last === top) return;
      this.heap[0] = last;
    }
    this.sink(0);
  }

  /** Undefined where the call made none whose file is still to begin. */
  private childOf(facts: LineFacts, childTid: () => number): Clock | undefined {
    if (!this.clones.has(facts.name)) return undefined;
    const child = this.byTid.get(childTid());
    return child?.isFresh === true ? child : undefined;
  }

  cloned(): void {
    // The stamps say it all.
  }

  private rise(at: number): void {
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  private sink(at: number): void {
    for (;;) {
      const left = 2 * at + 1;
      const [a, b] = [this.heap[left], this.heap[left + 1]];
      if (a === undefined) return;
      const child = b?.before(a) === true ? left + 1 : left;
      if (!this.swapIfBefore(child, at)) return;
      at = child;
    }
  }

  private swapIfBefore(lower: number, upper: number): boolean {
    const [a, b] = [this.heap[lower], this.heap[upper]];
    if (a === undefined || b === undefined || !a.before(b)) return false;
    this.heap[lower] = b;
    this.heap[upper] = a;
    return true;
  }
}
