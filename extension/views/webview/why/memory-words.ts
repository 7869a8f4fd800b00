/**
 * Addresses and ranges wherever they stand in the view. All that speak of the same memory light up together, in the other views
 * too as long as one of them is pointed at; one that is pressed is chosen everywhere.
 */
import type { Selection } from '../../messages';
import { button, el } from '../dom';
import { editor, select } from '../host';
import { overlap, type Memory } from '../../../../picture/tokens';

/** Who passes over a word on the way to another does not want to see it. */
const LOOKING_MS = 300;

export class MemoryWords {
  readonly #words: { readonly element: HTMLElement; readonly memory: Memory }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPreviewing = false;

  /** `event`: the moment that the addresses are of. */
  constructor(private readonly event: number) {}

  /** To be pressed. */
  link(text: string, memory: Memory): HTMLElement {
    const element = button(text, { class: 'memory', dir: 'ltr' }, () => {
      this.#rest();
      select(this.#selectionOf(memory));
    });
    element.addEventListener('focus', () => this.#light(memory));
    element.addEventListener('blur', () => this.#rest());
    return this.#pointed(element, memory);
  }

  /** To be pointed at only: what it is about can be pressed elsewhere. */
  mark(text: string, memory: Memory): HTMLElement {
    return this.#pointed(el('span', { class: 'memory', dir: 'ltr' }, text), memory);
  }

  /** Something else that stands for memory. */
  tie(element: HTMLElement, memory: Memory): void {
    this.#pointed(element, memory);
  }

  /** Shows what is chosen, in whichever view. */
  choose(selection: Selection | null): void {
    const chosen = memoryOf(selection);
    for (const { element, memory } of this.#words)
      element.classList.toggle('chosen', chosen !== undefined && overlap(memory, chosen));
  }

  /** The view goes on to another moment. */
  rest(): void {
    this.#rest();
  }

  #pointed(element: HTMLElement, memory: Memory): HTMLElement {
    this.#words.push({ element, memory });
    element.addEventListener('pointerenter', () => this.#light(memory));
    element.addEventListener('pointerleave', () => this.#rest());
    return element;
  }

  #light(wanted: Memory): void {
    this.#rest();
    for (const { element, memory } of this.#words) element.classList.toggle('lit', overlap(memory, wanted));
    this.#timer = setTimeout(() => {
      this.#isPreviewing = true;
      editor.postMessage({ type: 'preview', selection: this.#selectionOf(wanted) });
    }, LOOKING_MS);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    for (const { element } of this.#words) element.classList.remove('lit');
    if (!this.#isPreviewing) return;
    this.#isPreviewing = false;
    editor.postMessage({ type: 'preview', selection: null });
  }

  #selectionOf({ start, end }: Memory): Selection {
    const { event } = this;
    return end - start === 1n
      ? { kind: 'page', address: hex(start), event }
      : { kind: 'range', start: hex(start), end: hex(end), event };
  }
}

const hex = (address: bigint): string => `0x${address.toString(16)}`;

/** Undefined for lines, and for memory that is not there. */
function memoryOf(selection: Selection | null): Memory | undefined {
  if (selection === null || selection.kind === 'event' || selection.gone !== undefined) return undefined;
  if (selection.kind === 'range') return { start: BigInt(selection.start), end: BigInt(selection.end) };
  const start = BigInt(selection.address);
  return { start, end: start + 1n };
}
