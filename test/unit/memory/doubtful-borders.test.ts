import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  borderAt,
  bordersInside,
  bordersOfBoth,
  bordersOutside,
  isDoubtfulBorder,
  movedBorders,
  type DoubtfulBorders,
} from '../../../model/memory/doubtful-borders';
import { pageNumber, pageRange } from '../../../model/memory/page';
import { PackedReader, PackedWriter } from '../../../model/timeline/packed-bytes';
import { PackedTexts } from '../../../model/timeline/packed-texts';
import { packVma, unpackVma } from '../../../model/timeline/packed-vma';
import { eventIndex } from '../../../model/trace/positions';
import { BASE, vmaOf } from './drawing';

const stretch = (first: number, last = first): { first: number; last: number } => ({ first, last });
const borders = (...all: readonly { first: number; last: number }[]): DoubtfulBorders =>
  all.map(({ first, last }) => ({ first: pageNumber(first), last: pageNumber(last) }));

describe('borders that may be there', () => {
  test('a border at an end of the range does not cut it', () => {
    expect(bordersInside(borders(stretch(10), stretch(20)), pageRange(10, 20))).toBeUndefined();
    expect(bordersInside(borders(stretch(10), stretch(15), stretch(20)), pageRange(10, 20))).toEqual([
      stretch(15),
    ]);
  });

  test('a proof for a part leaves the others, and both ends of its own', () => {
    const all = borders(stretch(5), stretch(10), stretch(12), stretch(20));
    expect(bordersOutside(all, pageRange(10, 20))).toEqual([stretch(5), stretch(10), stretch(20)]);
    expect(bordersOutside(borders(stretch(5, 30)), pageRange(10, 20))).toEqual([
      stretch(5, 10),
      stretch(20, 30),
    ]);
    expect(bordersOutside(borders(stretch(12, 15)), pageRange(10, 20))).toBeUndefined();
  });

  test('of many, the nearest are told as a stretch', () => {
    let all: DoubtfulBorders | undefined;
    for (let page = 100; page < 1000; page += 100) all = bordersOfBoth(all, pageNumber(page), undefined);
    expect(all).toHaveLength(8);
    expect(all?.[0]).toEqual(stretch(100, 200));
  });

  it('forgets none, however many there are, and says none inside what was proven', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (pages, start, length) => {
          const ascending = [...pages].sort((a, b) => a - b);
          let all: DoubtfulBorders | undefined;
          for (const page of ascending) all = bordersOfBoth(all, pageNumber(page), undefined);
          expect(ascending.every((page) => isDoubtfulBorder(all, pageNumber(page)))).toBe(true);
          expect(all?.length).toBeLessThanOrEqual(8);
          const proven = pageRange(start, start + length);
          const left = bordersOutside(all, proven);
          const kept = ascending.filter((page) => page <= start || page >= start + length);
          expect(kept.every((page) => isDoubtfulBorder(left, pageNumber(page)))).toBe(true);
          if ((all?.length ?? 0) < 8) expect(bordersInside(left, proven)).toBeUndefined();
        },
      ),
    );
  });

  test('those of moved memory go with it', () => {
    expect(movedBorders(borders(stretch(5, 7)), -3)).toEqual([stretch(2, 4)]);
  });

  test.each<[string, DoubtfulBorders | undefined]>([
    ['none', undefined],
    ['one', borders(stretch(BASE + 3))],
    ['several and a stretch', borders(stretch(BASE + 3), stretch(BASE + 5, BASE + 9), stretch(BASE + 11))],
  ])('a VMA in the change log keeps them: %s', (_, doubtfulBorders) => {
    const vma = vmaOf('W', 2, 20, { doubtfulBorders });
    const base = { page: BASE, event: eventIndex(7) };
    const texts = new PackedTexts();
    const out = new PackedWriter();
    packVma(vma, base, out, texts);
    expect(unpackVma(base, new PackedReader(out.bytes, 0), texts).doubtfulBorders).toEqual(doubtfulBorders);
  });

  test('one page is a stretch of one', () => {
    expect(borderAt(pageNumber(4))).toEqual(stretch(4));
  });
});
