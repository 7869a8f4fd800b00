import { describe, expect, test } from 'vitest';
import { changeSums } from '../../../picture/change-sums';
import { kindTotals } from '../../../picture/kinds';
import { RegionFlag, type Region } from '../../../picture/region';
import { rowsOf } from '../../../picture/rows';
import type { Layout } from '../../../picture/layout';
import { drawn } from './drawing';

const altered = (layout: Layout, name: string, how: Partial<Region>): Layout => ({
  ...layout,
  regions: layout.regions.map((region) => (region.name === name ? { ...region, ...how } : region)),
});

describe('sums of a change', () => {
  test.each<[what: string, before: Layout, after: Layout, sums: readonly object[]]>([
    ['nothing', drawn('AA'), drawn('AA'), []],
    ['mapped where nothing was known', drawn('A???'), drawn('ABB?'), [{ what: 'mapped', pages: 2 }]],
    ['mapped', drawn('A...'), drawn('ABB.'), [{ what: 'mapped', pages: 2 }]],
    ['unmapped', drawn('AAAA'), drawn('A..A'), [{ what: 'unmapped', pages: 2 }]],
    [
      'protected',
      drawn('AAAA'),
      altered(drawn('AABB'), 'b', { prot: 1 }),
      [{ what: 'protected', pages: 2, from: 'rw-p', to: 'r--p' }],
    ],
    [
      'locked',
      drawn('AA'),
      altered(drawn('AA'), 'a', { flags: RegionFlag.locked }),
      [{ what: 'locked', pages: 2 }],
    ],
    [
      'unlocked',
      altered(drawn('AA'), 'a', { flags: RegionFlag.locked }),
      drawn('AA'),
      [{ what: 'unlocked', pages: 2 }],
    ],
  ])('%s', (what, before, after, sums) => {
    const mapped = what === 'replaced' ? [{ start: 1, end: 3 }] : [];
    expect(changeSums(rowsOf(before, after), [], mapped)).toEqual(sums);
  });

  test('what moves is neither mapped nor unmapped', () => {
    const rows = rowsOf(drawn('.AA.....'), drawn('....AAA.'));
    expect(changeSums(rows, [{ from: 1, to: 4 }], [])).toEqual([{ what: 'moved', pages: 2, after: 3 }]);
  });
});

test('totals by kind come in the order of the kinds', () => {
  const { regions } = altered(drawn('AABC.A'), 'b', { kind: 'code' });
  expect(kindTotals(regions)).toEqual([
    { kind: 'code', count: 1, pages: 1 },
    { kind: 'anonymous', count: 3, pages: 4 },
  ]);
});
