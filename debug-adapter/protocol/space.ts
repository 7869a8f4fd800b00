/**
 * The address space at a position, and its VMAs by their count.
 */
import type { AskedBody } from '../../picture/asked';
import type { VmaRow } from './row';

export interface SpaceBody {
  /** null: the log has shown nothing of an address space yet. */
  readonly space: number | null;
  /** False while pages are unknown: totals are then lower bounds. */
  readonly complete: boolean;
  readonly vmaCount: number;
  readonly sizeKb: number;
  /** What the event about to happen changes. */
  readonly change: { readonly removed: readonly VmaRow[]; readonly added: readonly VmaRow[] };
  /** The ranges that it names, and what was in their way; null: it names none. */
  readonly asked: AskedBody | null;
}

/** VMAs and unknown stretches, ascending: `count` of them from the one at `start`. */
export interface VmasArguments {
  readonly event?: number;
  readonly threadId?: number;
  readonly start: number;
  readonly count: number;
}
export interface VmasBody {
  readonly rows: readonly VmaRow[];
  readonly total: number;
}
