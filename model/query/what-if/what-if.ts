/**
 * What would the kernel answer here? Calls that somebody writes are judged in the world before a position, and each builds
 * on what the ones before it left. The recording stays as it is; a state is never changed, so any of them can be gone back to.
 *
 *     recording   … line 41 │ line 42 …
 *                           └─ mlock($1, 8192)  ─▶ state 1 ─ munmap(…) ─▶ state 2
 */
import { judge } from '../../kernel/judge';
import type { Judgement } from '../../kernel/check';
import type { MemoryCall } from '../../kernel/memory-call';
import { memoryCallOf } from '../../kernel/typed-call';
import type { AddressSpace } from '../../memory/address-space';
import { worldCalls } from '../../process/effects';
import { WorldState } from '../../process/world-state';
import { ofIncompleteLog } from '../../timeline/incomplete-log';
import { beforeOf } from '../../timeline/memory-step';
import type { Position, Timeline } from '../../timeline/timeline';
import type { CallEvent } from '../../trace/event';
import { eventIndex, fileIndex, lineNumber, type EventIndex, type TaskId } from '../../trace/positions';
import type { Span } from '../../trace/span';
import { quote, say } from '../../why/message';
import { notApplied } from './applied';
import type { Numbers } from './argument-text';
import { callsIn } from './call-text';
import { happen } from './happen';
import { givenAnswer, predictedAnswer, resultOf } from './outcome';
import { isProblem, problem, type Problem } from './problem';
import { readWrittenCall, type WrittenCall } from './read-call';
import { signatureOf, type Signature } from './signatures';
import type { Answer, WhatIfStep } from './step';

export interface WhatIfState {
  readonly timeline: Timeline;
  readonly position: Position;
  readonly task: TaskId;
  readonly steps: readonly WhatIfStep[];
  /** As the calls leave it. */
  readonly world: WorldState;
}

/** More calls than a person tries, fewer than what makes a machine breathless. */
const MOST_CALLS = 500;

/** Nothing tried yet: the world before the event at `position`, seen by the task. */
export const whatIfAt = (timeline: Timeline, position: Position, task: TaskId): WhatIfState => ({
  timeline,
  position,
  task,
  steps: [],
  world: WorldState.of(timeline.worldAt(position)),
});

/** The caller's address space as the calls leave it. */
export function spaceOf({ world, task }: WhatIfState): AddressSpace | undefined {
  const caller = world.task(task);
  return caller && world.space(caller.space);
}

/** What names in arguments stand for, behind the calls so far. */
export const numbersOf = ({ world, task, timeline, steps }: WhatIfState): Numbers => ({
  architecture: world.task(task)?.architecture ?? timeline.machine.architecture,
  pageSize: timeline.machine.pageSize,
  answers: steps.map(({ answer }) => (answer.kind === 'value' ? answer.value : undefined)),
  last: steps.findLastIndex(({ memory, call }) => givesOf(memory, call.name) !== 'nothing') + 1,
});

/** Tries the calls of a text, one behind the other; the first that cannot be read ends it, and none of them counts. */
export function tryCalls(state: WhatIfState, text: string): WhatIfState | Problem {
  const calls = callsIn(text);
  if (calls.length === 0) return problem({ start: 0, end: text.length }, say('whatif.no-call'));
  let now = state;
  for (const span of calls) {
    const next = tryCall(now, text, span);
    if (isProblem(next)) return next;
    now = next;
  }
  return now;
}

function tryCall(state: WhatIfState, text: string, span: Span): WhatIfState | Problem {
  if (state.steps.length >= MOST_CALLS)
    return problem(span, say('whatif.too-many-calls', { most: MOST_CALLS }));
  const written = readWrittenCall(text, span, numbersOf(state));
  if (isProblem(written)) return written;
  const step = stepOf(state, written, span);
  if (isProblem(step)) return step;
  return { ...state, steps: [...state.steps, step], world: step.after };
}

function stepOf(state: WhatIfState, written: WrittenCall, span: Span): WhatIfStep | Problem {
  const { world, timeline } = state;
  const task = world.task(state.task);
  const before = task && beforeOf(world, task, timeline.machine);
  if (task === undefined || before === undefined) return problem(span, say('whatif.no-space'));
  const asked = eventOf(state, written);
  const memory = memoryCallOf(asked, task.architecture);
  const judgement = memory && judgementOf(timeline, memory, before);
  const gives = givesOf(memory, asked.name);
  const answer = answerOf(written, judgement, gives, before.descriptors);
  if (answer === undefined) return problem(span, unanswered(written));
  const call = { ...asked, result: resultOf(answer) };
  const refused = notApplied(answer, gives, written.text);
  const happened =
    refused === undefined
      ? happen(
          call,
          memory && memoryCallOf(call, task.architecture),
          world,
          timeline.machine,
          state.steps.length,
        )
      : { after: world, change: undefined };
  return {
    text: written.text,
    call,
    memory: memory && memoryCallOf(call, task.architecture),
    judgement,
    answer,
    applied: refused ?? true,
    before: world,
    ...happened,
  };
}

/** Calls that are not judged may give anything. */
const givesOf = (memory: MemoryCall | undefined, name: string): Signature['gives'] =>
  signatureOf(memory?.call ?? name)?.gives ?? 'number';

/** In a log that leaves calls out, no answer rests on what is mapped, here as little as there. */
function judgementOf(timeline: Timeline, call: MemoryCall, before: Parameters<typeof judge>[1]): Judgement {
  const judgement = judge(call, before);
  return timeline.missing.isProven ? ofIncompleteLog(judgement, call) : judgement;
}

/** Undefined where neither a rule nor the person says what comes back. */
function answerOf(
  { body, isAnswered }: WrittenCall,
  judgement: Judgement | undefined,
  gives: Signature['gives'],
  descriptors: Parameters<typeof predictedAnswer>[2],
): Answer | undefined {
  const given = isAnswered ? givenAnswer(body.result) : undefined;
  if (given !== undefined || judgement === undefined) return given;
  return predictedAnswer(judgement, gives, descriptors);
}

const unanswered = ({ body, text }: WrittenCall) =>
  worldCalls.has(body.name)
    ? say('whatif.needs-answer', { call: body.name, example: quote(`${text} = 0`) })
    : say('whatif.not-judged', { call: body.name });

/** The call as the next event of the recording that is cut here. */
function eventOf({ timeline, position, task, steps, world }: WhatIfState, written: WrittenCall): CallEvent {
  const place = placeOf(timeline, position);
  const tid = world.task(task)?.tid;
  const { file, line } = place;
  return {
    ...written.body,
    index: eventIndex(position + steps.length),
    task,
    file,
    line,
    entryLine: line,
    prefix: tid === undefined ? {} : { tid },
    text: { text: written.text, file, pieces: [{ at: 0, line, column: 0 }] },
  };
}

/** Where the position is in the log: the line of the event that comes next, else of the last. */
export function placeOf({ recording, end }: Timeline, position: Position) {
  const { events } = recording;
  if (end === 0) return { file: fileIndex(0), line: lineNumber(1) };
  const event: EventIndex = eventIndex(Math.min(position, end - 1));
  return { file: events.file(event), line: events.line(event) };
}
