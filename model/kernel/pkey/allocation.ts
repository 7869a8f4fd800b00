/**
 * What is known of a protection key before a call. mm_pkey_is_allocated in arch/x86/include/asm/pkeys.h and
 * arch/arm64/include/asm/pkeys.h
 */
import { PROT } from '../abi/mmap-flags';
import { freshKeys, keysOf, type ProtectionKeys } from '../../process/protection-keys';
import type { Before } from '../check';

export type KeyState = 'allocated' | 'free' | 'unknown';

/** Undefined where nothing in the log tells whether the machine has keys. */
export const keysBefore = ({ process }: Before): ProtectionKeys | undefined => process.protectionKeys;

export function stateOfKey(key: number, before: Before): KeyState {
  if (key < 0 || key >= keysOf(before.task.architecture)) return 'free';
  const known = keysBefore(before);
  if (known?.hardware === false) return 'free';
  const bit = 1 << key;
  // Whether or not the machine has keys, one that nobody allocated since execve is not allocated; 0 always is, with keys.
  const { allocated, free } = known ?? (before.process.execAt === undefined ? NOTHING : withoutOwn(before));
  return (allocated & bit) !== 0 ? 'allocated' : (free & bit) !== 0 ? 'free' : 'unknown';
}

const NOTHING = { allocated: 0, free: 0 };

function withoutOwn({ task }: Before): { allocated: number; free: number } {
  return { allocated: 0, free: freshKeys(task.architecture, true).free };
}

/** Memory that is only executed takes a key that no call shows. mm/mprotect.c: execute_only_pkey */
export function hasExecuteOnly({ space }: Before): boolean {
  for (const { prot } of space.vmas()) if (prot === PROT.EXEC) return true;
  return false;
}
