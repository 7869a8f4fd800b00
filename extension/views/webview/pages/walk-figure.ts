/**
 * The walk as one figure: the address above, the tables and the page side by side or one below the other, as there is room,
 * and the lines between them, which are measured from what the browser has laid out.
 */
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { svg } from '../svg';
import { fieldsOf, type AddressField } from '../../../../picture/pages/address-fields';
import { addressBits } from './address-bits';
import { pageEnd } from './page-end';
import { RAIL, routesOf, type Box, type Stage } from '../../../../picture/pages/routes';
import { tableFigure } from './tables';

/** What a table needs for the words of its entries, and the lines between two of them, in the size of the letters. */
const COLUMN = 10;
const GUTTER = 2.6;
/** Below this a field has no room for the numbers of its bits. */
const NARROW = 20.5;

const em = (element: Element): number => parseFloat(getComputedStyle(element).fontSize) || 13;

interface Parts {
  readonly field: AddressField;
  readonly frame: HTMLElement;
  readonly target: HTMLElement;
}

export class WalkFigure {
  readonly root = el('div', { class: 'walk-figure', dir: 'ltr' });
  readonly #lines = svg('svg', { class: 'lines', 'aria-hidden': 'true' });
  readonly #observer = new ResizeObserver(() => this.#layOut());
  #parts: readonly Parts[] = [];
  #bits: HTMLElement = el('ol');

  constructor() {
    this.#observer.observe(this.root);
    this.root.addEventListener('keydown', (event) => this.#beside(event));
  }

  show(walk: PageWalkBody, s: ViewStrings, choose: (address: string) => void): void {
    const fields = fieldsOf(walk, s.offset);
    const offset = fields.at(-1);
    if (offset === undefined) return;
    const tables = walk.steps.flatMap((step, n) => {
      const field = fields[n];
      if (field === undefined) return [];
      const hugeHere = walk.entry?.hugeAt.includes(step.level) === true;
      const known = { hugeHere, isComplete: walk.counts.complete };
      const { element, chosen } = tableFigure(step, field, known, s, choose);
      return [{ field, frame: element, target: chosen }];
    });
    const end = pageEnd(walk, offset, s);
    this.#parts = [...tables, { field: offset, frame: end.element, target: end.byte }];
    this.#bits = addressBits(fields, walk.address, s);
    const stages = el('div', { class: 'stages', role: 'group', 'aria-label': s.walk });
    stages.append(...this.#parts.map(({ frame }) => frame));
    this.root.style.setProperty('--rails', `${RAIL * (this.#parts.length + 1)}px`);
    this.root.replaceChildren(this.#bits, stages, this.#lines);
    this.#layOut();
  }

  #layOut(): void {
    const width = this.root.offsetWidth / em(this.root);
    if (width === 0 || this.#parts.length === 0) return;
    const wide = width >= (COLUMN + GUTTER) * this.#parts.length - GUTTER;
    this.root.classList.toggle('wide', wide);
    this.root.classList.toggle('narrow', width < NARROW);
    this.#draw(wide);
  }

  #draw(wide: boolean): void {
    const origin = this.root.getBoundingClientRect();
    // A zoomed page measures in other pixels than it draws in.
    const scale = this.root.offsetWidth / Math.max(1, origin.width);
    const boxOf = (element: Element): Box => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return {
        x: (left - origin.left) * scale,
        y: (top - origin.top) * scale,
        width: width * scale,
        height: height * scale,
      };
    };
    const stages = this.#parts.flatMap(({ field, frame, target }): readonly Stage[] => {
      const source = this.#bits.querySelector(`[data-field="${field.kind}"]`);
      return source === null ? [] : [{ field: boxOf(source), frame: boxOf(frame), target: boxOf(target) }];
    });
    this.#lines.replaceChildren(
      ...routesOf(stages, wide).flatMap(({ kind, stage, line, head }) => {
        const part = this.#parts[stage];
        const next = this.#parts[stage + 1];
        const leadsOn = next === undefined || !/\b(no|unmapped|absent|guard)\b/.test(next.frame.className);
        const style = `${kind} ${part?.field.kind ?? ''} ${kind === 'points' && !leadsOn ? 'nowhere' : ''}`;
        return [
          svg('path', { class: `line ${style}`, d: line }),
          svg('path', { class: `arrow ${style}`, d: head }),
        ];
      }),
    );
  }

  /** From the entry in use of one table to that of the next. */
  #beside(event: KeyboardEvent): void {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step === 0) return;
    const at = this.#parts.findIndex(({ target }) => target === event.target);
    const next = this.#parts[at + step]?.target;
    if (at < 0 || next?.tabIndex !== 0) return;
    event.preventDefault();
    next.focus();
  }
}
