/** What stands behind the facts of a check. */
import type { EventIndex } from '../../trace/positions';
import type { Message } from '../message-shape';

export interface Behind {
  /** Lines that the facts themselves do not name. */
  readonly events: readonly EventIndex[];
  readonly words: readonly Message[];
}
