/**
 * Events whose effect the model failed to work out: a fault of ours, never of the log. One such event must not cost the
 * person the other million, so it is left as far as it got, counted, and told.
 */
import type { EventIndex } from '../trace/positions';

export interface NotApplied {
  readonly event: EventIndex;
  /** For a report of the fault. */
  readonly reason: string;
}

/** So many are kept for messages; the rest is counted. */
const KEPT = 20;

export class NotAppliedEvents {
  private readonly kept: NotApplied[] = [];
  private total = 0;

  get count(): number {
    return this.total;
  }

  get first(): readonly NotApplied[] {
    return this.kept;
  }

  add(event: EventIndex, fault: unknown): void {
    this.total++;
    if (this.kept.length >= KEPT) return;
    this.kept.push({ event, reason: fault instanceof Error ? fault.message : String(fault) });
  }
}
