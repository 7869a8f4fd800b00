/**
 * `pagewalk whatif`: what the kernel would answer to calls made before a line.
 */
import { differences } from '../../model/query/what-if/difference';
import { columnOf, isProblem } from '../../model/query/what-if/problem';
import { spaceOf, tryCalls, whatIfAt, type WhatIfState } from '../../model/query/what-if/what-if';
import type { ExplainedStep } from '../../model/query/what-if/step';
import type { Position } from '../../model/timeline/timeline';
import { eventIndex, type TaskId } from '../../model/trace/positions';
import type { Message } from '../../model/why/message-shape';
import { quote, say, textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import { userError } from '../errors';
import { stepLines, type TextLine } from '../presentation/what-if-text';
import { answerBody, explainedSteps } from '../presentation/what-if-view';
import { kilobytes } from '../presentation/vma-row';
import { jsonLine, printable } from './printable';
import { painter, type Printer, type Style } from './printer';
import { vmasOf } from './replay';
import { eventAtOrAbove, fileOf, placeOf, type TraceRun } from './trace-run';

export interface WhatIfOptions {
  readonly line: number;
  readonly pid: number | undefined;
  readonly calls: readonly string[];
  readonly vmas: boolean;
  readonly json: boolean;
  readonly language: SpokenLanguage;
}

export async function whatIfCommand(run: TraceRun, options: WhatIfOptions, out: Printer): Promise<number> {
  const { timeline } = run;
  const [position, task] = standOf(run, options);
  let state = whatIfAt(timeline, position, task);
  const words = (message: Message): string => printable(textOf(message, options.language));
  for (const [number, call] of options.calls.entries()) {
    const next = tryCalls(state, call);
    if (isProblem(next)) {
      throw userError(4020, 'error.expression', {
        problem: say('whatif.column-of', {
          number: number + 1,
          column: columnOf(next),
          call: quote(call),
          problem: next.message,
        }),
      });
    }
    const from = state.steps.length;
    state = next;
    for (const [i, step] of explainedSteps(state, from).entries()) {
      if (options.json) await out.line(jsonLine(objectOf(run, state, step, options)));
      else await printStep(step, from + i + 1, options, out);
    }
  }
  if (!options.json) {
    await out.line(words(say('whatif.differences')));
    for (const difference of differences(state).map(words)) await out.line(`    ${difference}`);
  }
  return 0;
}

/** Before the line's event; the line behind the last one is the end. `pid` chooses the task, in one file as in a set. */
function standOf(run: TraceRun, { line, pid }: WhatIfOptions): readonly [Position, TaskId] {
  const { timeline } = run;
  const { events, files } = timeline.recording;
  const file = fileOf(run, pid);
  const isBehind = line === (files[file]?.lines ?? 0) + 1;
  const event = eventAtOrAbove(run, file, isBehind ? line - 1 : line);
  const position = isBehind ? eventIndex(event + 1) : event;
  if (pid === undefined || files.length > 1) return [position, events.task(event)];
  for (const task of timeline.worldAt(position).tasks())
    if (task.tid === pid && task.ended === undefined) return [position, task.id];
  throw userError(4021, 'cli.no-task-before', { pid, line });
}

const styles: Readonly<Partial<Record<TextLine['kind'], Style>>> = {
  call: 'strong',
  headline: 'doubt',
  cause: 'bad',
  evidence: 'faint',
  doubt: 'doubt',
  remedy: 'good',
  note: 'faint',
};

async function printStep(
  step: ExplainedStep,
  number: number,
  { language }: WhatIfOptions,
  out: Printer,
): Promise<void> {
  const paint = painter(out.colour);
  for (const { kind, text } of stepLines(step, number, language, true)) {
    const style = styles[kind];
    await out.line(style === undefined ? printable(text) : paint(style, printable(text)));
  }
  await out.line('');
}

/** `locked_kb`, `size_kb`, `vmas`: behind this call, as `replay --json` has them. */
function objectOf(
  run: TraceRun,
  state: WhatIfState,
  step: ExplainedStep,
  { vmas, language }: WhatIfOptions,
): unknown {
  const words = (message: Message): string => textOf(message, language);
  const { explanation } = step;
  const space = spaceOf({ ...state, world: step.after });
  const isPart = run.timeline.missing.isProven;
  return {
    before: placeOf(run, state.position),
    call: step.text,
    answer: answerBody(step.answer),
    note: step.applied === true ? null : words(step.applied),
    rests_on: step.restsOn,
    headline: words(explanation.headline),
    certainty: explanation.outcome === 'succeeded' ? null : explanation.certainty,
    causes: explanation.causes.map((cause) => ({
      id: cause.id,
      text: words(cause.text),
      evidence: cause.evidence.map(({ line, text }) => ({ line, text: words(text) })),
    })),
    checklist: explanation.checklist.map(({ id, errno, state: answer, text, why }) => ({
      id,
      errno,
      state: answer,
      text: words(text),
      why: why === undefined ? null : words(why),
    })),
    effects: explanation.effects.map(words),
    remedies: explanation.remedies.map(({ text, tryCall }) => ({
      text: words(text),
      ...(tryCall === undefined ? {} : { try: tryCall }),
    })),
    locked_kb: space?.locked === undefined || isPart ? null : kilobytes(space.locked),
    size_kb: space?.complete === true && !isPart ? kilobytes(space.total) : null,
    ...(vmas ? { vmas: vmasOf(space) } : {}),
  };
}
