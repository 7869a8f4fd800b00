/** What the line behind a fact did: how it opened a file, which seals it set, that its mmap failed. */
import type { Fact } from '../kernel/check';
import { argument, choiceOf } from '../process/call-values';
import type { CallEvent } from '../trace/event';
import type { EventIndex } from '../trace/positions';
import type { Message } from './message-shape';
import { quote, say } from './message';
import { earlierCalls } from './outside/earlier-calls';
import { lineOf, type Subject } from './subject';

type EventFact = Extract<Fact, { fact: 'event' }>;

/** Where the call takes its flags. */
const FLAGS_AT: ReadonlyMap<string, number> = new Map([
  ['open', 1],
  ['openat', 2],
]);
const F_ADD_SEALS = new Map([[1033n, 'F_ADD_SEALS']]);

/** Undefined: the fact's own name says it. */
export function deedInWords(subject: Subject, { name, at }: EventFact): Message | undefined {
  return name === 'opened'
    ? openingInWords(subject, at)
    : name === 'set-by'
      ? sealsInWords(subject, at)
      : undefined;
}

export function openingInWords(subject: Subject, at: EventIndex): Message | undefined {
  const call = callAt(subject, at);
  if (call === undefined) return undefined;
  const line = lineOf(subject, at);
  const mode = /^O_[A-Z]+/.exec(written(call, FLAGS_AT.get(call.name)))?.[0];
  return mode === undefined
    ? say('fact.opened-by', { call: call.name, line })
    : say('fact.opened-so', { mode, line });
}

export function sealsInWords(subject: Subject, at: EventIndex): Message | undefined {
  const call = callAt(subject, at);
  if (call === undefined || choiceOf(argument(call, 1), F_ADD_SEALS) === undefined) return undefined;
  const seals = written(call, 2);
  return /^F_[A-Z_|]+$/.test(seals)
    ? say('fact.sealed-so', { seals: quote(seals), line: lineOf(subject, at) })
    : undefined;
}

const MAP_FAILED = (1n << 64n) - 1n;

/** The failed mmap whose answer, -1, was passed on as an address. */
export function failedMmap(subject: Subject, address: bigint): EventIndex | undefined {
  if (BigInt.asUintN(64, address) !== MAP_FAILED) return undefined;
  const names = ['mmap', 'mmap2', 'mremap', 'shmat'];
  for (const { event } of earlierCalls(subject, { names, shared: 'space', outcome: 'error' })) return event;
  return undefined;
}

function callAt({ timeline }: Subject, at: EventIndex): CallEvent | undefined {
  const event = timeline.recording.decode(at);
  return event.kind === 'call' ? event : undefined;
}

function written(call: CallEvent, at: number | undefined): string {
  const span = at === undefined ? undefined : call.args[at]?.span;
  return span === undefined ? '' : call.text.text.slice(span.start, span.end);
}
