/**
 * Splitting and merging as drawings. Cases with `measured` were seen on Linux 6.18 in /proc/PID/maps; letters are in
 * drawing.ts.
 */
import { describe, expect, test } from 'vitest';
import type { SpaceEdit } from '../../../model/memory/address-space';
import { joint } from '../../../model/memory/merging';
import { Prot, VmFlag, type Vma } from '../../../model/memory/vma';
import { drawingOf, drawn, edited, pages, vmaOf } from './drawing';

type Steps = (edit: SpaceEdit) => void;

const map =
  (letter: string, start: number, end: number, more?: Partial<Vma>): Steps =>
  (edit) =>
    edit.map(vmaOf(letter, start, end, more));
const unmap =
  (start: number, end: number): Steps =>
  (edit) =>
    edit.unmap(pages(start, end));
const protect =
  (start: number, end: number, prot: Prot): Steps =>
  (edit) =>
    edit.modify(pages(start, end), (vma) => (vma.prot === prot ? vma : { ...vma, prot }));
const flag =
  (start: number, end: number, on: number, off = 0): Steps =>
  (edit) =>
    edit.modify(pages(start, end), (vma) => {
      const flags = (vma.flags | on) & ~off;
      return flags === vma.flags ? vma : { ...vma, flags };
    });
const all =
  (...steps: Steps[]): Steps =>
  (edit) => {
    for (const step of steps) step(edit);
  };
const rw = Prot.read | Prot.write;

describe('what a call makes of the VMAs', () => {
  test.each<readonly [name: string, before: string, steps: Steps, after: string]>([
    // mmap
    ['new memory joins the one below', 'WW..', map('W', 2, 4), 'WWWW'],
    ['and the one above', '..WW', map('W', 0, 2), 'WWWW'],
    ['and both, measured', 'WW..WW', map('W', 2, 4), 'WWWWWW'],
    ['not across a gap', 'WW...W', map('W', 3, 4), 'WW.W.W'],
    ['a touched one below, measured', 'AA..', map('W', 2, 4), 'WWWW'],
    ['untouched below, touched above, measured', 'WW..AA', map('W', 2, 4), 'WWWWWW'],
    ['two touched apart: the lower only, measured', 'AA..BB', map('W', 2, 4), 'WWWW|WW'],
    ['two of one anon_vma, measured', 'AA..AA', map('W', 2, 4), 'WWWWWW'],
    ['no-reserve memory stays apart, measured', 'WW..', map('O', 2, 4), 'WWOO'],
    ['other protection', 'WW..RR', map('X', 2, 4), 'WWXXRR'],
    ['locked memory joins locked, measured', 'WL.', map('L', 2, 3), 'WLL'],
    ['memory that grows down stays apart, measured', 'G.', map('W', 1, 2), 'GW'],
    ['the next part of a file by the same description', 'PP..', map('P', 2, 4), 'PPPP'],
    ['by another description of the same file, measured', 'PP..', map('Q', 2, 4), 'PPQQ'],
    ['a part of the file that does not continue', 'PP..', map('P', 2, 4, { pgoff: 0 }), 'PP|PP'],
    [
      'a shared mapping of an object of its own, measured',
      'SS..',
      map('S', 2, 4, { backing: { kind: 'shmem', object: 2 } }),
      'SS##',
    ],
    ['a named neighbour', 'WW..', map('W', 2, 4, { anonName: 'heap' }), 'WW|WW'],
    ['a neighbour of another memory policy', 'WW..', map('W', 2, 4, { extra: 'bind:1' }), 'WW|WW'],
    ['special mappings never merge', 'DD..', map('D', 2, 4, { pgoff: 2 }), 'DD|DD'],
    ['over existing memory: replaced, then one again, measured', 'AAAAAAAA', map('W', 3, 5), 'WWWWWWWW'],
    ['over parts of three', 'RRWW.XXX', map('N', 1, 6), 'RNNNNNXX'],
    ['makes unknown pages known', '??????', map('W', 2, 4), '??WW??'],
    ['an inferred neighbour is not taken for the same', 'ii..', map('W', 2, 4), 'iiWW'],
    // munmap
    ['cuts the middle', 'WWWWWW', unmap(2, 4), 'WW..WW'],
    ['over several and holes', 'WWWW..WWWW', unmap(2, 8), 'WW......WW'],
    ['of nothing', 'W...W', unmap(1, 4), 'W...W'],
    ['makes unknown pages free', '????', unmap(1, 3), '?..?'],
    // mprotect and the like
    ['a middle part', 'WWWWWWWW', protect(2, 4, Prot.read), 'WWRRWWWW'],
    ['and back, untouched: one', 'WWRRWWWW', protect(2, 4, rw), 'WWWWWWWW'],
    ['between two touched apart: the lower, measured', 'AARRBB', protect(2, 4, rw), 'WWWW|WW'],
    [
      'an equal piece inside is passed over, the next one merges with it',
      'AAWRBB',
      protect(2, 4, rw),
      'WW|WWWW',
    ],
    ['between two touched apart: the lower, measured (2)', 'AANNBB', protect(2, 4, rw), 'WWWW|WW'],
    ['three become one, ascending', 'RRWWNN', protect(0, 6, Prot.read), 'RRRRRR'],
    ['a head joins the VMA below it', 'RRWWWW', protect(2, 4, Prot.read), 'RRRRWW'],
    ['a tail joins the VMA above it', 'WWWWRR', protect(2, 4, Prot.read), 'WWRRRR'],
    ['joins upward over a VMA that is already so', 'RRWWRR', protect(0, 6, rw), 'WWWWWW'],
    ['that changes nothing merges nothing', 'WW|WW', protect(0, 4, rw), 'WW|WW'],
    [
      'change and change back: merged',
      'WW|WW',
      all(flag(2, 4, VmFlag.locked), flag(2, 4, 0, VmFlag.locked)),
      'WWWW',
    ],
    ['skips holes', 'WW..WW', protect(0, 6, Prot.read), 'RR..RR'],
    ['a piece next to an equal fragment', 'WW|WW|WW', protect(2, 4, Prot.read), 'WWRRWW'],
    ['mlock in three parts', 'WWWWWW', flag(2, 4, VmFlag.locked), 'WWLLWW'],
    ['munlock makes them one', 'WWLLWW', flag(0, 6, 0, VmFlag.locked), 'WWWWWW'],
    // SysV shm: a close hook lets a VMA grow but not vanish, measured
    [
      'shm restored whole stays in parts',
      'HH|HH|HH',
      all(protect(2, 4, Prot.read), protect(2, 4, rw)),
      'HH|HH|HH',
    ],
    [
      'shm: mlock and munlock of a page leave borders',
      'HHHH',
      all(flag(1, 2, VmFlag.locked), flag(1, 2, 0, VmFlag.locked)),
      'H|H|HH',
    ],
    // a split that a failed call leaves behind
    ['a split stays', 'WWWW', (edit) => edit.splitAt(pages(2, 2).start), 'WW|WW'],
    ['a split at a border does nothing', 'WWRR', (edit) => edit.splitAt(pages(2, 2).start), 'WWRR'],
    ['a new neighbour of a split merges on its own side', 'WW|WW..', map('W', 4, 6), 'WW|WWWW'],
  ])('%s: %s', (_name, before, steps, after) => {
    expect(drawingOf(edited(drawn(before), steps).space, before.replaceAll('|', '').length)).toBe(after);
  });
});

describe('doubt', () => {
  test('a hole filled between two that may have been touched apart is merged, and said to be open', () => {
    const { space, change } = edited(drawn('UU..UU'), map('W', 2, 4));
    expect(drawingOf(space, 6)).toBe('WWWWWW');
    expect(change.mergeDoubts).toEqual([{ border: pages(4, 4).start, merged: true }]);
    const border = pages(4, 4).start;
    expect(change.added[0]?.doubtfulBorders).toEqual([{ first: border, last: border }]);
  });

  test('no doubt where new memory joins one neighbour: whatever that was, it merges', () => {
    expect(edited(drawn('UU..'), map('W', 2, 4)).change.mergeDoubts).toBeUndefined();
  });

  test('a cut takes the doubt with the piece that holds the border', () => {
    const whole = edited(drawn('UU..UU'), map('W', 2, 4)).space;
    const cut = edited(whole, unmap(2, 3)).space;
    expect([...cut.vmas()].map((vma) => vma.doubtfulBorders !== undefined)).toEqual([false, true]);
    const gone = edited(whole, unmap(3, 5)).space;
    expect([...gone.vmas()].every((vma) => vma.doubtfulBorders === undefined)).toBe(true);
  });

  test('writable memory counts as touched once the call is over, read-only memory does not', () => {
    const { change } = edited(drawn('....'), all(map('W', 0, 1), map('R', 2, 3)));
    expect(change.added.map((vma) => vma.anonVma)).toEqual(['unknown', 'none']);
  });
});

describe('writes of the kernel', () => {
  const touch =
    (start: number, end: number): Steps =>
    (edit) =>
      edit.touch(pages(start, end));

  test('touched apart, two areas never become one', () => {
    const touched = edited(drawn('WW..WW'), touch(0, 6), 3).space;
    expect(drawingOf(edited(touched, map('W', 2, 4)).space, 6)).toBe('WWWW|WW');
  });

  test('a neighbour that differs in protection only lends its anon_vma, measured', () => {
    const low = edited(drawn('WWXX'), touch(0, 2), 3).space;
    const both = edited(low, touch(2, 4), 4).space;
    expect(drawingOf(edited(both, protect(2, 4, rw)).space, 4)).toBe('WWWW');
  });

  test('touched in one piece and cut up, it becomes one again, measured', () => {
    const touched = edited(drawn('WWWWWW'), touch(0, 6), 3).space;
    const { space, change } = edited(touched, all(protect(2, 4, Prot.none), protect(2, 4, rw)));
    expect(drawingOf(space, 6)).toBe('WWWWWW');
    expect(change.mergeDoubts).toBeUndefined();
  });

  test('shared and read-only memory gets none', () => {
    const { change } = edited(drawn('SSRR'), touch(0, 4));
    expect(change.added).toEqual([]);
  });
});

describe('why two neighbours stay apart', () => {
  test.each([
    ['W', 'W', {}, undefined],
    ['W', 'R', {}, 'protection'],
    ['W', 'O', {}, 'flags'],
    ['P', 'Q', {}, 'file'],
    ['P', 'P', { pgoff: 9 }, 'offset'],
    ['W', 'W', { anonName: 'x' }, 'name'],
    ['W', 'W', { extra: 'x' }, 'policy'],
    ['A', 'B', {}, 'anon-vma'],
    ['W', 'A', { forked: true }, 'anon-vma'],
    ['W', 'i', {}, 'inferred'],
    ['W', 'W', { flags: vmaOf('W', 0, 1).flags | VmFlag.maybeGuard }, undefined],
  ] as const)('%s %s %j: %s', (low, high, more, because) => {
    expect(joint(vmaOf(low, 0, 2), vmaOf(high, 2, 4, more)).because).toBe(because);
  });
});
