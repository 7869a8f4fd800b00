/** The kernel's checks in its order, and what each says of the call. */
import type { CheckAnswer, Fact, Judgement, Verdict } from '../kernel/check';
import type { ChecklistItem } from './explanation';
import type { Message } from './message-shape';
import { becauseInWords, factsInWords } from './facts';
import { demandOf, enumerate } from './message';
import type { Subject } from './subject';

export function checklistOf(subject: Subject, { answers, predicted }: Judgement): readonly ChecklistItem[] {
  const decides = predicted.kind === 'error' ? predicted.cause : undefined;
  const decisive = answers.findIndex(({ id }) => id === decides);
  return answers.map((answer, i) => {
    const why = whyOf(subject, answer);
    return {
      id: answer.id,
      errno: answer.errno,
      state: decisive >= 0 && i > decisive ? 'after' : states[answer.verdict.answer],
      text: demandOf(answer),
      ...(why === undefined ? {} : { why }),
      sources: answer.sources,
    };
  });
}

function whyOf(subject: Subject, { verdict }: CheckAnswer): Message | undefined {
  if (verdict.answer === 'cannot-tell') return becauseInWords(verdict.because);
  if (verdict.answer !== 'fails') return undefined;
  const numbers = factsInWords(subject, factsOf(verdict), verdict);
  return numbers.length === 0 ? undefined : enumerate(numbers);
}

const states = {
  passes: 'passed',
  fails: 'broken',
  'cannot-tell': 'cannot-tell',
  'not-reached': 'not-reached',
} as const;

/** What cannot be told has its numbers beside the reason. */
export const factsOf = (verdict: Verdict): readonly Fact[] =>
  ('facts' in verdict ? verdict.facts : undefined) ??
  (verdict.answer === 'cannot-tell' ? verdict.because.facts : undefined) ??
  [];
