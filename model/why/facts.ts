/**
 * The facts of a verdict in words: numbers worked out, ranges looked at, and the events they come from.
 */
import type { EventIndex } from '../trace/positions';
import type { Because, CheckAnswer, Fact, Verdict } from '../kernel/check';
import { formatKernelVersion, kernelVersion } from '../kernel/versions';
import { deedInWords, failedMmap } from './event-in-words';
import type { Message } from './message-shape';
import { nameOfFact, numberInWords } from './fact-number';
import { kernelsOfRule } from './kernels-of-rule';
import { isPartOfSum, sumInWords } from './limit-sum';
import { quote, say } from './message';
import { hexOf, rangeInWords, sizeOfRange } from './sizes';
import { lineOf, spaceBefore, type Subject } from './subject';
import { vmaInWords } from './vma-in-words';

/** `60 KiB locked + 8 KiB asked for > RLIMIT_MEMLOCK 64 KiB (set at line 41)`, `VMA 0x…–0x… (8 KiB, mapped)`. */
export function factsInWords(subject: Subject, facts: readonly Fact[], verdict: Verdict): readonly Message[] {
  const sum = sumInWords(subject, facts);
  const rest = sum === undefined ? facts : facts.filter((fact) => !isPartOfSum(fact));
  const words = rest.filter(isTelling).map((fact) => factInWords(subject, fact, verdict));
  return sum === undefined ? words : [sum, ...words];
}

/** That nothing was allowed before tells nothing. */
const isTelling = (fact: Fact): boolean =>
  fact.fact !== 'number' || fact.name !== 'allowed-before' || fact.value !== 0n;

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

function factInWords(subject: Subject, fact: Fact, verdict: Verdict): Message {
  switch (fact.fact) {
    case 'argument':
      return withFailedMmap(subject, fact, quote(`${fact.name} = ${argumentInWords(subject, fact)}`));
    case 'number':
      return withLine(
        subject,
        fact,
        say('fact.number', { name: nameOfFact(fact.name), number: numberInWords(fact) }),
      );
    case 'range':
      return rangeFactInWords(subject, fact);
    case 'event':
      return (
        deedInWords(subject, fact) ??
        withLine(
          subject,
          fact,
          fact.name.startsWith('CAP_')
            ? say(verdict.answer === 'fails' ? 'fact.without' : 'fact.has', { name: fact.name })
            : nameOfFact(fact.name),
        )
      );
    case 'assumption':
      return say('fact.assumed', { name: fact.name, value: fact.value });
  }
}

const withLine = (subject: Subject, { at }: { readonly at?: EventIndex }, fact: Message): Message =>
  at === undefined ? fact : say('fact.at-line', { fact, line: lineOf(subject, at) });

/** What is mapped is described by its VMA, where the range is one or lies in one. */
function rangeFactInWords(subject: Subject, fact: Extract<Fact, { fact: 'range' }>): Message {
  const space = spaceBefore(subject);
  const isOfUser = space === undefined || fact.range.start < space.taskSize;
  const name = isOfUser ? nameOfFact(fact.name) : say('fact.not-of-user');
  const values = { name, range: rangeInWords(fact.range), size: sizeOfRange(fact.range) };
  if (fact.state === 'free' && fact.at !== undefined)
    return say('fact.free-since', { ...values, line: lineOf(subject, fact.at) });
  const vma = fact.state === 'mapped' ? space?.vmaAt(fact.range.start) : undefined;
  if (vma?.start !== fact.range.start || vma.end !== fact.range.end)
    return withLine(subject, fact, say('fact.range-is', { ...values, state: say(`state.${fact.state}`) }));
  return say('fact.vma-is', { name, vma: vmaInWords(subject, vma) });
}

type ArgumentFact = Extract<Fact, { fact: 'argument' }>;

/** Flags and the like as the log writes them; numbers worked out. */
function argumentInWords({ timeline, event }: Subject, { name, value, span }: ArgumentFact): string {
  if (INTS.has(name)) return String(BigInt.asIntN(32, value));
  const number = value >= 65536n || value < 0n ? hexOf(BigInt.asUintN(64, value)) : String(value);
  if (span === undefined) return number;
  const written = timeline.recording.decode(event).text.text.slice(span.start, span.end);
  return AS_WRITTEN.test(written) && written.length <= LONGEST ? written : number;
}

/** Arguments of type int: -1 is no address. */
const INTS: ReadonlySet<string> = new Set(['fd', 'dirfd', 'pidfd', 'shmid']);

/** Names of flags, and numbers, in the base that strace gives them in. */
const AS_WRITTEN = /^([A-Z][A-Z0-9_]*(\|[A-Za-z0-9_<]+)*|-?\d+|0x[\da-f]+)$/;

/** Said of an address that is what a failed mmap answered. */
function withFailedMmap(subject: Subject, { name, value }: ArgumentFact, fact: Message): Message {
  const at = name.includes('addr') ? failedMmap(subject, value) : undefined;
  return at === undefined ? fact : say('fact.map-failed', { fact, line: lineOf(subject, at) });
}

/** More of an argument than this is no help. */
const LONGEST = 120;

/** The events that the facts rest on, each once, ascending. */
export function eventsOf(facts: readonly Fact[]): readonly EventIndex[] {
  const events = new Set<EventIndex>();
  for (const fact of facts) if ('at' in fact) events.add(fact.at);
  return [...events].sort((a, b) => a - b);
}

export const becauseInWords = (because: Because): Message => say(`because.${because.code}`);
