/**
 * `pagewalk explain --html`: one failure as a page that stands alone, to attach to a bug report. It holds no script, loads
 * nothing, and all that a log says is escaped text.
 */
import { regionsOf } from '../../picture/region';
import { rowsOf } from '../../picture/rows';
import { layoutSvg, type LayoutPalette } from '../../picture/layout-svg';
import { shownText, visible } from '../../picture/shown-text';
import { escaped } from '../../picture/svg';
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import type { Explanation, Message } from '../../model/why/explanation';
import { say, textOf } from '../../model/why/message';
import { bytesInWords } from '../../model/why/sizes';
import type { Language } from '../../model/why/words/language';
import { boundedText } from '../presentation/event-text';
import { wholeLayout } from '../presentation/layout-body';
import { manualLines } from '../presentation/manual-text';
import { standing } from '../presentation/standing';
import type { TraceRun } from './trace-run';

/** Colours that print well, and that those who cannot tell red from green can tell apart; each kind has a pattern too. */
const PALETTE: LayoutPalette = {
  paper: '#ffffff',
  ink: '#1f1f1f',
  faint: '#666666',
  changed: '#b35c00',
  kinds: {
    code: '#1b7f3b',
    data: '#1a5fb4',
    heap: '#8a2be2',
    stack: '#63309a',
    anonymous: '#b58900',
    file: '#555555',
    shared: '#b3261e',
    guard: '#8a8a8a',
    kernel: '#00718f',
    unknown: '#8a8a8a',
  },
};

const STYLE = `
  body { color: #1f1f1f; background: #fff; font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 62em; padding: 0 1em; }
  code, .line { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
  summary { cursor: pointer; font-weight: 600; margin-top: 1.6em; }
  h1 { font-size: 1.25em; } h2 { font-size: 1.05em; margin-top: 1.6em; }
  .headline { border-inline-start: 4px solid #b3261e; padding-inline-start: 0.8em; }
  .dim { color: #666; } li { margin-block: 0.2em; } svg { height: auto; max-width: 100%; }
  .broken { font-weight: 600; }`;

export function explanationPage(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  language: Language,
): string {
  const words = (message: Message): string => escaped(visible(textOf(message, language)));
  const call = boundedText(run.timeline.recording.decode(event), 400);
  const title = explanation.errno === null ? explanation.call : `${explanation.call}: ${explanation.errno}`;
  const place = words(say('report.place', { line: explanation.line }));
  return [
    `<!DOCTYPE html>`,
    `<html lang="${escaped(language.tag)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    `<p><span class="dim">${place}:</span> <code>${escaped(visible(call))}</code></p>`,
    `<p class="headline">${words(explanation.headline)}<br><span class="dim">${certainty(explanation, words)}</span></p>`,
    ...causes(explanation, words),
    ...section(
      words(say('report.remedies')),
      explanation.remedies.map(({ text, tryCall }) =>
        tryCall === undefined ? words(text) : `${words(text)} <code>${escaped(visible(tryCall))}</code>`,
      ),
    ),
    ...picture(run, event, call, language),
    ...checklist(explanation, words),
    ...section(words(say('report.manual')), manualLines(explanation).map(words)),
    `</body></html>`,
  ].join('\n');
}

type Words = (message: Message) => string;

const certainty = ({ outcome, certainty: how }: Explanation, words: Words): string =>
  outcome === 'failed' || outcome === 'signal' ? words(say(`report.${how}`)) : '';

function causes({ causes: all, headline }: Explanation, words: Words): readonly string[] {
  return all.flatMap((cause) => [
    `<h2><code>${escaped(cause.id)}</code></h2>`,
    ...(words(cause.text) === words(headline) ? [] : [`<p>${words(cause.text)}</p>`]),
    ...(cause.howToFindOut === undefined
      ? []
      : [`<p>${words(say('report.how', { how: cause.howToFindOut }))}</p>`]),
    ...list(
      cause.evidence.map(
        ({ line, text }) =>
          `<span class="dim">${words(say('report.place', { line }))}:</span> <span class="line">${words(text)}</span>`,
      ),
    ),
    ...(cause.sources.length === 0
      ? []
      : [
          `<p class="dim">${cause.sources.map(({ where, how }) => escaped(`${where} (${how})`)).join('<br>')}</p>`,
        ]),
  ]);
}

const signs = { passed: '✓', broken: '✗', 'cannot-tell': '?', 'not-reached': '–', after: '·' } as const;

function check({ id, errno, state, text, why }: Explanation['checklist'][number], words: Words): string {
  const reason = why === undefined ? '' : ` <span class="dim">${words(why)}</span>`;
  return `<span class="${state}">${signs[state]} ${words(text)}</span>${reason} <code class="dim">${escaped(`${id} ${errno}`)}</code>`;
}

/** Folded: the broken rule stands above already. */
const checklist = ({ checklist: all }: Explanation, words: Words): readonly string[] =>
  all.length === 0
    ? []
    : [
        `<details><summary>${words(say('report.checks'))}</summary>`,
        ...list(
          all.map((item) => check(item, words)),
          'ol',
        ),
        `</details>`,
      ];

const section = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`<h2>${title}</h2>`, ...list(items)];

const list = (items: readonly string[], kind: 'ul' | 'ol' = 'ul'): readonly string[] =>
  items.length === 0 ? [] : [`<${kind}>`, ...items.map((item) => `<li>${item}</li>`), `</${kind}>`];

/** The address space before the call and behind it, where the log has shown any. */
function picture(run: TraceRun, event: EventIndex, call: string, language: Language): readonly string[] {
  const { timeline } = run;
  const task = timeline.recording.events.task(event);
  const { space } = standing(run, event, task);
  if (space === undefined) return [];
  const behind = eventIndex(event + 1);
  const later = standing(run, behind, task).space;
  const layoutOf = (of: typeof space, at: EventIndex) => ({
    regions: regionsOf(wholeLayout(of, at).regions),
    end: of.taskSize,
  });
  const before = layoutOf(space, event);
  const rows = rowsOf(before, later?.id === space.id ? layoutOf(later, behind) : before);
  const plain = (message: Message): string => textOf(message, language);
  const svg = layoutSvg(rows, PALETTE, {
    caption: visible(call),
    before: plain(say('report.before')),
    after: plain(say('report.after')),
    free: plain(say('report.free')),
    locked: plain(say('report.locked')),
    language: language.tag,
    name: ({ name, kind }) => (name === '' ? kind : shownText(name)),
    size: (pages) => plain(say('text', { text: bytesInWords(BigInt(pages) * 4096n) })),
  });
  return [`<h2>${escaped(plain(say('report.space')))}</h2>`, svg.replace(/^<\?xml.*\?>\n/, '')];
}
