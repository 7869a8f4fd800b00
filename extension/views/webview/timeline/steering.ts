/**
 * Where the cursor goes and what stretch is shown, as a hand or a key wants it: travelling takes the session along, and a
 * cursor that walks out of the stretch takes the stretch along.
 */
import { markFrom, type Action } from './keys';
import type { Shown } from './shown';
import type { ShownStretch } from './shown-stretch';
import { panned, zoomed, type Stretch } from './stretch';
import type { Travel } from './travel';

export interface Steered {
  /** Where the cursor stands. */
  at(): number;
  /** undefined: nothing is drawn yet. */
  shown(): Shown | undefined;
  /** The cursor has moved. */
  moved(): void;
  /** Another stretch is shown. */
  turned(): void;
}

export class Steering {
  constructor(
    private readonly travel: Travel,
    private readonly stretch: ShownStretch,
    private readonly steered: Steered,
  ) {}

  /** By keys: shows the moment there, and sends the session when no other key follows. */
  travelTo(position: number): void {
    this.travel.step(this.#within(position));
    this.#moved();
  }

  /** Shows the moment there as long as the hand moves. */
  pass(position: number): void {
    this.travel.pass(this.#within(position));
    this.#moved();
  }

  follow(): void {
    const at = this.steered.at();
    if (this.stretch.includes(at)) return;
    const { from, to } = this.stretch.now;
    const width = to - from;
    this.go({ from: at - width / 2, to: at + width / 2 }, false);
  }

  /** Shows a stretch; with `isStep`, what was shown can be come back to. */
  go(stretch: Stretch, isStep = true): void {
    if (this.stretch.go(stretch, isStep)) this.steered.turned();
  }

  all(): void {
    this.go({ from: 0, to: this.stretch.end });
  }

  back(): void {
    const before = this.stretch.back();
    if (before !== undefined) this.go(before, false);
  }

  /** `share`: what stays where it is; else the cursor where it is in sight, else the middle. */
  zoom(factor: number, share?: number): void {
    const shown = this.steered.shown();
    if (shown === undefined) return;
    const cursor = shown.scale.share(this.steered.at());
    const still = share ?? (cursor >= 0 && cursor <= 1 ? cursor : 0.5);
    this.go(zoomed(shown.scale, factor, still, this.stretch.end), share === undefined);
  }

  /** Moves along by a share of what is shown. */
  pan({ scale }: Shown, share: number): void {
    this.go(panned(scale, share, this.stretch.end), false);
  }

  /** The stretch as wide as it is, beginning there. */
  beginAt(first: number): void {
    const { from, to } = this.stretch.now;
    this.go({ from: first, to: first + to - from }, false);
  }

  do(action: Action, shown: Shown): void {
    const at = this.steered.at();
    const { scale, series } = shown;
    switch (action.do) {
      case 'mark':
        this.travelTo(markFrom(series.marks, at, action.by) ?? at + action.by);
        break;
      case 'event':
        this.travelTo(at + action.by);
        break;
      case 'page':
        this.travelTo(scale.reach(scale.share(at) + action.by / 10));
        break;
      case 'end':
        this.travelTo(action.by < 0 ? 0 : this.stretch.end);
        break;
      case 'zoom':
        this.zoom(action.factor);
        break;
      case 'all':
        this.all();
        break;
      case 'back':
        this.back();
        break;
      case 'pan':
        this.pan(shown, action.by / 5);
        break;
    }
  }

  #within(position: number): number {
    return Math.min(this.stretch.end, Math.max(0, position));
  }

  #moved(): void {
    this.follow();
    this.steered.moved();
  }
}
