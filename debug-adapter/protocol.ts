/**
 * The custom requests of the debug session, beside DAP: what the views of the editor ask for. Any DAP client may use
 * them. Addresses, sizes and event times are strings or exact numbers on the wire: '0x7f…' for addresses, pages and
 * bytes as numbers where they are below 2^53. Positions are event indices.
 */

import type { AskedBody } from '../picture/asked';
import type { SpotBody } from '../picture/spot';
import type { ManualBody } from './manual-protocol';
import type { PanelRequests } from './panel-protocol';
import type { PageWalkArguments, PageWalkBody } from './page-protocol';
import type { WhatIfArguments, WhatIfBody } from './what-if-protocol';

/** Arguments of the `launch` request. */
export interface LaunchArguments {
  /** The log: a file, a gzip file, or the prefix of a `-ff` set. */
  readonly program: string;
  /** A /proc/PID/maps or smaps snapshot file; `PROGRAM.maps` beside the log is taken by itself. */
  readonly maps?: string;
  /** Stop before the first event (default true). */
  readonly stopOnEntry?: boolean;
  /** Only these tids are shown as threads and stopped in. All of them are still replayed. */
  readonly tasks?: readonly number[];
  /** Kernel that the log was recorded on, '6.18'. Default: what the log shows, else the newest. */
  readonly kernel?: string;
  readonly architecture?: string;
  /** Bytes of a page of the machine: 4096, 16384, 65536. Default: what the log shows, else 4096. */
  readonly pageSize?: number;
  /** vm.max_map_count of the machine. Default: what the log shows, else 65530. */
  readonly maxMapCount?: number;
  /** Language of explanations: 'es', 'zh-TW'. Default: the client's (`locale`), else English. */
  readonly language?: string;
  readonly noDebug?: boolean;
}

export interface CustomRequests extends PanelRequests {
  'pagewalk/view': { arguments: ViewArguments; body: ViewBody };
  'pagewalk/vmas': { arguments: VmasArguments; body: VmasBody };
  'pagewalk/goTo': {
    arguments: { readonly line: number; readonly file?: number } | { readonly event: number };
    body: { readonly event: number };
  };
  'pagewalk/pageWalk': { arguments: PageWalkArguments; body: PageWalkBody };
  'pagewalk/whatIf': { arguments: WhatIfArguments; body: WhatIfBody };
  'pagewalk/blame': { arguments: BlameArguments; body: BlameBody };
  'pagewalk/report': { arguments: ViewArguments; body: ReportBody };
  'pagewalk/survey': { arguments: Record<string, never>; body: SurveyBody };
}

/** `event`: omitted for where the session stands. */
export interface ViewArguments {
  readonly event?: number;
  readonly threadId?: number;
}

/** All that the three views need for one stop, in one answer: they never show different moments. */
export interface ViewBody {
  readonly position: PositionBody;
  readonly space: SpaceBody;
  readonly locked: LockedBody;
  readonly why: WhyBody;
}

export interface PositionBody {
  readonly event: number;
  readonly events: number;
  /** Behind the last event: there is no call to show. */
  readonly atEnd: boolean;
  readonly file: string;
  readonly line: number;
  readonly entryLine: number;
  /** Whose event is shown: as DAP numbers it, and as the log does. */
  readonly threadId: number;
  readonly tid: number | null;
  /** The event's text, bounded, without prefix. */
  readonly text: string;
  /** From 1: which of the session's readings of its log this is of. Events of another are others. */
  readonly reading: number;
  /** The name of a file that is another now than when the session has read it; null: none is known to be. */
  readonly changedOnDisk: string | null;
}

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

export interface VmaRow {
  readonly kind: 'vma' | 'unknown' | 'free';
  /** '0x7f…', half-open. */
  readonly start: string;
  readonly end: string;
  readonly sizeKb: number;
  /** 'rw-'; '???' where not known. */
  readonly prot: string;
  readonly share: 'p' | 's' | '?';
  readonly offset: string;
  readonly file: string | null;
  readonly name: string | null;
  /** null: the log leaves it open. */
  readonly locked: boolean | null;
  readonly lockOnFault: boolean;
  readonly certainty: 'exact' | 'inferred';
  /** What the event does to it. */
  readonly changes: readonly (
    | 'mapped'
    | 'unmapped'
    | 'replaced'
    | 'moved'
    | 'protected'
    | 'locked'
    | 'unlocked'
    | 'split'
    | 'merged'
    | 'grown'
    | 'shrunk'
    | 'changed'
  )[];
  /** Event and line that mapped it; null: it was there before the log. */
  readonly mappedAt: LineLink | null;
}

export interface LineLink {
  readonly event: number;
  readonly line: number;
}

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

/** Text with links in it: what a person reads, already in the session's language. */
export type RichText = readonly (string | { readonly text: string; readonly link: LineLink })[];

export interface WhyBody {
  readonly outcome: 'failed' | 'succeeded' | 'signal' | 'not-run' | 'unknown' | 'no-call';
  readonly call: string;
  readonly errno: string | null;
  readonly headline: RichText;
  /** The answer in plain words, above the headline; absent where the headline is plain already. */
  readonly plain?: RichText;
  readonly certainty: 'proven' | 'likely' | 'outside' | null;
  readonly causes: readonly {
    readonly id: string;
    readonly text: RichText;
    readonly plain?: RichText;
    /** The text in its parts, where a rule is the cause. */
    readonly rule?: RuleBody;
    readonly evidence: readonly (LineLink & { readonly text: RichText })[];
    readonly sources: readonly string[];
    /** Of a cause that no log shows: where to look. */
    readonly how?: RichText;
  }[];
  readonly checklist: readonly {
    readonly id: string;
    readonly errno: string;
    readonly state: 'passed' | 'broken' | 'cannot-tell' | 'not-reached' | 'after';
    readonly text: RichText;
    readonly why: RichText | null;
    readonly sources: readonly string[];
  }[];
  readonly effects: readonly RichText[];
  /** `tryCall`: the calls to make instead, as strace prints them. */
  readonly remedies: readonly { readonly text: RichText; readonly tryCall?: string }[];
  readonly divergence: RichText | null;
  /** Where in the address space it failed; absent where that is no matter of places. */
  readonly spot?: SpotBody;
  /** What the manual pages said of this error, oldest first; absent where none is known here. */
  readonly manual?: readonly ManualBody[];
}

/** The explanation of the event as a page of HTML that stands alone; `name`: what to call the file. */
export interface ReportBody {
  readonly html: string;
  readonly name: string;
}

export interface RuleBody {
  /** How sure it is that the rule was broken: proven, since nothing else gives the answer, or perhaps. */
  readonly held: 'broken' | 'only' | 'possible';
  readonly demand: RichText;
  /** What it was held against here. */
  readonly here: readonly RichText[];
}

/**
 * Who made it so: of an address ('0x7f…'), a range, 'locked', a limit or a capability. `line` in `file` (a path or URI) or
 * `event` say when; omitted, it is where the session stands.
 */
export interface BlameArguments {
  readonly target: string;
  readonly event?: number;
  readonly line?: number;
  readonly file?: string;
  readonly threadId?: number;
}
export interface BlameBody {
  readonly now: RichText;
  /** In the order of the log; `file`: path, or URI where there is no path. */
  readonly deeds: readonly (LineLink & {
    readonly how: string;
    readonly file: string;
    readonly text: RichText;
  })[];
  readonly notes: readonly RichText[];
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

export interface SurveyBody {
  /** `location`: path, or URI where there is no path. */
  readonly files: readonly { readonly name: string; readonly lines: number; readonly location: string }[];
  readonly events: number;
  readonly failingCalls: number;
  readonly unparsed: number;
  /** `file` counts in `files`. */
  readonly firstUnparsed: readonly { readonly file: number; readonly line: number; readonly text: string }[];
}
