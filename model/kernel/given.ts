/**
 * What every typed call has: its arguments are given, each with its place in the line, and the event is the way back to
 * the log.
 */
import type { CallEvent } from '../trace/event';
import type { Span } from '../trace/span';

/** An argument with its place in the line. `value` undefined: the log does not show it (a filter, an unreadable form). */
export interface Given<T> {
  readonly value: T | undefined;
  readonly span: Span | undefined;
}

export interface TypedCall {
  /** The kernel's name of it. */
  readonly call: string;
  readonly event: CallEvent;
}
