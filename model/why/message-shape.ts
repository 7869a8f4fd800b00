/**
 * Text that can be said in every language: a key, and the values that its sentence holds.
 */
import type { EventIndex, LineNumber } from '../trace/positions';

/** A sentence, or a part of one, for a person: a key of why/words with its values. */
export interface Message {
  readonly key: string;
  readonly values: Readonly<Record<string, MessageValue>>;
}
export type MessageValue =
  | string
  | number
  | bigint
  /** Shown as a link to the line. */
  | { readonly event: EventIndex; readonly line: LineNumber }
  | Message
  /** One behind the other, with commas. */
  | readonly Message[];
