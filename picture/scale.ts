/**
 * How high a row is, and how long its bar. Sizes go from 4 KiB to 128 TiB, so both are logarithmic: each sixteenfold adds the
 * same. Large free stretches are folded to one height; they are named, not measured.
 *
 *     4 KiB      ▏ least          lines of text at zoom 1
 *     64 KiB     ▎ + step
 *     1 MiB      ▍ + 2 steps
 *     128 TiB    █ + 8.75 steps
 */
import type { RowLook } from './rows';

/** CSS pixels. */
export interface Scale {
  readonly least: number;
  /** Rows in which something changes: two regions stand side by side, with what becomes of them. */
  readonly changed: number;
  /** One line of text: holes, parts of a region. */
  readonly line: number;
  readonly step: number;
  readonly fold: number;
}

/** For reading: a line of text fits into the smallest row. */
export const reading: Scale = { least: 22, changed: 22, line: 22, step: 5, fold: 18 };

/** Where there is room for a line of each region, but of two side by side only for a third of one. */
export const middleReading: Scale = { ...reading, changed: 58 };

/** For reading where the window is narrow: two lines of text a row, three where something changes. */
export const narrowReading: Scale = { ...reading, least: 40, changed: 58 };

/** Where half of it does not even hold an address in one line. */
export const tightReading: Scale = { ...narrowReading, changed: 100 };

/** `zoom` 1 is for reading; smaller rows hold no text. No row is thinner than a pixel can show. */
export const zoomed = ({ least, changed, line, step, fold }: Scale, zoom: number): Scale => ({
  least: Math.max(1, least * zoom),
  changed: Math.max(1, changed * zoom),
  line: Math.max(1, line * Math.min(2, zoom)),
  step: step * zoom,
  fold: Math.max(1, fold * Math.min(1, zoom)),
});

/** Sixteenfolds of a page: 0 for 4 KiB, 1 for 64 KiB, 8.75 for 128 TiB. */
export const magnitude = (pages: number): number => Math.log2(Math.max(1, pages)) / 4;

/** Heights of the rows of one look: `least` and for each sixteenfold of a page `step`. */
export interface Heights {
  readonly least: number;
  readonly step: number;
}

export function heightsOf(look: RowLook, { least, changed, line, step, fold }: Scale): Heights {
  switch (look) {
    case 'region':
      return { least, step };
    case 'part':
      return { least: line, step };
    case 'changed':
      return { least: changed, step };
    case 'hole':
    case 'unknown':
    case 'beyond':
      return { least: line, step: 0 };
    case 'fold':
      return { least: fold, step: 0 };
  }
}

/** Sixteenfolds that a bar holds: it ends at 128 TiB, and shows a page as a quarter of one. */
const BAR = 9;
const LEAST = 0.25;

/** The share of the bar that a size takes, 0 to 1. */
export const barShare = (pages: number): number => Math.min(1, (magnitude(pages) + LEAST) / BAR);

/** Sizes that are written over the bars, in pages: 4 KiB, 1 MiB, 256 MiB, 64 GiB, 16 TiB. */
export const barTicks: readonly number[] = [0, 2, 4, 6, 8].map((power) => 16 ** power);
