/**
 * The facts of a verdict in words: numbers worked out, ranges looked at, and the events they come from.
 */
import type { EventIndex } from '../trace/positions';
import type { Because, Fact } from '../kernel/check';
import type { Message } from './explanation';
import { say, textOf, type MessageKey } from './message';
import { bytesInWords, hexOf, rangeInWords, sizeOfRange } from './sizes';
import type { Subject } from './subject';
import { english } from './words-english';

/** `60 KiB locked, 8 KiB asked, limit 64 KiB (line 41)`; '' where there are no facts. */
export function factsInWords({ timeline }: Subject, facts: readonly Fact[]): string {
  const lineOf = (event: EventIndex) => timeline.recording.events.line(event);
  return facts
    .map(
      (fact) =>
        `${factInWords(fact)}${'at' in fact ? ` (${textOf(say('line', { n: lineOf(fact.at) }))})` : ''}`,
    )
    .join(', ');
}

function factInWords(fact: Fact): string {
  switch (fact.fact) {
    case 'argument':
      return `${fact.name} = ${argumentInWords(fact.value)}`;
    case 'number':
      return `${factName(fact.name)} ${numberInWords(fact)}`;
    case 'range':
      return `${factName(fact.name)} ${rangeInWords(fact.range)} (${sizeOfRange(fact.range)}, ${textOf(say(`state.${fact.state}`))})`;
    case 'event':
      return factName(fact.name);
    case 'assumption':
      return textOf(say('fact.assumed', { name: fact.name, value: fact.value }));
  }
}

const argumentInWords = (value: bigint): string => (value >= 65536n ? hexOf(value) : String(value));

function numberInWords({ value, unit }: Extract<Fact, { fact: 'number' }>): string {
  switch (unit) {
    case 'bytes':
      return bytesInWords(value);
    case 'pages':
      return bytesInWords(value * 4096n);
    case 'count':
      return String(value);
  }
}

/** A fact's name in words where it has any, else as the rule calls it. */
function factName(name: string): string {
  const key = `fact.${name}`;
  return key in english ? textOf(say(key as MessageKey)) : name.replaceAll('-', ' ');
}

/** The events that the facts rest on, each once, ascending. */
export function eventsOf(facts: readonly Fact[]): readonly EventIndex[] {
  const events = new Set<EventIndex>();
  for (const fact of facts) if ('at' in fact) events.add(fact.at);
  return [...events].sort((a, b) => a - b);
}

export const becauseInWords = (because: Because): Message => say(`because.${because.code}`);
