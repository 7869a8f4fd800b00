/**
 * What the drawn panels ask for. Drawings want whole address spaces and whole recordings, so these answers come in columns
 * of numbers. Pages count in 4096 bytes and are exact in a number; ranges are half-open.
 */
import type { RegionColumns } from '../picture/region';
import type { LineLink } from './protocol';

export interface PanelRequests {
  'pagewalk/layout': { arguments: LayoutArguments; body: LayoutBody };
  'pagewalk/series': { arguments: SeriesArguments; body: SeriesBody };
  'pagewalk/follow': { arguments: FollowArguments; body: FollowBody };
}

/** `since`: the layout that the asker has; the answer is then what differs, where that is less. */
export interface LayoutArguments {
  readonly event?: number;
  readonly threadId?: number;
  readonly since?: { readonly event: number; readonly space: number };
  /** Behind the call that is shown instead of before it. */
  readonly after?: boolean;
}

export interface LayoutBody {
  /** null: the log has shown nothing of an address space yet. */
  readonly space: number | null;
  readonly event: number;
  /** End of user space, in pages. */
  readonly taskSize: number;
  /** False while pages are unknown. */
  readonly complete: boolean;
  /** The whole layout, or, with `replaces`, what now stands in these ranges (in none of them: nothing). */
  readonly regions: RegionColumns;
  readonly replaces?: readonly (readonly [start: number, end: number])[];
}

/** The recording as the thread's address space went through it; `from`, `to`: events, half-open. */
export interface SeriesArguments {
  readonly threadId?: number;
  /** About as many points as the drawing is wide; at most 2000. */
  readonly buckets: number;
  readonly from?: number;
  readonly to?: number;
}

export interface SeriesBody {
  readonly from: number;
  readonly to: number;
  /** Positions of the points, and their lines. Columns of one length. All changes are points where they are few. */
  readonly events: readonly number[];
  readonly lines: readonly number[];
  /** Before the event at the position; null: cannot be told, or no address space then. */
  readonly mappedKb: readonly (number | null)[];
  readonly lockedKb: readonly (number | null)[];
  readonly vmas: readonly (number | null)[];
  /** RLIMIT_MEMLOCK in kB, at the points where it is another than before; null: not shown, or endless. */
  readonly limits: readonly { readonly event: number; readonly kb: number | null }[];
  /** Failing memory calls, fatal signals, programs started: a few hundred; where they crowd, the first with their number. */
  readonly marks: readonly SeriesMark[];
  readonly lanes: readonly SeriesLane[];
  /** Tasks beyond the bound. */
  readonly lanesLeftOut: number;
}

export interface SeriesMark extends LineLink {
  readonly kind: 'failure' | 'signal' | 'exec';
  readonly threadId: number;
  /** 'mmap ENOMEM', 'SIGSEGV'. */
  readonly label: string;
  readonly count: number;
}

export interface SeriesLane {
  readonly threadId: number;
  readonly tid: number | null;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Of its events in each of `buckets` even stretches: a share of the fullest of all, 0 to 1, in hundredths. */
  readonly activity: readonly number[];
}

/** Where the byte at `address` of event `from` lies at event `to`: mremap moves it, munmap ends it. */
export interface FollowArguments {
  readonly address: string;
  readonly from: number;
  readonly to: number;
  readonly threadId?: number;
  /** Whose address it is at `from`, where that is another thread; threads of one process have the same addresses. */
  readonly fromThreadId?: number;
}

export interface FollowBody {
  /** null: it is not there at `to`. */
  readonly address: string | null;
  /** The VMA that holds it there, half-open. */
  readonly vma: { readonly start: string; readonly end: string } | null;
  /** The call that moved it last, or took it away, or, going backwards, had not mapped it yet. */
  readonly at: LineLink | null;
  readonly how: 'same' | 'moved' | 'unmapped' | 'not-yet-mapped' | 'other-space' | 'unknown';
}
