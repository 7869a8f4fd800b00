/**
 * The arithmetic of a limit, worked out: what is there, and what is asked for, against what is allowed.
 *
 *     60 KiB locked + 8 KiB asked for − 4 KiB of it locked already > RLIMIT_MEMLOCK 32 KiB (lowered from 8 MiB at line 41)
 */
import type { Fact } from '../kernel/check';
import type { KnownLimit, LimitName, LimitValue } from '../process/limits';
import type { Message, MessageValue } from './message-shape';
import { nameOfFact, numberInWords, type NumberFact } from './fact-number';
import { quote, say } from './message';
import { bytesInWords } from './sizes';
import { lineOf, spaceBefore, type Subject } from './subject';

const addends = ['locked', 'used', 'total', 'asked'];
const credits = ['already-locked', 'replaced'];

const isLimit = (fact: NumberFact): boolean => fact.name.startsWith('RLIMIT_');

export const isPartOfSum = (fact: Fact): boolean =>
  fact.fact === 'number' && (isLimit(fact) || [...addends, ...credits].includes(fact.name));

interface Sum {
  readonly limit: NumberFact;
  /** Never empty. */
  readonly added: readonly NumberFact[];
  readonly taken: readonly NumberFact[];
}

function sumOf(facts: readonly Fact[]): Sum | undefined {
  const numbers = facts.filter((fact): fact is NumberFact => fact.fact === 'number');
  const limit = numbers.find(isLimit);
  const added = numbers.filter(({ name }) => addends.includes(name));
  if (limit === undefined || added.length === 0) return undefined;
  return { limit, added, taken: numbers.filter(({ name }) => credits.includes(name)) };
}

/** By how much the sum is above the limit; undefined where it is not, or where there is no such sum. */
export function excessOf(facts: readonly Fact[]): { limit: string; bytes: bigint } | undefined {
  const sum = sumOf(facts);
  if (sum === undefined) return undefined;
  const bytes = total(sum.added) - total(sum.taken) - bytesIn(sum.limit);
  return bytes > 0n ? { limit: sum.limit.name, bytes } : undefined;
}

/** Undefined where the facts hold no limit, or nothing that is held against it. */
export function sumInWords(subject: Subject, facts: readonly Fact[]): Message | undefined {
  const parts = sumOf(facts);
  if (parts === undefined) return undefined;
  const { limit, added, taken } = parts;
  const whole = taken.reduce(
    (one, fact) => say('sum.minus', { one, other: named(subject, fact) }),
    added.map((fact) => named(subject, fact)).reduce((one, other) => say('sum.plus', { one, other })),
  );
  const exceeds = total(added) - total(taken) > bytesIn(limit);
  return say(exceeds ? 'sum.exceeds' : 'sum.fits', { sum: whole, limit: limitInWords(subject, limit) });
}

export const bytesIn = ({ value, unit }: NumberFact): bigint => (unit === 'pages' ? value * 4096n : value);
const total = (facts: readonly NumberFact[]): bigint => facts.reduce((sum, fact) => sum + bytesIn(fact), 0n);

/** Where VmLck is not known, what is known to be locked is no more than a lower bound. */
function named(subject: Subject, fact: NumberFact): Message {
  const isBound = fact.name === 'locked' && spaceBefore(subject)?.locked === undefined;
  const name = isBound ? 'locked-at-least' : fact.name;
  return say('fact.number', { name: nameOfFact(name), number: numberInWords(fact) });
}

/** With the line that set it, and what it was before. */
function limitInWords(subject: Subject, fact: NumberFact): Message {
  const values = { name: fact.name, number: numberInWords(fact) };
  if (fact.at === undefined) return say('fact.number', { ...values, name: quote(fact.name) });
  const line = lineOf(subject, fact.at);
  const now = limitAfter(subject, fact);
  const before = limitsOf(subject, fact.at)?.get(nameOf(fact));
  if (now?.how === 'read') return say('limit.shown', { ...values, line });
  if (before === undefined || now === undefined || before.soft === now.soft)
    return say('limit.set', { ...values, line });
  const isLower = before.soft === 'infinity' || (now.soft !== 'infinity' && now.soft < before.soft);
  return say(isLower ? 'limit.lowered' : 'limit.raised', {
    ...values,
    from: limitValueInWords(nameOf(fact), before.soft),
    line,
  });
}

const nameOf = ({ name }: NumberFact): LimitName => name.slice('RLIMIT_'.length) as LimitName;

const limitAfter = (subject: Subject, fact: NumberFact): KnownLimit | undefined =>
  limitsOf(subject, subject.event)?.get(nameOf(fact));

function limitsOf(
  { timeline, event }: Subject,
  at: typeof event,
): ReadonlyMap<LimitName, KnownLimit> | undefined {
  const world = timeline.worldAt(at);
  const task = world.task(timeline.recording.events.task(event));
  return task === undefined ? undefined : world.process(task.process)?.limits;
}

/** Limits on numbers of things, not on bytes. */
const counts: ReadonlySet<LimitName> = new Set(['NPROC', 'NOFILE', 'LOCKS', 'SIGPENDING', 'NICE', 'RTPRIO']);

export const limitValueInWords = (name: LimitName, value: LimitValue): MessageValue =>
  value === 'infinity' ? 'RLIM_INFINITY' : counts.has(name) ? String(value) : bytesInWords(value);
