/** What one change does to entries and tables. */
import { describe, expect, it } from 'vitest';
import type { AddressSpace, SpaceEdit } from '../../../../model/memory/address-space';
import { pageNumber, pageRange, type PageRange } from '../../../../model/memory/page';
import { geometryOf } from '../../../../model/memory/page-tables/geometries';
import { movedEntries } from '../../../../model/memory/page-tables/moved-entries';
import { pageWork, type PageWork } from '../../../../model/memory/page-tables/page-work';
import { eventIndex } from '../../../../model/trace/positions';
import { drawn, edited, vmaOf } from '../drawing';

const x86 = geometryOf('x86-64-4-level');
const all = { wholePmd: true, wholePud: true, realigns: false };
const GIB = 2 ** 18;
const START = 4 * GIB;
const range = (start: number, pages: number): PageRange => pageRange(START + start, START + start + pages);

describe('moved entries', () => {
  const parts = (from: number, pages: number, to: number, able = all): readonly string[] =>
    movedEntries({ from: range(from, pages), to: range(to, pages) }, x86, able).map(
      ({ level, entries, fromIndex, toIndex }) => `${entries} ${level.name} ${fromIndex}>${toIndex}`,
    );

  it.each([
    ['one page', 3, 1, 700, all, ['1 PTE 3>188']],
    ['congruent and whole', 0, 1024, 2048, all, ['2 PMD 0>4']],
    ['congruent, with a head and a tail', 500, 1036, 2548, all, ['12 PTE 500>500', '2 PMD 1>5']],
    ['head, tables, tail', 510, 1029, 1022, all, ['2 PTE 510>510', '2 PMD 1>2', '3 PTE 0>0']],
    ['not congruent', 0, 1024, 2049, all, ['1024 PTE 0>1']],
    [
      'before whole tables could go',
      0,
      1024,
      2048,
      { ...all, wholePmd: false, wholePud: false },
      ['1024 PTE 0>0'],
    ],
    ['a GiB', 0, GIB + 512, 4 * GIB, all, ['1 PUD 4>8', '1 PMD 0>0']],
    ['a GiB before 5.11', 0, GIB, 4 * GIB, { ...all, wholePud: false }, ['512 PMD 0>0']],
  ] as const)('%s', (_name, from, pages, to, able, expected) => {
    expect(parts(from, pages, to, able)).toEqual(expected);
  });
});

const EVENT = 9;
function work(before: AddressSpace, act: (edit: SpaceEdit) => void, more = {}): PageWork {
  const { space, change } = edited(before, act, EVENT);
  const options = { ...all, event: eventIndex(EVENT), attempted: [], reclaimsTables: false, ...more };
  return pageWork(before, space, change, x86, options);
}
const tables = ({ tables }: PageWork): readonly string[] =>
  tables.map(
    ({ level, allocated, freed, moved }) =>
      `${level} +${allocated.least}..${allocated.most} -${freed.least}..${freed.most}${moved > 0 ? ` >${moved}` : ''}`,
  );
const map = (edit: SpaceEdit, where: PageRange, letter = 'W', event = EVENT): void => {
  edit.map({
    ...vmaOf(letter, 0, 1),
    ...where,
    pgoff: where.start,
    origin: { ...NEVER, mapped: eventIndex(event) },
  });
};
const NEVER = { mapped: undefined, protected: undefined, locked: undefined, moved: undefined };
const withMapping = (where: PageRange, present?: PageRange): AddressSpace =>
  edited(
    drawn(''),
    (edit) => {
      edit.map({
        ...vmaOf('W', 0, 1),
        ...where,
        pgoff: where.start,
        origin: { ...NEVER, mapped: eventIndex(1) },
      });
      if (present !== undefined) edit.pages.present(present, 'written');
    },
    1,
  ).space;

describe('the work of a change', () => {
  it('is none for a fresh mapping, however large', () => {
    expect(tables(work(drawn(''), (edit) => map(edit, pageRange(2 ** 20, 2 ** 35))))).toEqual([]);
  });

  it('takes the tables of what is populated', () => {
    const done = work(drawn(''), (edit) => {
      map(edit, range(0, 1024));
      edit.pages.present(range(0, 1024), 'attempted');
    });
    expect(done.filled.map(({ kind }) => kind)).toEqual(['own']);
    expect(tables(done)).toEqual(['PUD +1..1 -0..0', 'PMD +1..1 -0..0', 'PTE +2..2 -0..0']);
  });

  it('takes none that an entry near by proves to be there', () => {
    const before = withMapping(range(0, 16), range(0, 1));
    const done = work(before, (edit) => edit.pages.present(range(8, 4), 'written'));
    expect(tables(done)).toEqual([]);
  });

  it('gives back the tables in whose span nothing is left', () => {
    const before = withMapping(range(0, 1024 + 16), range(0, 600));
    const done = work(before, (edit) => edit.unmap(range(100, 1024)));
    expect(done.dropped.map(({ start, end }) => [start - START, end - START])).toEqual([[100, 600]]);
    expect(tables(done)).toEqual(['PTE +0..0 -1..2']);
  });

  it('keeps a table that a neighbour uses', () => {
    const before = edited(withMapping(range(0, 512), range(0, 512)), (edit) =>
      map(edit, range(600, 1), 'W', 1),
    ).space;
    expect(tables(work(before, (edit) => edit.unmap(range(0, 512))))).toEqual(['PTE +0..0 -1..1']);
    expect(tables(work(before, (edit) => edit.unmap(range(600, 1))))).toEqual(['PTE +0..0 -0..1']);
    expect(tables(work(before, (edit) => edit.unmap(range(0, 200))))).toEqual([]);
  });

  it('frees the tables of what MAP_FIXED replaces before the new mapping needs them', () => {
    const before = withMapping(range(0, 1024), range(0, 1024));
    const done = work(before, (edit) => map(edit, range(0, 1024), 'R'));
    expect(tables(done)).toEqual(['PUD +0..0 -0..1', 'PMD +0..0 -0..1', 'PTE +0..0 -0..2']);
  });

  it('moves whole tables, and takes those above that the new place lacks', () => {
    const before = withMapping(range(0, 1024), range(0, 1024));
    const done = work(before, (edit) => {
      const carried = edit.pages.moveOut(range(0, 1024));
      edit.unmap(range(0, 1024));
      map(edit, range(2 * GIB, 1024));
      edit.pages.moveIn(carried, pageNumber(START + 2 * GIB));
    });
    expect(done.moved.map(({ level, entries }) => `${entries} ${level.name}`)).toEqual(['2 PMD']);
    expect(done.dropped).toEqual([]);
    expect(tables(done)).toEqual(['PMD +1..1 -1..1', 'PTE +0..0 -0..0 >2']);
  });

  it('frees the tables that MADV_DONTNEED leaves empty where the kernel reclaims them', () => {
    const before = withMapping(range(100, 1400), range(100, 1400));
    const empty = (edit: SpaceEdit): void => edit.pages.emptied(range(100, 1400));
    expect(tables(work(before, empty))).toEqual([]);
    expect(tables(work(before, empty, { reclaimsTables: true }))).toEqual(['PTE +0..0 -0..1']);
  });
});
