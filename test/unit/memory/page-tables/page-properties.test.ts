/** Page runs against an array with a letter a page, and tables against sets of blocks, under random operations. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AddressSpace, SpaceEdit } from '../../../../model/memory/address-space';
import { pageNumber, pageRange } from '../../../../model/memory/page';
import { GEOMETRY_NAMES } from '../../../../model/memory/page-tables/geometry';
import { geometryOf } from '../../../../model/memory/page-tables/geometries';
import { provesTable, tableCounts } from '../../../../model/memory/page-tables/table-counts';
import { applyChange, isNothing, revertChange } from '../../../../model/memory/space-change';
import { BASE, contents, drawn, edited, pages, vmaOf } from '../drawing';
import { pagesDrawing, runsOf } from './page-drawing';

const PAGES = 48;
const LETTERS = ['W', 'R', 'N', 'S', 'P'] as const;

const operation = fc.record({
  what: fc.constantFrom(
    ...(['map', 'map', 'unmap', 'protect', 'populated', 'read', 'written', 'emptied'] as const),
    ...(['guarded', 'unguarded', 'loosened', 'move', 'look'] as const),
  ),
  start: fc.nat(PAGES - 1),
  length: fc.integer({ min: 1, max: 12 }),
  to: fc.nat(PAGES - 1),
  letter: fc.constantFrom(...LETTERS),
  prot: fc.nat(3),
});
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never;

function perform(edit: SpaceEdit, { what, start, length, to, letter, prot }: Operation): void {
  const range = pages(start, start + length);
  switch (what) {
    case 'map':
      edit.map(vmaOf(letter, start, start + length));
      return;
    case 'unmap':
      edit.unmap(range);
      return;
    case 'protect':
      edit.modify(range, (vma) => (vma.prot === prot ? vma : { ...vma, prot }));
      return;
    case 'move': {
      const vma = edit.now.vmaAt(range.start);
      if (vma === undefined || vma.end < range.end || (to < start + length && start < to + length)) return;
      const carried = edit.pages.moveOut(range);
      edit.unmap(range);
      edit.map({ ...vma, ...pages(to, to + length) });
      edit.pages.moveIn(carried, pageNumber(BASE + to));
      return;
    }
    case 'look':
      edit.now.vmaAt(range.start);
      return;
    case 'populated':
    case 'read':
    case 'written':
      edit.pages.present(range, what);
      return;
    default:
      edit.pages[what](range);
  }
}

/** The same on letters alone; `space` is the one before. */
function expected(before: string, space: AddressSpace, op: Operation): string {
  const letters = before.split('');
  const { what, start, length, to, prot } = op;
  const vmaOfPage = (n: number) => space.vmaAt(pageNumber(BASE + n));
  if (what === 'move') {
    const vma = vmaOfPage(start);
    if (vma === undefined || vma.end < BASE + start + length || (to < start + length && start < to + length))
      return before;
    const moved = letters.slice(start, start + length);
    letters.fill('.', start, start + length);
    letters.splice(to, length, ...moved);
    return letters.join('');
  }
  for (let n = start; n < start + length; n++) {
    const vma = vmaOfPage(n);
    const was = letters[n];
    const isShared = vma?.backing.kind === 'shmem';
    const isFile = isShared || vma?.backing.kind === 'file';
    if (what === 'map' || what === 'unmap') letters[n] = '.';
    else if (vma === undefined || what === 'look') continue;
    else if (what === 'protect') {
      if (vma.prot === 0 && prot !== 0 && was === 'u') letters[n] = 'e';
    } else if (what === 'emptied') {
      if (was !== 'g') letters[n] = vma.prot === 0 ? 'u' : 'e';
    } else if (what === 'guarded') letters[n] = 'g';
    else if (what === 'unguarded') {
      if (was === 'g') letters[n] = vma.prot === 0 ? 'u' : 'e';
    } else if (what === 'loosened') {
      if (was === 'o' || was === 'r' || was === 'f') letters[n] = 'l';
    } else if (what === 'populated' && vma.prot === 0) continue;
    else if (was !== 'o' && was !== 'g') {
      const writes = what === 'written' || (what === 'populated' && (vma.prot! & 2) !== 0);
      letters[n] = writes && !isShared ? 'o' : isFile ? 'f' : 'r';
    }
  }
  return letters.join('');
}

const WIDTH = PAGES + 12;

test('runs say of each page what an array of letters says, and every change can be taken back and made again', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(operation, { minLength: 1, maxLength: 4 }), { maxLength: 16 }),
      (events) => {
        let space = drawn('');
        let letters = '.'.repeat(WIDTH);
        events.forEach((operations, n) => {
          const before = space;
          const { space: after, change } = edited(
            space,
            (edit) => {
              for (const op of operations) {
                letters = expected(letters, edit.now, op);
                perform(edit, op);
              }
            },
            n + 1,
          );
          space = after;
          expect(pagesDrawing(after, WIDTH)).toBe(letters);
          const back = revertChange(after, change);
          expect(runsOf(back, WIDTH)).toEqual(runsOf(before, WIDTH));
          expect(contents(back)).toEqual(contents(before));
          expect(runsOf(applyChange(before, change), WIDTH)).toEqual(runsOf(after, WIDTH));
          if (isNothing(change)) expect(runsOf(after, WIDTH)).toEqual(runsOf(before, WIDTH));
        });
      },
    ),
    { numRuns: 300 },
  );
});

/** Ranges far apart, so that several blocks of several levels are in play. */
const far = fc.record({
  what: fc.constantFrom('map', 'map', 'unmap', 'populated', 'emptied', 'guarded'),
  start: fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(5), fc.nat(600))
    .map(([a, b, c, d]) => a * 2 ** 27 + b * 2 ** 18 + c * 512 + d),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 3000 })),
  letter: fc.constantFrom('W', 'S', 'P', 'N'),
});

/** Counted block by block. */
function slowly(space: AddressSpace, name: (typeof GEOMETRY_NAMES)[number]) {
  return geometryOf(name)
    .levels.slice(1)
    .map((level) => {
      const blocks = (ranges: Iterable<{ start: number; end: number }>): number => {
        const found = new Set<number>();
        for (const { start, end } of ranges)
          for (let block = Math.floor(start / level.tablePages); block * level.tablePages < end; block++)
            found.add(block);
        return found.size;
      };
      const proven = [...space.pageRuns(pageRange(0, 2 ** 40))].filter((run) => provesTable(run, level));
      return {
        level: level.name,
        least: Math.max(level.born, blocks(proven)),
        most: Math.max(level.born, blocks(space.vmas())),
      };
    });
}

test('tables counted leaf by leaf are those counted block by block, after every edit', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...GEOMETRY_NAMES),
      fc.array(far, { minLength: 1, maxLength: 200 }),
      (name, operations) => {
        let space = drawn('');
        operations.forEach(({ what, start, length, letter }, n) => {
          const range = pageRange(start, start + length);
          space = edited(
            space,
            (edit) => {
              if (what === 'map') edit.map({ ...vmaOf(letter, 0, 1), ...range, pgoff: start });
              else if (what === 'unmap') edit.unmap(range);
              else if (what === 'populated') edit.pages.present(range, 'populated');
              else if (what === 'emptied') edit.pages.emptied(range);
              else edit.pages.guarded(range);
            },
            n + 1,
          ).space;
          if (n % 8 === 0 || n === operations.length - 1) {
            const { levels } = tableCounts(space, geometryOf(name));
            expect(levels.slice(1).map(({ level, least, most }) => ({ level, least, most }))).toEqual(
              slowly(space, name),
            );
          }
        });
      },
    ),
    { numRuns: 60 },
  );
});
