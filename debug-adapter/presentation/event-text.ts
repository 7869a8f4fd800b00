/**
 * The words of an event for a line of a view: the log's own, without prefix, bounded, in one line.
 */
import type { TraceEvent } from '../../model/trace/event';
import type { Span } from '../../model/trace/span';

export function boundedText(event: TraceEvent, limit: number): string {
  // Padding before `= result` is for columns in a terminal.
  const text = event.text.text.replace(/\s{2,}= /, ' = ');
  return bounded(text.trim(), limit);
}

/** Cuts on a character, not inside a surrogate pair, and says so. */
export function bounded(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** A part of the event as the log has it. */
export const wordsAt = (event: TraceEvent, span: Span, limit = 1024): string =>
  bounded(event.text.text.slice(span.start, span.end), limit);
