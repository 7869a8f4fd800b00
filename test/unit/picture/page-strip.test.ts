import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripOf, type Stretch } from '../../../picture/page-strip';

/** `PPPooo`: three pages of a state, three of another. */
const stretches = (text: string): readonly Stretch[] =>
  [...text.matchAll(/(.)\1*/g)].map(({ 0: run, index }) => ({
    state: run[0]!,
    from: index,
    to: index + run.length,
  }));

const drawn = (text: string, room: number): string =>
  stripOf(stretches(text), room)
    .parts.map(({ state, cells, pages }) => state.repeat(cells) + (cells < pages ? `×${pages}` : ''))
    .join(' ');

describe('a strip of pages', () => {
  test.each([
    ['what fits has a cell a page', 'PPPoo', 8, 'PPP oo'],
    ['what does not fit shares the room', 'PPPPPPPPoooooooooo', 8, 'PPPP×8 oooo×10'],
    ['a short stretch is whole beside a long one', 'Poooooooooooooooooooo', 8, 'P oooo×20'],
  ])('%s', (_what, pages, room, expected) => {
    expect(drawn(pages, room)).toBe(expected);
  });

  test('never draws more than its room, and counts what it leaves out', () => {
    const stretch = fc.tuple(fc.constantFrom('P', 'o', 'g'), fc.integer({ min: 1, max: 2 ** 40 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { minLength: 1, maxLength: 100 }),
        fc.integer({ min: 2, max: 64 }),
        (all, room) => {
          let at = 0;
          const list = all.map(([state, pages]) => ({ state, from: at, to: (at += pages) }));
          const { parts, rest } = stripOf(list, room);
          expect(parts.reduce((sum, { cells }) => sum + cells, 0)).toBeLessThanOrEqual(room);
          expect(parts.reduce((sum, { pages }) => sum + pages, rest)).toBe(at);
          for (const { cells } of parts) expect(cells).toBeGreaterThan(0);
        },
      ),
    );
  });
});
