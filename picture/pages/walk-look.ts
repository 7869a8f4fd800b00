/** What the parts of the picture of a walk share: colours, dashes, and where they stand. */
import type { AddressField } from './address-fields';

export interface WalkPalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  /** Of the levels from the top down; they begin anew where there are more levels. */
  readonly levels: readonly string[];
}

/** Of the picture, in its own pixels. */
export const MARGIN = 14;
/** Where the strip of the address, and below it the tables, begin. */
export const STRIP = 54;
export const TABLES = 206;
/** Of a letter of size 11. */
export const CHARACTER = 6.7;
const DASHES = ['', '7 2', '4 3', '2 2', '8 2 2 2'] as const;

/** The byte in the page has none of its own. */
export const colourOf = (n: number, fields: readonly AddressField[], { levels, ink }: WalkPalette): string =>
  n === fields.length - 1 ? ink : (levels[n % levels.length] ?? ink);

export const dashesOf = (n: number, fields: readonly AddressField[]): string =>
  n === fields.length - 1 ? '1 3' : (DASHES[n % DASHES.length] ?? '');
