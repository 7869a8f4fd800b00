/** From events to lines and times: places at even distances, between which a page interpolates. */
import { lastAtOrBefore, type Clock, type Instants } from '../../../picture/timeline/series';
import { eventIndex } from '../../../model/trace/positions';
import type { Replay } from '../../replay';
import type { Slices } from '../../running/slices';
import type { Stretch } from './points';

/** A place is decoded for its time. */
const MOST_PLACES = 800;
const DAY = 86_400;
/** Stamps of -t and -tt count from midnight: one that falls back by more than this is of the next day. */
const HALF_DAY = DAY / 2;
/** Lines without a stamp may stand before the first with one: strace's own messages. */
const FIRST_EVENTS = 20;

export class Times {
  /** The whole recording, for the days that have passed before a stretch. */
  #whole: Instants | undefined;
  readonly clock: Clock | null;

  constructor(private readonly replay: Replay) {
    this.clock = this.#firstStamp();
  }

  async instants(stretch: Stretch, slices: Slices): Promise<Instants> {
    this.#whole ??= await this.#read({ from: 0, to: this.replay.end }, slices);
    return stretch.from === 0 && stretch.to === this.replay.end ? this.#whole : this.#read(stretch, slices);
  }

  async #read({ from, to }: Stretch, slices: Slices): Promise<Instants> {
    const count = Math.min(MOST_PLACES, to - from);
    const events = Array.from({ length: count + 1 }, (_, i) => from + Math.round((i * (to - from)) / count));
    const last = Math.max(0, this.replay.end - 1);
    const lines =
      this.replay.recording.files.length > 1
        ? null
        : events.map(
            (event) => this.replay.lineOf(eventIndex(Math.min(event, last))) + (event > last ? 1 : 0),
          );
    if (this.clock === null) return { events, lines, seconds: this.#summedUp(events) };
    const seconds: number[] = [];
    let before = this.#before(from);
    for (const event of events) {
      const stamp = this.#stamp(Math.min(event, last));
      // A split call stands at its result, with the time of its entry: the curve of time never turns back.
      if (stamp !== undefined) before = Math.max(before, sinceStart(stamp.seconds, this.clock, before));
      seconds.push(before);
      if (slices.due()) await slices.breathe();
    }
    return { events, lines, seconds };
  }

  /** Differences of -r, where the log has no times. */
  #summedUp(events: readonly number[]): number[] | null {
    const { recording, end } = this.replay;
    const seconds = events.map((event) => {
      const nanoseconds = recording.elapsed(eventIndex(Math.min(event, Math.max(0, end - 1))));
      return nanoseconds === undefined ? undefined : nanoseconds / 1e9;
    });
    return seconds.every((second) => second !== undefined) ? seconds : null;
  }

  #before(event: number): number {
    const { events, seconds } = this.#whole ?? { events: [], seconds: [] };
    return seconds?.[lastAtOrBefore(events, event)] ?? 0;
  }

  #firstStamp(): Clock | null {
    for (let event = 0; event < Math.min(FIRST_EVENTS, this.replay.end); event++) {
      const stamp = this.#stamp(event);
      if (stamp !== undefined) return stamp;
    }
    return null;
  }

  #stamp(event: number): Clock | undefined {
    if (event >= this.replay.end) return undefined;
    const { time } = this.replay.recording.decode(eventIndex(event)).prefix;
    return time && { kind: time.clock, seconds: Number(time.nanoseconds / 1000n) / 1e6 };
  }
}

function sinceStart(stamp: number, clock: Clock, before: number): number {
  const since = stamp - clock.seconds;
  if (clock.kind === 'epoch') return since;
  const days = Math.max(0, Math.ceil((before - HALF_DAY - since) / DAY));
  return since + days * DAY;
}
