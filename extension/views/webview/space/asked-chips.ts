/**
 * What a call asks for of a row, and what is wrong there, in a word each. They lie over the rows; where they would cover what a row says,
 * they are part of it: in rows that are one line of words, and, where the picture is narrow, in the second line of a region.
 */
import type { AskedBody } from '../../../../picture/asked';
import { beginningIn, type Note } from '../../../../picture/asked-marks';
import type { Row } from '../../../../picture/rows';
import type { ViewStrings } from '../../words';
import { el } from '../dom';
import { sizeOf } from '../format';

/** CSS pixels: rows lower than this have no room for text. */
export const TEXT_HEIGHT = 15;

/** Whether what is said of a row stands in it: always, or where the picture is narrow. */
export function isInRow({ look }: Row): 'always' | 'narrow' | 'never' {
  switch (look) {
    case 'hole':
    case 'fold':
    case 'beyond':
    case 'unknown':
      return 'always';
    case 'region':
    case 'part':
      return 'narrow';
    case 'changed':
      return 'never';
  }
}

export const chips = (
  { ranges, troubles }: Pick<Note, 'ranges' | 'troubles'>,
  s: ViewStrings,
): HTMLElement[] => [
  ...ranges.map(({ role, said, start, end, address }) =>
    el(
      'span',
      { class: `chip ${role}` },
      said,
      // Of what begins within a page, what it touches is more than was asked for.
      address !== undefined ? '' : el('span', { class: 'size' }, ` ${sizeOf((end - start) * 4, s.language)}`),
    ),
  ),
  ...troubles.map(({ said }) => el('span', { class: 'chip trouble' }, `✗ ${said}`)),
];

/** Of a failed call, to stand behind the words of a row. Undefined: there are none. */
export function chipsInLine(
  asked: AskedBody | null,
  { start, end }: { readonly start: number; readonly end: number },
  s: ViewStrings,
): HTMLElement | undefined {
  if (asked?.outcome !== 'failed') return undefined;
  const all = chips(beginningIn(asked, start, end), s);
  return all.length === 0 ? undefined : el('span', { class: 'chips', 'aria-hidden': 'true' }, ...all);
}
