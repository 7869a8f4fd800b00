/**
 * Continue, both ways, and pause. The answer goes out first, then the search begins.
 */
import type { HandlerTable } from '../request-table';
import { run } from '../running/run';
import type { SessionState } from '../session-state';

type Running = Pick<HandlerTable, 'continue' | 'reverseContinue' | 'pause'>;

export const runningHandlers = (state: SessionState): Running => ({
  continue: (_args, { afterwards }) => {
    const replay = state.stopped('continue');
    afterwards(() => void run(state, replay, { direction: 'forward', from: replay.ahead }));
    return { allThreadsContinued: true };
  },

  reverseContinue: (_args, { afterwards }) => {
    const replay = state.stopped('reverseContinue');
    afterwards(() => void run(state, replay, { direction: 'backward', from: replay.position - 1 }));
    return undefined;
  },

  /** Pausing what already stands is no error: the stop may have crossed the click. */
  pause: () => {
    state.launched('pause');
    state.running?.abort('pause');
  },
});
