/** Dragging through the recording: as many moves as the session keeps up with, and always the last one. */
import { editor } from '../host';

export class Travel {
  #wanted: number | undefined;
  #isUnderWay = false;

  to(event: number): void {
    this.#wanted = event;
    if (!this.#isUnderWay) this.#go();
  }

  /** The session stands where it was sent: on to where it is wanted by now. */
  arrived(): void {
    this.#isUnderWay = false;
    if (this.#wanted !== undefined) this.#go();
  }

  #go(): void {
    const event = this.#wanted;
    if (event === undefined) return;
    this.#wanted = undefined;
    this.#isUnderWay = true;
    editor.postMessage({ type: 'go', link: { event } });
  }
}
