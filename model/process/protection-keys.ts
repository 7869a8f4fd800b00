/**
 * Protection keys: which numbers a process has allocated. mm_struct keeps them as a map of bits; so does the model, with
 * what is known of each. arch/x86/include/asm/pkeys.h, arch/arm64/include/asm/pkeys.h
 *
 * x86 without the hardware has a quirk of its own: its one key, 0, can be neither used nor given back. The first
 * pkey_alloc of an address space takes it and answers EINVAL, all later ones find none left: ENOSPC. Measured on 6.18.
 */
import type { CallEvent } from '../trace/event';
import { argument, intOf } from './call-values';
import type { Architecture, Task } from './world';
import type { WorldEdit } from './world-edit';

export interface ProtectionKeys {
  /** Whether the machine has them: what pkey_alloc answered says. */
  readonly hardware: boolean;
  /** Bit n: key n is allocated; is free. Neither: not known. */
  readonly allocated: number;
  readonly free: number;
}

/** How many keys the hardware of an architecture has. */
export const keysOf = (architecture: Architecture): number =>
  architecture === 'arm64' ? 8 : architecture === 'riscv64' || architecture === 'arm' ? 0 : 16;

const allOf = (architecture: Architecture): number => (1 << keysOf(architecture)) - 1;

/** After execve: key 0 is every process's own, the others are free. */
export const freshKeys = (architecture: Architecture, hardware: boolean): ProtectionKeys =>
  hardware ? { hardware, allocated: 1, free: allOf(architecture) & ~1 } : { hardware, allocated: 0, free: 0 };

/** `known` undefined: no call on keys yet. `begun`: the log shows the execve that the process began with. */
function keysBefore(
  known: ProtectionKeys | undefined,
  begun: boolean,
  task: Task,
  hardware: boolean,
): ProtectionKeys {
  if (known?.hardware === hardware) return known;
  return begun && known === undefined
    ? freshKeys(task.architecture, hardware)
    : { hardware, allocated: 0, free: 0 };
}

/**
 * A key that is given is the lowest free one, so all below it are taken. ENOSPC: all are. EINVAL, where the arguments are
 * as they should be: the machine has none.
 */
export function pkeyAlloc(call: CallEvent, task: Task, edit: WorldEdit): void {
  const { result } = call;
  if (result.kind === 'never' || result.kind === 'none' || result.injected === 'result') return;
  edit.changeProcess(task.process, (process) => {
    const known = process.protectionKeys;
    const begun = process.execAt !== undefined;
    if (result.kind === 'value') {
      const key = Number(BigInt.asIntN(32, result.value));
      if (key < 0 || key >= keysOf(task.architecture)) return process;
      const before = keysBefore(known, begun, task, true);
      const allocated = before.allocated | ((1 << (key + 1)) - 1);
      return { ...process, protectionKeys: { ...before, allocated, free: before.free & ~allocated } };
    }
    if (result.errno === 'EINVAL' && asksRightly(call)) {
      const before = keysBefore(known, begun, task, false);
      return { ...process, protectionKeys: { ...before, allocated: 1, free: 0 } };
    }
    if (result.errno !== 'ENOSPC') return process;
    const hardware = known?.hardware ?? !begun;
    if (known === undefined && !begun) return process;
    return {
      ...process,
      protectionKeys: { hardware, allocated: hardware ? allOf(task.architecture) : 1, free: 0 },
    };
  });
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

/** A success proves that the key was allocated, and the hardware; key 0 can be given back too. */
export function pkeyFree(call: CallEvent, task: Task, edit: WorldEdit): void {
  const key = intOf(argument(call, 0));
  if (key === undefined || key < 0 || key >= keysOf(task.architecture)) return;
  edit.changeProcess(task.process, (process) => {
    const before = keysBefore(process.protectionKeys, process.execAt !== undefined, task, true);
    const bit = 1 << key;
    return {
      ...process,
      protectionKeys: { ...before, allocated: before.allocated & ~bit, free: before.free | bit },
    };
  });
}
