/**
 * One failure as a page that stands alone, to be attached to a bug: `pagewalk explain --html` and the Why view make the same.
 * It holds no script, loads nothing, and all that a log says is escaped text.
 */
import type { EventIndex } from '../../../model/trace/positions';
import { say, textOf } from '../../../model/why/message';
import { boundedText } from '../event-text';
import { whyBody } from '../why-view';
import type { WhyBody } from '../../protocol/why';
import type { SpotRow } from '../../../picture/spot';
import { h, meta, page, style, type Html, type HtmlChild } from './html';
import type { ReportSource, Words } from './report-source';
import { callHtml, plainText, sentence } from './said';
import { checklistHtml, manualHtml } from './reference';
import { spaceHtml } from './space';
import { reportStyle } from './style';

/** A call longer than this is recognised by its beginning. */
const LONGEST_CALL = 1000;
/** No page may do more than be read, whatever a log holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function reportPage(source: ReportSource, event: EventIndex): string {
  const { timeline, language, log } = source;
  const words: Words = (message) => textOf(message, language);
  const { recording } = timeline;
  const why = whyBody({ timeline, recording, language }, event);
  const title = why.errno === null ? why.call : `${why.call} · ${why.errno}`;
  const line = recording.events.line(event);
  const call = boundedText(recording.decode(event), LONGEST_CALL);
  const head = h(
    'head',
    {},
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, `${title} – ${log}`),
    style(reportStyle),
  );
  const main = h(
    'main',
    {},
    h(
      'p',
      { class: 'where' },
      h('span', { class: 'label' }, words(say('report.place-file', { file: log, line: String(line) }))),
      callHtml(call),
    ),
    verdictHtml(why, title, words),
    ...spotHtml(why, words),
    ...causesHtml(why, words),
    ...remediesHtml(why, words),
    ...effectsHtml(why, words),
    ...checklistHtml(why, words),
    ...manualHtml(why, words),
    ...spaceHtml(source, event, words),
  );
  return page(language.tag, head, h('body', {}, main, h('footer', {}, words(say('report.made-by')))));
}

function verdictHtml(why: WhyBody, title: string, words: Words): Html {
  const [only] = why.causes;
  const rule = why.causes.length === 1 ? only?.rule : undefined;
  const sign =
    why.outcome === 'succeeded' ? '✓' : why.outcome === 'failed' || why.outcome === 'signal' ? '✗' : '';
  return h(
    'header',
    { class: `verdict ${why.outcome}` },
    h(
      'div',
      { class: 'title' },
      h(
        'h1',
        {},
        h('span', { class: 'sign', 'aria-hidden': 'true' }, sign === '' ? '' : `${sign} `),
        h('code', { dir: 'ltr' }, title),
      ),
      why.certainty === null
        ? undefined
        : h('span', { class: 'badge' }, words(say(`report.${why.certainty}`))),
    ),
    why.plain === undefined && rule !== undefined
      ? undefined
      : sentence(why.plain ?? why.headline, 'p', 'plain'),
    rule === undefined ? undefined : ruleHtml(rule, words),
    why.divergence === null ? undefined : sentence(why.divergence, 'p'),
  );
}

const ruleHtml = (rule: NonNullable<WhyBody['causes'][number]['rule']>, words: Words): Html =>
  h(
    'div',
    {},
    h('p', { class: 'label' }, words(say(`report.rule-${rule.held}`))),
    sentence(rule.demand, 'blockquote'),
    rule.here.length === 0 ? undefined : h('ul', {}, ...rule.here.map((fact) => sentence(fact, 'li'))),
  );

function spotHtml({ spot }: WhyBody, words: Words): readonly Html[] {
  if (spot === undefined) return [];
  return [
    section(
      words(say('spot.title')),
      h(
        'table',
        { class: 'spot', 'aria-label': words(say('spot.title')) },
        ...spot.rows.map((row) =>
          h(
            'tr',
            { class: row.asked ? 'asked' : undefined },
            h('th', { scope: 'row' }, h('code', { dir: 'ltr' }, row.start)),
            h('td', {}, h('code', { dir: 'ltr' }, row.prot)),
            h('td', { class: 'size' }, row.size),
            h('td', { class: 'what' }, h('bdi', {}, row.what)),
            h('td', { class: 'notes' }, ...notesHtml(row)),
          ),
        ),
      ),
    ),
  ];
}

/** What goes on that began in a row above is marked at the side for the eye. */
function notesHtml({ roles, continued, troubles, open }: SpotRow): readonly HtmlChild[] {
  const seen: readonly HtmlChild[] = [
    ...roles,
    ...troubles.map((trouble) => h('span', { class: 'trouble' }, `${open ? '?' : '✗'} ${trouble}`)),
  ];
  const heard = continued.join(', ');
  return [
    heard === '' ? undefined : h('span', { class: 'heard' }, seen.length === 0 ? heard : `${heard}, `),
    ...seen.map((part, i): HtmlChild => (i === 0 ? part : [', ', part])),
  ];
}

function causesHtml({ causes }: WhyBody, words: Words): readonly Html[] {
  const several = causes.length > 1;
  return causes.flatMap((cause, i) => {
    const { evidence, how, rule, text, plain, sources, id } = cause;
    const content = [
      ...(!several
        ? []
        : rule === undefined
          ? [sentence(text, 'p')]
          : [...(plain === undefined ? [] : [sentence(plain, 'p')]), ruleHtml(rule, words)]),
      ...(evidence.length === 0
        ? []
        : [
            h(
              'table',
              { class: 'evidence' },
              ...evidence.map(({ line, text: said }) =>
                h(
                  'tr',
                  {},
                  h('td', { class: 'faint' }, words(say('report.place', { line: String(line) }))),
                  h('td', {}, callHtml(plainText(said))),
                ),
              ),
            ),
          ]),
      ...(how === undefined ? [] : [h('p', {}, words(say('report.how', { how: plainText(how) })))]),
      h('p', { class: 'sources' }, [id, ...sources].join(' · ')),
    ];
    const title = several
      ? words(say('report.cause', { number: String(i + 1), of: String(causes.length) }))
      : words(say('report.evidence'));
    return [section(title, ...content)];
  });
}

const remediesHtml = ({ remedies }: WhyBody, words: Words): readonly Html[] =>
  remedies.length === 0
    ? []
    : [
        section(
          words(say('report.remedies')),
          h(
            'ul',
            { class: 'remedies' },
            ...remedies.map(({ text, tryCall }) =>
              h('li', {}, plainText(text), tryCall === undefined ? undefined : callHtml(tryCall)),
            ),
          ),
        ),
      ];

/** What a successful call did first is its headline. */
function effectsHtml({ effects, outcome }: WhyBody, words: Words): readonly Html[] {
  const succeeded = outcome === 'succeeded';
  const shown = succeeded ? effects.slice(1) : effects;
  if (shown.length === 0) return [];
  const title = words(say(succeeded ? 'report.besides' : 'report.effects'));
  return [section(title, h('ul', {}, ...shown.map((effect) => sentence(effect, 'li'))))];
}

export const section = (title: string, ...content: readonly Html[]): Html =>
  h('section', {}, h('h2', {}, title), ...content);
