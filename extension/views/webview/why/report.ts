/** The explanation as text to be pasted elsewhere: plain, or as Markdown. */
import type { WhyBody } from '../../../../debug-adapter/protocol/why';
import type { RichText } from '../../../../debug-adapter/protocol/rich-text';
import type { PositionBody } from '../../../../debug-adapter/protocol/view';
import { visible } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { filled } from '../format';
import { plainText } from '../plain-text';

export type Form = 'text' | 'markdown';

/** How a form writes a piece. `log`: from the log, word for word. */
interface Writer {
  readonly prose: (text: RichText) => string;
  readonly log: (text: string) => string;
  readonly heading: (text: string) => string;
}

const plain: Writer = { prose: plainText, log: visible, heading: (text) => text };

const markdown: Writer = {
  prose: (text) => escaped(plainText(text)),
  log: (text) => codeSpan(visible(text)),
  heading: (text) => `### ${text}`,
};

/** Every sign that Markdown could read as its own: what a log says stays what it is. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&$]/g, '\\$&');

/** Fenced by one backtick more than the text has in a row. CommonMark 0.31, 6.1 */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

export function reportOf(
  body: WhyBody,
  position: Pick<PositionBody, 'file' | 'line' | 'text'>,
  form: Form,
  s: ViewStrings,
): string {
  const w = form === 'text' ? plain : markdown;
  const file = position.file.slice(position.file.lastIndexOf('/') + 1);
  const part = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', w.heading(title), ...(form === 'markdown' ? [''] : []), ...lines];
  const several = body.causes.length > 1;
  return [
    w.log(`${file}:${position.line}: ${position.text}`),
    ...(form === 'markdown' ? [''] : []),
    ...(body.plain === undefined ? [] : [w.prose(body.plain), ...(form === 'markdown' ? [''] : [])]),
    `${w.prose(body.headline)}${certaintyOf(body, s)}`,
    ...(body.divergence === null ? [] : part(s.divergence, [w.prose(body.divergence)])),
    ...part(
      several ? s.causes : s.evidence,
      body.causes.flatMap(({ text, evidence, how }, i) => [
        ...(several ? [`${i + 1}. ${w.prose(text)}`] : []),
        ...evidence.map(
          (line) =>
            `${several ? '   ' : ''}- ${filled(s.lineNumber, String(line.line))}: ${w.log(plainText(line.text))}`,
        ),
        ...(how === undefined ? [] : [`${several ? '   ' : ''}- ${s.howToFindOut}: ${w.prose(how)}`]),
      ]),
    ),
    ...part(
      s.remedies,
      body.remedies.map(
        ({ text, tryCall }) => `- ${w.prose(text)}${tryCall === undefined ? '' : `: ${w.log(tryCall)}`}`,
      ),
    ),
    ...part(
      s.whatItDid,
      body.effects.map((effect) => `- ${w.prose(effect)}`),
    ),
    ...part(s.checklist, checks(body, w, s)),
    ...part(
      s.sources,
      sourcesOf(body).map((source) => `- ${w.prose([source])}`),
    ),
    '',
  ].join('\n');
}

function certaintyOf({ certainty }: WhyBody, s: ViewStrings): string {
  if (certainty === null) return '';
  return ` (${{ proven: s.proven, likely: s.likely, outside: s.outside }[certainty]})`;
}

/** What decided, or may have; the rest passed, does not apply or was not reached. */
function checks({ checklist }: WhyBody, { prose }: Writer, s: ViewStrings): readonly string[] {
  const words = { passed: s.statePassed, broken: s.stateBroken, 'cannot-tell': s.stateCannotTell };
  return checklist.flatMap(({ state, text, errno, why }) => {
    if (state === 'not-reached' || state === 'after') return [];
    const because = why === null ? '' : ` — ${prose(why)}`;
    return [`- ${words[state]}: ${prose(text)}${state === 'broken' ? ` ${errno}` : ''}${because}`];
  });
}

/** Each once, in the order of the causes. */
export const sourcesOf = ({ causes }: WhyBody): readonly string[] => [
  ...new Set(causes.flatMap(({ sources }) => sources)),
];
