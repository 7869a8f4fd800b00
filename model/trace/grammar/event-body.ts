/**
 * What the grammar says of a line by itself: an event without its place in the recording (index, task, line), which the
 * index pass knows.
 */
import type { CallEvent, EventBase, TraceEvent } from '../event';

/** What an event has beyond its base. */
export type BodyOf<Event extends TraceEvent> = Event extends TraceEvent
  ? Omit<Event, keyof EventBase>
  : never;

export type EventBody = BodyOf<TraceEvent>;

export type CallBody = BodyOf<CallEvent>;
