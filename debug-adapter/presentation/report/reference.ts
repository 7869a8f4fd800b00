/** What stands behind the answer: all checks of the kernel, and what manuals said of them. */
import { say } from '../../../model/why/message';
import type { WhyBody } from '../../protocol/why';
import { h, type Html } from './html';
import type { Words } from './report-source';
import { plainText, summary } from './said';

type Item = WhyBody['checklist'][number];

const signs = { passed: '✓', broken: '✗', 'cannot-tell': '?', 'not-reached': '–', after: '·' } as const;

/** Folded: what decided stands above already. */
export const checklistHtml = ({ checklist }: WhyBody, words: Words): readonly Html[] =>
  checklist.length === 0
    ? []
    : [
        h(
          'details',
          {},
          summary(words(say('report.checks'))),
          h('ol', { class: 'checks' }, ...checklist.map((item) => checkHtml(item, words))),
        ),
      ];

const checkHtml = ({ id, errno, state, text, why, sources }: Item, words: Words): Html =>
  h(
    'li',
    { class: state },
    h('span', { class: 'sign', 'aria-hidden': 'true' }, signs[state]),
    h(
      'span',
      {},
      h('span', { class: 'heard' }, `${words(say(`report.state-${state}`))}: `),
      h('span', { class: 'demand' }, plainText(text)),
      why === null ? undefined : ` — ${plainText(why)}`,
      h('span', { class: 'sources' }, [`${id} → ${errno}`, ...sources].join(' · ')),
    ),
  );

export const manualHtml = ({ manual }: WhyBody, words: Words): readonly Html[] =>
  manual === undefined
    ? []
    : [
        h(
          'details',
          {},
          summary(words(say('report.manual'))),
          ...manual.map(({ title, says, kernel, sources }) =>
            h(
              'div',
              {},
              h('p', {}, h('strong', {}, plainText(title)), ' — ', plainText(says)),
              kernel === null ? undefined : h('p', {}, plainText(kernel)),
              h('p', { class: 'sources' }, sources.join(' · ')),
            ),
          ),
        ),
      ];
