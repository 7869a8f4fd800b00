/**
 * Steps. `next` and `stepBack` follow the task: its next event, its event before, exact inverses of each other. `stepIn`,
 * and the granularity 'instruction', take the log's next event, whoever it belongs to.
 */
import { EventFlag } from '../../model/trace/event-table';
import type { EventIndex, TaskId } from '../../model/trace/positions';
import { eventIndex } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import { atEnd, atStart, run } from '../running/run';
import type { SessionState, StopDetails } from '../session-state';
import { tell } from '../words/tell';

type Stepping = Pick<HandlerTable, 'next' | 'stepIn' | 'stepOut' | 'stepBack'>;

interface Stop {
  readonly position: Position;
  readonly focus: TaskId;
  readonly details: StopDetails;
}

const step: StopDetails = { reason: 'step' };

export const steppingHandlers = (state: SessionState): Stepping => ({
  next: (args, { afterwards }) => {
    const replay = state.stopped('next');
    const task = state.taskOfThread(replay, args.threadId);
    const stop = args.granularity === 'instruction' ? forwardAny(replay) : forward(replay, task);
    afterwards(() => state.stopAt(replay, stop.position, stop.focus, stop.details));
  },

  stepIn: (args, { afterwards }) => {
    const replay = state.stopped('stepIn');
    state.taskOfThread(replay, args.threadId);
    const stop = forwardAny(replay);
    afterwards(() => state.stopAt(replay, stop.position, stop.focus, stop.details));
  },

  stepBack: (args, { afterwards }) => {
    const replay = state.stopped('stepBack');
    const task = state.taskOfThread(replay, args.threadId);
    const stop = args.granularity === 'instruction' ? backwardAny(replay) : backward(replay, task);
    afterwards(() => state.stopAt(replay, stop.position, stop.focus, stop.details));
  },

  stepOut: (args, { afterwards }) => {
    const replay = state.stopped('stepOut');
    const task = state.taskOfThread(replay, args.threadId);
    const here = replay.nextOf(task, replay.position);
    const last = replay.taskInfo(task)?.lastEvent;
    if (here === undefined || last === undefined || here >= last) {
      const stop = forward(replay, task);
      afterwards(() => state.stopAt(replay, stop.position, stop.focus, stop.details));
      return;
    }
    const depth = depthAt(replay, here);
    const goal = (event: EventIndex): StopDetails | undefined => {
      if (replay.recording.events.task(event) !== task || event <= here) return undefined;
      const out = event === last || (depth > 0 && stackIsShallower(replay, event, depth));
      return out ? step : undefined;
    };
    afterwards(() => void run(state, replay, { direction: 'forward', from: replay.ahead, goal }));
  },
});

/** The task's next event; behind its last, where the task is over. */
export function forward(replay: Replay, task: TaskId): Stop {
  const here = replay.nextOf(task, replay.position);
  if (here === undefined) return over(replay, task, replay.position);
  const next = replay.nextOf(task, here + 1);
  if (next !== undefined) return { position: next, focus: task, details: step };
  return over(replay, task, eventIndex(here + 1));
}

function over(replay: Replay, task: TaskId, position: Position): Stop {
  const details = position >= replay.end ? atEnd : { reason: 'step', description: tell('stop.end-of-task') };
  return { position, focus: task, details };
}

export function backward(replay: Replay, task: TaskId): Stop {
  // A task that is not the one at the position stands at its next event, see `framesOf`: the one before that is meant.
  const here = replay.nextOf(task, replay.position) ?? replay.end;
  const before = replay.previousOf(task, here);
  if (before !== undefined) return { position: before, focus: task, details: step };
  const position = here < replay.end ? eventIndex(here) : replay.position;
  const details =
    position <= replay.start ? atStart : { reason: 'step', description: tell('stop.start-of-task') };
  return { position, focus: task, details };
}

function forwardAny(replay: Replay): Stop {
  const next = replay.nextShown(replay.ahead);
  if (next === undefined) return { position: replay.end, focus: replay.taskNear(replay.end), details: atEnd };
  return { position: next, focus: replay.taskNear(next), details: step };
}

function backwardAny(replay: Replay): Stop {
  const before = replay.previousShown(replay.position);
  if (before === undefined)
    return { position: replay.start, focus: replay.taskNear(replay.start), details: atStart };
  return { position: before, focus: replay.taskNear(before), details: step };
}

/** Depth of the `-k` stack; 0 where the log has none. */
function depthAt(replay: Replay, event: EventIndex): number {
  if ((replay.recording.events.flags(event) & EventFlag.stack) === 0) return 0;
  const decoded = replay.recording.decode(event);
  return decoded.kind === 'call' ? decoded.stack.length : 0;
}

function stackIsShallower(replay: Replay, event: EventIndex, depth: number): boolean {
  const other = depthAt(replay, event);
  return other > 0 && other < depth;
}
