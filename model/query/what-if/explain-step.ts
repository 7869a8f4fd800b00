/**
 * The explanation of a call that was tried: the same as of a call in a log, for the same code makes it from the recording as
 * it goes on with what was tried.
 */
import type { EventIndex } from '../../trace/positions';
import { effectsOf } from '../../why/effects';
import { explain } from '../../why/explain';
import type { Cause, Explanation } from '../../why/explanation';
import type { Message, MessageValue } from '../../why/message-shape';
import { becauseInWords } from '../../why/facts';
import { explainJudgedCall } from '../../why/judged-call';
import { demandOf, quote, say } from '../../why/message';
import { hexOf } from '../../why/sizes';
import { plain, type Subject } from '../../why/subject';
import { worldEffects } from '../../why/world-effects';
import { ContinuedTimeline } from './continued-timeline';
import { openCheck } from './outcome';
import { signatureOf } from './signatures';
import type { ExplainedStep, WhatIfStep } from './step';
import type { WhatIfState } from './what-if';

/** @param at counts the calls from 0. Undefined where there is no such call. */
export function explainStep(state: WhatIfState, at: number): ExplainedStep | undefined {
  const step = state.steps[at];
  if (step === undefined) return undefined;
  const timeline = new ContinuedTimeline(state.timeline, state.position, state.steps.slice(0, at + 1));
  const event = step.call.index;
  const subject: Subject = { timeline, event, line: step.call.line, tid: step.call.prefix.tid };
  const effects = [...effectsOf(timeline, event), ...(step.change ? worldEffects(step.change) : [])];
  const own = ownWords(subject, step);
  const explained =
    own ?? explain(timeline, event) ?? plain(subject, step.call.name, 'unknown', say('call.answered'));
  const isSuccess = explained.outcome === 'succeeded';
  const headline =
    isSuccess && own === undefined
      ? (effects[0] ?? say(step.change ? 'whatif.no-mapping' : 'whatif.no-effect', { call: step.call.name }))
      : explained.headline;
  const { divergence: said, ...rest } = explained;
  const divergence = said && rulesInWords(step);
  const named = withCallsNamed({ ...rest, headline, effects }, state.position);
  return {
    ...step,
    explanation: divergence === undefined ? named : { ...named, divergence },
    restsOn: stepsUnder(explained.causes, state.position, at),
  };
}

/** Where somebody wrote another answer: it is theirs, not a log's. */
function rulesInWords({ judgement }: WhatIfStep): Message | undefined {
  const predicted = judgement?.predicted;
  switch (predicted?.kind) {
    case 'error':
      return say('whatif.rules-say', { answer: quote(`-1 ${predicted.errno}`) });
    case 'success':
      return predicted.value === undefined
        ? say('whatif.rules-say-success')
        : say('whatif.rules-say', {
            answer: quote(predicted.value < 65536n ? predicted.value.toString() : hexOf(predicted.value)),
          });
    default:
      return undefined;
  }
}

/** Of an answer that no log can hold: one that cannot be told, or only in part. */
function ownWords(subject: Subject, step: WhatIfStep): Explanation | undefined {
  const { answer, call, judgement } = step;
  const { name } = call;
  if (answer.kind === 'value' || answer.kind === 'error' || judgement === undefined) return undefined;
  const { checklist } = explainJudgedCall(subject, call, undefined);
  if (answer.kind === 'open') {
    const check = openCheck(judgement, answer.cause);
    const demand = check === undefined ? quote(answer.cause) : demandOf(check);
    const headline = say('whatif.open', { because: becauseInWords(answer.because), demand });
    return { ...plain(subject, name, 'unknown', headline), certainty: 'likely', checklist };
  }
  if (answer.kind === 'none')
    return { ...plain(subject, name, 'succeeded', say('whatif.ends', { call: name })), checklist };
  return { ...plain(subject, name, 'succeeded', successInWords(step)), checklist };
}

function successInWords({ answer, call }: WhatIfStep): Message {
  if (signatureOf(call.name)?.gives === 'child') return say('whatif.child', { call: call.name });
  const because = answer.kind === 'success' ? answer.because : undefined;
  return because === undefined
    ? say('whatif.some-value', { call: call.name })
    : say('whatif.somewhere', { call: call.name, because: becauseInWords(because) });
}

/** Calls that the causes name as their evidence, the call itself apart. */
function stepsUnder(causes: readonly Cause[], position: EventIndex, own: number): readonly number[] {
  const found = new Set<number>();
  for (const { evidence } of causes)
    for (const { event } of evidence)
      if (event >= position && event - position < own) found.add(event - position + 1);
  return [...found].sort((a, b) => a - b);
}

/** What was tried stands on no line: it is named by its number, and evidence is left to what the log has. */
function withCallsNamed(explanation: Explanation, position: EventIndex): Explanation {
  const named = (message: Message): Message => nameCalls(message, position);
  return {
    ...explanation,
    headline: named(explanation.headline),
    causes: explanation.causes.map((cause) => ({
      ...cause,
      text: named(cause.text),
      evidence: cause.evidence.filter(({ event }) => event < position),
    })),
    checklist: explanation.checklist.map((item) =>
      item.why === undefined ? item : { ...item, why: named(item.why) },
    ),
    effects: explanation.effects.map(named),
    remedies: explanation.remedies.map((remedy) => ({ ...remedy, text: named(remedy.text) })),
  };
}

const nameCalls = ({ key, values }: Message, position: EventIndex): Message => ({
  key,
  values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, named(value, position)])),
});

function named(value: MessageValue, position: EventIndex): MessageValue {
  if (typeof value !== 'object') return value;
  if ('line' in value)
    return value.event < position ? value : say('whatif.call-number', { number: value.event - position + 1 });
  return 'key' in value ? nameCalls(value, position) : value.map((one) => nameCalls(one, position));
}
