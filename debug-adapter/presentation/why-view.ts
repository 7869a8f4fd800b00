/**
 * The explanation of an event as the Why view gets it.
 */
import type { Explanation } from '../../model/why/explanation';
import type { Message, MessageValue } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import { sourceInWords } from '../../model/why/source-in-words';
import type { Source } from '../../model/kernel/check';
import { askedAt } from '../../model/why/asked/asked';
import { explain } from '../../model/why/explain';
import { plainAnswer } from '../../model/why/plain-answer';
import type { EventIndex } from '../../model/trace/positions';
import type { Language } from '../../model/why/words/language';
import type { RuleBody, WhyBody } from '../protocol/why';
import type { RichText } from '../protocol/rich-text';
import type { Replay } from '../replay';
import { told } from '../words/tell';
import { boundedText } from './event-text';
import { manualBodies } from './manual-text';
import { richText } from './rich-text';
import { spotBody } from './spot-body';
import { standing } from './standing';

const MOST_CAUSES = 20;
const MOST_EVIDENCE = 50;

export function whyBody(
  replay: Pick<Replay, 'timeline' | 'recording' | 'language'>,
  event: EventIndex | undefined,
): WhyBody {
  const explanation = event === undefined ? undefined : explain(replay.timeline, event);
  if (event === undefined || explanation === undefined) return nothingToExplain(replay, event);
  return { ...explanationBody(explanation, replay.language), ...spotAt(replay, event) };
}

function spotAt(
  { timeline, language }: Pick<Replay, 'timeline' | 'language'>,
  event: EventIndex,
): Pick<WhyBody, 'spot'> {
  const asked = askedAt(timeline, event);
  const { space } = standing({ timeline }, event, timeline.recording.events.task(event));
  const spot = asked === undefined || space === undefined ? null : spotBody(space, asked, language);
  return spot === null ? {} : { spot };
}

export function explanationBody(explanation: Explanation, language: Language): WhyBody {
  const rich = (message: Message): RichText => richText(message, language);
  const plain = (source: Source): string => textOf(sourceInWords(source), language);
  return {
    outcome: explanation.outcome,
    call: explanation.call,
    errno: explanation.errno,
    headline: rich(explanation.headline),
    ...plainOf(explanation, rich),
    certainty: explanation.outcome === 'succeeded' ? null : explanation.certainty,
    causes: explanation.causes.slice(0, MOST_CAUSES).map((cause) => ({
      id: cause.id,
      text: rich(cause.text),
      ...(cause.plain === undefined ? {} : { plain: rich(cause.plain) }),
      ...ruleOf(cause.text, rich),
      evidence: cause.evidence.slice(0, MOST_EVIDENCE).map((evidence) => ({
        event: evidence.event,
        line: evidence.line,
        text: rich(evidence.text),
      })),
      sources: cause.sources.map(plain),
      ...(cause.howToFindOut === undefined ? {} : { how: rich(cause.howToFindOut) }),
    })),
    checklist: explanation.checklist.map((item) => ({
      id: item.id,
      errno: item.errno,
      state: item.state,
      text: rich(item.text),
      why: item.why === undefined ? null : rich(item.why),
      sources: item.sources.map(plain),
    })),
    effects: explanation.effects.map(rich),
    remedies: explanation.remedies.map(({ text, tryCall }) => ({
      text: rich(text),
      ...(tryCall === undefined ? {} : { tryCall }),
    })),
    divergence: explanation.divergence === undefined ? null : rich(explanation.divergence),
    ...(explanation.manual === undefined ? {} : { manual: manualBodies(explanation, language) }),
  };
}

type Rich = (message: Message) => RichText;

function plainOf(explanation: Explanation, rich: Rich): Pick<WhyBody, 'plain'> {
  const plain = plainAnswer(explanation);
  return plain === undefined ? {} : { plain: rich(plain) };
}

const RULE = /^cause\.(broken|only|possible)(-with)?$/;

/** A sentence about a rule has the rule and its numbers as its values. */
function ruleOf({ key, values }: Message, rich: Rich): Pick<WhyBody['causes'][number], 'rule'> {
  const held = RULE.exec(key)?.[1] as RuleBody['held'] | undefined;
  const { demand, numbers } = values;
  if (held === undefined || !isMessage(demand)) return {};
  const here = Array.isArray(numbers) ? numbers.filter(isMessage).map(rich) : [];
  return { rule: { held, demand: rich(demand), here } };
}

const isMessage = (value: MessageValue | undefined): value is Message =>
  typeof value === 'object' && 'key' in value;

function nothingToExplain(
  replay: Pick<Replay, 'recording' | 'language'>,
  event: EventIndex | undefined,
): WhyBody {
  const headline =
    event === undefined
      ? told(replay.language, 'stop.end')
      : boundedText(replay.recording.decode(event), 200);
  return {
    outcome: 'no-call',
    call: '',
    errno: null,
    headline: [headline],
    certainty: null,
    causes: [],
    checklist: [],
    effects: [],
    remedies: [],
    divergence: null,
  };
}
