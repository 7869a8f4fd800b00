/**
 * Protection keys: which numbers a process has allocated. mm_struct keeps them as a map of bits; so does the model, with
 * what is known of each. arch/x86/include/asm/pkeys.h, arch/arm64/include/asm/pkeys.h
 *
 * Without the hardware pkey_alloc finds no key. x86 has a quirk then: its one key, 0, counts as never allocated. The first
 * pkey_alloc of an address space takes it, cannot set its rights and answers EINVAL, and cannot give it back: all later ones
 * answer ENOSPC. arm64 has key 0 allocated from the start, hardware or not. Measured on 6.18, and on 6.12 for arm64.
 */
import type { CallEvent } from '../trace/event';
import { argument, intOf } from './call-values';
import type { KeySupport, ProtectionKeys } from './protection-keys';
import type { Architecture, Process, Task } from './world';
import type { WorldEdit } from './world-edit';

/** How many keys the hardware of an architecture has. */
export const keysOf = (architecture: Architecture): number => {
  switch (architecture) {
    case 'x86-64':
    case 'x32':
    case 'i386':
      return 16;
    case 'arm64':
      return 8;
    case 'arm':
    case 'riscv64':
      return 0;
  }
};

const allOf = (architecture: Architecture): number => (1 << keysOf(architecture)) - 1;

/** x86 without the hardware: no key is ever usable. */
export const usesNone = (architecture: Architecture, support: KeySupport): boolean =>
  support === 'no-calls' || (support === 'no-hardware' && keysOf(architecture) === 16);

type Keys = Omit<ProtectionKeys, 'at'>;
const NOTHING = { allocated: 0, free: 0 };

/** After execve: key 0 is every process's own, the others are free. */
export const freshKeys = (architecture: Architecture, support: KeySupport): Keys =>
  usesNone(architecture, support)
    ? { support, ...NOTHING }
    : { support, allocated: 1, free: allOf(architecture) & ~1 };

/** What was known, where the machine is as it is now known to be; a process whose execve the log shows began afresh. */
function keysBefore({ protectionKeys, execAt }: Process, { architecture }: Task, support: KeySupport): Keys {
  if (protectionKeys?.support === support) return protectionKeys;
  const begun = execAt !== undefined && protectionKeys === undefined;
  return begun ? freshKeys(architecture, support) : { support, ...NOTHING };
}

/** A key that is given is the lowest free one, so all below it are taken. */
export function pkeyAlloc(call: CallEvent, task: Task, edit: WorldEdit): void {
  const { result } = call;
  if (result.kind === 'never' || result.kind === 'none' || result.injected === 'result') return;
  edit.changeProcess(task.process, (process) => {
    const keys =
      result.kind === 'value'
        ? given(result.value, process, task)
        : refused(result.errno, call, process, task);
    return keys === undefined ? process : { ...process, protectionKeys: { ...keys, at: edit.event } };
  });
}

function given(value: bigint, process: Process, task: Task): Keys | undefined {
  const key = Number(BigInt.asIntN(32, value));
  if (key < 0 || key >= keysOf(task.architecture)) return undefined;
  const before = keysBefore(process, task, 'hardware');
  const taken = (2 << key) - 1;
  // A key that was passed over though nobody had taken it is the kernel's own.
  const passed = before.free & taken & ~(1 << key);
  const own = (before.own ?? 0) | (keysOf(task.architecture) === 16 ? passed : 0);
  const allocated = before.allocated | (taken & ~own);
  return withOwn({ ...before, allocated, free: before.free & ~taken }, own);
}

const withOwn = (keys: Keys, own: number): Keys => (own === 0 ? keys : { ...keys, own });

/**
 * Memory was made that may only be executed: on x86 it has a key of the kernel's own, the lowest that was free when the
 * process first had such memory. arch/x86/mm/pkeys.c: __execute_only_pkey
 */
export function keysAfterExecuteOnly(process: Process, task: Task): Keys | undefined {
  if (keysOf(task.architecture) !== 16) return undefined;
  const before = keysBefore(process, task, 'hardware');
  if (before.own !== undefined) return undefined;
  const lowest = ~before.allocated & -~before.allocated & allOf(task.architecture);
  // Where the log does not show whether the lowest is free, any may be the kernel's.
  if ((before.free & lowest) === 0) return { ...before, free: 0 };
  return { ...before, free: before.free & ~lowest, own: lowest };
}

/** pkey_mprotect took the key: it was allocated. On arm64 key 0 is so without the hardware too. */
export function keysAfterUse(key: number, process: Process, task: Task): Keys | undefined {
  if (key === 0 && keysOf(task.architecture) !== 16) return undefined;
  const before = keysBefore(process, task, 'hardware');
  const bit = 1 << key;
  return { ...before, allocated: before.allocated | bit, free: before.free & ~bit };
}

/** pkey_mprotect refused key 0: x86 without the hardware. Where keys are there, it may have been given back. */
export function keysAfterRefusal(process: Process, task: Task): Keys | undefined {
  if (keysOf(task.architecture) !== 16 || process.execAt === undefined) return undefined;
  return keysBefore(process, task, 'no-hardware');
}

/** What a refusal says of the machine, and of the keys. */
function refused(errno: string, call: CallEvent, process: Process, task: Task): Keys | undefined {
  const { protectionKeys: known } = process;
  const isX86 = keysOf(task.architecture) === 16;
  if (errno === 'ENOSYS') return { support: 'no-calls', ...NOTHING };
  if (errno === 'EINVAL')
    return isX86 && asksRightly(call) ? { support: 'no-hardware', allocated: 1, free: 0 } : undefined;
  if (errno !== 'ENOSPC') return undefined;
  if (known?.support === 'hardware') return { ...known, allocated: allOf(task.architecture), free: 0 };
  // Of a process that the log does not show from its beginning, all keys may have been taken.
  if (known === undefined && process.execAt === undefined) return undefined;
  return isX86 ? { support: 'no-hardware', allocated: 1, free: 0 } : keysBefore(process, task, 'no-hardware');
}

/** No flags, and rights that every architecture knows: PKEY_DISABLE_ACCESS, PKEY_DISABLE_WRITE. */
function asksRightly(call: CallEvent): boolean {
  const flags = intOf(argument(call, 0));
  const rights = argument(call, 1);
  if (flags !== 0 || rights === undefined) return false;
  if (rights.kind === 'number') return rights.value >= 0n && rights.value <= 3n;
  return (
    rights.kind === 'flags' &&
    rights.terms.every(
      (term) => 'name' in term && (term.name === 'PKEY_DISABLE_ACCESS' || term.name === 'PKEY_DISABLE_WRITE'),
    )
  );
}

/** A success proves that the key was allocated; on x86 also the hardware. Key 0 can be given back too. */
export function pkeyFree(call: CallEvent, task: Task, edit: WorldEdit): void {
  const key = intOf(argument(call, 0));
  if (key === undefined || key < 0 || key >= keysOf(task.architecture)) return;
  edit.changeProcess(task.process, (process) => {
    const known = process.protectionKeys?.support;
    const proven = known === 'no-hardware' && !usesNone(task.architecture, known) ? known : 'hardware';
    // Key 0 of arm64 proves nothing of the hardware.
    if (known === undefined && key === 0 && keysOf(task.architecture) !== 16) return process;
    const before = keysBefore(process, task, proven);
    const bit = 1 << key;
    const keys = { ...before, allocated: before.allocated & ~bit, free: before.free | bit };
    return { ...process, protectionKeys: { ...keys, at: edit.event } };
  });
}
