/** Brackets over the rows for what the call asks for, and what is in its way: hatched, outlined, and in words. */
import type { AskedBody } from '../../../../picture/asked';
import { marksOf, type AskedMarks, type Note } from '../../../../picture/asked-marks';
import type { Axis } from '../../../../picture/axis';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { sizeOf } from '../format';

/** CSS pixels that a bracket takes beside the rows. */
const LANE = 12;

export class AskedLayer {
  /** It scrolls with the rows. What it says stands in their labels too. */
  readonly root = el('div', { class: 'asked', 'aria-hidden': 'true' });
  #drawn: { readonly axis: Axis; readonly asked: AskedBody | null } | undefined;

  /** The width that brackets need beside the rows, in CSS pixels. */
  draw(axis: Axis, asked: AskedBody | null, s: ViewStrings): number {
    const marks = marksOf(asked, axis);
    // What a call changes says for itself what it was about.
    const isSaid = asked?.outcome === 'failed' || axis.rows.every(({ isSame }) => isSame);
    const notes = isSaid ? marks.notes.map((note) => besideChange(note, axis)) : [];
    if (this.#drawn?.axis !== axis || this.#drawn.asked !== asked) {
      this.#drawn = { axis, asked };
      this.root.classList.toggle('failed', asked?.outcome === 'failed');
      this.root.replaceChildren(...elements({ ...marks, notes }, s));
    }
    return marks.lanes * LANE;
  }
}

/** Where two cells stand side by side, they say what was asked for. */
const besideChange = (note: Note, { rows }: Axis): Note =>
  rows[note.row]?.isSame === false ? { ...note, ranges: [] } : note;

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function place<E extends HTMLElement>(element: E, { top, bottom }: Extent): E {
  element.style.insetBlockStart = `${top}px`;
  element.style.blockSize = `${bottom - top}px`;
  return element;
}

function elements({ brackets, obstacles, notes }: AskedMarks, s: ViewStrings): HTMLElement[] {
  return [
    // The hatching lies below the rows' text, the frame above their edges.
    ...obstacles.map((at) => place(el('div', { class: `obstacle ${at.trouble.what}` }), at)),
    ...obstacles.map((at) => place(el('div', { class: `frame ${at.trouble.what}` }), at)),
    ...brackets.map((at) => {
      const bracket = place(el('div', { class: `bracket ${at.range.role}` }), at);
      bracket.style.insetInlineStart = `${at.lane * LANE + 1}px`;
      return bracket;
    }),
    ...obstacles.flatMap(({ tick }) =>
      tick === undefined ? [] : [place(el('div', { class: 'tick' }), { top: tick, bottom: tick })],
    ),
    ...notes.map((note) => place(noteElement(note, s), note)),
  ];
}

const noteElement = ({ ranges, troubles }: Note, s: ViewStrings): HTMLElement =>
  el(
    'div',
    { class: 'said' },
    ...ranges.map(({ role, said, start, end, address }) =>
      el(
        'span',
        { class: `chip ${role}` },
        said,
        // Of what begins within a page, what it touches is more than was asked for.
        address !== undefined
          ? ''
          : el('span', { class: 'size' }, ` ${sizeOf((end - start) * 4, s.language)}`),
      ),
    ),
    ...troubles.map(({ said }) => el('span', { class: 'chip trouble' }, `✗ ${said}`)),
  );
