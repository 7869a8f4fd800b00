/**
 * How mremap's later checks get at the mapping that they test.
 */
import type { Vma } from '../../memory/vma';
import type { Before, Check, Verdict } from '../check';
import type { MremapCall } from '../mapping-call';
import { NOT_REACHED } from '../verdict';
import { remappingOf, type Remapping } from './request';

/** Runs a test that needs the VMA at the old address; without one the kernel does not get there. */
export const onVma =
  (
    test: (vma: Vma, remapping: Remapping, before: Before, call: MremapCall) => Verdict,
  ): Check<MremapCall>['test'] =>
  (call, before) => {
    const remapping = remappingOf(call, before);
    return remapping?.vma === undefined ? NOT_REACHED : test(remapping.vma, remapping, before, call);
  };
