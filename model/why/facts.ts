/**
 * The facts of a verdict in words: numbers worked out, ranges looked at, and the events they come from.
 */
import type { EventIndex } from '../trace/positions';
import type { Because, CheckAnswer, Fact, Verdict } from '../kernel/check';
import { formatKernelVersion, kernelVersion } from '../kernel/versions';
import type { Message } from './explanation';
import { kernelsOfRule } from './kernels-of-rule';
import { say, textOf, type MessageKey } from './message';
import { bytesInWords, hexOf, rangeInWords, sizeOfRange } from './sizes';
import type { Subject } from './subject';
import { english } from './words-english';

/** `60 KiB locked + 8 KiB asked > limit 64 KiB (line 41), VMA 0x…–0x… (8 KiB, mapped)`; '' without facts. */
export function factsInWords(subject: Subject, facts: readonly Fact[], verdict: Verdict): string {
  const sum = sumInWords(subject, facts);
  const rest = sum === undefined ? facts : facts.filter((fact) => !isPartOfSum(fact));
  const words = rest.map((fact) => `${factInWords(fact, verdict)}${place(subject, fact)}`);
  return (sum === undefined ? words : [sum, ...words]).join(', ');
}

/** Older kernels than this are rare: that a rule is younger needs no word. */
const OLD_KERNEL = kernelVersion(4, 19);

/** Of a rule that not all kernels have, where the log leaves open which one it was: '' where that is no question. */
export function kernelsInWords({ timeline }: Subject, answer: CheckAnswer): string {
  if (!timeline.machine.assumed.has('kernel')) return '';
  const { since, until } = kernelsOfRule(answer);
  const kernel = formatKernelVersion(timeline.machine.kernel);
  const { from, before } = timeline.kernel;
  if (until !== undefined && (before === undefined || before.version > until + 1))
    return textOf(say('fact.kernels-until', { until: formatKernelVersion(until), kernel }));
  if (since !== undefined && since > OLD_KERNEL && since > (from?.version ?? 0))
    return textOf(say('fact.kernels-since', { since: formatKernelVersion(since), kernel }));
  return '';
}

const place = ({ timeline }: Subject, fact: Fact): string =>
  'at' in fact ? ` (${textOf(say('line', { n: timeline.recording.events.line(fact.at) }))})` : '';

type NumberFact = Extract<Fact, { fact: 'number' }>;

/** What is there, what is asked for, what of it is there already: together they are held against a limit. */
const addends = ['locked', 'used', 'total', 'asked'];
const credits = ['already-locked', 'replaced'];
const isPartOfSum = (fact: Fact): boolean =>
  fact.fact === 'number' && [...addends, ...credits, 'limit'].includes(fact.name);

/** The arithmetic of a limit, worked out; undefined where the facts are none. */
function sumInWords(subject: Subject, facts: readonly Fact[]): string | undefined {
  const numbers = facts.filter((fact): fact is NumberFact => fact.fact === 'number');
  const limit = numbers.find(({ name }) => name === 'limit');
  const added = numbers.filter(({ name }) => addends.includes(name));
  if (limit === undefined || added.length === 0) return undefined;
  const taken = numbers.filter(({ name }) => credits.includes(name));
  const bytes = ({ value, unit }: NumberFact): bigint => (unit === 'pages' ? value * 4096n : value);
  const sum = (list: readonly NumberFact[]): bigint => list.reduce((total, fact) => total + bytes(fact), 0n);
  const left = [
    added.map((fact) => `${factName(fact.name)} ${numberInWords(fact)}`).join(' + '),
    ...taken.map((fact) => `${factName(fact.name)} ${numberInWords(fact)}`),
  ].join(' − ');
  const sign = sum(added) - sum(taken) > bytes(limit) ? '>' : '≤';
  return `${left} ${sign} ${factName('limit')} ${numberInWords(limit)}${place(subject, limit)}`;
}

function factInWords(fact: Fact, verdict: Verdict): string {
  switch (fact.fact) {
    case 'argument':
      return `${fact.name} = ${argumentInWords(fact.value)}`;
    case 'number':
      return `${factName(fact.name)} ${numberInWords(fact)}`;
    case 'range':
      return `${factName(fact.name)} ${rangeInWords(fact.range)} (${sizeOfRange(fact.range)}, ${textOf(say(`state.${fact.state}`))})`;
    case 'event':
      return fact.name.startsWith('CAP_')
        ? textOf(say(verdict.answer === 'fails' ? 'fact.without' : 'fact.has', { name: fact.name }))
        : factName(fact.name);
    case 'assumption':
      return textOf(say('fact.assumed', { name: fact.name, value: fact.value }));
  }
}

const argumentInWords = (value: bigint): string => (value >= 65536n ? hexOf(value) : String(value));

/** Numbers that are places, not sizes. */
const addresses: ReadonlySet<string> = new Set(['task-size', 'start-brk', 'mmap-base']);

/** RLIM_INFINITY: a limit that is none. */
const ENDLESS = 0xffff_ffff_ffff_ffffn;

function numberInWords({ name, value, unit }: NumberFact): string {
  if (value === ENDLESS && unit === 'count') return 'RLIM_INFINITY';
  if (addresses.has(name)) return hexOf(value);
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
