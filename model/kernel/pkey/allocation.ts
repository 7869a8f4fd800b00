/**
 * What is known of a protection key before a call. mm_pkey_is_allocated in arch/x86/include/asm/pkeys.h and
 * arch/arm64/include/asm/pkeys.h
 */
import { PROT } from '../abi/mmap-flags';
import type { ProtectionKeys } from '../../process/protection-keys';
import { freshKeys, keysOf, usesNone } from '../../process/key-allocation';
import { extraOf } from '../../memory/extra';
import type { Vma } from '../../memory/vma';
import type { Before, Verdict } from '../check';
import { kernelBits } from '../layout';
import { cannotTell, eventFact, fails, failsIfAssumed, likelyPasses, passes, vmaFact } from '../verdict';
import { kernelVersion } from '../versions';

/**
 * Whether the kernel has the calls: on x86-64 since 4.9, on arm64 since 6.12, where it was built with them; on others in
 * none. arch/x86/Kconfig: X86_INTEL_MEMORY_PROTECTION_KEYS
 */
export function keysInKernel(before: Before): Verdict {
  const { architecture } = before.task;
  const since = architecture === 'arm64' ? kernelVersion(6, 12) : kernelVersion(4, 9);
  if (keysOf(architecture) === 0 || kernelBits(before) === 32 || before.machine.kernel < since)
    return fails();
  const known = keysBefore(before);
  if (known === undefined) return likelyPasses('unknown-machine');
  return known.support === 'no-calls' ? fails(eventFact('no-keys', known.at)) : passes();
}

export const hasKeys = (before: Before): boolean => keysInKernel(before).answer !== 'fails';

export type KeyState = 'allocated' | 'free' | 'unknown';

/** Undefined where nothing in the log tells whether the machine has keys. */
export function keysBefore({ process, task, machine }: Before): ProtectionKeys | undefined {
  const { protectionKeys, execAt } = process;
  // Before any call on keys a program has those that it began with, where the machine is known.
  if (protectionKeys !== undefined || execAt === undefined || machine.keysInHardware === undefined)
    return protectionKeys;
  const support = machine.keysInHardware ? 'hardware' : 'no-hardware';
  return { ...freshKeys(task.architecture, support), at: execAt };
}

export function stateOfKey(key: number, before: Before): KeyState {
  const { architecture } = before.task;
  if (key < 0 || key >= keysOf(architecture)) return 'free';
  const known = keysBefore(before);
  if (known !== undefined && usesNone(architecture, known.support)) return 'free';
  if (known === undefined && before.machine.keysInHardware === false && usesNone(architecture, 'no-hardware'))
    return 'free';
  const { allocated, free, own } = known ?? unseen(before);
  const bit = 1 << key;
  // To the calls the kernel's own key is one that nobody allocated. arch/x86/include/asm/pkeys.h: mm_pkey_is_allocated
  if (((own ?? 0) & bit) !== 0) return 'free';
  return (allocated & bit) !== 0 ? 'allocated' : (free & bit) !== 0 ? 'free' : 'unknown';
}

/**
 * No call on keys yet. What nobody allocated since execve is not allocated, whatever the machine; of key 0 on x86 the
 * hardware decides.
 */
function unseen({ task, process }: Before): Pick<ProtectionKeys, 'allocated' | 'free' | 'own'> {
  if (process.execAt === undefined) return { allocated: 0, free: 0 };
  const { allocated, free } = freshKeys(task.architecture, 'hardware');
  return keysOf(task.architecture) === 16 ? { allocated: 0, free } : { allocated, free };
}

/**
 * Whether memory that may only be executed keeps the kernel out too, when it fills pages: where x86 has keys, it has one that
 * takes all other access away. The rights of other keys are in a register that no call shows. Undefined: it does not.
 * arch/x86/mm/pkeys.c: __execute_only_pkey
 */
export function closedByKey(vma: Vma, before: Before): Verdict | undefined {
  if (keysOf(before.task.architecture) !== 16 || before.machine.kernel < kernelVersion(4, 6))
    return undefined;
  const key = extraOf(vma, 'pkey');
  if (key !== undefined && key !== '0') return cannotTell('unknown-machine', vmaFact('vma', vma));
  if (vma.prot !== PROT.EXEC || key === '0') return undefined;
  const support = keysBefore(before)?.support;
  if (support === 'hardware' || before.machine.keysInHardware === true)
    return failsIfAssumed(vmaFact('vma', vma));
  return support === undefined && before.machine.keysInHardware === undefined
    ? cannotTell('unknown-machine', vmaFact('vma', vma))
    : undefined;
}

/** Memory that is only executed takes a key that no call shows. mm/mprotect.c: execute_only_pkey */
export function hasExecuteOnly({ space }: Before): boolean {
  for (const { prot } of space.vmas()) if (prot === PROT.EXEC) return true;
  return false;
}
