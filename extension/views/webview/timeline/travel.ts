/** Dragging through the recording: as many moves as the session keeps up with, and always the last one. */
import { editor } from '../host';

/** A session that runs, or has ended, never arrives. */
const LONGEST_MS = 2000;

export class Travel {
  /** Where the session stands. */
  #here: number | undefined;
  #wanted: number | undefined;
  #underWay: number | undefined;
  #late: ReturnType<typeof setTimeout> | undefined;

  /** Where the session will be; undefined: it is where it was sent. */
  get goal(): number | undefined {
    return this.#wanted ?? this.#underWay;
  }

  to(event: number): void {
    // A pointer moves many times over one event.
    if (event === (this.goal ?? this.#here)) return;
    this.#wanted = event;
    if (this.#underWay === undefined) this.#go();
  }

  /** The session stands there. Where that is where it was sent, on to where it is wanted by now; else it is on its way still. */
  at(position: number): void {
    this.#here = position;
    if (position === this.#underWay) this.#arrived();
  }

  #arrived(): void {
    clearTimeout(this.#late);
    this.#underWay = undefined;
    if (this.#wanted !== undefined) this.#go();
  }

  #go(): void {
    const event = this.#wanted;
    this.#wanted = undefined;
    if (event === undefined || event === this.#here) return;
    this.#underWay = event;
    this.#late = setTimeout(() => this.#arrived(), LONGEST_MS);
    editor.postMessage({ type: 'go', link: { event } });
  }
}
