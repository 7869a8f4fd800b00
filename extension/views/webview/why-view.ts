/** Why: for a failing call the broken rule, its evidence and the whole checklist; for a successful one what it did. */
import type { RichText, WhyBody } from '../../../debug-adapter/protocol';
import type { ViewStrings } from '../words';
import { el, type Child } from './dom';
import { lineLink } from './host';
import { richText } from './rich-text';

export function whyView(body: WhyBody, s: ViewStrings): readonly HTMLElement[] {
  if (body.outcome === 'no-call' && body.headline.length === 0) return [el('p', { class: 'note' }, s.noCall)];
  return [
    el(
      'header',
      { class: `headline ${body.outcome}` },
      el('h2', {}, title(body), certainty(body, s)),
      richText(body.headline, 'p'),
    ),
    ...(body.divergence === null
      ? []
      : [
          el(
            'section',
            { class: 'divergence', role: 'note' },
            el('h3', {}, s.divergence),
            richText(body.divergence, 'p'),
          ),
        ]),
    ...causes(body, s),
    ...remedies(body, s),
    ...list(s.whatItDid, body.effects),
    ...checklist(body, s),
  ];
}

function title(body: WhyBody): string {
  return body.errno === null ? body.call : `${body.call} · ${body.errno}`;
}

function certainty(body: WhyBody, s: ViewStrings): Child {
  if (body.certainty === null) return undefined;
  const words = { proven: s.proven, likely: s.likely, outside: s.outside };
  return el('span', { class: `badge ${body.certainty}` }, words[body.certainty]);
}

function causes(body: WhyBody, s: ViewStrings): HTMLElement[] {
  const worthShowing =
    body.causes.length > 1 ||
    body.causes.some(({ evidence, how }) => evidence.length > 0 || how !== undefined);
  if (!worthShowing) return [];
  const several = body.causes.length > 1;
  return [
    el(
      'section',
      {},
      el('h3', {}, several ? s.causes : s.evidence),
      el(
        'ol',
        { class: several ? 'causes' : 'causes single' },
        ...body.causes.map((cause) =>
          el(
            'li',
            {},
            // A single cause is the headline already.
            several ? richText(cause.text, 'p') : undefined,
            cause.evidence.length === 0
              ? undefined
              : el(
                  'ul',
                  { class: 'evidence', 'aria-label': s.evidence },
                  ...cause.evidence.map((line) =>
                    el('li', {}, lineLink(`${s.line} ${line.line}`, line), ' ', richText(line.text)),
                  ),
                ),
            cause.how === undefined ? undefined : richText(cause.how, 'p'),
          ),
        ),
      ),
    ),
  ];
}

function list(heading: string, items: readonly RichText[]): HTMLElement[] {
  if (items.length === 0) return [];
  return [
    el(
      'section',
      {},
      el('h3', {}, heading),
      el('ul', {}, ...items.map((item) => el('li', {}, richText(item)))),
    ),
  ];
}

function remedies(body: WhyBody, s: ViewStrings): HTMLElement[] {
  if (body.remedies.length === 0) return [];
  const items = body.remedies.map(({ text, tryCall }) =>
    el('li', {}, richText(text), tryCall === undefined ? undefined : el('code', { class: 'try' }, tryCall)),
  );
  return [el('section', {}, el('h3', {}, s.remedies), el('ul', { class: 'remedies' }, ...items))];
}

const signs = { passed: '✓', broken: '✗', 'cannot-tell': '?', 'not-reached': '–', after: '·' } as const;

function checklist(body: WhyBody, s: ViewStrings): HTMLElement[] {
  if (body.checklist.length === 0) return [];
  const words = {
    passed: s.statePassed,
    broken: s.stateBroken,
    'cannot-tell': s.stateCannotTell,
    'not-reached': s.stateNotReached,
    after: s.stateAfter,
  };
  const items = body.checklist.map((item) =>
    el(
      'li',
      { class: `check ${item.state}`, title: item.sources.join('\n') },
      el('span', { class: 'sign', 'aria-hidden': 'true' }, signs[item.state]),
      el('span', { class: 'hidden' }, `${words[item.state]}: `),
      el(
        'span',
        { class: 'text' },
        richText(item.text),
        item.state === 'broken' ? el('strong', { class: 'errno' }, ` ${item.errno}`) : undefined,
        item.why === null ? undefined : el('span', { class: 'dim' }, ' — ', richText(item.why)),
      ),
    ),
  );
  return [el('section', {}, el('h3', {}, s.checklist), el('ol', { class: 'checklist' }, ...items))];
}
