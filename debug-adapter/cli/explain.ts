/**
 * `pagewalk explain`: why the failing calls failed.
 */
import { explain } from '../../model/why/explain';
import type { Explanation, Message } from '../../model/why/explanation';
import { isFailing } from '../../model/why/failing';
import { textOf } from '../../model/why/message';
import type { Language } from '../../model/why/words/language';
import type { EventIndex } from '../../model/trace/positions';
import { UserError } from '../errors';
import { boundedText } from '../presentation/event-text';
import { jsonLine, printable } from './printable';
import { painter } from './printer';
import type { Printer } from './printer';
import { allEvents, eventAtOrAbove, fileOf, placeOf } from './trace-run';
import type { TraceRun } from './trace-run';

export interface ExplainOptions {
  readonly line: number | undefined;
  readonly pid: number | undefined;
  readonly json: boolean;
  readonly language: Language;
}

/** The exit status: 1 when failing calls were found. */
export async function explainCommand(run: TraceRun, options: ExplainOptions, out: Printer): Promise<number> {
  const { timeline } = run;
  let failing = 0;
  if (options.line !== undefined) {
    const event = eventAtOrAbove(run, fileOf(run, options.pid), options.line);
    const explanation = explain(timeline, event);
    if (!explanation) {
      throw new UserError(4005, 'Line {line} is no call and no signal: there is nothing to explain.', {
        line: String(options.line),
      });
    }
    await print(run, event, explanation, options, out);
    return isFailing(timeline, event) ? 1 : 0;
  }
  for (const event of allEvents(run)) {
    if (!isFailing(timeline, event)) continue;
    const explanation = explain(timeline, event);
    if (!explanation) continue;
    failing++;
    await print(run, event, explanation, options, out);
  }
  if (failing === 0 && !options.json) await out.line('No call of this log failed.');
  return failing === 0 ? 0 : 1;
}

async function print(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  options: ExplainOptions,
  out: Printer,
): Promise<void> {
  const say = (message: Message): string => textOf(message, options.language);
  if (options.json) await out.line(jsonLine(objectOf(run, event, explanation, say)));
  else {
    const safely = (message: Message): string => printable(say(message));
    for (const line of linesOf(run, event, explanation, safely, out.colour)) await out.line(line);
  }
}

function objectOf(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  say: (message: Message) => string,
): unknown {
  return {
    ...placeOf(run, event),
    call: explanation.call,
    errno: explanation.errno,
    certainty: explanation.certainty,
    causes: explanation.causes.map((cause) => ({
      id: cause.id,
      text: say(cause.text),
      evidence: cause.evidence.map(({ line, text }) => ({ line, text: say(text) })),
    })),
    remedies: explanation.remedies.map(say),
  };
}

function* linesOf(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  say: (message: Message) => string,
  colour: boolean,
): Iterable<string> {
  const paint = painter(colour);
  const place = placeOf(run, event);
  const where = [
    place.file,
    `line ${place.line}`,
    place.pid === null ? undefined : `pid ${place.pid}`,
  ].filter((part) => part !== undefined);
  const call = printable(boundedText(run.timeline.recording.decode(event), 160));
  yield `${paint('faint', `${where.join(', ')}:`)} ${paint('strong', call)}`;
  const headline = say(explanation.headline);
  yield `  ${headline}`;
  const isFailure = explanation.outcome === 'failed' || explanation.outcome === 'signal';
  if (isFailure)
    yield `  ${paint(certaintyStyle[explanation.certainty], certaintyWords[explanation.certainty])}`;
  for (const cause of explanation.causes) {
    const text = say(cause.text);
    yield `  ${paint('faint', cause.id)}${text === headline ? '' : `  ${text}`}`;
    for (const { line, text } of cause.evidence) yield `    line ${line}: ${say(text)}`;
  }
  for (const effect of explanation.effects.slice(1)) yield `  ${say(effect)}`;
  if (explanation.divergence) yield `  ${paint('bad', say(explanation.divergence))}`;
  for (const remedy of explanation.remedies) yield `  ${paint('good', '→')} ${say(remedy)}`;
  yield '';
}

const certaintyStyle = { proven: 'good', likely: 'doubt', outside: 'faint' } as const;
const certaintyWords = {
  proven: 'proven by the log and the rules',
  likely: 'likely; the log leaves several causes open',
  outside: 'the cause is not in the address space',
} as const;
