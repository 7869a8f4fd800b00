/** How much of a row stands beside each other, by the width and the height that there are. */
import { middleReading, narrowReading, reading, tightReading, type Scale } from '../../../../picture/scale';

export type Room = 'wide' | 'middle' | 'narrow' | 'tight';

/** CSS pixels: below WIDE a row has no end and no bar of its own, below NARROW it takes two lines, below TIGHT a size stands in the second. */
const WIDE = 800;
const NARROW = 370;
const TIGHT = 240;

/** CSS pixels: in a page lower than this a row has one line where two would be read better. As media/space/low.css has it. */
export const LOW = 240;
const LOW_NARROW = 270;

export function roomIn(width: number): Room {
  if (width < TIGHT) return 'tight';
  if (width < (innerHeight <= LOW ? LOW_NARROW : NARROW)) return 'narrow';
  return width < WIDE ? 'middle' : 'wide';
}

export const scaleIn: Readonly<Record<Room, Scale>> = {
  wide: reading,
  middle: middleReading,
  narrow: narrowReading,
  tight: tightReading,
};
