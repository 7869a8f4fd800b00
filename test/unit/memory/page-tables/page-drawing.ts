/**
 * What is proven of pages as drawings, one character a page of the window of drawing.ts:
 *
 *     o own    r read    f file    g guard    u untouched    e released (emptied)    l open (loosened)    ? maybe a guard    . nothing
 */
import type { AddressSpace } from '../../../../model/memory/address-space';
import type { PageKind } from '../../../../model/memory/page-run';
import { BASE, pages } from '../drawing';

const LETTERS: Readonly<Record<PageKind, string>> = {
  own: 'o',
  read: 'r',
  file: 'f',
  guard: 'g',
  untouched: 'u',
  released: 'e',
  open: 'l',
  'maybe-guard': '?',
};

export function pagesDrawing(space: AddressSpace, length: number): string {
  const drawing = Array.from({ length }, () => '.');
  for (const { start, end, kind } of space.pagesIn(pages(0, length)))
    drawing.fill(LETTERS[kind], start - BASE, end - BASE);
  return drawing.join('');
}

/** The runs with their events, for comparing spaces. */
export const runsOf = (space: AddressSpace, length: number): readonly string[] =>
  space
    .pagesIn(pages(0, length))
    .map(({ start, end, kind, event }) => `${start - BASE}-${end - BASE} ${kind} ${event}`);
