import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Axis } from '../../../picture/axis';
import { cellsOf } from '../../../picture/cells';
import { changed } from '../../../picture/layout';
import {
  barShare,
  barTicks,
  heightsOf,
  magnitude,
  narrowReading,
  reading,
  zoomed,
} from '../../../picture/scale';
import { rowsOf, type RowLook } from '../../../picture/rows';
import type { RegionColumns } from '../../../picture/region';
import type { Layout } from '../../../picture/layout';
import { drawn, rowLines } from './drawing';

describe('rows', () => {
  test.each<[what: string, before: string, after: string, rows: readonly string[]]>([
    ['nothing changes', '..AAB.', '..AAB.', ['0-2 free', '2-4 a', '4-5 b', '5-6 free']],
    ['a mapping comes', '......', '..AA..', ['0-2 free', '2-4 free>a', '4-6 free']],
    ['a mapping goes', '..AA..', '......', ['0-2 free', '2-4 a>free', '4-6 free']],
    ['a hole is cut', 'AAAA', 'A..A', ['0-1 a>a', '1-3 a>free', '3-4 a>a']],
    ['a middle is changed', 'AAAA', 'ABBA', ['0-1 a>a', '1-3 a>b', '3-4 a>a']],
    ['neighbours become one', 'AA|AA', 'AAAA', ['0-2 a>a', '2-4 a>a']],
    ['a mapping grows', 'AA..', 'AAA.', ['0-2 a>a', '2-3 free>a', '3-4 free']],
    ['a mapping comes where nothing was known', '????', '?AA?', ['0-1 ?', '1-3 ?>a', '3-4 ?']],
    ['more becomes known', '????', '??', ['0-2 ?', '2-4 ?>free']],
    ['another comes beside', 'AA..', 'AAB.', ['0-2 a', '2-3 free>b', '3-4 free']],
  ])('%s: %s -> %s', (_what, before, after, rows) => {
    expect(rowLines(drawn(before), drawn(after))).toEqual(rows);
  });

  /** Rows with their looks: what is asked for is drawn as '^' below the space. */
  test.each<[what: string, space: string, asked: string, rows: readonly string[]]>([
    ['a hole between neighbours', 'AA..BB', '', ['0-2 region', '2-4 hole', '4-6 region']],
    ['free at both ends is folded', '..AA..', '', ['0-2 fold', '2-4 region', '4-6 fold']],
    [
      'a range over a mapping and what follows',
      'AAAA....',
      '  ^^^^',
      ['0-2 part', '2-4 part', '4-6 hole', '6-8 fold'],
    ],
    [
      'a range within a hole',
      'A....B',
      '  ^^',
      ['0-1 region', '1-2 hole', '2-4 hole', '4-5 hole', '5-6 region'],
    ],
    [
      'a range from border to border',
      '.AABB.',
      ' ^^^^',
      ['0-1 fold', '1-3 region', '3-5 region', '5-6 fold'],
    ],
    ['a range past the end', '.AA.', '   ^^^', ['0-1 fold', '1-3 region', '3-4 hole', '4-6 beyond']],
  ])('%s: %s', (_what, space, asked, rows) => {
    const layout = drawn(space);
    const start = asked.indexOf('^');
    const spans = start < 0 ? [] : [{ start, end: asked.length }];
    expect(rowsOf(layout, layout, spans).map((row) => `${row.start}-${row.end} ${row.look}`)).toEqual(rows);
  });

  test('a gap of more than 1 MiB is folded', () => {
    const hole = (pages: number) => rowsOf(drawn(`A${'.'.repeat(pages)}B`))[1]?.look;
    expect([hole(256), hole(257)]).toEqual(['hole', 'fold']);
  });

  test('cover every page once, whatever changed', () => {
    const space = fc
      .array(fc.constantFrom('A', 'B', '.', '|'), { minLength: 1, maxLength: 30 })
      .map((all) => drawn(all.join('')));
    const span = fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 10 }))
      .map(([start, pages]) => ({ start, end: start + pages }));
    fc.assert(
      fc.property(space, space, fc.array(span, { maxLength: 3 }), (before, after, spans) => {
        let page = 0;
        for (const { start, end } of rowsOf(before, after, spans)) {
          expect(start).toBe(page);
          expect(end).toBeGreaterThan(start);
          page = end;
        }
        expect(page).toBe(Math.max(before.end, after.end, ...spans.map(({ end }) => end)));
      }),
    );
  });
});

describe('cells', () => {
  test('reach over all rows of their region', () => {
    const rows = rowsOf(drawn('AAAA'), drawn('ABBA'));
    expect(cellsOf(rows, 'before', 0, 3)).toMatchObject([{ first: 0, end: 3, region: { name: 'a' } }]);
    expect(cellsOf(rows, 'after', 0, 3).map(({ first, end }) => [first, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });

  test('that begin above the rows asked for are found whole', () => {
    const rows = rowsOf(drawn('AAAA'), drawn('ABBA'));
    expect(cellsOf(rows, 'before', 2, 3)).toMatchObject([{ first: 0, end: 3 }]);
  });
});

describe('a layout of what differs', () => {
  const columnsOf = (layout: Layout): RegionColumns => ({
    start: layout.regions.map(({ start }) => start),
    end: layout.regions.map(({ end }) => end),
    kind: layout.regions.map(() => 4),
    prot: layout.regions.map(({ prot }) => prot),
    flags: layout.regions.map(({ flags }) => flags),
    name: layout.regions.map((_, i) => i),
    mappedLine: layout.regions.map(() => 0),
    names: layout.regions.map(({ name }) => name),
  });

  test.each([
    ['a mapping comes', '..AA......', '..AA..BB..', [[4, 10]]],
    ['a mapping goes', '..AA..BB..', '..AA......', [[4, 10]]],
    ['a mapping is cut', 'AAAACC....', 'AB|BACC...', [[0, 4]]],
    [
      'two places change',
      'A.B.C.D...',
      'A.E.C.....',
      [
        [1, 4],
        [5, 10],
      ],
    ],
    ['all is new', '..AA......', 'BB........', undefined],
  ] as const)('%s', (_what, before, after, replaces) => {
    const to = drawn(after);
    const inside = ({ start }: { start: number }) =>
      replaces === undefined || replaces.some(([from, end]) => start >= from && start < end);
    const part = { ...to, regions: to.regions.filter(inside) };
    const change = { regions: columnsOf(part), ...(replaces === undefined ? {} : { replaces }) };
    expect(changed(drawn(before), change).regions.map(({ start, end, name }) => [start, end, name])).toEqual(
      to.regions.map(({ start, end, name }) => [start, end, name]),
    );
  });
});

describe('the scale', () => {
  test.each([
    ['4 KiB', 1, 0],
    ['64 KiB', 16, 1],
    ['1 MiB', 256, 2],
    ['4 GiB', 2 ** 20, 5],
    ['128 TiB', 2 ** 35, 8.75],
  ])('%s is %i pages and %f sixteenfolds', (_size, pages, expected) => {
    expect(magnitude(pages)).toBe(expected);
    const of = (look: RowLook): number => {
      const { least, step } = heightsOf(look, reading);
      return least + step * magnitude(pages);
    };
    expect(of('region')).toBe(reading.least + expected * reading.step);
    expect(of('fold')).toBe(reading.fold);
  });

  test('gives two regions side by side more room where it is narrow', () => {
    expect(heightsOf('changed', narrowReading).least).toBeGreaterThan(
      heightsOf('region', narrowReading).least,
    );
  });

  test('shows the smallest size on the bar, and no size beyond its end; ticks stand apart evenly', () => {
    expect(barShare(1)).toBeGreaterThan(0);
    expect(barShare(2 ** 40)).toBe(1);
    const places = barTicks.map(barShare);
    for (let i = 2; i < places.length; i++)
      expect(places[i]! - places[i - 1]!).toBeCloseTo(places[1]! - places[0]!);
  });

  test('leaves no row thinner than a pixel', () => {
    expect(zoomed(reading, 0.001)).toMatchObject({ least: 1, fold: 1 });
  });
});

describe('the axis', () => {
  const axis = new Axis(rowsOf(drawn('..AAAA..BB')), reading);

  test('finds rows by place and by page, at their borders too', () => {
    for (let i = 0; i < axis.rows.length; i++) {
      expect(axis.rowAt(axis.top(i))).toBe(i);
      expect(axis.rowAt(axis.top(i + 1) - 0.5)).toBe(i);
      expect(axis.rowOf(axis.rows[i]!.start)).toBe(i);
    }
    expect(axis.rowAt(axis.height + 100)).toBe(axis.rows.length - 1);
    expect(new Axis([], reading).rowAt(0)).toBe(-1);
  });

  test('places pages in proportion within their row', () => {
    expect(axis.pageAt(axis.placeOf(4))).toBeCloseTo(4);
    expect(axis.pageAt(-1)).toBe(0);
    expect(axis.placeOf(4)).toBeCloseTo((axis.top(1) + axis.top(2)) / 2);
  });
});
