/**
 * Calls that were tried, for panels: the answer to `pagewalk/whatIf`.
 */
import { differences } from '../../model/query/what-if/difference';
import { explainStep } from '../../model/query/what-if/explain-step';
import type { Answer, ExplainedStep } from '../../model/query/what-if/step';
import { spaceOf, type WhatIfState } from '../../model/query/what-if/what-if';
import type { Language } from '../../model/why/words/language';
import type { WhatIfAnswerBody, WhatIfBody, WhatIfStepBody } from '../protocol/what-if';
import { richText } from './rich-text';
import { kilobytes } from './vma-row';
import { valueText } from './what-if-text';
import { explanationBody } from './why-view';

export function whatIfBody(
  state: WhatIfState,
  problem: WhatIfBody['problem'],
  language: Language,
): WhatIfBody {
  const space = spaceOf(state);
  const isPart = state.timeline.missing.isProven;
  return {
    event: state.position,
    steps: explainedSteps(state).map((step) => stepBody(step, language)),
    problem,
    differences: differences(state).map((message) => richText(message, language)),
    lockedKb: space?.locked === undefined || isPart ? null : kilobytes(space.locked),
    sizeKb: space?.complete === true && !isPart ? kilobytes(space.total) : null,
  };
}

export const explainedSteps = (state: WhatIfState, from = 0): readonly ExplainedStep[] =>
  state.steps.slice(from).flatMap((_, i) => explainStep(state, from + i) ?? []);

const stepBody = (step: ExplainedStep, language: Language): WhatIfStepBody => ({
  call: step.text,
  answer: answerBody(step.answer),
  note: step.applied === true ? null : richText(step.applied, language),
  restsOn: step.restsOn,
  why: explanationBody(step.explanation, language),
});

export function answerBody(answer: Answer): WhatIfAnswerBody {
  switch (answer.kind) {
    case 'value':
      return { kind: 'value', value: valueText(answer.value), by: answer.by };
    case 'error':
      return { kind: 'error', errno: answer.errno, by: answer.by };
    case 'open':
      return { kind: 'cannot-tell' };
    default:
      return { kind: answer.kind };
  }
}
