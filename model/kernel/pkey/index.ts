/**
 * pkey_alloc(2) and pkey_free(2): numbers that pkey_mprotect then gives to memory. What is allocated belongs to the process
 * (process/protection-keys.ts); the address space stays as it is. mm/mprotect.c: sys_pkey_alloc, sys_pkey_free
 */
import { keysOf } from '../../process/key-allocation';
import type { Before, Check } from '../check';
import type { SyscallRule } from '../syscall-rule';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
  withArguments,
} from '../verdict';
import { hasExecuteOnly, hasKeys, keysBefore, keysInKernel, stateOfKey } from './allocation';
import type { TypedCall } from '../given';
import type { PkeyAllocCall, PkeyFreeCall } from './call';
import { kernelVersion } from '../versions';

const allocSource = seen('mm/mprotect.c: sys_pkey_alloc');
const freeSource = seen('mm/mprotect.c: sys_pkey_free');
const manualPage = read('pkey_alloc(2)', 'man-pages 6.20');

/** Without the hardware arm64 says at once that none is left; x86 fails to set the rights of its one key. */
const isX86 = ({ task }: Before): boolean => keysOf(task.architecture) === 16;

const notInKernel = <Call extends TypedCall>(id: string): Check<Call> => ({
  id,
  errno: 'ENOSYS',
  sources: [manualPage],
  demand:
    'the kernel has protection keys: 4.9 and later on x86, 6.12 and later on arm64, and built with them',
  test: (_call, before) => keysInKernel(before),
});

/** Of arm64 also rights to read and to execute. arch/arm64/include/uapi/asm/mman.h: PKEY_ACCESS_MASK */
const knownRights = ({ task }: Before): number => (task.architecture === 'arm64' ? 15 : 3);

const allocChecks: readonly Check<PkeyAllocCall>[] = [
  notInKernel('pkey-alloc.not-in-this-kernel'),
  {
    id: 'pkey-alloc.unknown-flags',
    errno: 'EINVAL',
    sources: [allocSource, manualPage],
    demand: 'the flags are 0',
    test: ({ flags }, before) =>
      withArguments([flags], (bits) =>
        hasKeys(before) ? demand(bits === 0, argumentFact('flags', flags)) : NOT_REACHED,
      ),
  },
  {
    id: 'pkey-alloc.unknown-rights',
    errno: 'EINVAL',
    sources: [allocSource, manualPage],
    demand: 'the rights are of PKEY_DISABLE_ACCESS and PKEY_DISABLE_WRITE (and two more on arm64)',
    test: ({ rights }, before) =>
      withArguments([rights], (bits) =>
        hasKeys(before)
          ? demand(bits <= 15 && (bits & ~knownRights(before)) === 0, argumentFact('access_rights', rights))
          : NOT_REACHED,
      ),
  },
  {
    id: 'pkey-alloc.none-left',
    errno: 'ENOSPC',
    sources: [allocSource, manualPage],
    demand: 'a protection key is left: 15 on x86, 7 on arm64, none without the hardware',
    test: (_call, before) => {
      if (!hasKeys(before)) return NOT_REACHED;
      const known = keysBefore(before);
      if (known === undefined) return cannotTell('unknown-machine');
      const most = known.support === 'hardware' ? keysOf(before.task.architecture) : 0;
      const taken = bitsIn(known.allocated | (known.own ?? 0));
      const facts = [
        numberFact('keys-allocated', taken, 'count', known.at),
        numberFact('keys', most, 'count', known.at),
      ];
      // Once, x86 without the hardware gave key 0 away and then could not set its rights. Measured on 5.10, 6.18 and 7.2
      const givesOne = isX86(before) && taken === 0 && before.machine.kernel < kernelVersion(7, 2);
      if (most === 0) return demand(givesOne, ...facts);
      if (taken === most) return fails(...facts);
      // One of those that are free may be the kernel's own, for memory that is only executed.
      return bitsIn(known.free) > (known.own === undefined && hasExecuteOnly(before) ? 1 : 0)
        ? passes(...facts)
        : cannotTell('unknown-machine', ...facts);
    },
  },
  {
    id: 'pkey-alloc.no-hardware',
    errno: 'EINVAL',
    sources: [seen('arch/x86/kernel/fpu/xstate.c: arch_set_user_pkey_access')],
    demand: 'the processor has protection keys',
    test: (_call, before) => {
      if (!hasKeys(before) || !isX86(before)) return NOT_REACHED;
      const known = keysBefore(before);
      if (known === undefined) return cannotTell('unknown-machine');
      return demand(known.support === 'hardware', eventFact('no-keys', known.at));
    },
  },
];

const bitsIn = (map: number): number => {
  let count = 0;
  for (let rest = map; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

export const pkeyAllocRule: SyscallRule<PkeyAllocCall> = {
  call: 'pkey_alloc',
  checks: allocChecks,
  /** The lowest key that is free. */
  successValue(_call, before) {
    const known = keysBefore(before);
    if (known?.support !== 'hardware') return undefined;
    const own = known.own ?? 0;
    if (own === 0 && hasExecuteOnly(before)) return undefined;
    const most = keysOf(before.task.architecture);
    for (let key = 0; key < most; key++) {
      if ((own & (1 << key)) !== 0) continue;
      const state = stateOfKey(key, before);
      if (state !== 'allocated') return state === 'free' ? BigInt(key) : undefined;
    }
    return undefined;
  },
};

const freeChecks: readonly Check<PkeyFreeCall>[] = [
  notInKernel('pkey-free.not-in-this-kernel'),
  {
    id: 'pkey-free.not-allocated',
    errno: 'EINVAL',
    sources: [freeSource, manualPage],
    demand: 'the key was allocated',
    test: ({ pkey }, before) =>
      withArguments([pkey], (key) => {
        if (!hasKeys(before)) return NOT_REACHED;
        const fact = argumentFact('pkey', pkey);
        const state = stateOfKey(key, before);
        return state === 'unknown'
          ? cannotTell('unknown-machine', fact)
          : demand(state === 'allocated', fact);
      }),
  },
];

export const pkeyFreeRule: SyscallRule<PkeyFreeCall> = {
  call: 'pkey_free',
  checks: freeChecks,
  successValue: () => 0n,
};
