/** What made the call fail: one cause where the log proves it, else several, each with its lines and with where to look on. */
import type { WhyBody } from '../../../../debug-adapter/protocol/why';
import type { LineLink } from '../../../../debug-adapter/protocol/row';
import type { ViewStrings } from '../../words';
import { button, el, type Child } from '../dom';
import { filled } from '../format';
import { editor, select } from '../host';
import { plainText } from '../plain-text';
import type { MemoryWords } from './memory-words';
import { callText, sentence } from './said';
import { ruleElement } from './verdict';

type Cause = WhyBody['causes'][number];

export function causeList({ causes }: WhyBody, memory: MemoryWords, s: ViewStrings): readonly HTMLElement[] {
  const [only] = causes;
  if (causes.length > 1)
    return [
      el(
        'section',
        {},
        el('h3', {}, s.causes),
        el(
          'ol',
          { class: 'causes', 'aria-label': s.causes },
          ...causes.map((cause) =>
            el('li', {}, ...causeWords(cause, memory, s), evidence(cause, memory, s), how(cause, memory, s)),
          ),
        ),
      ),
    ];
  if (only === undefined || (only.evidence.length === 0 && only.how === undefined)) return [];
  const lines = evidence(only, memory, s);
  return [
    el(
      'section',
      {},
      lines === undefined ? undefined : el('h3', {}, s.evidence),
      lines,
      how(only, memory, s),
    ),
  ];
}

/** Of a single cause the verdict says this already. */
function causeWords({ text, plain, rule }: Cause, memory: MemoryWords, s: ViewStrings): readonly Child[] {
  if (rule === undefined) return [sentence(text, memory, 'p')];
  return [plain === undefined ? undefined : sentence(plain, memory, 'p'), ruleElement(rule, memory, s)];
}

function evidence({ evidence: lines }: Cause, memory: MemoryWords, s: ViewStrings): HTMLElement | undefined {
  if (lines.length === 0) return undefined;
  return el(
    'ul',
    { class: 'evidence', 'aria-label': s.evidence },
    ...lines.map((line) => {
      const row = el('li', {}, evidenceLink(line, s), callText(plainText(line.text), memory));
      // The whole line leads there; by the keyboard it is its link.
      row.addEventListener('click', () => goTo(line));
      return row;
    }),
  );
}

const how = ({ how: words }: Cause, memory: MemoryWords, s: ViewStrings): HTMLElement | undefined =>
  words === undefined
    ? undefined
    : el('p', { class: 'how' }, el('strong', {}, `${s.howToFindOut}: `), sentence(words, memory));

const evidenceLink = ({ line }: LineLink, s: ViewStrings): HTMLElement =>
  button(filled(s.lineNumber, String(line)), { class: 'link' }, () => undefined);

/** Goes there, and chooses the line in all views. */
function goTo({ event, line }: LineLink): void {
  // Who marks text to copy it does not want to leave.
  if (getSelection()?.isCollapsed === false) return;
  select({ kind: 'event', event, line });
  editor.postMessage({ type: 'go', link: { event } });
}
