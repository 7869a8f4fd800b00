/** Which numbers of the axis the cursor's label would cover: half a number reads as another one. */

/** What a label needs, in CSS pixels. */
export const LABEL = 92;

/** CSS pixels of a character, rather too many than too few: nothing is measured while a hand drags the cursor. */
const NARROW = 7;
const WIDE = 13;
/** Of the cursor's label: its sides, and between its parts. */
const SIDES = 14;
const GAP = 8;

export interface TickPlace {
  readonly share: number;
  readonly label: string;
}

/** A label that would leave the drawing stands left of its tick. */
export const isLastTick = (share: number, width: number): boolean => (1 - share) * width < LABEL / 2;

/** For each tick, whether its number is covered. The cursor's label is moved along itself so that it stays in the drawing. */
export function coveredTicks(
  ticks: readonly TickPlace[],
  cursor: { readonly share: number; readonly parts: readonly string[] },
  width: number,
): readonly boolean[] {
  const length = SIDES + cursor.parts.reduce((sum, part, i) => sum + textWidth(part) + (i > 0 ? GAP : 0), 0);
  const left = cursor.share * (width - length);
  return ticks.map(({ share, label }) => {
    const at = share * width;
    const from = isLastTick(share, width) ? at - textWidth(label) : at;
    return from < left + length && from + textWidth(label) > left;
  });
}

/** Characters from here on are as wide as high: Chinese, Japanese, Korean. */
const FIRST_WIDE = '\u2e80';

const textWidth = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character >= FIRST_WIDE ? WIDE : NARROW), 0);
