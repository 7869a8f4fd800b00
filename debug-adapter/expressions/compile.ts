/**
 * Expressions of breakpoints and logpoints, read once and evaluated at many events. What can be told from the index row is
 * told from it, so that a condition on errno or call decodes only the events that it is about.
 */
import { evaluate } from '../../model/query/evaluator';
import { parseQuery } from '../../model/query/parser';
import type { Query } from '../../model/query/syntax';
import { fillTemplate, parseTemplate } from '../../model/query/template';
import { misspelled, necessaryWords } from '../../model/query/tree-walk';
import type { QueryError } from '../../model/query/token';
import { truthOf } from '../../model/query/value';
import type { EventIndex } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { EventScope } from './event-scope';
import { isKnownName } from './vocabulary';
import type { Message } from '../../model/why/message-shape';
import { say } from '../../model/why/message';

export interface Condition {
  /** True and false; a message says why it cannot be told. */
  answer(replay: Replay, event: EventIndex): boolean | Message;
}

export interface LogMessage {
  textAt(replay: Replay, event: EventIndex): string;
}

export interface Problem {
  readonly problem: Message;
}

/** An expression whose names are all known, or what is wrong with it and where. */
export function parseExpression(text: string): Query | Problem {
  const parsed = parseQuery(text);
  if (!parsed.ok) return problemOf(text, parsed.error);
  const wrong = misspelled(parsed.query, isKnownName);
  return wrong ? problemOf(text, wrong) : parsed.query;
}

const problemOf = (text: string, error: QueryError): Problem => ({
  problem: say('query.at-column', {
    problem: error.message,
    column: error.column,
    text: text.length > 100 ? `${text.slice(0, 99)}…` : text,
  }),
});

export function parseCondition(text: string): Condition | Problem {
  const query = parseExpression(text);
  if ('problem' in query) return query;
  const errnos = necessaryWords(query.root, 'errno');
  const calls = necessaryWords(query.root, 'call');
  return {
    answer: (replay, event) => {
      const { events } = replay.recording;
      if (errnos && !errnos.has(events.errno(event))) return false;
      if (calls && !calls.has(events.name(event))) return false;
      const value = evaluate(query, scopeAt(replay, event));
      return truthOf(value) ?? (value.kind === 'unknown' ? value.because : false);
    },
  };
}

export function parseLogMessage(text: string): LogMessage | Problem {
  const parsed = parseTemplate(text);
  if (!parsed.ok) return problemOf(text, parsed.error);
  const { template } = parsed;
  for (const part of template.parts) {
    const wrong = typeof part === 'string' ? undefined : misspelled(part, isKnownName);
    if (wrong && typeof part !== 'string') return problemOf(part.text, wrong);
  }
  return { textAt: (replay, event) => fillTemplate(template, scopeAt(replay, event), replay.language) };
}

const scopeAt = (replay: Replay, event: EventIndex): EventScope =>
  new EventScope(replay, { position: event, task: replay.recording.events.task(event), event });
