/** A stack that the kernel's own copy makes grow: mincore writes its vector up to the hole that it then answers. */
import { describe, expect, it } from 'vitest';
import { ruleOf } from '../../../model/kernel/rules';
import type { AddressSpace } from '../../../model/memory/address-space';
import { VmFlag } from '../../../model/memory/vma';
import { pages } from '../memory/drawing';
import { beforeOf, callOf } from './before';
import { flagged, p, PG } from './cases/case';

/** A stack at 4 and 5, and memory to be asked about at 8 and 9, with a hole behind. */
const withStack = (flags: number): AddressSpace => flagged('....WW..WW..', 4, 6, VmFlag.growsDown | flags);

function asked(space: AddressSpace, vector: bigint, answer: 0n | string, length = 3): AddressSpace {
  const call = callOf('mincore', [p(8), length * PG, vector]);
  const edit = space.edit(call.event.index);
  const observed =
    typeof answer === 'string'
      ? ({ kind: 'error', errno: answer } as const)
      : ({ kind: 'success', value: answer } as const);
  ruleOf(call.call).apply?.(call, observed, beforeOf(space), edit);
  return edit.finish().space;
}

const list = (space: AddressSpace): string[] =>
  [...space.vmas()].map(({ start, end }) => `${start - pages(0, 1).start}-${end - pages(0, 1).start}`);

describe('mincore whose vector lies below a stack', () => {
  it('the stack grows to the first byte written', () => {
    expect(list(asked(withStack(0), p(2, 16), 'ENOMEM'))).toEqual(['2-6', '8-10']);
  });
  it('the stack grows to the lower of two pages', () => {
    expect(list(asked(withStack(0), p(2, 4095), 0n, 2))).toEqual(['2-6', '8-10']);
  });
  it('a locked stack grows by locked pages', () => {
    expect(asked(withStack(VmFlag.locked), p(2, 16), 'ENOMEM').locked).toBe(4);
  });
  it('what the stack grows by continues it', () => {
    const stack = asked(withStack(0), p(2), 'ENOMEM').vmaAt(pages(2, 3).start);
    const before = withStack(0).vmaAt(pages(4, 5).start);
    expect(stack?.pgoff).toBe((before?.pgoff ?? 0) - 2);
  });
  it.each<[string, bigint, string]>([
    ['nothing is written where the first page is not mapped', p(2), 'EFAULT'],
    ['memory that is no stack does not grow', p(7), 'ENOMEM'],
    ['a vector inside the stack changes nothing', p(4, 8), 'ENOMEM'],
  ])('%s', (_what, vector, answer) => {
    expect(list(asked(withStack(0), vector, answer))).toEqual(['4-6', '8-10']);
  });
});
