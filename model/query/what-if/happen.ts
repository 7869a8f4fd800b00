/**
 * Lets a call happen in a copy of the world, with the answer that it is taken to have. It teaches nothing: what a log proves
 * of limits and of the machine, it proves by answers that a kernel gave.
 */
import type { Machine } from '../../kernel/check';
import type { MemoryCall } from '../../kernel/memory-call';
import { mergingOf } from '../../kernel/merging-of-kernel';
import { ruleOf } from '../../kernel/rules';
import { Children } from '../../process/children';
import { cloneCalls } from '../../process/clone-request';
import { effectOf, execCalls, exitCalls } from '../../process/effects';
import { Identities } from '../../process/identities';
import { Members } from '../../process/members';
import type { Task, WorldChange } from '../../process/world';
import { worldChangeOf } from '../../process/world-change';
import { WorldEdit } from '../../process/world-edit';
import type { WorldState } from '../../process/world-state';
import { live } from '../../timeline/life-calls';
import { beforeOf, identifyFile, observedOf } from '../../timeline/memory-step';
import type { CallEvent } from '../../trace/event';

export interface Happened {
  readonly after: WorldState;
  /** Undefined: nothing changed. */
  readonly change: WorldChange | undefined;
}

/** Spaces, files and processes that a what-if makes have numbers that no recording reaches; so many for each call. */
export const FIRST_NUMBER = 2 ** 40;
const NUMBERS_OF_A_CALL = 2 ** 12;

/**
 * @param step how many calls of the what-if stand before this one.
 * @param memory read from `call`, answer included; undefined for calls on other things.
 */
export function happen(
  call: CallEvent,
  memory: MemoryCall | undefined,
  world: WorldState,
  machine: Machine,
  step: number,
): Happened {
  const after = world.copy();
  const ids = new Identities(FIRST_NUMBER + step * NUMBERS_OF_A_CALL);
  const edit = new WorldEdit(after, call.index, ids, membersOf(world), mergingOf(machine.kernel));
  const task = world.task(call.task);
  if (task !== undefined) {
    if (isLife(call.name)) liveOn(call, task, edit);
    else {
      effectOf(call.name, call.result.kind === 'error' ? call.result.errno : '')?.(call, task, edit);
      if (memory !== undefined) applyRule(memory, task, edit, machine);
    }
  }
  const change = edit.updates.length === 0 ? undefined : worldChangeOf(call.index, world, edit.updates);
  return { after, change };
}

const isLife = (name: string): boolean => cloneCalls.has(name) || execCalls.has(name) || exitCalls.has(name);

/** A child that fork makes has a world of its own, and in the parent's nothing changes. */
function liveOn(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (cloneCalls.has(call.name) || call.result.kind === 'error') return;
  const taskSize = edit.world.space(task.space)?.taskSize;
  if (taskSize !== undefined) live(call, task, edit, { children: new Children(), taskSize });
}

function applyRule(call: MemoryCall, task: Task, edit: WorldEdit, machine: Machine): void {
  const observed = observedOf(call.event);
  if (observed === undefined) return;
  if (observed.kind === 'success') identifyFile(call, task, edit);
  const before = beforeOf(edit.world, task, machine);
  if (before === undefined) return;
  edit.changeSpace(task.space, (space) => ruleOf(call.call).apply?.(call, observed, before, space));
}

function membersOf(world: WorldState): Members {
  const members = new Members();
  for (const task of world.tasks()) members.replace(undefined, task);
  return members;
}
