/** Brackets over the rows for what the call asks for, and what is in its way: hatched, outlined, and in words. */
import type { AskedBody } from '../../../../picture/asked';
import { marksOf, type AskedMarks, type Note } from '../../../../picture/asked-marks';
import type { Axis } from '../../../../picture/axis';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { chips, isInRow, TEXT_HEIGHT } from './asked-chips';

/** CSS pixels that a bracket takes beside the rows. */
const LANE = 12;

export class AskedLayer {
  /** It scrolls with the rows. What it says stands in their labels too. */
  readonly root = el('div', { class: 'asked', 'aria-hidden': 'true' });
  #drawn: { readonly axis: Axis; readonly asked: AskedBody | null } | undefined;

  /** The width that brackets need beside the rows, in CSS pixels. */
  draw(axis: Axis, asked: AskedBody | null, s: ViewStrings): number {
    const marks = marksOf(asked, axis);
    const isFailed = asked?.outcome === 'failed';
    // What a call changes says for itself what it was about.
    const isSaid = isFailed || axis.rows.every(({ isSame }) => isSame);
    const all = isSaid ? marks.notes.map((note) => besideChange(note, axis)) : [];
    const notes = all.map((note) => ({ ...note, inRow: isFailed ? inRow(note, axis) : 'never' }) as const);
    if (this.#drawn?.axis !== axis || this.#drawn.asked !== asked) {
      this.#drawn = { axis, asked };
      this.root.classList.toggle('failed', isFailed);
      this.root.replaceChildren(...elements({ ...marks, notes }, s));
    }
    return marks.lanes * LANE;
  }
}

/** Where two cells stand side by side, they say what was asked for. */
const besideChange = (note: Note, { rows }: Axis): Note =>
  rows[note.row]?.isSame === false ? { ...note, ranges: [] } : note;

/** Whether the row that a failed call's words are about has them itself: what is drawn too low for text has none. */
function inRow({ row: place }: Note, axis: Axis): ReturnType<typeof isInRow> {
  const { rows } = axis;
  const row = rows[place];
  if (row === undefined) return 'never';
  let [first, end] = [place, place + 1];
  while (row.before !== undefined && rows[first - 1]?.before === row.before) first--;
  while (row.before !== undefined && rows[end]?.before === row.before) end++;
  return axis.top(end) - axis.top(first) < TEXT_HEIGHT ? 'never' : isInRow(row);
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

function place<E extends HTMLElement>(element: E, { top, bottom }: Extent): E {
  element.style.insetBlockStart = `${top}px`;
  element.style.blockSize = `${bottom - top}px`;
  return element;
}

interface Said extends Note {
  readonly inRow: ReturnType<typeof isInRow>;
}

function elements(
  { brackets, obstacles, notes }: Omit<AskedMarks, 'notes'> & { readonly notes: readonly Said[] },
  s: ViewStrings,
): HTMLElement[] {
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
    ...notes.flatMap((note) => (note.inRow === 'always' ? [] : [place(noteElement(note, s), note)])),
  ];
}

const noteElement = (note: Said, s: ViewStrings): HTMLElement =>
  el('div', { class: `said${note.inRow === 'narrow' ? ' in-row' : ''}` }, ...chips(note, s));
