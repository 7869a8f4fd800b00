/**
 * The spot of a failure: what an event asked of the address space, against what is there and beside it, as a few rows.
 *
 *       0x7ffff7fe7000  rw-p   32 KiB  [heap]
 *     ┌ 0x7ffff7fef000  rw-p   16 KiB  anonymous memory    old range
 *     └ 0x7ffff7ff3000  r--p   16 KiB  anonymous memory    growth, in the way
 *       0x7ffff7ff7000         ~127 TiB free
 */
import type { RegionKind } from './region';

export interface SpotBody {
  /** Ascending; what lies between two rows that do not touch was left out and says so. */
  readonly rows: readonly SpotRow[];
}

export interface SpotRow {
  /** '0x7f…', half-open. */
  readonly start: string;
  readonly end: string;
  /** 'left-out': so many mappings that nothing is to be said of. */
  readonly kind: RegionKind | 'free' | 'left-out';
  /** In the session's language. */
  readonly size: string;
  /** 'rw-p'; '' where nothing is mapped. */
  readonly prot: string;
  /** What is there, in the session's language; text off a log among it. */
  readonly what: string;
  /** The event asked for it. */
  readonly asked: boolean;
  /** What begins here, what goes on that began in a row above, and what was wrong. */
  readonly roles: readonly string[];
  readonly continued: readonly string[];
  readonly troubles: readonly string[];
  /** The trouble is only that the log does not show what is there. */
  readonly open: boolean;
}
