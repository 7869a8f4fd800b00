/**
 * mremap(2): grows, shrinks, moves or duplicates a mapping.
 */
import { addressOf } from '../../memory/page';
import type { Before } from '../check';
import type { MremapCall } from '../mapping-call';
import type { SyscallRule } from '../syscall-rule';
import { mustMove } from './checks-action';
import { applyFailure, applySuccess } from './effect';
import { mremapChecks } from './order';
import { placeOf } from './placement';
import { remappingOf } from './request';

/** The old address where nothing moves, the new one with FIXED, else the place that the kernel finds. */
function successValue(call: MremapCall, before: Before): bigint | undefined {
  const remapping = remappingOf(call, before);
  if (remapping === undefined) return undefined;
  const { relocates, growth, addr, fixed, newAddr, vma } = remapping;
  if (fixed) return newAddr;
  if (!relocates && growth === 0) return addr;
  if (!remapping.mayMove) return addr;
  if (vma === undefined) return undefined;
  switch (mustMove(remapping, vma, before)) {
    case 'no':
      return addr;
    case 'unknown':
      return undefined;
    case 'yes': {
      const placement = placeOf(remapping, vma, before);
      return placement.kind === 'at' ? addressOf(placement.page) : undefined;
    }
  }
}

export const mremapRule: SyscallRule<MremapCall> = {
  call: 'mremap',
  checks: mremapChecks,
  apply(call, observed, before, edit) {
    if (observed.kind === 'success') applySuccess(call, observed.value, before, edit);
    else if (observed.kind === 'error') applyFailure(call, observed.errno, before, edit);
  },
  successValue,
};
