/**
 * The explanation of an event as the Why view gets it.
 */
import type { Source } from '../../model/kernel/check';
import type { Explanation, Message } from '../../model/why/explanation';
import { explain } from '../../model/why/explain';
import type { EventIndex } from '../../model/trace/positions';
import type { Language } from '../../model/why/words/language';
import type { RichText, WhyBody } from '../protocol';
import type { Replay } from '../replay';
import { boundedText } from './event-text';
import { manualBodies } from './manual-text';
import { richText } from './rich-text';

const MOST_CAUSES = 20;
const MOST_EVIDENCE = 50;

export function whyBody(replay: Replay, event: EventIndex | undefined): WhyBody {
  const explanation = event === undefined ? undefined : explain(replay.timeline, event);
  return explanation ? explanationBody(explanation, replay.language) : nothingToExplain(replay, event);
}

export const sourceTexts = (sources: readonly Source[]): readonly string[] =>
  sources.map((source) => `${source.where} (${source.how})`);

export function explanationBody(explanation: Explanation, language: Language): WhyBody {
  const rich = (message: Message): RichText => richText(message, language);
  return {
    outcome: explanation.outcome,
    call: explanation.call,
    errno: explanation.errno,
    headline: rich(explanation.headline),
    certainty: explanation.outcome === 'succeeded' ? null : explanation.certainty,
    causes: explanation.causes.slice(0, MOST_CAUSES).map((cause) => ({
      id: cause.id,
      text: rich(cause.text),
      evidence: cause.evidence.slice(0, MOST_EVIDENCE).map((evidence) => ({
        event: evidence.event,
        line: evidence.line,
        text: rich(evidence.text),
      })),
      sources: sourceTexts(cause.sources),
      ...(cause.howToFindOut === undefined ? {} : { how: rich(cause.howToFindOut) }),
    })),
    checklist: explanation.checklist.map((item) => ({
      id: item.id,
      errno: item.errno,
      state: item.state,
      text: rich(item.text),
      why: item.why === undefined ? null : rich(item.why),
      sources: sourceTexts(item.sources),
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

function nothingToExplain(replay: Replay, event: EventIndex | undefined): WhyBody {
  const headline =
    event === undefined ? 'End of recording' : boundedText(replay.recording.decode(event), 200);
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
