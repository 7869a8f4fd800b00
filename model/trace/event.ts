/**
 * What a line of a log says, decoded. An event owes its meaning to strace's grammar alone: nothing here knows what the
 * kernel does with a call.
 */
import type { EventIndex, FileIndex, LineNumber, TaskId } from './positions';
import type { LogicalLine, Span } from './span';
import type { Argument, Value } from './value';

export interface EventBase {
  readonly index: EventIndex;
  readonly task: TaskId;
  readonly file: FileIndex;
  /** The physical line where the result stands: for a split call the resumed line. */
  readonly line: LineNumber;
  /** The physical line where the call was entered; equal to `line` unless the call was split. */
  readonly entryLine: LineNumber;
  readonly prefix: Prefix;
  readonly text: LogicalLine;
}

/** What stands before the event on its line; each part is there when the log's options print it. */
export interface Prefix {
  /** The tid in the pid column, in `[pid N]`, or from the file name of a `-ff` set. */
  readonly tid?: number;
  readonly comm?: string;
  readonly securityContext?: string;
  /** Nanoseconds: since the epoch for `-ttt`, since midnight for `-t` and `-tt`. */
  readonly time?: { readonly nanoseconds: bigint; readonly clock: 'epoch' | 'day' };
  /** `-r`: nanoseconds since the line before. */
  readonly sinceLast?: bigint;
  /** `-n`: the call's number in the tracee's table. */
  readonly syscallNumber?: number;
  /** `-i`: the instruction pointer. */
  readonly ip?: bigint;
}

export type TraceEvent =
  | CallEvent
  | SignalEvent
  | StopEvent
  | ExitEvent
  | KilledEvent
  | SupersededEvent
  | PersonalityEvent
  | NoteEvent
  | UnparsedEvent;

/** A system call, whole: both halves of a split call make one event, placed where its result appears. */
export interface CallEvent extends EventBase {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Argument[];
  /** False where the line ends, or cannot be understood, before the closing parenthesis. */
  readonly complete: boolean;
  readonly result: CallResult;
  /** `<0.000042>` of `-T`, in nanoseconds. */
  readonly duration?: bigint;
  /** Frames of `-k`, innermost first. Read from the lines that follow the call. */
  readonly stack: readonly StackFrame[];
}

/** What the call returned. `span` covers all that stands behind the `=`, but for the duration of -T. */
export type CallResult =
  | {
      readonly kind: 'value';
      readonly value: bigint;
      readonly span: Span;
      readonly decoration?: Value;
      readonly injected: Injection;
    }
  | {
      readonly kind: 'error';
      readonly errno: string;
      /** strerror's words as the log has them; the tracer's language. */
      readonly message: string;
      readonly span: Span;
      readonly injected: Injection;
    }
  /** `= ?`: the task died in the call, or strace lost it. `reason` is ERESTARTSYS and such where the log says so. */
  | { readonly kind: 'none'; readonly reason?: string; readonly span: Span; readonly injected: Injection }
  /** No result in this recording: the log ends, the task dies or strace detaches while the call is open. */
  | { readonly kind: 'never'; readonly why: 'unfinished' | 'detached' | 'truncated' | 'pid-changed' };

/**
 * `(INJECTED)` in its forms. 'result': strace made the answer up and the kernel never saw the call; 'args': the call
 * happened, with other arguments than the program's; 'delayed': it happened, late. 'signal'-injections leave no mark.
 */
export type Injection = 'no' | 'result' | 'args' | 'delayed';

export interface StackFrame {
  /** Path of the mapped file; '' where strace found none. */
  readonly module: string;
  readonly symbol?: string;
  readonly offset?: bigint;
  /** The address as strace prints it in brackets: relative to the module's file, absolute where there is no module. */
  readonly address: bigint;
  /** `-kk`: source file and line. */
  readonly source?: { readonly path: string; readonly line: number };
  readonly line: LineNumber;
}

export interface SignalEvent extends EventBase {
  readonly kind: 'signal';
  /** SIGSEGV, SIGRT_1 ... as strace names it. */
  readonly signal: string;
  /** The members of siginfo; empty in the form of strace 4.5. */
  readonly info: readonly Argument[];
}

/** `--- stopped by SIGSTOP ---` */
export interface StopEvent extends EventBase {
  readonly kind: 'stop';
  readonly signal: string;
}

/** `+++ exited with 3 +++` */
export interface ExitEvent extends EventBase {
  readonly kind: 'exit';
  readonly status: number;
}

/** `+++ killed by SIGSEGV (core dumped) +++` */
export interface KilledEvent extends EventBase {
  readonly kind: 'killed';
  readonly signal: string;
  readonly coreDumped: boolean;
}

/** `+++ superseded by execve in pid 21793 +++`: a thread called execve; its tid goes on under the leader's. */
export interface SupersededEvent extends EventBase {
  readonly kind: 'superseded';
  readonly by: number;
}

/** `[ Process PID=21821 runs in 32 bit mode. ]` */
export interface PersonalityEvent extends EventBase {
  readonly kind: 'personality';
  readonly tid: number;
  readonly mode: '32' | '64' | 'x32';
}

/** strace's own messages: attached, detached, warnings. `tid` where the message names one. */
export interface NoteEvent extends EventBase {
  readonly kind: 'note';
  readonly note: 'attached' | 'detached' | 'message';
  readonly tid?: number;
  readonly message: string;
}

/** A line that is no part of strace's output: the traced program's own words, garbage, or a form not known here. */
export interface UnparsedEvent extends EventBase {
  readonly kind: 'unparsed';
  readonly why: UnparsedReason;
  /** Where reading stopped, in the logical text. */
  readonly at: number;
}

export type UnparsedReason = 'not-strace' | 'binary' | 'too-long' | 'truncated';
