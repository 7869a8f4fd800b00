/** What the session says of the recording: of the stretch that is drawn, and of the whole, for the small curve above it. */
import type { SeriesBody } from '../../../../debug-adapter/protocol/panel';
import { ask } from '../host';
import type { Stretch } from './stretch';

/** Finer curves are asked for when the hand rests. */
const REST_MS = 120;
/** Points of the whole, where only a stretch is drawn. */
const FEW_POINTS = 300;

/** What is to be drawn, at the moment of asking. */
export interface Wanted {
  readonly stretch: Stretch;
  readonly isWhole: boolean;
  /** CSS pixels. */
  readonly width: number;
}

export class AskedSeries {
  #part: SeriesBody | undefined;
  #whole: SeriesBody | undefined;
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  /** `come`: there is something new to draw. */
  constructor(
    private readonly wanted: () => Wanted,
    private readonly come: (part: SeriesBody) => void,
  ) {}

  /** Of the stretch asked for last; undefined: nothing has come yet. */
  get part(): SeriesBody | undefined {
    return this.#part;
  }

  get whole(): SeriesBody | undefined {
    return this.#whole;
  }

  /** Of another recording: asks at once. */
  begin(): void {
    this.#part = undefined;
    this.#whole = undefined;
    this.finer(0);
  }

  /** Threads of one process have the same curves. */
  isProcessOf(threadId: number): boolean {
    const lane = this.#part?.lanes.find((one) => one.threadId === threadId);
    return lane !== undefined && lane.process === this.#part?.process;
  }

  /** Asks for the curves of what is shown, once the hand has rested for so long. */
  finer(rest = REST_MS): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#load(), rest);
  }

  async #load(): Promise<void> {
    const asked = ++this.#asked;
    const { stretch, isWhole, width } = this.wanted();
    const { from, to } = stretch;
    const buckets = Math.max(50, Math.round(width));
    const part = await ask('pagewalk/series', { buckets, from, to }).catch(() => undefined);
    const whole =
      isWhole || (this.#whole !== undefined && this.#whole.process === part?.process)
        ? undefined
        : await ask('pagewalk/series', { buckets: FEW_POINTS }).catch(() => undefined);
    if (asked !== this.#asked || part === undefined) return;
    this.#part = part;
    this.#whole = isWhole ? part : (whole ?? this.#whole);
    this.come(part);
  }
}
