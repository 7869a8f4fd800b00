/** The tables on the way of a walk: the entries next to its own, and what is folded above and below. */
import { describe, expect, it } from 'vitest';
import type { AddressSpace } from '../../../../model/memory/address-space';
import { addressOf, pageNumber } from '../../../../model/memory/page';
import type { GeometryName } from '../../../../model/memory/page-tables/geometry';
import { geometryOf } from '../../../../model/memory/page-tables/geometries';
import { tableSections, type TableSection } from '../../../../model/memory/page-tables/table-entries';
import { walkOf } from '../../../../model/memory/page-tables/walk';
import { BASE, drawn } from '../drawing';

function sections(space: AddressSpace, page: number, name: GeometryName = 'x86-64-4-level') {
  const walk = walkOf(space, addressOf(pageNumber(page)), geometryOf(name));
  return tableSections(space, walk);
}

/** 'before | near | after': folds as entries/used. */
const shown = ({ before, near, after }: TableSection): string =>
  [
    `${before.entries}/${before.used}`,
    near.map(({ index, state }) => `${index} ${state}`).join(', '),
    `${after.entries}/${after.used}`,
  ].join(' | ');

describe('the tables on the way of a walk', () => {
  it('show the entries next to its own, and fold the others to numbers', () => {
    const [pgd, pud, pmd, pte] = sections(drawn('WW....W..W'), BASE + 6);
    expect(shown(pgd!)).toBe('253/0 | 253 empty, 254 empty, 255 open, 256 kernel, 257 kernel | 0/0');
    expect([pgd, pud, pmd, pte].map((table) => table?.kernelFrom)).toEqual([256, 512, 512, 512]);
    expect(shown(pud!)).toMatch(/508 open/);
    expect(shown(pmd!)).toBe('0/0 | 0 open, 1 empty, 2 empty | 509/0');
    expect(shown(pte!)).toBe('4/2 | 4 empty, 5 empty, 6 open, 7 empty, 8 empty | 503/1');
  });

  it('leave no fold of a single entry', () => {
    const pte = sections(drawn('W'), BASE + 3).at(-1)!;
    expect(shown(pte)).toMatch(/^0\/0 \| 0 open, 1 empty, 2 empty, 3 empty, 4 empty, 5 empty \|/);
  });

  it('lead to the nearest entry in use', () => {
    const { before, after } = sections(drawn('WW....W..WW'), BASE + 6).at(-1)!;
    expect([before.nearest, after.nearest]).toEqual([BASE + 1, BASE + 9]);
  });

  it('name the first mapped page of an entry as the place to go to', () => {
    const pmd = sections(drawn('...W'), BASE)[2]!;
    expect(pmd.near[0]).toEqual({ index: 0, state: 'open', page: BASE + 3 });
  });

  it('know that the tables of a 32-bit machine with PAE are there from birth, and whose the fourth is', () => {
    const [pgd] = sections(drawn(''), 0x1000, 'i386-pae');
    expect(shown(pgd!)).toBe('0/0 | 0 table, 1 table, 2 table, 3 kernel | 0/0');
  });
});
