/** A check that can have given the answer, as a cause: the sentence with its numbers, and the lines that prove it. */
import type { CheckAnswer, Fact } from '../kernel/check';
import type { EventIndex } from '../trace/positions';
import { behindFacts, withBlame } from './blame/evidence';
import { isProvenToFail } from './candidate-causes';
import { factsOf } from './checklist';
import { failedMmap } from './event-in-words';
import type { Cause } from './explanation';
import type { Message } from './message-shape';
import { eventsOf, factsInWords, kernelsInWords } from './facts';
import { adviceInWords } from './advice-in-words';
import { demandOf, say } from './message';
import { behindDescriptor, fileBehindMapping } from './outside/descriptor-evidence';
import { howToFindOut } from './outside/remaining';
import { plainCause } from './plain-cause';
import { evidenceAt, type Subject } from './subject';

/** `isOnly`: nothing else can have given the answer. */
export function causeInWords(subject: Subject, answer: CheckAnswer, isOnly: boolean): Cause {
  const facts = withBlame(subject, factsOf(answer.verdict));
  const behind = behindFacts(subject, answer.id, facts);
  const isBroken = answer.verdict.answer === 'fails';
  // Of several that are possible, what fails by an assumption only is not called broken.
  const plain = isBroken || isOnly ? plainCause(subject, answer, facts) : undefined;
  const how = howToFindOut(answer);
  const more = [...fileBehindMapping(subject, answer.id, facts), ...adviceInWords(subject, answer.id)];
  const descriptor = behindDescriptor(subject, answer.id, facts);
  const own = isBroken && restsOnArguments(facts) ? [subject.event] : [];
  return {
    id: answer.id,
    text: sentence(
      subject,
      answer,
      facts,
      [...behind.words, ...more],
      isBroken && (isOnly || isProvenToFail(answer)) ? 'broken' : isOnly ? 'only' : 'possible',
    ),
    ...(plain === undefined ? {} : { plain }),
    evidence: inOrder([
      ...eventsOf(facts),
      ...behind.events,
      ...descriptor,
      ...failedBehind(subject, facts),
      ...own,
    ]).map((event) => evidenceAt(subject, event)),
    sources: answer.sources,
    ...(how === undefined ? {} : { howToFindOut: how }),
  };
}

/** The failed call whose answer is an address here. */
const failedBehind = (subject: Subject, facts: readonly Fact[]): readonly EventIndex[] =>
  facts.flatMap((fact) => {
    const at =
      fact.fact === 'argument' && fact.name.includes('addr') ? failedMmap(subject, fact.value) : undefined;
    return at === undefined ? [] : [at];
  });

/** Each line once. */
const inOrder = (events: readonly EventIndex[]): readonly EventIndex[] =>
  [...new Set(events)].sort((a, b) => a - b);

function sentence(
  subject: Subject,
  answer: CheckAnswer,
  facts: readonly Fact[],
  behind: readonly Message[],
  how: 'broken' | 'only' | 'possible',
): Message {
  const kernels = kernelsInWords(subject, answer);
  const numbers = [
    ...factsInWords(subject, facts, answer.verdict),
    ...behind,
    ...(kernels === undefined ? [] : [kernels]),
  ];
  const values = { demand: demandOf(answer), errno: answer.errno };
  return numbers.length === 0
    ? say(`cause.${how}`, values)
    : say(`cause.${how}-with`, { ...values, numbers });
}

/** The failing line proves what is wrong with its own arguments, and what no earlier line made so. */
const restsOnArguments = (facts: readonly Fact[]): boolean =>
  facts.some(({ fact }) => fact === 'argument') || eventsOf(facts).length === 0;
