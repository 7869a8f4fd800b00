/** mlock's ENOMEM where the log does not show the limit: it was the limit, or the walk has locked what lies below a hole. */
import { describe, expect, it, test } from 'vitest';
import { judge } from '../../../model/kernel/judge';
import { ruleOf } from '../../../model/kernel/rules';
import type { Observed } from '../../../model/kernel/observed';
import type { AddressSpace } from '../../../model/memory/address-space';
import { isLocked } from '../../../model/memory/locked';
import { has, VmFlag } from '../../../model/memory/vma';
import { drawingOf, drawn, pages } from '../memory/drawing';
import { beforeOf, callOf, type Written } from './before';
import { p, PG } from './cases/case';

/** More than kernels allow without being told: the limit may be met. */
const MANY = 4096;
const UNSHOWN = { limits: { MEMLOCK: 'unknown' } } as const;
const open = (): AddressSpace => drawn('W'.repeat(MANY) + '..');

function after(
  space: AddressSpace,
  [name, ...args]: readonly [string, ...Written[]],
  observed: Observed,
): AddressSpace {
  const call = callOf(name, args);
  const edit = space.edit(call.event.index);
  ruleOf(call.call).apply?.(call, observed, beforeOf(space, UNSHOWN), edit);
  return edit.finish().space;
}

const ENOMEM: Observed = { kind: 'error', errno: 'ENOMEM' };
const locks = (space: AddressSpace): (boolean | undefined)[] => [...space.vmas()].map(isLocked);

describe('an mlock that ran into a limit that is not known, or into a hole', () => {
  const space = after(open(), ['mlock', p(2), (MANY + 1) * PG], ENOMEM);

  test('is not said to have locked anything, nor to have locked nothing', () => {
    expect(space.locked).toBeUndefined();
    expect(locks(space)).toEqual([undefined]);
  });

  test('may have cut the mapping', () => {
    expect([...space.vmas()]).toHaveLength(1);
    expect(space.vmaAt(pages(0, 1).start)?.doubtfulBorders).toEqual([
      { first: pages(2, 3).start, last: pages(2, 3).start },
    ]);
  });

  it.each<[string, readonly [string, ...Written[]]]>([
    ['MADV_DONTNEED', ['madvise', p(4), PG, 'MADV_DONTNEED']],
    ['msync MS_INVALIDATE', ['msync', p(4), PG, 'MS_INVALIDATE']],
  ])('leaves %s open', (_, [name, ...args]) => {
    expect(judge(callOf(name, args), beforeOf(space, UNSHOWN)).predicted.kind).toBe('undecidable');
  });

  test('is forgotten where memory is locked or unlocked after it', () => {
    const known = after(space, ['munlock', p(0), MANY * PG], { kind: 'success', value: 0n });
    expect(locks(known)).toEqual([false]);
    const locked = after(space, ['mlock', p(0), 8 * PG], { kind: 'success', value: 0n });
    expect(locks(locked)).toEqual([true, undefined]);
  });

  test('what grows of it is not said to be present', () => {
    const grown = after(space, ['mremap', p(0), MANY * PG, (MANY + 1) * PG, 0], {
      kind: 'success',
      value: p(0),
    });
    expect(grown.pagesIn(pages(MANY, MANY + 1))).toEqual([]);
  });
});

describe('no doubt', () => {
  test('where nothing but the limit refuses', () => {
    const space = after(open(), ['mlock', p(0), MANY * PG], ENOMEM);
    expect([space.locked, ...locks(space)]).toEqual([0, false]);
  });

  // 8 MiB are what kernels give: such a limit hardly refuses, but nothing else can have.
  test('where a limit that is not known hardly refuses, and nothing else can', () => {
    const space = after(drawn('WWWW'), ['mlock', p(0), 2 * PG], ENOMEM);
    expect([space.locked, ...locks(space)]).toEqual([0, false]);
  });

  test('where the first page is a hole', () => {
    const space = after(drawn(`..${'W'.repeat(MANY)}`), ['mlock', p(0), MANY * PG], ENOMEM);
    expect([space.locked, ...locks(space)]).toEqual([0, false]);
  });

  test('of what was locked before: it still is', () => {
    const locked = drawn('LLLLWW..');
    const call: readonly [string, ...Written[]] = ['mlock', p(0), (MANY + 1) * PG];
    const space = after(locked, call, ENOMEM);
    expect(locks(space)).toEqual([true, undefined]);
    expect([...space.vmas()].map((vma) => has(vma, VmFlag.lockUnsure))).toEqual([false, true]);
    expect(drawingOf(space, 6)).toContain('L');
  });
});

test('an munlock that may have passed unknown memory leaves what lies behind it open', () => {
  const space = after(drawn('LL????LL'), ['munlock', p(0), 8 * PG], ENOMEM);
  expect(locks(space)).toEqual([false, undefined]);
  expect([...space.vmas()].map((vma) => has(vma, VmFlag.lockUnsure))).toEqual([false, true]);
  expect(space.locked).toBeUndefined();
});
