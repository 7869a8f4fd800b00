/** What the kernel would answer to calls that were tried. */
import type { RichText } from '../../../../debug-adapter/protocol/rich-text';
import type {
  WhatIfAnswerBody,
  WhatIfBody,
  WhatIfStepBody,
} from '../../../../debug-adapter/protocol/what-if';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { plainText } from '../plain-text';
import type { MemoryWords } from './memory-words';
import { callText, sentence } from './said';
import { proseTokens } from '../../../../picture/tokens';

export function triedCalls(
  { steps, problem, differences }: WhatIfBody,
  memory: MemoryWords,
  s: ViewStrings,
): HTMLElement {
  return el(
    'div',
    {},
    steps.length === 0 ? undefined : el('p', { class: 'label' }, s.wouldAnswer),
    ...steps.map((step) => stepElement(step, steps.length > 1, memory, s)),
    problem === null ? undefined : sentence(problem.text, memory, 'p'),
    ...list(s.differences, unsaid(differences, steps), memory),
  );
}

/** What a call did stands with the call. */
function unsaid(differences: readonly RichText[], steps: readonly WhatIfStepBody[]): readonly RichText[] {
  const said = new Set(steps.map(({ why }) => plainText(why.headline)));
  return differences.filter((difference) => !said.has(plainText(difference)));
}

/** Of a single call the answer says it all: it stands right above. */
function stepElement(
  { call, answer, note, why }: WhatIfStepBody,
  isOneOfMany: boolean,
  memory: MemoryWords,
  s: ViewStrings,
): HTMLElement {
  return el(
    'div',
    { class: `step ${answer.kind}` },
    el(
      'p',
      { class: 'answer' },
      ...(isOneOfMany ? [callText(call, memory), ' '] : []),
      answerElement(answer, memory, s),
    ),
    sentence(why.plain ?? why.headline, memory, 'p'),
    note === null ? undefined : el('p', { class: 'note' }, sentence(note, memory)),
  );
}

function answerElement(answer: WhatIfAnswerBody, memory: MemoryWords, s: ViewStrings): HTMLElement {
  const sign = (text: string): HTMLElement => el('span', { class: 'sign', 'aria-hidden': 'true' }, text);
  switch (answer.kind) {
    case 'value':
      return el(
        'strong',
        {},
        sign('✓'),
        ' = ',
        ...proseTokens(answer.value).map((token) =>
          token.kind === 'memory' ? memory.link(token.text, token.memory) : token.text,
        ),
      );
    case 'error':
      return el('strong', {}, sign('✗'), ' ', answer.errno);
    case 'success':
      return el('strong', {}, sign('✓'), ' ', s.succeeds);
    case 'cannot-tell':
      return el('strong', {}, sign('?'), ' ', s.cannotTell);
    case 'none':
      return el('strong', {}, s.doesNotReturn);
  }
}

function list(title: string, items: readonly RichText[], memory: MemoryWords): readonly HTMLElement[] {
  if (items.length === 0) return [];
  return [
    el('p', { class: 'label' }, title),
    el(
      'ul',
      { class: 'differences', 'aria-label': title },
      ...items.map((item) => sentence(item, memory, 'li')),
    ),
  ];
}
