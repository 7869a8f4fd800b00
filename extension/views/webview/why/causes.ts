/** What made the call fail: one cause where the log proves it, else several, each with its lines and with where to look on. */
import type { LineLink, WhyBody } from '../../../../debug-adapter/protocol';
import type { ViewStrings } from '../../words';
import { button, el } from '../dom';
import { editor, select } from '../host';
import { richText } from '../rich-text';

type Cause = WhyBody['causes'][number];

export function causeList({ causes }: WhyBody, s: ViewStrings): readonly HTMLElement[] {
  const several = causes.length > 1;
  const [only] = causes;
  if (!several && (only === undefined || (only.evidence.length === 0 && only.how === undefined))) return [];
  return [
    el(
      'section',
      {},
      el('h3', {}, several ? s.causes : s.evidence),
      el(
        'ol',
        { class: several ? 'causes' : 'causes single' },
        ...causes.map((cause) => causeElement(cause, several, s)),
      ),
    ),
  ];
}

/** A single cause is the headline already. */
const causeElement = ({ text, evidence, how }: Cause, several: boolean, s: ViewStrings): HTMLElement =>
  el(
    'li',
    {},
    several ? richText(text, 'p') : undefined,
    evidence.length === 0
      ? undefined
      : el(
          'ul',
          { class: 'evidence', 'aria-label': s.evidence },
          ...evidence.map((line) => el('li', {}, evidenceLink(line, s), richText(line.text, 'bdi'))),
        ),
    how === undefined
      ? undefined
      : el('p', { class: 'how' }, el('strong', {}, `${s.howToFindOut}: `), richText(how)),
  );

/** Goes there, and chooses the line in all views. */
function evidenceLink({ event, line }: LineLink, s: ViewStrings): HTMLElement {
  return button(`${s.line} ${line}`, { class: 'link' }, () => {
    select({ kind: 'event', event, line });
    editor.postMessage({ type: 'go', link: { event } });
  });
}
