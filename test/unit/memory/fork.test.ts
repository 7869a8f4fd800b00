/** A forked space. What merges in a child was measured on Linux 6.18. */
import { describe, expect, test } from 'vitest';
import type { SpaceId } from '../../../model/memory/address-space';
import { forkOf } from '../../../model/memory/space-birth';
import { Prot, VmFlag } from '../../../model/memory/vma';
import { eventIndex } from '../../../model/trace/positions';
import { drawingOf, drawn, edited, pages, vmaOf } from './drawing';

const childOf = (drawing: string) => forkOf(drawn(drawing), 2 as SpaceId, eventIndex(9));
const map = (drawing: string, start: number, end: number, parent = false) =>
  edited(parent ? drawn(drawing) : childOf(drawing), (edit) => edit.map(vmaOf('W', start, end)));

describe('new memory in the child', () => {
  test('stays apart from what was touched before the fork', () => {
    expect(drawingOf(map('AA..', 2, 4).space, 4)).toBe('WW|WW');
    expect(drawingOf(map('..AA', 0, 2).space, 4)).toBe('WW|WW');
  });

  test('joins what was untouched', () => {
    expect(drawingOf(map('WW..', 2, 4).space, 4)).toBe('WWWW');
  });

  test('joins what no line shows touched, with a doubt', () => {
    const { space, change } = map('UU..', 2, 4);
    expect(drawingOf(space, 4)).toBe('WWWW');
    expect(change.mergeDoubts).toEqual([{ border: pages(2, 2).start, merged: true }]);
  });

  test('in the parent it joins as before', () => {
    expect(drawingOf(map('AA..', 2, 4, true).space, 4)).toBe('WWWW');
  });

  test('a part cut out and restored is one with the rest: they came through the fork together', () => {
    const { space } = edited(childOf('AAAA'), (edit) => {
      edit.modify(pages(0, 1), (vma) => ({ ...vma, prot: Prot.read }));
      edit.modify(pages(0, 1), (vma) => ({ ...vma, prot: Prot.read | Prot.write }));
    });
    expect(drawingOf(space, 4)).toBe('WWWW');
  });

  test('two VMAs of one anon_vma have two in the child', () => {
    const apart = edited(childOf('AA|AA'), (edit) => {
      edit.modify(pages(2, 4), (vma) => ({ ...vma, prot: 1 }));
      edit.modify(pages(2, 4), (vma) => ({ ...vma, prot: 3 }));
    });
    expect(drawingOf(apart.space, 4)).toBe('WW|WW');
  });
});

describe('flags at a fork', () => {
  const withFlag = (flag: number) =>
    edited(drawn('AALL'), (edit) => {
      edit.modify(pages(0, 2), (vma) => ({ ...vma, flags: vma.flags | flag }));
    }).space;

  test('DONTFORK memory is not there, and free', () => {
    const child = forkOf(withFlag(VmFlag.dontCopy), 2 as SpaceId, eventIndex(9));
    expect(drawingOf(child, 4)).toBe('..WW');
    expect([child.total, child.mapCount]).toEqual([2, 1]);
  });

  test('WIPEONFORK memory is there as if never touched', () => {
    const child = forkOf(withFlag(VmFlag.wipeOnFork), 2 as SpaceId, eventIndex(9));
    const first = child.vmaAt(pages(0, 1).start);
    expect([first?.anonVma, first?.forked]).toEqual(['unknown', undefined]);
  });

  test('nothing is locked, and MCL_FUTURE is off', () => {
    const parent = edited(drawn('LL'), (edit) => edit.setFacts({ futureLock: 'onfault' })).space;
    const child = forkOf(parent, 2 as SpaceId, eventIndex(9));
    expect([child.locked, child.futureLock, drawingOf(child, 2)]).toEqual([0, 'off', 'WW']);
    expect([parent.locked, parent.futureLock]).toEqual([2, 'onfault']);
  });
});
