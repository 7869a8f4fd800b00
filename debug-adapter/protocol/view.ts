/**
 * All that the views need for one stop.
 */
import type { LockedBody } from './locked';
import type { SpaceBody } from './space';
import type { WhyBody } from './why';

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
