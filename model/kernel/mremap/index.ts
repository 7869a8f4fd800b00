/**
 * mremap(2): grows, shrinks, moves or duplicates a mapping.
 */
import type { Before } from '../check';
import type { MremapCall } from '../memory-call';
import type { SyscallRule } from '../syscall-rule';
import { actionChecks } from './checks-action';
import { argumentChecks } from './checks-arguments';
import { stateChecks } from './checks-state';
import { applyFailure, applySuccess } from './effect';
import { remappingOf, roomBehind } from './request';

/** The old address where nothing moves, the new one with FIXED; an address that the kernel chooses is not known here. */
function successValue(call: MremapCall, before: Before): bigint | undefined {
  const remapping = remappingOf(call, before);
  if (remapping === undefined) return undefined;
  const { relocates, growth, addr, fixed, newAddr, vma } = remapping;
  if (fixed) return newAddr;
  if (relocates) return undefined;
  if (growth === 0) return call.oldAddress.value;
  if (!remapping.mayMove) return addr;
  return vma !== undefined && roomBehind(remapping, vma, before).room === 'free' ? addr : undefined;
}

export const mremapRule: SyscallRule<MremapCall> = {
  call: 'mremap',
  checks: [...argumentChecks, ...stateChecks, ...actionChecks],
  apply(call, observed, before, edit) {
    if (observed.kind === 'success') applySuccess(call, observed.value, before, edit);
    else if (observed.kind === 'error') applyFailure(call, observed.errno, before, edit);
  },
  successValue,
};
