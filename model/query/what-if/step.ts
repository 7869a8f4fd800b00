/**
 * One call of a what-if: what it asks, what the rules say of it in the world before it, and what it left.
 */
import type { Because, Judgement } from '../../kernel/check';
import type { MemoryCall } from '../../kernel/memory-call';
import type { WorldChange } from '../../process/world';
import type { WorldState } from '../../process/world-state';
import type { CallEvent } from '../../trace/event';
import type { Explanation } from '../../why/explanation';
import type { Message } from '../../why/message-shape';

export interface WhatIfStep {
  /** As strace would print it, without its answer. */
  readonly text: string;
  /**
   * With the answer that was applied. Its index is behind the position by the number of steps before it: the recording,
   * cut at the position, goes on with these.
   */
  readonly call: CallEvent;
  /** Undefined for calls of which only the effect is known, and whose answer was given. */
  readonly memory: MemoryCall | undefined;
  readonly judgement: Judgement | undefined;
  readonly answer: Answer;
  /** Whether the world behind it is the one that the answer leaves; if not, why. */
  readonly applied: true | Message;
  readonly before: WorldState;
  readonly after: WorldState;
  /** Undefined: nothing changed. */
  readonly change: WorldChange | undefined;
}

/** `by`: who says so. */
export type Answer =
  | { readonly kind: 'value'; readonly value: bigint; readonly by: 'rules' | 'person' }
  /** It succeeds; what it returns cannot be told. */
  | { readonly kind: 'success'; readonly because: Because | undefined }
  | { readonly kind: 'error'; readonly errno: string; readonly by: 'rules' | 'person' }
  /** `cause`: the check that leaves it open. */
  | { readonly kind: 'open'; readonly because: Because; readonly cause: string }
  /** exit: nothing comes back. */
  | { readonly kind: 'none' };

/** A step with its explanation. */
export interface ExplainedStep extends WhatIfStep {
  /** Lines of the log are links; calls of the what-if are named by number. */
  readonly explanation: Explanation;
  /** Calls of the what-if that the causes rest on, from 1, ascending. */
  readonly restsOn: readonly number[];
}
