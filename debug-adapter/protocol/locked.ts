/**
 * Locked memory, the limit, and what a call asks to have locked.
 */
import type { VmaRow, LineLink } from './row';

export interface LockedBody {
  /** False: nothing is mapped or locked, for no process of the log has an address space here. */
  readonly hasSpace: boolean;
  /** VmLck in kB before the event; null: cannot be told. */
  readonly lockedKb: number | null;
  readonly afterKb: number | null;
  /** null: the call locks nothing, or the log does not tell how much. */
  readonly demand: LockDemandBody | null;
  /** RLIMIT_MEMLOCK soft limit in bytes as a decimal string, 'infinity', or null: not shown by the log. */
  readonly limit: string | null;
  readonly limitAt: LineLink | null;
  /** What calls have proven of a limit that no line shows, smallest refusal and largest permission; null: nothing. */
  readonly limitBounds: {
    readonly allowed: (LineLink & { readonly kb: number }) | null;
    readonly refused: (LineLink & { readonly kb: number }) | null;
  } | null;
  /** The limit that kernels give where nobody sets one: what checks assume as long as no line shows it. */
  readonly usualLimitKb: number;
  /** Bytes of the machine's page: the kernel counts in whole ones. */
  readonly pageBytes: number;
  /** CAP_IPC_LOCK */
  readonly privileged: 'yes' | 'no' | 'unknown';
  /** The line that it rests on, and whether that shows it or it follows from it. */
  readonly privilegedAt: (LineLink & { readonly how: 'shown' | 'concluded' }) | null;
  readonly future: 'off' | 'locked' | 'onfault' | 'unknown';
  readonly futureAt: LineLink | null;
  /** The call that is shown and how it ended; null: there is none. `errno` null: it did not fail. */
  readonly call: { readonly name: string; readonly errno: string | null } | null;
  /** What makes up the total, largest first. */
  readonly rows: readonly LockedRow[];
  readonly rowsLeftOut: number;
  /** Counted above the sum of the rows: what mremap left behind with MREMAP_DONTUNMAP. */
  readonly surplusKb: number;
}

/** What a call asks to have locked, as the kernel counts it: `totalKb` is what it holds against the limit. */
export interface LockDemandBody {
  readonly askedKb: number;
  /** Of what is asked for, this is locked already and not counted again. */
  readonly creditKb: number;
  readonly totalKb: number;
  /** More may be counted, for the log does not show all of the memory. */
  readonly isLeast: boolean;
  /** How the caller's bytes became pages; null: the log does not show, or it is another sum. Bytes in decimal. */
  readonly rounding:
    | { readonly kind: 'range'; readonly address: string; readonly bytes: string; readonly pages: number }
    | { readonly kind: 'length'; readonly bytes: string; readonly pages: number }
    | { readonly kind: 'growth'; readonly from: string; readonly to: string; readonly pages: number }
    | { readonly kind: 'break'; readonly from: string; readonly to: string; readonly pages: number }
    | { readonly kind: 'all' }
    | null;
}

/** The stretch of a VMA that one call locked. Both null: it was locked before the log begins. */
export interface LockedRow extends VmaRow {
  readonly lockedAt: LineLink | null;
  readonly how:
    'lock' | 'lock-all' | 'lock-on-mapping' | 'lock-future' | 'lock-by-growth' | 'lock-secret' | null;
}
