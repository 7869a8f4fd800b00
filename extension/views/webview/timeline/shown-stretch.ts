/** The stretch that is shown and what its axis counts. Both outlive hiding and reloading, of the same recording. */
import type { Over } from '../../../../picture/timeline/scale';
import { remember, remembered } from '../host';
import { recalled, Ways, within, type Stretch } from './stretch';

export class ShownStretch {
  readonly #ways = new Ways();
  #stretch: Stretch = { from: 0, to: 1 };
  #over: Over = 'lines';
  #file = '';
  #end = 1;

  get now(): Stretch {
    return this.#stretch;
  }

  get over(): Over {
    return this.#over;
  }

  /** Behind the last event. */
  get end(): number {
    return this.#end;
  }

  get isWhole(): boolean {
    return this.#stretch.from === 0 && this.#stretch.to >= this.#end;
  }

  get canGoBack(): boolean {
    return this.#ways.areAny;
  }

  /** Of another recording: its whole, or what was shown of it when the page was left. */
  begin(file: string, events: number): void {
    this.#ways.forget();
    this.#file = file;
    this.#end = Math.max(1, events);
    const kept = recalled(remembered());
    const isSame = kept?.file === file && kept.events === this.#end;
    this.#stretch = isSame ? within(kept, this.#end) : { from: 0, to: this.#end };
    if (isSame) this.#over = kept.over;
  }

  includes(position: number): boolean {
    return position >= this.#stretch.from && position <= this.#stretch.to;
  }

  /** True where that is another stretch than now. With `isStep`, what was shown can be come back to. */
  go(stretch: Stretch, isStep: boolean): boolean {
    const next = within(stretch, this.#end);
    if (next.from === this.#stretch.from && next.to === this.#stretch.to) return false;
    if (isStep) this.#ways.leave(this.#stretch);
    this.#stretch = next;
    this.#remember();
    return true;
  }

  back(): Stretch | undefined {
    return this.#ways.back();
  }

  turn(over: Over): void {
    this.#over = over;
    this.#remember();
  }

  #remember(): void {
    remember({ file: this.#file, events: this.#end, over: this.#over, ...this.#stretch });
  }
}
