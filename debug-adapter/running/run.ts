/**
 * Running: looks for the next event to stop at, in either direction, in slices. At either end of the recording it stops
 * and stays: a recording has no end of life, and a person who ran too far wants to go back.
 */
import type { Hit } from '../breakpoints/breakpoint-store';
import { Cancelled, wordsOf } from '../errors';
import { eventIndex } from '../../model/trace/positions';
import type { EventIndex } from '../../model/trace/positions';
import type { Direction, Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import type { SessionState, StopDetails } from '../session-state';
import { LogBatch } from './log-batch';
import { Slices } from './slices';
import { textOf } from '../../model/why/message';
import { tell, told } from '../words/tell';

export interface RunOrder {
  readonly direction: Direction;
  /** The first event to test: forward from it upwards, backward from it downwards. */
  readonly from: number;
  /** A stop of its own, beside breakpoints: what a step is looking for. */
  readonly goal?: (event: EventIndex) => StopDetails | undefined;
}

/** Events between two looks at the clock: few, for a condition may decode each. */
const EVENTS_PER_LOOK = 32;

/** Starts a run behind the answer of the request that asked for it. Never rejects. */
export async function run(state: SessionState, replay: Replay, order: RunOrder): Promise<void> {
  const abort = new AbortController();
  const leave = (): void => abort.abort('ended');
  state.running = abort;
  state.ended.signal.addEventListener('abort', leave);
  const progress = state.progress.begin(told(state.language, 'progress.searching'), abort);
  const scan = new Scan(state, replay, order);
  try {
    const stop = await scan.search(new Slices(state.host, abort.signal), (share) =>
      progress.update(share, told(state.language, 'progress.event', { event: scan.cursor, of: replay.end })),
    );
    finish(stop.position, stop.details);
  } catch (thrown) {
    if (abort.signal.reason === 'ended') return;
    if (!(thrown instanceof Cancelled))
      state.output(told(state.language, 'search.stopped', { problem: wordsOf(thrown) }), {
        category: 'stderr',
      });
    finish(scan.lastShown, { reason: 'pause' });
  } finally {
    state.ended.signal.removeEventListener('abort', leave);
  }

  function finish(position: Position, details: StopDetails): void {
    scan.log.flush();
    for (const doubt of state.breakpoints.doubts(replay)) state.output(textOf(doubt, state.language));
    progress.end();
    if (state.running === abort) state.running = undefined;
    state.stopAt(replay, position, replay.taskNear(position), details);
  }
}

class Scan {
  readonly log: LogBatch;
  cursor: number;
  /** The last event met in a task that is shown: where a pause stops. */
  lastShown: Position;

  constructor(
    readonly state: SessionState,
    readonly replay: Replay,
    readonly order: RunOrder,
  ) {
    this.log = new LogBatch(state, replay);
    this.cursor = order.from;
    this.lastShown = replay.position;
  }

  async search(
    slices: Slices,
    report: (share: number) => void,
  ): Promise<{ readonly position: Position; readonly details: StopDetails }> {
    const { replay, order, state } = this;
    const forward = order.direction === 'forward';
    const step = forward ? 1 : -1;
    const edge = forward ? replay.end : -1;
    const length = Math.max(1, Math.abs(edge - order.from));
    await state.breakpoints.prepare(eventIndex(forward ? edge - 1 : order.from), slices.breathe);
    for (let looked = 0; forward ? this.cursor < edge : this.cursor > edge; this.cursor += step) {
      const event = eventIndex(this.cursor);
      if (replay.stopsIn(event)) {
        this.lastShown = event;
        const stop = this.#stopAt(event);
        if (stop) return { position: event, details: stop };
      }
      if (++looked % EVENTS_PER_LOOK === 0 && slices.due()) {
        this.log.flush();
        report(Math.abs(this.cursor - order.from) / length);
        await slices.breathe();
      }
    }
    return forward ? { position: replay.end, details: atEnd } : { position: replay.start, details: atStart };
  }

  #stopAt(event: EventIndex): StopDetails | undefined {
    const hit = this.state.breakpoints.hitAt(this.replay, event, (text, at) => this.log.add(text, at));
    if (hit) return detailsOf(hit, this.replay, event);
    return this.order.goal?.(event);
  }
}

export const atEnd: StopDetails = { reason: 'step', description: tell('stop.end') };
export const atStart: StopDetails = { reason: 'step', description: tell('stop.start') };

function detailsOf(hit: Hit, replay: Replay, event: EventIndex): StopDetails {
  const { events } = replay.recording;
  const what = events.errno(event) || events.name(event);
  return hit.reason === 'exception'
    ? { reason: 'exception', description: hit.label, text: what, hitBreakpointIds: hit.ids }
    : { reason: hit.reason, hitBreakpointIds: hit.ids };
}
