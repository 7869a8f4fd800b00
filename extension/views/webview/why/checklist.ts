/** The kernel's checks in its order; what decides nothing is folded. */
import type { WhyBody } from '../../../../debug-adapter/protocol/why';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { filled, wholeNumber } from '../format';
import { checkRuns, countOf, type CheckItem, type CheckRun, type CheckState } from './checklist-runs';
import type { Folds } from './folds';
import type { MemoryWords } from './memory-words';
import { sentence } from './said';

const checkSigns: Readonly<Record<CheckState, string>> = {
  passed: '✓',
  broken: '✗',
  'cannot-tell': '?',
  'not-reached': '–',
  after: '·',
};

/** brk has no errno: it answers with the break as it was. */
const OLD_BREAK = 'old-break';

export function checklist(
  { checklist: items, outcome, divergence }: WhyBody,
  folds: Folds,
  memory: MemoryWords,
  s: ViewStrings,
): HTMLElement {
  // Where the kernel did as it was told, no check is of more interest than another.
  const runs: readonly CheckRun[] =
    outcome === 'succeeded' && divergence === null ? [{ kind: 'quiet', items }] : checkRuns(items);
  return el(
    'section',
    {},
    el('h3', {}, s.checklist),
    runs.length === 1 ? undefined : el('p', { class: 'note counts' }, summary(items, s)),
    el(
      'ol',
      { class: 'checklist', 'aria-label': s.checklist },
      ...runs.flatMap((run, i) => runElements(run, i, folds, memory, s)),
    ),
  );
}

function runElements(
  { kind, items }: CheckRun,
  place: number,
  folds: Folds,
  memory: MemoryWords,
  s: ViewStrings,
): readonly HTMLElement[] {
  if (kind === 'shown') return items.map((item) => checkElement(item, memory, s));
  const name = summary(items, s);
  const checks = items.map((item) => checkElement(item, memory, s));
  const list = el('ol', { class: 'checklist', 'aria-label': name }, ...checks);
  return [el('li', {}, folds.fold(`checks-${place}`, name, list))];
}

function summary(items: readonly CheckItem[], s: ViewStrings): string {
  const parts = [
    ['broken', s.countBroken],
    ['passed', s.countPassed],
    ['not-reached', s.countNotReached],
    ['after', s.countAfter],
    ['cannot-tell', s.countCannotTell],
  ] as const;
  return parts
    .map(([state, words]) => [words, countOf(items, state)] as const)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => filled(words, wholeNumber(count, s.language)))
    .join(', ');
}

function checkElement(item: CheckItem, memory: MemoryWords, s: ViewStrings): HTMLElement {
  return el(
    'li',
    { class: `check ${item.state}` },
    el('span', { class: 'sign', 'aria-hidden': 'true' }, checkSigns[item.state]),
    el('span', { class: 'hidden' }, `${stateWord(item.state, s)}: `),
    el(
      'div',
      { class: 'text' },
      sentence(item.text, memory),
      item.state === 'broken' && item.errno !== OLD_BREAK
        ? el(
            'strong',
            { class: 'errno' },
            el('span', { 'aria-hidden': 'true' }, ' → '),
            el('span', { class: 'hidden' }, ': '),
            item.errno,
          )
        : undefined,
      item.why === null ? undefined : el('span', { class: 'because' }, ' — ', sentence(item.why, memory)),
      el('p', { class: 'sources' }, item.sources.join(' · ')),
    ),
  );
}

function stateWord(state: CheckState, s: ViewStrings): string {
  const words: Readonly<Record<CheckState, string>> = {
    passed: s.statePassed,
    broken: s.stateBroken,
    'cannot-tell': s.stateCannotTell,
    'not-reached': s.stateNotReached,
    after: s.stateAfter,
  };
  return words[state];
}
