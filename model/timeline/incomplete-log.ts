/**
 * Judgements in a log that leaves calls out: what was mapped by its lines may be gone, and what they unmapped taken again. So
 * a check that rests on what is mapped where, or on how much is, is no longer answered; one of arguments, descriptors and
 * limits alone is.
 */
import type { Because, CheckAnswer, Fact, Judgement, Prediction } from '../kernel/check';
import type { MemoryCall } from '../kernel/memory-call';
import { isPlacedByKernel } from './races';

export function ofIncompleteLog(judgement: Judgement, call: MemoryCall): Judgement {
  const answers = judgement.answers.map(weakened);
  return { answers, predicted: predicted(judgement.predicted, answers, call) };
}

function weakened(answer: CheckAnswer): CheckAnswer {
  const { verdict } = answer;
  if (verdict.answer !== 'passes' && verdict.answer !== 'fails') return answer;
  const because = unseen(verdict.facts);
  if (verdict.facts?.some(({ fact }) => fact === 'range') === true)
    return { ...answer, verdict: { answer: 'cannot-tell', because } };
  if (verdict.facts?.some(isSum) !== true) return answer;
  // Few programs come near a limit: what fits by part of the log is likely to have fitted.
  return verdict.answer === 'passes'
    ? { ...answer, verdict: { answer: 'cannot-tell', because, expect: 'passes' } }
    : { ...answer, verdict: { answer: 'cannot-tell', because } };
}

const unseen = (facts: readonly Fact[] | undefined): Because =>
  facts === undefined ? { code: 'unknown-memory' } : { code: 'unknown-memory', facts };

/** Sums over what the log shows mapped are bounds of nothing: memory is missing, and some is gone. */
const SUMS: ReadonlySet<string> = new Set([
  'locked',
  'already-locked',
  'total',
  'used',
  'map-count',
  'largest-gap',
]);

const isSum = (fact: Fact): boolean => fact.fact === 'number' && SUMS.has(fact.name);

/** As judge.ts predicts: what cannot be told leaves another answer open, unless both are the same errno. */
function predicted(said: Prediction, answers: readonly CheckAnswer[], call: MemoryCall): Prediction {
  if (said.kind === 'undecidable') return said;
  const failing = answers.findIndex(({ verdict }) => verdict.answer === 'fails');
  const reached = failing < 0 ? answers : answers.slice(0, failing);
  const errno = answers[failing]?.errno;
  for (const { id, verdict, errno: other } of reached)
    if (verdict.answer === 'cannot-tell' && verdict.expect === undefined && other !== errno)
      return { kind: 'undecidable', because: verdict.because, cause: id };
  const isTold = said.kind === 'success' && said.value !== undefined;
  return isTold && isPlacedByKernel(call) ? { kind: 'success', because: { code: 'unknown-memory' } } : said;
}
