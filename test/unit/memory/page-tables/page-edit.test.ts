/** What each kind of call leaves proven of the pages of a range. */
import { describe, expect, it } from 'vitest';
import type { SpaceEdit, SpaceId } from '../../../../model/memory/address-space';
import { pageNumber } from '../../../../model/memory/page';
import { isNothing } from '../../../../model/memory/space-change';
import { forkOf } from '../../../../model/memory/space-birth';
import { VmFlag } from '../../../../model/memory/vma';
import { eventIndex } from '../../../../model/trace/positions';
import { BASE, drawn, edited, pages, vmaOf } from '../drawing';
import { pagesDrawing, runsOf } from './page-drawing';

interface Case {
  readonly name: string;
  readonly space: string;
  readonly steps: readonly ((edit: SpaceEdit) => void)[];
  readonly pages: string;
}

const protect = (start: number, end: number, prot: number) => (edit: SpaceEdit) =>
  edit.modify(pages(start, end), (vma) => (vma.prot === prot ? vma : { ...vma, prot }));

const cases: readonly Case[] = [
  {
    name: 'populating writes to writable private memory, reads the rest, and leaves PROT_NONE and holes alone',
    space: 'WWRR..NNSSPP',
    steps: [(edit) => edit.pages.present(pages(0, 12), 'populated')],
    pages: 'oorr....ffff',
  },
  {
    name: 'an attempt proves nothing of files and shared memory: their pages may lie behind the end',
    space: 'WWRRNNSSPP',
    steps: [(edit) => edit.pages.present(pages(0, 10), 'attempted')],
    pages: 'oorr......',
  },
  {
    name: 'reading gives writable memory no page of its own',
    space: 'WWPP',
    steps: [(edit) => edit.pages.present(pages(0, 4), 'read')],
    pages: 'rrff',
  },
  {
    name: 'a page of its own stays one when it is read',
    space: 'WWWW',
    steps: [
      (edit) => edit.pages.present(pages(1, 3), 'written'),
      (edit) => edit.pages.present(pages(0, 4), 'read'),
    ],
    pages: 'roor',
  },
  {
    name: 'emptied memory is open where it can be touched, and absent where not',
    space: 'WWNN',
    steps: [(edit) => edit.pages.emptied(pages(0, 4))],
    pages: 'eeuu',
  },
  {
    name: 'what was PROT_NONE and is no more may have been touched since, also when it is PROT_NONE again',
    space: 'NNNN',
    steps: [(edit) => edit.pages.emptied(pages(0, 4)), protect(1, 3, 3), protect(0, 4, 0)],
    pages: 'ueeu',
  },
  {
    name: 'taking the access away keeps the entries',
    space: 'WWWW',
    steps: [(edit) => edit.pages.present(pages(0, 4), 'populated'), protect(1, 3, 0)],
    pages: 'oooo',
  },
  {
    name: 'guards stay when the rest is emptied, and go when they are removed',
    space: 'WWWWWW',
    steps: [
      (edit) => edit.pages.guarded(pages(1, 4)),
      (edit) => edit.pages.emptied(pages(0, 6)),
      (edit) => edit.pages.unguarded(pages(0, 2)),
    ],
    pages: 'eeggee',
  },
  {
    name: 'loosening concerns what was present',
    space: 'WWWW',
    steps: [(edit) => edit.pages.present(pages(0, 2), 'written'), (edit) => edit.pages.loosened(pages(1, 4))],
    pages: 'ol..',
  },
  {
    name: 'unmapping and mapping anew forget',
    space: 'WWWWWW',
    steps: [
      (edit) => edit.pages.present(pages(0, 6), 'populated'),
      (edit) => edit.unmap(pages(1, 2)),
      (edit) => edit.map(vmaOf('R', 3, 5)),
    ],
    pages: 'o.o..o',
  },
  {
    name: 'a move takes entries along, all kinds of them, and holes between',
    space: 'WWWW......',
    steps: [
      (edit) => edit.pages.present(pages(0, 1), 'written'),
      (edit) => edit.pages.guarded(pages(2, 3)),
      (edit) => {
        const carried = edit.pages.moveOut(pages(0, 4));
        edit.unmap(pages(0, 4));
        edit.map(vmaOf('W', 5, 9));
        edit.pages.moveIn(carried, pageNumber(BASE + 5));
      },
    ],
    pages: '.....o.g..',
  },
  {
    name: 'special memory, devices and hugetlbfs are left out',
    space: 'DD',
    steps: [
      (edit) => edit.map(vmaOf('W', 2, 4, { flags: VmFlag.hugeTlb })),
      (edit) => edit.map(vmaOf('W', 4, 6, { flags: VmFlag.pfnMap })),
      (edit) => edit.pages.present(pages(0, 6), 'populated'),
      (edit) => edit.pages.emptied(pages(0, 6)),
    ],
    pages: '......',
  },
];

describe('page runs', () => {
  it.each(cases)('$name', ({ space, steps, pages: expected }) => {
    let now = drawn(space);
    steps.forEach((step, n) => (now = edited(now, step, n + 1).space));
    expect(pagesDrawing(now, expected.length)).toBe(expected);
  });

  it('rest on the event that proved them first; a repetition changes nothing', () => {
    const once = edited(drawn('WWWW'), (edit) => edit.pages.present(pages(0, 4), 'populated'), 3).space;
    const twice = edited(once, (edit) => edit.pages.present(pages(0, 4), 'populated'), 4);
    expect(runsOf(twice.space, 4)).toEqual(['0-4 own 3']);
    expect(isNothing(twice.change)).toBe(true);
  });

  it('of one event are one run, also across VMAs', () => {
    const { space, change } = edited(drawn('WW|WW'), (edit) => {
      edit.pages.present(pages(0, 2), 'populated');
      edit.pages.present(pages(2, 4), 'populated');
    });
    expect(runsOf(space, 4)).toEqual(['0-4 own 7']);
    expect(change.pages?.added).toHaveLength(1);
  });

  it('of a child: copied where there is an anon_vma, left out of shared memory, open where neither is known', () => {
    const parent = edited(
      drawn('AAAASSSSUUUURRRRNN'),
      (edit) => {
        edit.pages.present(pages(0, 2), 'written');
        edit.pages.present(pages(2, 3), 'read');
        edit.pages.present(pages(4, 6), 'populated');
        edit.pages.present(pages(8, 9), 'read');
        edit.pages.present(pages(12, 13), 'read');
        edit.pages.emptied(pages(16, 18));
      },
      3,
    ).space;
    const child = forkOf(parent, 2 as SpaceId, eventIndex(5));
    expect(pagesDrawing(parent, 18)).toBe('oor.ff..r...r...uu');
    expect(pagesDrawing(child, 18)).toBe('oor.ee..l...e...uu');
    expect(runsOf(child, 5)).toEqual(['0-2 own 3', '2-3 read 3', '4-5 released 5']);
  });

  it('of a child: guards of anonymous memory, those of files perhaps', () => {
    const parent = edited(drawn('WW.PP.SS'), (edit) => {
      edit.pages.guarded(pages(0, 1));
      edit.pages.guarded(pages(3, 4));
      edit.pages.guarded(pages(6, 7));
    }).space;
    const child = forkOf(parent, 2 as SpaceId, eventIndex(9));
    expect(pagesDrawing(parent, 8)).toBe('g..g..g.');
    expect(pagesDrawing(child, 8)).toBe('g..?..?.');
  });

  it('after MADV_GUARD_REMOVE: empty, but open where there was perhaps none', () => {
    const { space } = edited(drawn('WWWW'), (edit) => {
      edit.pages.guarded(pages(0, 1));
      edit.pages.maybeGuarded(pages(0, 3));
      edit.pages.unguarded(pages(0, 2));
      edit.pages.present(pages(2, 3), 'read');
    });
    expect(pagesDrawing(space, 4)).toBe('e.r.');
  });

  it('of a child: empty after MADV_WIPEONFORK, none after MADV_DONTFORK', () => {
    const flags = VmFlag.mayRead | VmFlag.mayWrite;
    const parent = edited(drawn(''), (edit) => {
      edit.map(vmaOf('W', 0, 2, { flags: flags | VmFlag.wipeOnFork }));
      edit.map(vmaOf('W', 3, 5, { flags: flags | VmFlag.dontCopy }));
      edit.pages.present(pages(0, 5), 'populated');
    }).space;
    const child = forkOf(parent, 2 as SpaceId, eventIndex(9));
    expect(pagesDrawing(parent, 5)).toBe('oo.oo');
    expect(pagesDrawing(child, 5)).toBe('ee...');
  });
});
