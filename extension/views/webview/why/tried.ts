/** What the kernel would answer to calls that were tried. */
import type { RichText } from '../../../../debug-adapter/protocol';
import type {
  WhatIfAnswerBody,
  WhatIfBody,
  WhatIfStepBody,
} from '../../../../debug-adapter/what-if-protocol';
import { visible } from '../../../../picture/shown-text';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { richText } from '../rich-text';

export function triedCalls({ steps, problem, differences }: WhatIfBody, s: ViewStrings): HTMLElement {
  return el(
    'div',
    {},
    ...steps.map((step) => stepElement(step, s)),
    problem === null ? undefined : richText(problem.text, 'p'),
    ...list(s.differences, differences),
  );
}

function stepElement({ call, answer, note, why }: WhatIfStepBody, s: ViewStrings): HTMLElement {
  return el(
    'div',
    { class: `step ${answer.kind}` },
    el(
      'p',
      { class: 'answer' },
      el('code', { dir: 'ltr' }, visible(call)),
      ' ',
      el('strong', {}, answerWords(answer, s)),
    ),
    richText(why.headline, 'p'),
    note === null ? undefined : el('p', { class: 'note' }, richText(note)),
  );
}

function answerWords(answer: WhatIfAnswerBody, s: ViewStrings): string {
  switch (answer.kind) {
    case 'value':
      return `✓ = ${answer.value}`;
    case 'error':
      return `✗ ${answer.errno}`;
    case 'success':
      return `✓ ${s.succeeds}`;
    case 'cannot-tell':
      return `? ${s.cannotTell}`;
    case 'none':
      return s.doesNotReturn;
  }
}

function list(title: string, items: readonly RichText[]): readonly HTMLElement[] {
  if (items.length === 0) return [];
  return [
    el('p', { class: 'note' }, title),
    el('ul', {}, ...items.map((item) => el('li', {}, richText(item)))),
  ];
}
