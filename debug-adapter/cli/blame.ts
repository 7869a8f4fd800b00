/**
 * `pagewalk blame`: which lines made an address, a range, the locked total, a limit or a capability what it is after a line.
 */
import { blameOf, type Blame } from '../../model/why/blame/blame';
import { targetOf } from '../../model/why/blame/target';
import { textOf } from '../../model/why/message';
import type { Message } from '../../model/why/message-shape';
import type { SpokenLanguage } from '../words/language';
import { eventIndex, type EventIndex } from '../../model/trace/positions';
import { userError } from '../errors';
import { boundedText } from '../presentation/event-text';
import { jsonLine, printable } from './printable';
import { painter, type Printer } from './printer';
import { eventAtOrAbove, fileOf, placeOf, type TraceRun } from './trace-run';

export interface BlameOptions {
  readonly line: number;
  readonly pid: number | undefined;
  readonly target: string;
  readonly json: boolean;
  readonly language: SpokenLanguage;
}

/** Of a line of the log: enough to know it by. */
const CALL_WIDTH = 160;

export async function blameCommand(run: TraceRun, options: BlameOptions, out: Printer): Promise<number> {
  const { timeline } = run;
  const target = targetOf(options.target);
  if (target === undefined) {
    throw userError(4009, 'cli.nothing-to-blame', { target: options.target });
  }
  const event = eventAtOrAbove(run, fileOf(run, options.pid), options.line);
  const task = timeline.recording.events.task(event);
  // Behind its last call a process has nothing any more: what it had is shown.
  const blame =
    blameOf(timeline, task, target, eventIndex(event + 1)) ?? blameOf(timeline, task, target, event);
  if (blame === undefined) {
    throw userError(4006, 'cli.no-space-at', { line: options.line });
  }
  const words = (message: Message): string => textOf(message, options.language);
  if (options.json) await out.line(jsonLine(objectOf(run, event, options.target, blame, words)));
  else for (const line of linesOf(run, blame, words, out.colour)) await out.line(line);
  return 0;
}

type Words = (message: Message) => string;

function objectOf(run: TraceRun, event: EventIndex, target: string, blame: Blame, words: Words): unknown {
  return {
    ...placeOf(run, event),
    target,
    now: words(blame.now),
    deeds: blame.deeds.map(({ how, event: at, text }) => ({
      how,
      ...placeOf(run, at),
      text: words(text),
      call: callAt(run, at),
    })),
    notes: blame.notes.map(words),
  };
}

function* linesOf(run: TraceRun, blame: Blame, words: Words, colour: boolean): Iterable<string> {
  const paint = painter(colour);
  yield printable(words(blame.now));
  for (const { event, text } of blame.deeds)
    yield `  ${printable(words(text))}: ${paint('faint', printable(callAt(run, event)))}`;
  for (const note of blame.notes) yield `  ${printable(words(note))}`;
}

const callAt = ({ timeline }: TraceRun, event: EventIndex): string =>
  boundedText(timeline.recording.decode(event), CALL_WIDTH);
