/**
 * Travelling through the recording. While the hand moves, the views show each moment in passing and the session stays where it
 * is: an editor asks for stacks, variables and lines at every stop. Once the hand rests the session comes after. As many
 * moves as the session keeps up with, and always the last one.
 */
import { editor } from '../host';

/** A key that is held comes again sooner. */
const NEXT_KEY_MS = 300;
/** A session that runs, or has ended, never arrives. */
const LONGEST_MS = 2000;

interface Journey {
  readonly event: number;
  /** Shown in passing, or a stop of the session. */
  readonly isPassing: boolean;
}

export class Travel {
  /** What is shown. */
  #here: Journey | undefined;
  #wanted: Journey | undefined;
  #underWay: Journey | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;

  /** The event that will be shown; undefined: it is. */
  get goal(): number | undefined {
    return this.#last?.event;
  }

  /** Sends the session there. */
  to(event: number): void {
    this.#travel({ event, isPassing: false });
  }

  /** Shows the moment before the event as long as the hand moves. */
  pass(event: number): void {
    // A pointer moves many times over one event.
    if (event !== (this.#last ?? this.#here)?.event) this.#travel({ event, isPassing: true });
  }

  /** As `pass`, by a key: nobody says when the hand rests, but that no key follows. */
  step(event: number): void {
    this.pass(event);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.rest(), NEXT_KEY_MS);
  }

  /** The hand rests: the session goes to what is shown in passing. */
  rest(): void {
    const at = this.#last ?? this.#here;
    if (at?.isPassing === true) this.to(at.event);
  }

  /** That is shown now. Where it is not what was asked for, what was asked for is on its way still. */
  at(event: number): void {
    const isArrival = event === this.#underWay?.event;
    this.#here = { event, isPassing: isArrival && this.#underWay?.isPassing === true };
    if (isArrival) this.#arrived();
  }

  get #last(): Journey | undefined {
    return this.#wanted ?? this.#underWay;
  }

  #travel(journey: Journey): void {
    if (isSame(journey, this.#last ?? this.#here)) return;
    this.#wanted = journey;
    if (this.#underWay === undefined) this.#go();
  }

  #arrived(): void {
    clearTimeout(this.#late);
    this.#underWay = undefined;
    if (this.#wanted !== undefined) this.#go();
  }

  #go(): void {
    const journey = this.#wanted;
    this.#wanted = undefined;
    if (journey === undefined || isSame(journey, this.#here)) return;
    this.#underWay = journey;
    this.#late = setTimeout(() => this.#arrived(), LONGEST_MS);
    const { event, isPassing } = journey;
    editor.postMessage(isPassing ? { type: 'pass', event } : { type: 'go', link: { event } });
  }
}

const isSame = (one: Journey, other: Journey | undefined): boolean =>
  one.event === other?.event && one.isPassing === other.isPassing;
