/**
 * Where a position stands across the drawing, over lines or over time, and back. Shares run from 0 at the left end of what is
 * shown to 1 at its right end; what lies outside has shares outside.
 */
import type { Instants } from './series';

export type Over = 'lines' | 'time';

export class TimelineScale {
  /** What the axis counts, for each of the instants; ascends, not always strictly. */
  readonly #marks: readonly number[];
  readonly #events: readonly number[];
  readonly #first: number;
  readonly #width: number;

  /** `from`, `to`: the positions at the ends. Without lines or times, events are counted. */
  constructor(
    private readonly instants: Instants,
    readonly over: Over,
    readonly from: number,
    readonly to: number,
  ) {
    this.#events = instants.events;
    this.#marks = (over === 'time' ? instants.seconds : instants.lines) ?? instants.events;
    this.#first = this.coordinateOf(from);
    const width = this.coordinateOf(to) - this.#first;
    // Many calls may have the same stamp: then the stretch has no width in time.
    this.#width = width > 0 ? width : 1;
  }

  /** What the axis counts: lines, seconds or events, at the ends. */
  get range(): readonly [first: number, last: number] {
    return [this.#first, this.#first + this.#width];
  }

  share(position: number): number {
    return (this.coordinateOf(position) - this.#first) / this.#width;
  }

  /**
   * Where what holds at a position begins: over lines behind the line that brought it about, which is the position's own
   * place; over time at the moment of that line, for nothing happens between two calls.
   */
  beginning(position: number): number {
    // What holds at the end holds up to it.
    const isMoment = this.over === 'time' && position > 0 && position < this.to;
    return this.coordinateOf(isMoment ? position - 1 : position);
  }

  shareOfBeginning(position: number): number {
    return (this.beginning(position) - this.#first) / this.#width;
  }

  shareOfCoordinate(coordinate: number): number {
    return (coordinate - this.#first) / this.#width;
  }

  /** A whole position of the stretch. */
  positionAt(share: number): number {
    return Math.min(this.to, Math.max(this.from, this.reach(share)));
  }

  /** A whole position, outside of the stretch too. */
  reach(share: number): number {
    return Math.round(interpolated(this.#marks, this.#events, this.#first + share * this.#width));
  }

  coordinateOf(position: number): number {
    return interpolated(this.#events, this.#marks, position);
  }

  /** Lines are read between places that are not next to each other: they may be a few off. */
  get isCoarse(): boolean {
    const { events } = this.instants;
    return (events.at(-1) ?? 0) - (events[0] ?? 0) > events.length;
  }

  /** null: events of several files. */
  lineOf(position: number): number | null {
    const { events, lines } = this.instants;
    return lines === null ? null : Math.round(interpolated(events, lines, position));
  }

  /** Since the first stamp. */
  secondsOf(position: number): number | null {
    const { events, seconds } = this.instants;
    return seconds === null ? null : interpolated(events, seconds, position);
  }
}

/** The value of `to` where ascending `from` has `x`; beyond the ends on the line through the whole. */
function interpolated(from: readonly number[], to: readonly number[], x: number): number {
  const last = from.length - 1;
  const [x0 = 0, xn = 0, y0 = 0, yn = 0] = [from[0], from[last], to[0], to[last]];
  if (x < x0 || x > xn || last < 1) {
    const slope = xn > x0 ? (yn - y0) / (xn - x0) : 0;
    return x > xn ? yn + (x - xn) * slope : y0 + (x - x0) * slope;
  }
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? x) <= x) low = middle;
    else high = middle;
  }
  const [a = 0, b = 0, c = 0, d = 0] = [from[low], from[high], to[low], to[high]];
  return b > a ? c + ((x - a) / (b - a)) * (d - c) : c;
}
