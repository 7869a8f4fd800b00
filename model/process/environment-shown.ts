/**
 * The environment as execve's line shows it: its address, and how many strings strace has counted there.
 *
 *     execve("/bin/ls", ["ls"], 0x7ffc97693530 (35 vars in a comment)) = -1 ENOENT (No such file or directory)
 *
 * Counting, strace has read the caller's memory: that is proof of the pages, mostly the stack's, which no call of the log
 * has mapped.
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { pageOf, pageRange } from '../memory/page';
import { argument } from './call-values';
import type { Architecture, Task } from './world';
import type { WorldEdit } from './world-edit';

/** Undefined where the line shows something else, or no count. */
export function countedVector(value: Value | undefined): { address: bigint; count: number } | undefined {
  if (value?.kind !== 'number') return undefined;
  const counted = /^(\d{1,7}) vars?\b/.exec(value.comment ?? '')?.[1];
  return counted === undefined
    ? undefined
    : { address: BigInt.asUintN(64, value.value), count: Number(counted) };
}

const wordBytes = (architecture: Architecture): bigint =>
  architecture === 'x86-64' || architecture === 'arm64' || architecture === 'riscv64' ? 8n : 4n;

/**
 * Of use only where the caller's memory lives on: after a failure, and where another task is known to share it (vfork).
 */
export function learnEnvironment(call: CallEvent, task: Task, edit: WorldEdit): void {
  const livesOn =
    call.result.kind === 'error' ||
    (task.created !== undefined && edit.members.othersIn('space', task.space, task.id));
  const shown = countedVector(argument(call, call.name === 'execveat' ? 3 : 2));
  if (!livesOn || shown === undefined || shown.address === 0n) return;
  // With its end mark.
  const last = shown.address + BigInt(shown.count + 1) * wordBytes(task.architecture) - 1n;
  const taskSize = edit.world.space(task.space)?.taskSize ?? 0;
  if (pageOf(last) >= taskSize) return;
  edit.changeSpace(task.space, (space) => {
    space.infer(pageRange(pageOf(shown.address), pageOf(last) + 1), {});
  });
}
