/** The sheet that a timeline is drawn on as SVG: its measures, its colours, its writing. */
import { cut, shownText } from '../shown-text';
import { textElement, type SvgNode } from '../svg';

export interface TimelinePalette {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly failed: string;
  readonly cursor: string;
  /** What is written on the cursor's colour. */
  readonly onCursor: string;
}

/** In the picture's own pixels. */
export const WIDTH = 1200;
export const MARGIN = 16;
const NAMES = 190;

/** What is drawn stands right of the names. */
export const LEFT = MARGIN + NAMES;
export const DRAWN = WIDTH - MARGIN - LEFT;

export const xOf = (share: number): number => LEFT + share * DRAWN;

/** Fixed widths cannot be known: so many characters of a name fit in any font. */
const NAME_CHARACTERS = 26;
type Look = Readonly<Record<string, string | number>>;

/** Text of a log: what would not be seen is shown, what is too long is cut. */
export function text(
  what: string,
  x: number,
  y: number,
  look: Look = {},
  characters = NAME_CHARACTERS,
): SvgNode {
  return textElement('text', { x, y, ...look }, cut(shownText(what), characters));
}
