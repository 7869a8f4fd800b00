/** The pure parts of the Pages view: fields and digits of an address, lines that do not cross, the folded map, entries moving. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageRunBody, PageWalkBody } from '../../../debug-adapter/protocol/page';
import { binaryOf, digitsOf, fieldsOf } from '../../../picture/pages/address-fields';
import { countsOf, mapRows, mapShape, type MapRow } from '../../../extension/views/webview/pages/map-rows';
import { entriesAt, sceneRows, sceneShape } from '../../../extension/views/webview/pages/move-scene';
import { routesOf, type Box, type Stage } from '../../../picture/pages/routes';

const fold = { entries: 0, used: 0, nearest: null };
const step = (level: string, high: number, low: number, index: number): PageWalkBody['steps'][number] => ({
  level,
  bits: [high, low],
  index,
  entries: 2 ** (high - low + 1),
  table: { start: '0x0', end: '0x0' },
  entry: { start: '0x0', end: '0x0' },
  exists: 'yes',
  since: null,
  near: [],
  before: fold,
  after: fold,
  kernelFrom: 512,
});
const x86 = [
  step('PGD', 47, 39, 255),
  step('PUD', 38, 30, 511),
  step('PMD', 29, 21, 447),
  step('PTE', 20, 12, 491),
];

describe('the address as the page tables read it', () => {
  it('is cut in fields, the byte in the page last', () => {
    const fields = fieldsOf({ address: '0x7ffff7feb123', steps: x86 }, 'offset');
    expect(fields.map(({ kind, name, value }) => `${kind} ${name} ${value}`)).toEqual([
      'level0 PGD 255',
      'level1 PUD 511',
      'level2 PMD 447',
      'level3 PTE 491',
      'offset offset 291',
    ]);
    expect(fields.map(binaryOf).join('')).toBe(0x7ffff7feb123n.toString(2).padStart(48, '0'));
  });

  it.each([
    [48, '7ffff7feb123', 47],
    [57, '0007ffff7feb123', 56],
    [39, '7ff7feb123', 38],
  ])('has in %i bits the digits %s', (bits, digits, top) => {
    const found = digitsOf(BigInt(`0x${digits}`), bits);
    expect(found.map(({ digit }) => digit).join('')).toBe(digits);
    expect(found[0]?.high).toBe(top);
    expect(found.at(-1)).toMatchObject({ high: 3, low: 0 });
  });
});

describe('the lines of the figure', () => {
  /** Tables of 100 by 60 at their places, fields above them. */
  const stages = (wide: boolean, count: number): readonly Stage[] =>
    Array.from({ length: count }, (_, n): Stage => {
      const frame: Box = wide
        ? { x: n * 140, y: 100, width: 100, height: 60 }
        : { x: 16, y: 100 + n * 80, width: 100, height: 60 };
      const target = { x: frame.x + 4, y: frame.y + 30, width: 92, height: 10 };
      return { field: { x: n * 30, y: 0, width: 30, height: 40 }, frame, target };
    });

  it.each([
    [true, 5],
    [false, 5],
    [true, 3],
  ])('go from each field to its entry, and from each entry but the last to the next table', (wide, count) => {
    const routes = routesOf(stages(wide, count), wide);
    expect(routes.filter(({ kind }) => kind === 'index')).toHaveLength(count);
    expect(routes.filter(({ kind }) => kind === 'points').map(({ stage }) => stage)).toEqual(
      Array.from({ length: count - 1 }, (_, n) => n),
    );
  });

  it('of fields do not cross in a narrow figure', () => {
    const segments = routesOf(stages(false, 6), false)
      .filter(({ kind }) => kind === 'index')
      .map(({ line }) => segmentsOf(line));
    segments.forEach((one, n) => {
      for (const other of segments.slice(n + 1))
        expect(one.some((a) => other.some((b) => crosses(a, b)))).toBe(false);
    });
  });

  type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

  /** Of a path of M, H and V. */
  function segmentsOf(line: string): readonly Segment[] {
    let [x, y] = [0, 0];
    return [...line.matchAll(/([MHV])([\d.]+)(?: ([\d.]+))?/g)].flatMap(([, kind, a, b]): Segment[] => {
      const [fromX, fromY] = [x, y];
      if (kind !== 'V') x = Number(a);
      if (kind !== 'H') y = Number(kind === 'M' ? b : a);
      return kind === 'M' ? [] : [[fromX, fromY, x, y]];
    });
  }

  const crosses = ([ax1, ay1, ax2, ay2]: Segment, [bx1, by1, bx2, by2]: Segment): boolean =>
    Math.min(ax1, ax2) <= Math.max(bx1, bx2) &&
    Math.min(bx1, bx2) <= Math.max(ax1, ax2) &&
    Math.min(ay1, ay2) <= Math.max(by1, by2) &&
    Math.min(by1, by2) <= Math.max(ay1, ay2);
});

const hex = (n: bigint): string => `0x${n.toString(16)}`;

/** A mapping of `pages` at 0x10000 with runs as [kind, from, to]. */
function walkWith(
  pages: number,
  runs: readonly (readonly [PageRunBody['kind'], number, number])[],
  { left = 0, right = 0, start = 0x10000n } = {},
): Parameters<typeof mapShape>[0] {
  const address = (page: number): string => hex(start + BigInt(page) * 4096n);
  const vma = { start: address(0), end: address(pages) } as NonNullable<
    NonNullable<PageWalkBody['entry']>['vma']
  >;
  return {
    steps: x86,
    entry: { vma } as PageWalkBody['entry'],
    runs: runs.map(([kind, from, to]) => ({
      kind,
      start: address(from),
      end: address(to),
      pages: to - from,
      since: { event: 1, line: 2 },
    })),
    runCount: runs.length + left + right,
    runsBefore: left,
  };
}

const drawn = (rows: readonly MapRow[]): readonly string[] =>
  rows.map((row) =>
    row.kind === 'cells'
      ? row.cells.map((cell) => (cell === undefined ? ' ' : cell.band.state[0])).join('')
      : `${row.kind} ${row.from}-${row.to}`,
  );

describe('the map of a mapping', () => {
  it('has a cell a page, in rows that begin at round addresses', () => {
    const shape = mapShape(
      walkWith(
        20,
        [
          ['own', 4, 9],
          ['guard', 12, 13],
        ],
        { start: 0x13000n },
      ),
    )!;
    expect(drawn(mapRows(shape, 16, undefined))).toEqual(['   oooopppppooog', 'ooooooo         ']);
    expect(countsOf(shape).map(({ state, pages }) => `${state} ${pages}`)).toEqual([
      'present 5',
      'guard 1',
      'open 14',
    ]);
  });

  it('of larger pages than those that were mapped has the parts at both ends as pages', () => {
    const walk = {
      ...walkWith(
        9,
        [
          ['own', 2, 3],
          ['guard', 3, 4],
        ],
        { start: 0x13000n },
      ),
      steps: [step('PTE', 24, 14, 0)],
    };
    const shape = mapShape(walk)!;
    expect(shape).toMatchObject({ start: 0x10000n, mapped: 0x13000n, pages: 3 });
    expect(countsOf(shape).map(({ state, pages }) => `${state} ${pages}`)).toEqual(['present 1', 'open 2']);
  });

  it('begins a single row with the first page', () => {
    const shape = mapShape(walkWith(4, [], { start: 0x13000n }))!;
    expect(drawn(mapRows(shape, 16, 0))).toEqual(['oooo            ']);
  });

  it('folds long stretches of one state, but not the page that is chosen', () => {
    const shape = mapShape(walkWith(2 ** 28, [['file', 512, 516]]))!;
    expect(drawn(mapRows(shape, 16, 100_000))).toEqual([
      'o'.repeat(16),
      'fold 16-496',
      'o'.repeat(16),
      `ffff${'o'.repeat(12)}`,
      'o'.repeat(16),
      'fold 544-100000',
      'o'.repeat(16),
      `fold 100016-${2 ** 28 - 16}`,
      'o'.repeat(16),
    ]);
  });

  it('says of runs that were not sent that they are not drawn', () => {
    const shape = mapShape(walkWith(64, [['own', 20, 21]], { left: 3, right: 4 }))!;
    expect(shape.bands.map(({ state, from, to }) => `${state} ${from}-${to}`)).toEqual([
      'unlisted 0-20',
      'present 20-21',
      'unlisted 21-64',
    ]);
  });

  it('shows every page once, in a row or a fold, in order; and never too many rows', () => {
    const lengths = fc.array(fc.nat(300), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        lengths,
        fc.nat(20_000),
        fc.constantFrom(16, 32, 64),
        fc.nat(40),
        (sizes, at, columns, offset) => {
          let page = 0;
          const runs = sizes.flatMap((size, n) => {
            const from = page + (n % 3);
            page = from + size + 1;
            return [['own', from, page] as const];
          });
          const shape = mapShape(walkWith(page + 5, runs, { start: BigInt(offset) * 4096n }))!;
          const chosen = at % shape.pages;
          const rows = mapRows(shape, columns, chosen);
          expect(rows.length).toBeLessThanOrEqual(42);
          let next = 0;
          for (const row of rows) {
            if (row.kind !== 'cells') {
              expect(row.from).toBe(next);
              next = row.to;
              continue;
            }
            for (const cell of row.cells) if (cell !== undefined) expect(cell.page).toBe(next++);
          }
          expect(next).toBe(shape.pages);
          const isSeen = rows.some(
            (row) => row.kind === 'cells' && row.cells.some((cell) => cell?.page === chosen),
          );
          expect(isSeen).toBe(true);
        },
      ),
    );
  });
});

describe('entries that move', () => {
  const slot = (n: number) => ({ from: 10 + n, to: 90 + n, state: 'present' as const });

  it('are shown one by one, and the middle of many as a number', () => {
    expect(sceneRows(6, slot).map((row) => row.slot?.from ?? `+${row.folded}`)).toEqual([
      10, 11, 12, 13, 14, 15,
    ]);
    expect(sceneRows(100, slot).map((row) => row.slot?.to ?? `+${row.folded}`)).toEqual([
      90,
      91,
      92,
      '+95',
      188,
      189,
    ]);
  });

  it.each([200, 300, 620, 2000])(
    'leave the old table, end in the new one, and stay inside %i pixels',
    (width) => {
      const rows = sceneRows(4, slot);
      const shape = sceneShape(width, rows.length);
      expect(entriesAt(shape, rows, 0).every(({ at, share }) => at.x === shape.oldX && share === 0)).toBe(
        true,
      );
      expect(entriesAt(shape, rows, 1).every(({ at, share }) => at.x === shape.newX && share === 1)).toBe(
        true,
      );
      const [first, , , last] = entriesAt(shape, rows, 0.5);
      expect(first!.share).toBeGreaterThan(last!.share);
      for (const t of [0, 0.3, 0.6, 1])
        for (const { at } of entriesAt(shape, rows, t)) {
          expect(at.x - shape.slotWidth / 2).toBeGreaterThanOrEqual(0);
          expect(at.x + shape.slotWidth / 2).toBeLessThanOrEqual(Math.min(width, shape.width));
        }
    },
  );
});
