/** What mremap proves of borders that the model could only doubt, and what is decided without that. */
import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../model/kernel/judge';
import { ruleOf } from '../../../model/kernel/rules';
import type { AddressSpace } from '../../../model/memory/address-space';
import { isLocked } from '../../../model/memory/locked';
import { drawn, pages, vmaOf } from '../memory/drawing';
import { beforeOf, callOf, type Written } from './before';
import { p, PG } from './cases/case';

const MAYMOVE = 'MREMAP_MAYMOVE';

/**
 * U is memory that may have been touched, each apart from the others; W fills the holes between them.
 *
 *     UUwwUUwwUU........      one VMA of the model from 0 to 10, doubtful borders at 4 and 8
 */
function doubtful(): AddressSpace {
  const edit = drawn('UU..UU..UU........').edit(callOf('munmap', [p(0), PG]).event.index);
  edit.map(vmaOf('W', 2, 4));
  edit.map(vmaOf('W', 6, 8));
  return edit.finish().space;
}

const bordersOf = (space: AddressSpace): string[] =>
  [...space.vmas()].flatMap(({ doubtfulBorders }) =>
    (doubtfulBorders ?? []).map(
      ({ first, last }) => `${first - pages(0, 1).start}-${last - pages(0, 1).start}`,
    ),
  );

const after = (space: AddressSpace, args: readonly Written[], answer: bigint | string): AddressSpace =>
  afterCall('mremap', space, args, answer);

function afterCall(
  name: string,
  space: AddressSpace,
  args: readonly Written[],
  answer: bigint | string,
): AddressSpace {
  const call = callOf(name, args);
  const edit = space.edit(call.event.index);
  const observed =
    typeof answer === 'string'
      ? ({ kind: 'error', errno: answer } as const)
      : ({ kind: 'success', value: answer } as const);
  ruleOf(call.call).apply?.(call, observed, beforeOf(space), edit);
  return edit.finish().space;
}

describe('doubtful borders and mremap', () => {
  test('the drawing has two', () => {
    expect(bordersOf(doubtful())).toEqual(['4-4', '8-8']);
  });

  it.each<[string, number, number, 'undecidable' | 'success']>([
    ['between the two: decided', 4, 4, 'success'],
    ['below both', 0, 4, 'success'],
    ['above both', 8, 2, 'success'],
    ['over the first', 3, 2, 'undecidable'],
    ['over the second', 4, 5, 'undecidable'],
  ])('a block %s', (_, start, length, kind) => {
    const call = callOf('mremap', [p(start), length * PG, (length + 2) * PG, MAYMOVE]);
    expect(judge(call, beforeOf(doubtful())).predicted.kind).toBe(kind);
  });

  it('moved in one piece over a border, it was none', () => {
    const space = after(doubtful(), [p(3), 3 * PG, 4 * PG, MAYMOVE], p(12));
    expect(bordersOf(space)).toEqual(['8-8']);
    expect(space.vmaAt(pages(12, 13).start)?.doubtfulBorders).toBeUndefined();
  });

  it('grown in place over a border, it was none; one at the start stays', () => {
    expect(bordersOf(after(doubtful(), [p(4), 6 * PG, 8 * PG, 0], p(4)))).toEqual(['4-4']);
  });

  it('refused over one border, it is one', () => {
    const space = after(doubtful(), [p(3), 3 * PG, 4 * PG, MAYMOVE], 'EFAULT');
    expect([...space.vmas()].map(({ end }) => end - pages(0, 1).start)).toEqual([4, 10]);
    expect(bordersOf(space)).toEqual(['8-8']);
  });

  it('refused over two, one of them is one: which, nobody knows', () => {
    expect(bordersOf(after(doubtful(), [p(3), 6 * PG, 7 * PG, MAYMOVE], 'EFAULT'))).toEqual(['4-4', '8-8']);
  });
});

/** Until 7.1 all of the VMA is unlocked, and VmLck stays: how much that is hangs on the borders. */
describe('MREMAP_DONTUNMAP of locked memory', () => {
  const locked = (): AddressSpace => afterCall('mlock', doubtful(), [p(0), 10 * PG], 0n);
  const lockedOnce = 10;
  const leave = (space: AddressSpace, page: number, length: number): AddressSpace =>
    after(space, [p(page), length * PG, length * PG, `${MAYMOVE}|MREMAP_DONTUNMAP`, 0], p(12));
  const unlockAll = (space: AddressSpace): AddressSpace => afterCall('munlockall', space, [], 0n);
  const locksAt = (space: AddressSpace, page: number): boolean | undefined => {
    const vma = space.vmaAt(pages(page, page + 1).start);
    return vma === undefined ? false : isLocked(vma);
  };

  it('behind a doubtful border: VmLck grows by what moved, and what is unlocked is not known', () => {
    const left = leave(locked(), 8, 2);
    expect(left.locked).toBe(lockedOnce + 2);
    expect(locksAt(left, 0)).toBeUndefined();
    expect(locksAt(left, 12)).toBe(true);
  });

  it('VmLck is known until what may be locked goes away', () => {
    const left = leave(locked(), 8, 2);
    const elsewhere = afterCall('munmap', left, [p(12), 2 * PG], 0n);
    expect(elsewhere.locked).toBe(lockedOnce);
    expect(afterCall('munmap', left, [p(0), PG], 0n).locked).toBeUndefined();
  });

  it('what is left over when all is unlocked is not known either, at any later time', () => {
    const unlocked = unlockAll(leave(locked(), 8, 2));
    expect(locksAt(unlocked, 0)).toBe(false);
    expect(unlocked.locked).toBeUndefined();
    expect(unlockAll(unlocked).locked).toBeUndefined();
  });

  it('of all of it, it proves that there is no border', () => {
    const left = leave(locked(), 0, 10);
    expect(left.locked).toBe(2 * lockedOnce);
    expect(unlockAll(left).locked).toBe(lockedOnce);
  });
});
