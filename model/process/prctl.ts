/**
 * prctl(2) in the world: a task's name, and what is set for all memory of a process.
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, choiceOf, hasFlag, numberOf, successOf } from './call-values';
import { MDWE, NO_MODES, type MemoryModes } from './memory-modes';
import { setName } from './own-names';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** include/uapi/linux/prctl.h */
const OPTIONS: ReadonlyMap<bigint, string> = new Map([
  [15n, 'PR_SET_NAME'],
  [41n, 'PR_SET_THP_DISABLE'],
  [42n, 'PR_GET_THP_DISABLE'],
  [65n, 'PR_SET_MDWE'],
  [66n, 'PR_GET_MDWE'],
  [67n, 'PR_SET_MEMORY_MERGE'],
  [68n, 'PR_GET_MEMORY_MERGE'],
  [0x53564d41n, 'PR_SET_VMA'],
]);

export function prctl(call: CallEvent, task: Task, edit: WorldEdit): void {
  const option = choiceOf(argument(call, 0), OPTIONS);
  if (option === undefined) return;
  if (option === 'PR_SET_NAME') setName(call, task, edit);
  else if (option === 'PR_SET_VMA') learnNames(call, task, edit);
  else {
    const answer = successOf(call);
    if (answer !== undefined) setMode(option, answer, call, task, edit);
  }
}

function setMode(option: string, answer: bigint, call: CallEvent, task: Task, edit: WorldEdit): void {
  const second = argument(call, 1);
  const at = edit.event;
  switch (option) {
    case 'PR_SET_MDWE': {
      const denyWriteExecute =
        (hasFlag(second, 'PR_MDWE_REFUSE_EXEC_GAIN', MDWE.REFUSE_EXEC_GAIN) === true
          ? MDWE.REFUSE_EXEC_GAIN
          : 0) | (hasFlag(second, 'PR_MDWE_NO_INHERIT', MDWE.NO_INHERIT) === true ? MDWE.NO_INHERIT : 0);
      change(task, edit, (modes) =>
        modes.denyWriteExecute === denyWriteExecute ? modes : { ...modes, denyWriteExecute, deniedAt: at },
      );
      break;
    }
    case 'PR_GET_MDWE':
      change(task, edit, (modes) =>
        BigInt(modes.denyWriteExecute) === answer
          ? modes
          : { ...modes, denyWriteExecute: Number(answer & 3n), deniedAt: at },
      );
      break;
    case 'PR_SET_THP_DISABLE': {
      const on = numberOf(second);
      if (on === undefined) return;
      const exceptAdvised = hasFlag(argument(call, 2), 'PR_THP_DISABLE_EXCEPT_ADVISED', 2) === true ? 2 : 0;
      change(task, edit, (modes) => ({ ...modes, hugePagesDisabled: on === 0n ? 0 : 1 | exceptAdvised }));
      break;
    }
    case 'PR_GET_THP_DISABLE':
      change(task, edit, (modes) => ({ ...modes, hugePagesDisabled: Number(answer & 3n) }));
      break;
    case 'PR_SET_MEMORY_MERGE': {
      const on = numberOf(second);
      if (on !== undefined) change(task, edit, (modes) => ({ ...modes, memoryMerge: on !== 0n }));
      break;
    }
    case 'PR_GET_MEMORY_MERGE':
      change(task, edit, (modes) => ({ ...modes, memoryMerge: answer !== 0n }));
      break;
    default:
  }
}

/** Processes that share the address space (vfork) have the same modes: they are the space's. */
function change(task: Task, edit: WorldEdit, next: (modes: MemoryModes) => MemoryModes): void {
  const processes = new Set([task.process]);
  for (const id of edit.members.of('space', task.space)) {
    const other = edit.world.task(id);
    if (other !== undefined) processes.add(other.process);
  }
  for (const id of processes)
    edit.changeProcess(id, (process) => {
      const modes = process.memoryModes ?? NO_MODES;
      const changed = next(modes);
      return sameModes(changed, modes) ? process : { ...process, memoryModes: changed };
    });
}

const sameModes = (a: MemoryModes, b: MemoryModes): boolean =>
  a.denyWriteExecute === b.denyWriteExecute &&
  a.hugePagesDisabled === b.hugePagesDisabled &&
  a.memoryMerge === b.memoryMerge &&
  a.anonymousNames?.taken === b.anonymousNames?.taken;

/**
 * Whether the kernel takes names for memory hangs on how it was built: any answer but EINVAL shows that it does, and EINVAL
 * to a request with nothing wrong that it does not.
 */
function learnNames(call: CallEvent, task: Task, edit: WorldEdit): void {
  const { result } = call;
  const taken = result.kind === 'value' || (result.kind === 'error' && result.errno !== 'EINVAL');
  if (result.kind !== 'value' && result.kind !== 'error') return;
  if (!taken && !isFaultless(call, task)) return;
  const at = edit.event;
  change(task, edit, (modes) =>
    modes.anonymousNames?.taken === taken ? modes : { ...modes, anonymousNames: { taken, at } },
  );
}

const isFaultless = (call: CallEvent, { architecture }: Task): boolean => {
  const [operation, start, length] = [
    argument(call, 1),
    numberOf(argument(call, 2)),
    numberOf(argument(call, 3)),
  ];
  const names =
    hasFlag(operation, 'PR_SET_VMA_ANON_NAME', 0) === true &&
    (operation?.kind !== 'number' || operation.value === 0n);
  if (!names || start === undefined || length === undefined) return false;
  // Pages of other machines may be larger.
  const within = architecture === 'arm64' ? 0xffffn : 0xfffn;
  return (start & within) === 0n && length < 1n << 46n && start < 1n << 47n && isPlain(argument(call, 4));
};

const isPlain = (name: Value | undefined): boolean =>
  (name?.kind === 'number' && name.value === 0n) ||
  (name?.kind === 'string' && !name.cut && /^[\w .:-]{0,79}$/.test(name.bytes));
