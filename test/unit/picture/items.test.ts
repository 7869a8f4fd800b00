import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemsIn, keyOf, type Item } from '../../../picture/items';
import { rowsOf } from '../../../picture/rows';
import { drawn } from './drawing';

/** `both a 0-2`, `before a 0-1`, `after free 2-3`, `fold 1`: rows, half-open. */
const textOf = (item: Item): string => {
  const rows = `${item.first}-${item.end}`;
  if (item.kind === 'free') return `${item.row.look} ${rows}`;
  return item.kind === 'void' ? `${item.column} void ${rows}` : `${item.column} ${item.region.name} ${rows}`;
};

const items = (before: string, after: string): readonly string[] => {
  const rows = rowsOf(drawn(before), drawn(after));
  return itemsIn(rows, 0, rows.length).map(textOf);
};

describe('items', () => {
  test.each<[what: string, before: string, after: string, drawn: readonly string[]]>([
    ['nothing changes', 'AA.B', 'AA.B', ['both a 0-1', 'hole 1-2', 'both b 2-3']],
    ['a mapping comes', '....', '.AA.', ['fold 0-1', 'before void 1-2', 'after a 1-2', 'fold 2-3']],
    ['a mapping goes', '.AA.', '....', ['fold 0-1', 'before a 1-2', 'after void 1-2', 'fold 2-3']],
    ['a hole is cut', 'AAA', 'A.A', ['before a 0-3', 'after a 0-1', 'after void 1-2', 'after a 2-3']],
    [
      'a mapping moves up',
      '.AA..',
      '..BB.',
      ['fold 0-1', 'before a 1-3', 'after void 1-2', 'after b 2-4', 'before void 3-4', 'fold 4-5'],
    ],
  ])('%s: %s -> %s', (_what, before, after, expected) => {
    expect(items(before, after)).toEqual(expected);
  });

  test('a region that is cut by what is asked for is one item', () => {
    const layout = drawn('.AAAA.');
    const rows = rowsOf(layout, layout, [{ start: 2, end: 4 }]);
    expect(itemsIn(rows, 0, rows.length).map(textOf)).toEqual(['fold 0-1', 'both a 1-4', 'fold 4-5']);
    expect(itemsIn(rows, 2, 3).map(textOf)).toEqual(['both a 1-4']);
  });

  test('of a part of the rows are the same whole items that all rows have there', () => {
    const space = fc
      .array(fc.constantFrom('A', 'B', '.', '|'), { minLength: 1, maxLength: 20 })
      .map((all) => drawn(all.join('')));
    fc.assert(
      fc.property(space, space, fc.nat(25), fc.nat(8), (before, after, from, count) => {
        const rows = rowsOf(before, after);
        const whole = new Map(itemsIn(rows, 0, rows.length).map((item) => [keyOf(item), textOf(item)]));
        for (const item of itemsIn(rows, from, from + count))
          expect(whole.get(keyOf(item))).toBe(textOf(item));
      }),
    );
  });
});
