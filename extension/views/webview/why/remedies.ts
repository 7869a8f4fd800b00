/** What would have succeeded, each tried with one click: the answer comes below it. */
import type { WhyBody } from '../../../../debug-adapter/protocol/why';
import { visible } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { ask } from '../host';
import type { MemoryWords } from './memory-words';
import { callText, sentence } from './said';
import { triedCalls } from './tried';

/** `event`: the position that the calls are tried at. */
export function remedyList(
  { remedies }: WhyBody,
  event: number,
  memory: MemoryWords,
  s: ViewStrings,
): readonly HTMLElement[] {
  if (remedies.length === 0) return [];
  return [
    el(
      'section',
      {},
      el('h3', {}, s.remedies),
      el(
        'ul',
        { class: 'remedies', 'aria-label': s.remedies },
        ...remedies.map(({ text, tryCall }) =>
          el(
            'li',
            {},
            sentence(text, memory),
            ...(tryCall === undefined ? [] : trial(tryCall, event, memory, s)),
          ),
        ),
      ),
    ),
  ];
}

function trial(calls: string, event: number, memory: MemoryWords, s: ViewStrings): readonly HTMLElement[] {
  const answer = el('div', { class: 'tried', role: 'status' });
  const run = button(s.tryIt, { class: 'try', 'aria-label': `${s.tryIt}: ${visible(calls)}` }, () => {
    // Disabled, it would lose the focus, and the reader the place.
    if (run.getAttribute('aria-disabled') === 'true') return;
    run.setAttribute('aria-disabled', 'true');
    void ask('pagewalk/whatIf', { event, calls: [calls] })
      .then(
        (body) => triedCalls(body, memory, s),
        (problem: unknown) =>
          el('p', { class: 'problem' }, problem instanceof Error ? problem.message : String(problem)),
      )
      .then((element) => {
        answer.replaceChildren(element);
        run.removeAttribute('aria-disabled');
      });
  });
  return [el('div', { class: 'trial' }, callText(calls, memory), run), answer];
}
