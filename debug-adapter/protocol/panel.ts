/**
 * What the drawn panels ask for. Drawings want whole address spaces and whole recordings, so these answers come in columns
 * of numbers. Pages count in 4096 bytes and are exact in a number; ranges are half-open.
 */
import type { LayoutChange } from '../../picture/layout';
import type { Clock, Instants, MarkKind } from '../../picture/timeline/series';
import type { LineLink } from './row';

export interface PanelRequests {
  'pagewalk/layout': { arguments: LayoutArguments; body: LayoutBody };
  'pagewalk/series': { arguments: SeriesArguments; body: SeriesBody };
  'pagewalk/follow': { arguments: FollowArguments; body: FollowBody };
  'pagewalk/life': { arguments: LifeArguments; body: LifeBody };
  'pagewalk/lockChanges': { arguments: LockChangesArguments; body: LockChangesBody };
}

/** `since`: the layout that the asker has; the answer is then what differs, where that is less. */
export interface LayoutArguments {
  readonly event?: number;
  readonly threadId?: number;
  readonly since?: { readonly event: number; readonly space: number };
}

/** The whole layout, or what differs from the one that the asker has. */
export interface LayoutBody extends LayoutChange {
  /** null: the log has shown nothing of an address space yet. */
  readonly space: number | null;
  readonly event: number;
  /** End of user space, in pages. */
  readonly taskSize: number;
  /** False while pages are unknown. */
  readonly complete: boolean;
  /** Behind the call that is shown: what differs from the layout before it. Absent: nothing does, or it is another space then. */
  readonly after?: LayoutChange;
}

/** The recording as the thread's process went through it; `from`, `to`: events, half-open. */
export interface SeriesArguments {
  readonly threadId?: number;
  /** About as many as the drawing is wide in pixels, at most 2000; the answer has a few times as many points. */
  readonly buckets: number;
  readonly from?: number;
  readonly to?: number;
}

export interface SeriesBody {
  readonly from: number;
  readonly to: number;
  /** All threads of a process have the same curves; -1: not known. */
  readonly process: number;
  readonly processName: string;
  /** Positions of the points, and their lines. Columns of one length. All changes are points where they are few. */
  readonly events: readonly number[];
  readonly lines: readonly number[];
  /** Before the event at the position; null: cannot be told, or no address space then. */
  readonly mappedKb: readonly (number | null)[];
  readonly lockedKb: readonly (number | null)[];
  readonly vmas: readonly (number | null)[];
  /** There are changes between the points: a value read between two of them is near to what it was there. */
  readonly isThinned: boolean;
  /** RLIMIT_MEMLOCK in kB, at the points where it is another than before; null: not shown, or endless. */
  readonly limits: readonly { readonly event: number; readonly kb: number | null }[];
  /** Where the stretch's lines and times are. */
  readonly instants: Instants;
  /** null: the log has no absolute times; seconds may be summed up from -r all the same. */
  readonly clock: Clock | null;
  /** A few hundred; where those of a kind crowd, the first with their number. */
  readonly marks: readonly SeriesMark[];
  /** Tasks that lived in the stretch; threads stand behind their process. */
  readonly lanes: readonly SeriesLane[];
  /** Tasks beyond the bound. */
  readonly lanesLeftOut: number;
}

export interface SeriesMark extends LineLink {
  readonly kind: MarkKind;
  readonly threadId: number;
  /** 'mmap ENOMEM', 'SIGSEGV', 'execve', 'exit 1'; '' for snapshots. */
  readonly label: string;
  readonly count: number;
}

export interface SeriesLane {
  readonly threadId: number;
  readonly tid: number | null;
  readonly name: string;
  readonly process: number;
  readonly isLeader: boolean;
  /** Events of its whole life, half-open, and the lines of its first and its last event. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly [first: number, last: number];
  /** The thread that made it, and the line where its call begins; null: it was there when the log begins, or the log does not tell. */
  readonly made: { readonly by: number; readonly line: number } | null;
  /** In the log's words: 'exit(0)', 'killed by SIGSEGV'; null: it lived to the end of the log. */
  readonly ended: string | null;
  /** Of its events in even stretches, at most `buckets`: a share of the fullest of all, 0 to 1, in hundredths. */
  readonly activity: readonly number[];
}

/** What made VmLck of the thread's process, or its limit, another, over the whole recording. */
export interface LockChangesArguments {
  readonly threadId?: number;
}

export interface LockChangesBody {
  /** Ascending; the first is how it stands at the beginning. A few hundred. */
  readonly changes: readonly LockChange[];
  /** Changes beyond the bound: later ones. */
  readonly leftOut: number;
}

export interface LockChange {
  /** The position from which on it holds. */
  readonly event: number;
  /** null: cannot be told, or no address space then. */
  readonly lockedKb: number | null;
  /** null: not shown, or endless. */
  readonly limitKb: number | null;
  /**
   * The event that did it, or, after a gap in what is known, the one that showed it; `what`: the call's or the signal's
   * name. null: it is so from the beginning, or found at the end.
   */
  readonly by: (LineLink & { readonly what: string; readonly how: 'did' | 'showed' }) | null;
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

/** All that happened to memory of the thread's address space, which is mapped at `event`. `end` is not in it. */
export interface LifeArguments {
  readonly start: string;
  readonly end?: string;
  readonly event: number;
  readonly threadId?: number;
}

export interface LifeBody {
  /** Where it lay at the positions `from` to `to`, both included; empty: it is not mapped at `event`. */
  readonly abodes: readonly {
    readonly from: number;
    readonly to: number;
    readonly start: string;
    readonly end: string;
  }[];
  readonly touches: readonly (LineLink & {
    readonly how: 'mapped' | 'unmapped' | 'protected' | 'locked' | 'unlocked' | 'moved' | 'changed';
  })[];
  /** There are more touches, earlier ones. */
  readonly isCut: boolean;
  /** null: it was there before the log, or the log does not show where it came from. */
  readonly begun: LineLink | null;
  /** null: it is there at the end. */
  readonly ended: LineLink | null;
}
