/**
 * shmget and shmctl: where the log shows how large a System V segment is.
 */
import type { CallEvent } from '../trace/event';
import {
  argument,
  hasFlag,
  choiceOf,
  intOf,
  member,
  numberOf,
  onExit,
  smallSuccessOf,
  successOf,
} from './call-values';
import { hugePagesAsked } from './huge-pages';
import type { SharedSegment } from './shared-segment';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** shmget(key, size, flags) = id. Of a segment that was there before, size may be smaller than it is, or 0. */
export function shmget(call: CallEvent, task: Task, edit: WorldEdit): void {
  const shmid = smallSuccessOf(call);
  const size = numberOf(argument(call, 1));
  if (shmid === undefined || size === undefined || size === 0n) return;
  const hugePages = hugePagesAsked(argument(call, 2), 'SHM_HUGETLB', SHM_HUGETLB);
  keep(shmid, size, edit, false, { key: keyOf(call), hugePages, ...permissionsOf(call, task) });
}

const SHM_HUGETLB = 0o4000;
const IPC_EXCL = 0o2000;

/** Of a segment that the call surely made: without IPC_EXCL another may have been there under the key. */
function permissionsOf(call: CallEvent, { privileges }: Task): Pick<SharedSegment, 'mode' | 'owner'> {
  const flags = argument(call, 2);
  if (keyOf(call) !== 0 && hasFlag(flags, 'IPC_EXCL', IPC_EXCL) !== true) return {};
  const mode = Array.from({ length: 9 }, (_, bit) => 1 << bit)
    .filter((bit) => hasFlag(flags, '', bit) === true)
    .reduce((bits, bit) => bits | bit, 0);
  return { mode, owner: privileges.euid };
}

const keyOf = (call: CallEvent): number | undefined => {
  const key = argument(call, 0);
  return choiceOf(key, KEYS) === 'IPC_PRIVATE' ? 0 : intOf(key);
};
const KEYS: ReadonlyMap<bigint, string> = new Map([[0n, 'IPC_PRIVATE']]);

const COMMANDS: ReadonlyMap<bigint, string> = new Map([
  [0n, 'IPC_RMID'],
  [1n, 'IPC_SET'],
  [2n, 'IPC_STAT'],
]);

/** shmctl(id, IPC_STAT, {shm_segsz=8192, …}) = 0, and shmctl(id, IPC_RMID, NULL) = 0 */
export function shmctl(call: CallEvent, _: Task, edit: WorldEdit): void {
  const shmid = intOf(argument(call, 0));
  if (shmid === undefined || successOf(call) === undefined) return;
  const command = choiceOf(argument(call, 1), COMMANDS);
  if (command === 'IPC_RMID') {
    const known = edit.world.segments.get(shmid);
    if (known !== undefined)
      edit.apply({ of: 'segment', shmid, segment: { ...known, removedAt: edit.event } });
  }
  // The owner and the rights may be others from here on.
  const set = edit.world.segments.get(shmid);
  if (command === 'IPC_SET' && set?.mode !== undefined)
    edit.apply({ of: 'segment', shmid, segment: { ...set, mode: undefined, owner: undefined } });
  if (command !== 'IPC_STAT') return;
  const size = numberOf(member(onExit(call.args[2]), 'shm_segsz')?.value);
  if (size !== undefined) keep(shmid, size, edit, true);
}

type Made = Pick<SharedSegment, 'key' | 'hugePages' | 'mode' | 'owner'>;

function keep(shmid: number, size: bigint, edit: WorldEdit, exact: boolean, made?: Made): void {
  const known = edit.world.segments.get(shmid);
  if (known !== undefined && (exact ? known.size === size : known.size >= size)) return;
  const key = made?.key ?? known?.key;
  const hugePages = made?.hugePages ?? known?.hugePages;
  const { mode, owner } = made?.mode === undefined ? (known ?? {}) : made;
  const segment: SharedSegment = {
    size,
    at: edit.event,
    ...(key !== undefined && { key }),
    ...(hugePages !== undefined && { hugePages }),
    ...(mode !== undefined && { mode, owner }),
  };
  edit.apply({ of: 'segment', shmid, segment });
}
