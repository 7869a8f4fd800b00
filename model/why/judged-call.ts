/**
 * A call that the rules judge: the checklist in the kernel's order, and, where the call failed, the checks that can have
 * answered with the errno in the log, likeliest first.
 */
import type { CallEvent } from '../trace/event';
import type { CheckAnswer, Fact, Judgement, Verdict } from '../kernel/check';
import type { Cause, ChecklistItem, Explanation } from './explanation';
import { becauseInWords, eventsOf, factsInWords, kernelsInWords } from './facts';
import { withBlame } from './hole-history';
import { demandOf, enumerate, say } from './message';
import { explainOutside } from './outside';
import { evidenceAt, plain, type Subject } from './subject';

/** What the rules call a brk that answers with the old break. */
const oldBreak = 'old-break';

/**
 * `errno`: what the log says; null for a brk that stayed where it was; undefined for a success, of which only the
 * checklist and a divergence are of use.
 */
export function explainJudgedCall(
  subject: Subject,
  call: CallEvent,
  errno: string | null | undefined,
): Explanation {
  const judgement = subject.timeline.judge(subject.event);
  if (judgement === undefined) {
    return errno === undefined || errno === null
      ? plain(subject, call.name, 'unknown', say('call.not-judged', { call: call.name }))
      : explainOutside(subject, call, errno);
  }
  const observed = errno === null ? oldBreak : errno;
  const causes = observed === undefined ? [] : causesOf(subject, judgement, observed);
  const [first, ...others] = causes;
  const checklist = checklistOf(subject, judgement);
  const divergence = divergenceOf(judgement, observed);
  const common = { errno: errno ?? null, checklist, ...(divergence === undefined ? {} : { divergence }) };
  if (observed === undefined)
    return { ...plain(subject, call.name, 'succeeded', say('call.answered')), ...common };
  if (first === undefined) {
    const text = say('outside.no-rule', { call: call.name, errno: errno ?? '' });
    return {
      ...plain(subject, call.name, 'failed', text),
      ...common,
      certainty: 'outside',
      causes: [{ id: 'outside.no-rule', text, evidence: [], sources: [] }],
    };
  }
  return {
    ...plain(subject, call.name, 'failed', first.text),
    ...common,
    certainty: provenBy(judgement, first, others, observed)
      ? 'proven'
      : leavesNoTrace(judgement, causes)
        ? 'outside'
        : 'likely',
    causes,
  };
}

/** All that remains possible is what no log shows: the commit limit, a security module, the machine's memory. */
const leavesNoTrace = ({ answers }: Judgement, causes: readonly Cause[]): boolean =>
  causes.every(({ id }) => {
    const answer = answers.find((one) => one.id === id);
    return answer?.verdict.answer === 'cannot-tell' && rank(answer) === 2;
  });

/** Proven: the rules predict this very answer by this very check, on the log's evidence alone. */
function provenBy(judgement: Judgement, first: Cause, others: readonly Cause[], observed: string): boolean {
  const { predicted } = judgement;
  if (predicted.kind !== 'error' || predicted.errno !== observed || predicted.cause !== first.id)
    return false;
  const answer = judgement.answers.find(({ id }) => id === first.id);
  if (answer?.verdict.answer !== 'fails' || answer.verdict.certainty !== 'proven') return false;
  const earlierDoubt = judgement.answers
    .slice(0, judgement.answers.indexOf(answer))
    .some((open) => open.errno === observed && open.verdict.answer === 'cannot-tell' && rank(open) === 0);
  return !earlierDoubt || others.length === 0;
}

/** Checks that can have given the answer: those that fail, then those that cannot be told; each in the kernel's order. */
function causesOf(subject: Subject, judgement: Judgement, observed: string): readonly Cause[] {
  const able = judgement.answers.filter(
    ({ errno, verdict }) =>
      errno === observed && (verdict.answer === 'fails' || verdict.answer === 'cannot-tell'),
  );
  const fails = able.filter(({ verdict }) => verdict.answer === 'fails');
  // The first check that fails decides: the kernel does not get to the ones behind it, nor need the open ones be asked.
  const [decisive] = fails;
  const proven = decisive?.verdict.answer === 'fails' && decisive.verdict.certainty === 'proven';
  const open = able.filter(({ verdict }) => verdict.answer === 'cannot-tell');
  const before =
    decisive === undefined ? open : open.filter((answer) => standsBefore(judgement, answer, decisive));
  const ranked = [...before].sort((a, b) => rank(a) - rank(b));
  const candidates =
    decisive === undefined
      ? ranked
      : proven
        ? [decisive, ...ranked.filter((a) => rank(a) === 0)]
        : [decisive, ...ranked];
  return candidates.map((answer) => causeOf(subject, answer));
}

const standsBefore = ({ answers }: Judgement, a: CheckAnswer, b: CheckAnswer): boolean =>
  answers.indexOf(a) < answers.indexOf(b);

/** How likely an open check is to be the cause: plausible by what is known; only in rare circumstances; in none a log shows. */
function rank({ verdict }: CheckAnswer): number {
  if (verdict.answer !== 'cannot-tell') return 0;
  return verdict.because.code === 'no-trace' ? 2 : verdict.expect === 'passes' ? 1 : 0;
}

function causeOf(subject: Subject, answer: CheckAnswer): Cause {
  const facts = withBlame(subject, factsOf(answer.verdict));
  const kernels = kernelsInWords(subject, answer);
  const numbers = [
    ...factsInWords(subject, facts, answer.verdict),
    ...(kernels === undefined ? [] : [kernels]),
  ];
  const fails = answer.verdict.answer === 'fails';
  const demand = demandOf(answer);
  const text =
    numbers.length === 0
      ? say(fails ? 'cause.broken' : 'cause.possible', { demand })
      : say(fails ? 'cause.broken-with' : 'cause.possible-with', { demand, numbers });
  return {
    id: answer.id,
    text,
    evidence: [...eventsOf(facts), ...(fails && restsOnArguments(facts) ? [subject.event] : [])].map(
      (event) => evidenceAt(subject, event),
    ),
    sources: answer.sources,
  };
}

/** The failing line proves what is wrong with its own arguments, and what no earlier line made so. */
const restsOnArguments = (facts: readonly Fact[]): boolean =>
  facts.some(({ fact }) => fact === 'argument') || eventsOf(facts).length === 0;

/** What cannot be told has its numbers beside the reason. */
const factsOf = (verdict: Verdict): readonly Fact[] =>
  ('facts' in verdict ? verdict.facts : undefined) ??
  (verdict.answer === 'cannot-tell' ? verdict.because.facts : undefined) ??
  [];

function checklistOf(subject: Subject, { answers, predicted }: Judgement): readonly ChecklistItem[] {
  const decides = 'cause' in predicted && predicted.kind === 'error' ? predicted.cause : undefined;
  const decisive = answers.findIndex(({ id }) => id === decides);
  return answers.map((answer, i) => {
    const { verdict } = answer;
    const after = decisive >= 0 && i > decisive;
    const numbers = factsInWords(subject, factsOf(verdict), verdict);
    const why =
      verdict.answer === 'cannot-tell'
        ? becauseInWords(verdict.because)
        : verdict.answer === 'fails' && numbers.length > 0
          ? enumerate(numbers)
          : undefined;
    return {
      id: answer.id,
      errno: answer.errno,
      state: after ? 'after' : states[verdict.answer],
      text: demandOf(answer),
      ...(why === undefined ? {} : { why }),
      sources: answer.sources,
    };
  });
}

const states = {
  passes: 'passed',
  fails: 'broken',
  'cannot-tell': 'cannot-tell',
  'not-reached': 'not-reached',
} as const;

function divergenceOf({ predicted }: Judgement, observed: string | undefined) {
  switch (predicted.kind) {
    case 'undecidable':
      return undefined;
    case 'success':
      return observed === undefined ? undefined : say('divergence.failed', { errno: observed });
    case 'error':
      if (predicted.errno === observed) return undefined;
      return observed === undefined
        ? say('divergence.succeeded', { errno: predicted.errno, cause: predicted.cause })
        : say('divergence.other', { errno: observed, predicted: predicted.errno, cause: predicted.cause });
  }
}
