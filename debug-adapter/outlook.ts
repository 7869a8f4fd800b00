import type { Position } from '../model/timeline/timeline';
import type { EventIndex, TaskId } from '../model/trace/positions';

/** The place in a recording that something is asked about. */
export interface Outlook {
  readonly position: Position;
  readonly task: TaskId;
  /** Undefined behind the task's last event. */
  readonly event: EventIndex | undefined;
}
