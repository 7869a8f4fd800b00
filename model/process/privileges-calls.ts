/**
 * Calls that show or change the user and the capabilities: geteuid, getresuid, setuid and its kin, capget, capset, prctl.
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, hasFlag, intOf, member, numberOf, onExit, successOf } from './call-values';
import type { Privileges } from './privileges';
import { CAPABILITY_NUMBERS, shown, withEuid } from './privileges-known';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

export function geteuid(call: CallEvent, task: Task, edit: WorldEdit): void {
  learnEuid(successOf(call), task, edit);
}

/** getresuid([ruid], [euid], [suid]) */
export function getresuid(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  const shownIds = onExit(call.args[1]);
  learnEuid(numberOf(shownIds?.kind === 'array' ? shownIds.items[0]?.value : undefined), task, edit);
}

/** Reading the id changes no capability, whatever it was taken for. */
function learnEuid(euid: bigint | undefined, task: Task, edit: WorldEdit): void {
  const { privileges } = task;
  if (euid !== undefined && privileges.euid !== Number(euid))
    set(task, edit, { ...privileges, euid: Number(euid) });
}

/** setuid(euid), setreuid(ruid, euid), setresuid(ruid, euid, suid): `at` is the place of the effective one. */
export function setsEuid(at: number) {
  return (call: CallEvent, task: Task, edit: WorldEdit): void => {
    const euid = intOf(argument(call, at));
    // -1 leaves the id as it is.
    if (successOf(call) === undefined || euid === undefined || euid === -1) return;
    set(task, edit, withEuid(task.privileges, euid >>> 0, edit.event));
  };
}

/**
 * capget({version=…, pid=0}, {effective=1<<CAP_IPC_LOCK|…, permitted=…, inheritable=…}) = 0 shows, capset sets. Only the
 * effective set decides.
 */
export function capabilitiesShown(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined || task.privileges.ownNamespace === true) return;
  const pid = intOf(member(argument(call, 0), 'pid')?.value);
  if (pid !== undefined && pid !== 0 && pid !== task.tid) return;
  const given = call.name === 'capset' ? argument(call, 1) : onExit(call.args[1]);
  const data = given?.kind === 'array' ? given.items[0]?.value : given;
  const effective = member(data, 'effective')?.value;
  if (effective === undefined) return;
  set(
    task,
    edit,
    shown(
      task.privileges,
      (capability) => inSet(effective, capability, CAPABILITY_NUMBERS.get(capability) ?? 63),
      edit.event,
    ),
  );
}

/** `1<<CAP_IPC_LOCK|1<<CAP_SYS_ADMIN`, `CAP_IPC_LOCK|…` of old versions, or a number. */
function inSet(value: Value, name: string, number: number): boolean | undefined {
  if (value.kind === 'flags' && value.terms.some((term) => 'shift' in term && term.shift === name))
    return true;
  if (number < 31) return hasFlag(value, name, 1 << number);
  return undefined;
}

function set(task: Task, edit: WorldEdit, privileges: Privileges): void {
  const current = edit.world.task(task.id) ?? task;
  if (current.privileges !== privileges) edit.setTask({ ...current, privileges });
}
