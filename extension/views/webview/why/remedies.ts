/** What would have succeeded, each tried with one click: the answer comes below it. */
import type { WhyBody } from '../../../../debug-adapter/protocol';
import { visible } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { ask } from '../host';
import { richText } from '../rich-text';
import { triedCalls } from './tried';

/** `event`: the position that the calls are tried at. */
export function remedyList({ remedies }: WhyBody, event: number, s: ViewStrings): readonly HTMLElement[] {
  if (remedies.length === 0) return [];
  return [
    el(
      'section',
      {},
      el('h3', {}, s.remedies),
      el(
        'ul',
        { class: 'remedies' },
        ...remedies.map(({ text, tryCall }) =>
          el('li', {}, richText(text), ...(tryCall === undefined ? [] : trial(tryCall, event, s))),
        ),
      ),
    ),
  ];
}

function trial(calls: string, event: number, s: ViewStrings): readonly HTMLElement[] {
  const answer = el('div', { class: 'tried', role: 'status' });
  const run = button(s.tryIt, { class: 'try', 'aria-label': `${s.tryIt}: ${visible(calls)}` }, () => {
    run.disabled = true;
    void ask('pagewalk/whatIf', { event, calls: [calls] })
      .then(
        (body) => triedCalls(body, s),
        (problem: unknown) => el('p', {}, problem instanceof Error ? problem.message : String(problem)),
      )
      .then((element) => {
        answer.replaceChildren(element);
        run.disabled = false;
        run.focus();
      });
  });
  return [el('div', { class: 'trial' }, el('code', { dir: 'ltr' }, visible(calls)), run), answer];
}
