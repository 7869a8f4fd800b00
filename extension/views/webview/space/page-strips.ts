/**
 * Zoomed in, a region shows its pages: what the log proves of each. They are asked for when they come into sight, one region
 * after the other, and kept for the moment that is shown.
 */
import type { PageWalkBody } from '../../../../debug-adapter/protocol/page';
import { addressText } from '../../../../picture/address';
import { isUntold } from '../../../../picture/region';
import { stripOf } from '../../../../picture/page-strip';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { wholeNumber } from '../format';
import { ask } from '../host';
import { cellCount } from '../pages/cell-words';
import { countsOf, mapShape } from '../pages/map-rows';
import type { RegionItem } from './item-element';

/** Cells in one line of a wide picture and of a narrow one. */
const ROOM = { wide: 56, middle: 28, narrow: 16, tight: 10 } as const;

export class PageStrips {
  readonly #answers = new Map<string, Promise<PageWalkBody | undefined>>();
  #last: Promise<unknown> = Promise.resolve();
  #event = -1;

  constructor(private readonly room: () => keyof typeof ROOM) {}

  /** Pages of another moment are forgotten. */
  at(event: number): void {
    if (event === this.#event) return;
    this.#event = event;
    this.#answers.clear();
  }

  /** Empty until the session has answered. */
  element({ region, column }: RegionItem, s: ViewStrings): HTMLElement {
    const strip = el('span', { class: 'strip', role: 'gridcell', dir: 'ltr' });
    if (isUntold(region)) return strip;
    const key = `${column === 'after' ? 'after' : ''} ${region.start}`;
    const answer = this.#answers.get(key) ?? this.#ask(strip, region.start, column === 'after');
    this.#answers.set(key, answer);
    void answer.then((walk) => {
      if (walk === undefined) this.#answers.delete(key);
      else fill(strip, walk, ROOM[this.room()], s);
    });
    return strip;
  }

  /** One question at a time, and none for rows that have gone out of sight meanwhile. */
  #ask(strip: HTMLElement, start: number, after: boolean): Promise<PageWalkBody | undefined> {
    const event = this.#event;
    const answer = this.#last.then(() =>
      event === this.#event && strip.isConnected
        ? ask('pagewalk/pageWalk', { address: addressText(start), event, ...(after ? { after } : {}) })
        : undefined,
    );
    this.#last = answer.catch(() => undefined);
    return answer.catch(() => undefined);
  }
}

function fill(strip: HTMLElement, walk: PageWalkBody, room: number, s: ViewStrings): void {
  const shape = mapShape(walk);
  if (shape === undefined) return;
  const { parts, rest } = stripOf(shape.bands, room);
  const cells = el('span', { class: 'cells', 'aria-hidden': 'true' });
  for (const { state, cells: count, pages } of parts) {
    for (let i = 0; i < count; i++) cells.append(el('span', { class: `cell ${state}` }));
    if (count < pages && parts.length > 1)
      cells.append(el('span', { class: 'times' }, `×${wholeNumber(pages, s.language)}`));
  }
  if (rest > 0) cells.append(el('span', { class: 'times' }, `… +${wholeNumber(rest, s.language)}`));
  const counts = countsOf(shape).map((count) => cellCount(count, s));
  strip.replaceChildren(cells, el('span', { class: 'counts' }, counts.join(' · ')));
}
