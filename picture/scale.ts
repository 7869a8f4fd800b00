/**
 * How high a row is. Sizes go from 4 KiB to 128 TiB, so heights are logarithmic: each sixteenfold adds the same. Free stretches
 * are folded to one height; they are named, not measured.
 *
 *     4 KiB      ▏ least          one line of text at zoom 1
 *     64 KiB     ▎ + step
 *     1 MiB      ▍ + 2 steps
 *     128 TiB    █ + 8.75 steps
 */

export interface Scale {
  /** CSS pixels. */
  readonly least: number;
  readonly step: number;
  readonly fold: number;
}

/** For reading: a line of text fits into the smallest row. */
export const reading: Scale = { least: 22, step: 5, fold: 18 };

/** For reading where the window is narrow: two lines of text a row. */
export const narrowReading: Scale = { ...reading, least: 38 };

/** `zoom` 1 is for reading; smaller rows hold no text. No row is thinner than a pixel can show. */
export const zoomed = ({ least, step, fold }: Scale, zoom: number): Scale => ({
  least: Math.max(1, least * zoom),
  step: step * zoom,
  fold: Math.max(1, fold * Math.min(1, zoom)),
});

/** Sixteenfolds of a page: 0 for 4 KiB, 1 for 64 KiB, 8.75 for 128 TiB. */
export const magnitude = (pages: number): number => Math.log2(Math.max(1, pages)) / 4;

export const heightOf = (pages: number, isFree: boolean, { least, step, fold }: Scale): number =>
  isFree ? fold : least + step * magnitude(pages);

/** The share of the ruler that a size takes, 0 to 1; the ruler ends at 128 TiB. */
export const rulerShare = (pages: number): number => Math.min(1, (magnitude(pages) + 0.25) / 9);
