/**
 * The search for the smallest change: alterations are tried alone, then two together, then three. Of those that do not
 * suffice, only the ones that got the call further in the kernel's order of checks are worth another.
 *
 *     fails at check 3 ── address aligned ──▶ fails at check 7 ── limit raised ──▶ succeeds
 */
import { allowances } from './allowances';
import { earlierLines } from './earlier-lines';
import { files } from './files';
import { first } from './first';
import { flags } from './flags';
import { heap } from './heap';
import { lengths } from './lengths';
import { places } from './places';
import { remapping } from './remapping';
import type { Subject } from '../subject';
import { callsOf, outcomeOf, type Alterations, type Kind, type Outcome, type Trial } from './trial';

const SOURCES: readonly Alterations[] = [
  places,
  lengths,
  remapping,
  flags,
  files,
  allowances,
  first,
  earlierLines,
  heap,
];

/** Changes that a remedy may ask for together. */
const MOST_CHANGES = 3;
/** Trials that are gone on from, of each number of changes. */
const MOST_PARTIAL = 5;
/** Judgements in all: what takes longer is not found. */
const MOST_TRIALS = 240;
/** Of one kind, and in all: what a person reads. */
const MOST_ALIKE = 2;
const MOST_REMEDIES = 4;

/** Trials that succeed, nearest to what was meant first. `suspect`: see outcomeOf. */
export function search(subject: Subject, start: Trial, suspect: string | undefined): readonly Trial[] {
  let frontier: readonly Outcome[] = [outcomeOf(start, suspect)];
  let left = MOST_TRIALS;
  for (let changes = 1; changes <= MOST_CHANGES && frontier.length > 0; changes++) {
    const found: Trial[] = [];
    const further: Outcome[] = [];
    for (const outcome of frontier) {
      for (const alteration of alterationsOf(subject, outcome)) {
        if (left-- <= 0) break;
        const trial = alteration.make();
        if (trial === undefined) continue;
        const next = outcomeOf(trial, suspect);
        if (next.cause === undefined) found.push(trial);
        else if (isFurther(next, outcome)) further.push(next);
      }
    }
    if (found.length > 0) return best(found);
    frontier = further.sort((a, b) => a.trial.cost - b.trial.cost).slice(0, MOST_PARTIAL);
  }
  return [];
}

function* alterationsOf(subject: Subject, outcome: Outcome) {
  const { cause } = outcome;
  if (cause === undefined) return;
  for (const source of SOURCES) yield* source({ subject, outcome, id: cause.id });
}

/**
 * The check that decides now comes later in the kernel's order. Some look at page after page together: then another reason
 * says as much, unless other flags only asked for something else.
 */
function isFurther(next: Outcome, outcome: Outcome): boolean {
  const { cause, trial } = next;
  if (trial.call.call !== outcome.trial.call.call || cause?.verdict.answer !== 'fails') return false;
  if (cause.id === outcome.cause?.id) return false;
  const place = ({ judgement, cause: at }: Outcome): number =>
    judgement.answers.findIndex((one) => one.id === at?.id && one.verdict.answer === at.verdict.answer);
  return place(next) > place(outcome) || trial.kinds.at(-1) !== 'flags';
}

function best(found: readonly Trial[]): readonly Trial[] {
  const shown: Trial[] = [];
  const calls = new Set<string>();
  const kinds = new Map<Kind | undefined, number>();
  for (const trial of [...found].sort((a, b) => a.cost - b.cost)) {
    const text = callsOf(trial);
    const kind = trial.kinds.at(-1);
    const alike = kinds.get(kind) ?? 0;
    if ((text !== undefined && calls.has(text)) || alike >= MOST_ALIKE) continue;
    kinds.set(kind, alike + 1);
    if (text !== undefined) calls.add(text);
    shown.push(trial);
    if (shown.length >= MOST_REMEDIES) break;
  }
  return shown;
}
