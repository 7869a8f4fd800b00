import type { EventIndex } from '../../model/trace/positions';
import type { Replay } from '../replay';
export interface Condition {
  holds(replay: Replay, event: EventIndex): boolean;
}
export interface LogMessage {
  textAt(replay: Replay, event: EventIndex): string;
}
export function parseCondition(text: string): Condition | { readonly problem: string } {
  return { problem: text };
}
export function parseLogMessage(text: string): LogMessage | { readonly problem: string } {
  return { problem: text };
}
