/** What part of the recording is shown: zoomed, moved along, and back. All of it is positions, half-open in spirit: 0 to `end`. */
import type { Over, TimelineScale } from '../../../../picture/timeline/scale';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Fewer events across the drawing tell no more. */
const LEAST = 4;
/** Ways back that are remembered. */
const MOST_BACK = 50;

/** A stretch of the recording: not empty, not outside. */
export function within({ from, to }: Stretch, end: number): Stretch {
  const least = Math.min(LEAST, end);
  const width = Math.min(end, Math.max(least, to - from));
  const first = Math.min(Math.max(0, Math.round(from)), end - Math.round(width));
  return { from: first, to: first + Math.round(width) };
}

/** Shows `factor` as much as now; what stands at `share` stays there. */
export function zoomed(scale: TimelineScale, factor: number, share: number, end: number): Stretch {
  const next = {
    from: scale.reach(share - share * factor),
    to: scale.reach(share + (1 - share) * factor),
  };
  // Whole positions: a small step in must not be lost to rounding.
  const isStuck = next.from === scale.from && next.to === scale.to && factor < 1;
  return within(isStuck ? { from: next.from, to: next.to - 1 } : next, end);
}

/** Moved along by a share of what is shown; the width stays. */
export function panned(scale: TimelineScale, by: number, end: number): Stretch {
  const width = scale.to - scale.from;
  const steps = by > 0 ? scale.reach(1 + by) - scale.to : scale.reach(by) - scale.from;
  const from = Math.min(Math.max(0, scale.from + steps), end - width);
  return { from, to: from + width };
}

/** What a page has kept of itself; undefined for anything else, for it may be another version's. */
export interface Recalled extends Stretch {
  readonly file: string;
  readonly events: number;
  readonly over: Over;
}

export function recalled(kept: unknown): Recalled | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { file, events, from, to, over } = kept as Readonly<Record<string, unknown>>;
  const isNumbers = typeof events === 'number' && typeof from === 'number' && typeof to === 'number';
  if (typeof file !== 'string' || !isNumbers) return undefined;
  return { file, events, from, to, over: over === 'time' ? 'time' : 'lines' };
}

/** The stretches that were shown before, the latest last. */
export class Ways {
  readonly #before: Stretch[] = [];

  get areAny(): boolean {
    return this.#before.length > 0;
  }

  leave(stretch: Stretch): void {
    const last = this.#before.at(-1);
    if (last?.from === stretch.from && last.to === stretch.to) return;
    this.#before.push(stretch);
    if (this.#before.length > MOST_BACK) this.#before.shift();
  }

  back(): Stretch | undefined {
    return this.#before.pop();
  }

  forget(): void {
    this.#before.length = 0;
  }
}
