/** What the Address Space finds, and what it says of a cell's protection. */
import { describe, expect, test } from 'vitest';
import { protectionChange } from '../../../extension/views/webview/space/changes';
import { find, nextOfKind, nextStop } from '../../../extension/views/webview/space/search';
import { itemsIn } from '../../../picture/items';
import type { Layout } from '../../../picture/layout';
import type { Region } from '../../../picture/region';
import { rowsOf } from '../../../picture/rows';
import { drawn } from '../picture/drawing';

const altered = (layout: Layout, name: string, how: Partial<Region>): Layout => ({
  ...layout,
  regions: layout.regions.map((region) => (region.name === name ? { ...region, ...how } : region)),
});

describe('a search in the rows', () => {
  // Rows: 0 free, 1 a, 2 free, 3 b, 4 a, 5 free
  const rows = rowsOf(
    altered(drawn('.AA.BBA.'), 'b', { mappedLine: 27, kind: 'heap', name: '/usr/lib/libc.so.6' }),
  );

  test.each([
    ['an address', '0x4010', -1, 3],
    ['an address that is free', '0x0', 3, 0],
    ['a part of a name', 'LIBC', -1, 3],
    ['a name that is there twice, from the first', 'a', -1, 1],
    ['the next of that name', 'a', 1, 4],
    ['the first again behind the last', 'a', 4, 1],
    ['the line that mapped it', ':27', -1, 3],
    ['a line that mapped nothing', ':28', -1, undefined],
    ['what is not there', 'nowhere', -1, undefined],
    ['nothing', ' ', -1, undefined],
  ])('finds %s: %s', (_what, text, from, row) => {
    expect(find(rows, text, from)).toBe(row);
  });

  test('goes by kind, and by what can be chosen: regions and holes, not what is folded', () => {
    expect(nextOfKind(rows, 'heap', -1)).toBe(3);
    expect(nextOfKind(rows, 'stack', -1)).toBeUndefined();
    expect(nextStop(rows, -1, 1)).toBe(1);
    expect(nextStop(rows, 1, 1)).toBe(2);
    expect(nextStop(rows, 2, 1)).toBe(3);
    expect(nextStop(rows, 4, 1)).toBe(4);
    expect(nextStop(rows, 4, -1)).toBe(3);
  });

  test('a region that is cut by what is asked for is one step', () => {
    const cut = rowsOf(drawn('AAABB'), undefined, [{ start: 1, end: 2 }]);
    expect(cut).toHaveLength(4);
    expect(nextStop(cut, 0, 1)).toBe(3);
  });
});

test.each([
  ['AAAA', 'AABB', 1, ['before a: rw-p → r--p', 'after a: ', 'after b: rw-p → r--p']],
  ['AAAA', 'AABB', 3, ['before a: ', 'after a: ', 'after b: ']],
])('protections of the cells of %s -> %s, with %i', (before, after, prot, expected) => {
  const rows = rowsOf(drawn(before), altered(drawn(after), 'b', { prot }));
  const cells = itemsIn(rows, 0, rows.length).flatMap((item) =>
    item.kind === 'region'
      ? [`${item.column} ${item.region.name}: ${protectionChange(rows, item) ?? ''}`]
      : [],
  );
  expect(cells).toEqual(expected);
});
