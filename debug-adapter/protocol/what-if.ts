/**
 * `pagewalk/whatIf`: what the kernel would answer to calls that a person or a panel writes. It changes nothing: neither the
 * recording nor what has been tried in the console.
 */
import type { WhyBody } from './why';
import type { RichText } from './rich-text';

export interface WhatIfArguments {
  /** The world before this event; omitted: where the session stands. */
  readonly event?: number;
  readonly threadId?: number;
  /** In strace's syntax, each building on those before it: `mmap(NULL, 1 MiB, …)`, `mlock($1, 8192)`. */
  readonly calls: readonly string[];
}

export interface WhatIfBody {
  /** The position that the calls start from. */
  readonly event: number;
  /** As many as could be read; a problem ends the row. */
  readonly steps: readonly WhatIfStepBody[];
  /** What is wrong with the first call that cannot be read; `call` counts in `calls`, `column` from 1 in its text. */
  readonly problem: {
    readonly call: number;
    readonly column: number;
    readonly endColumn: number;
    readonly text: RichText;
  } | null;
  /** What all of them together leave other than the recording has it there. */
  readonly differences: readonly RichText[];
  /** VmLck and VmSize behind them; null: cannot be told. */
  readonly lockedKb: number | null;
  readonly sizeKb: number | null;
}

export interface WhatIfStepBody {
  /** The call as strace would print it, sums worked out, without its answer. */
  readonly call: string;
  readonly answer: WhatIfAnswerBody;
  /** Why those behind it do not build on it; null: they do. */
  readonly note: RichText | null;
  /** Calls of this row that its causes rest on, from 1. */
  readonly restsOn: readonly number[];
  /** Checklist, causes with lines of the log, changes, remedies. */
  readonly why: WhyBody;
}

export type WhatIfAnswerBody =
  /** `value`: '0x7f…' or a decimal number. `by`: who says so; 'person' where an answer was written behind the call. */
  | { readonly kind: 'value'; readonly value: string; readonly by: 'rules' | 'person' }
  | { readonly kind: 'error'; readonly errno: string; readonly by: 'rules' | 'person' }
  /** It succeeds, and what it returns cannot be told. */
  | { readonly kind: 'success' }
  | { readonly kind: 'cannot-tell' }
  /** It does not return. */
  | { readonly kind: 'none' };
