/**
 * `pagewalk explain`: why the failing calls failed.
 */
import { explain } from '../../model/why/explain';
import type { Explanation } from '../../model/why/explanation';
import type { Message } from '../../model/why/message-shape';
import { isFailing } from '../../model/why/failing';
import { say, textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import type { EventIndex } from '../../model/trace/positions';
import { userError } from '../errors';
import { boundedText } from '../presentation/event-text';
import { manualLines, manualObjects } from '../presentation/manual-text';
import { baseName } from '../presentation/report/report-body';
import { reportPage } from '../presentation/report/report-page';
import { jsonLine, printable } from './printable';
import { painter } from './printer';
import type { Printer } from './printer';
import { allEvents, eventAtOrAbove, fileOf, placeOf } from './trace-run';
import type { TraceRun } from './trace-run';

export interface ExplainOptions {
  readonly line: number | undefined;
  readonly pid: number | undefined;
  readonly json: boolean;
  /** Whether to tell what the manual pages said of each error. */
  readonly manual?: boolean;
  /** One page of HTML instead of lines. */
  readonly html?: boolean;
  readonly language: SpokenLanguage;
}

/** The exit status: 1 when failing calls were found. */
export async function explainCommand(run: TraceRun, options: ExplainOptions, out: Printer): Promise<number> {
  const { timeline } = run;
  if (options.html === true && options.line === undefined) throw userError(4014, 'cli.html-needs-line');
  let failing = 0;
  if (options.line !== undefined) {
    const event = eventAtOrAbove(run, fileOf(run, options.pid), options.line);
    const explanation = explain(timeline, event);
    if (!explanation) {
      throw userError(4005, 'cli.no-call-at', { line: options.line });
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
  if (failing === 0 && !options.json) await out.line(textOf(say('report.no-failure'), options.language));
  return failing === 0 ? 0 : 1;
}

async function print(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  options: ExplainOptions,
  out: Printer,
): Promise<void> {
  const words = (message: Message): string => textOf(message, options.language);
  if (options.html === true) await out.line(htmlOf(run, event, options.language));
  else if (options.json) {
    const manual = options.manual === true ? { manual: manualObjects(explanation, words) } : {};
    await out.line(jsonLine({ ...objectOf(run, event, explanation, words), ...manual }));
  } else {
    const safely = (message: Message): string => printable(words(message));
    for (const line of linesOf(run, event, explanation, safely, out.colour)) await out.line(line);
    if (options.manual === true)
      for (const line of manualLines(explanation)) await out.line(`  ${safely(line)}`);
    await out.line('');
  }
}

/** The same page as the Why view saves. */
function htmlOf({ timeline, sources }: TraceRun, event: EventIndex, language: SpokenLanguage): string {
  const log = baseName(sources.logs[timeline.recording.events.file(event)]?.location ?? '');
  return reportPage({ timeline, language, log }, event);
}

function objectOf(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  words: (message: Message) => string,
): object {
  return {
    ...placeOf(run, event),
    call: explanation.call,
    errno: explanation.errno,
    certainty: explanation.certainty,
    causes: explanation.causes.map((cause) => ({
      id: cause.id,
      text: words(cause.text),
      ...(cause.plain === undefined ? {} : { plain: words(cause.plain) }),
      evidence: cause.evidence.map(({ line, text }) => ({ line, text: words(text) })),
      ...(cause.howToFindOut === undefined ? {} : { how: words(cause.howToFindOut) }),
    })),
    remedies: explanation.remedies.map(({ text }) => words(text)),
  };
}

function* linesOf(
  run: TraceRun,
  event: EventIndex,
  explanation: Explanation,
  words: (message: Message) => string,
  colour: boolean,
): Iterable<string> {
  const paint = painter(colour);
  const place = placeOf(run, event);
  const call = printable(boundedText(run.timeline.recording.decode(event), 160));
  yield `${paint('faint', `${words(whereIs(place))}:`)} ${paint('strong', call)}`;
  const headline = words(explanation.headline);
  const [first] = explanation.causes;
  if (first?.plain !== undefined) yield `  ${paint('strong', words(first.plain))}`;
  yield `  ${headline}`;
  const isFailure = explanation.outcome === 'failed' || explanation.outcome === 'signal';
  if (isFailure)
    yield `  ${paint(certaintyStyle[explanation.certainty], words(say(`report.${explanation.certainty}`)))}`;
  for (const cause of explanation.causes) {
    const text = words(cause.text);
    yield `  ${paint('faint', cause.id)}${text === headline ? '' : `  ${text}`}`;
    for (const { line, text } of cause.evidence)
      yield `    ${words(say('report.place', { line }))}: ${words(text)}`;
    if (cause.howToFindOut !== undefined)
      yield `    ${words(say('report.how', { how: cause.howToFindOut }))}`;
  }
  // What a successful call did first is its headline.
  const effects = explanation.outcome === 'signal' ? explanation.effects : explanation.effects.slice(1);
  for (const effect of effects) yield `  ${words(effect)}`;
  if (explanation.divergence) yield `  ${paint('bad', words(explanation.divergence))}`;
  for (const { text, tryCall } of explanation.remedies) {
    yield `  ${paint('good', '→')} ${words(text)}`;
    if (tryCall !== undefined) yield `    ${paint('faint', printable(tryCall))}`;
  }
}

const certaintyStyle = { proven: 'good', likely: 'doubt', outside: 'faint' } as const;
function whereIs({ file, line, pid }: ReturnType<typeof placeOf>): Message {
  if (file === undefined)
    return pid === null ? say('report.place', { line }) : say('report.place-pid', { line, pid });
  return pid === null
    ? say('report.place-file', { file, line })
    : say('report.place-file-pid', { file, line, pid });
}
