/**
 * The facts of a verdict in words: numbers worked out, ranges looked at, and the events they come from.
 */
import type { EventIndex } from '../trace/positions';
import type { Because, CheckAnswer, Fact, Verdict } from '../kernel/check';
import { formatKernelVersion, kernelVersion } from '../kernel/versions';
import type { Message } from './explanation';
import { nameOfFact, numberInWords } from './fact-number';
import { kernelsOfRule } from './kernels-of-rule';
import { isPartOfSum, sumInWords } from './limit-sum';
import { quote, say } from './message';
import { hexOf, rangeInWords, sizeOfRange } from './sizes';
import { lineOf, type Subject } from './subject';

/** `60 KiB locked + 8 KiB asked for > RLIMIT_MEMLOCK 64 KiB (set at line 41)`, `VMA 0x…–0x… (8 KiB, mapped)`. */
export function factsInWords(subject: Subject, facts: readonly Fact[], verdict: Verdict): readonly Message[] {
  const sum = sumInWords(subject, facts);
  const rest = sum === undefined ? facts : facts.filter((fact) => !isPartOfSum(fact));
  const words = rest.map((fact) => withPlace(subject, fact, factInWords(fact, verdict)));
  return sum === undefined ? words : [sum, ...words];
}

const withPlace = (subject: Subject, fact: Fact, words: Message): Message =>
  'at' in fact ? say('fact.at-line', { fact: words, line: lineOf(subject, fact.at) }) : words;

/** Older kernels than this are rare: that a rule is younger needs no word. */
const OLD_KERNEL = kernelVersion(4, 19);

/** Of a rule that not all kernels have, where the log leaves open which one it was: undefined where that is no question. */
export function kernelsInWords({ timeline }: Subject, answer: CheckAnswer): Message | undefined {
  if (!timeline.machine.assumed.has('kernel')) return undefined;
  const { since, until } = kernelsOfRule(answer);
  const kernel = formatKernelVersion(timeline.machine.kernel);
  const { from, before } = timeline.kernel;
  if (until !== undefined && (before === undefined || before.version > until + 1))
    return say('fact.kernels-until', { until: formatKernelVersion(until), kernel });
  if (since !== undefined && since > OLD_KERNEL && since > (from?.version ?? 0))
    return say('fact.kernels-since', { since: formatKernelVersion(since), kernel });
  return undefined;
}

function factInWords(fact: Fact, verdict: Verdict): Message {
  switch (fact.fact) {
    case 'argument':
      return quote(`${fact.name} = ${argumentInWords(fact.value)}`);
    case 'number':
      return say('fact.number', { name: nameOfFact(fact.name), number: numberInWords(fact) });
    case 'range':
      return say('fact.range-is', {
        name: nameOfFact(fact.name),
        range: rangeInWords(fact.range),
        size: sizeOfRange(fact.range),
        state: say(`state.${fact.state}`),
      });
    case 'event':
      return fact.name.startsWith('CAP_')
        ? say(verdict.answer === 'fails' ? 'fact.without' : 'fact.has', { name: fact.name })
        : nameOfFact(fact.name);
    case 'assumption':
      return say('fact.assumed', { name: fact.name, value: fact.value });
  }
}

const argumentInWords = (value: bigint): string => (value >= 65536n ? hexOf(value) : String(value));

/** The events that the facts rest on, each once, ascending. */
export function eventsOf(facts: readonly Fact[]): readonly EventIndex[] {
  const events = new Set<EventIndex>();
  for (const fact of facts) if ('at' in fact) events.add(fact.at);
  return [...events].sort((a, b) => a - b);
}

export const becauseInWords = (because: Because): Message => say(`because.${because.code}`);
