/**
 * What setting a limit proves about CAP_SYS_RESOURCE: only with it may a hard limit be raised. kernel/sys.c: do_prlimit
 */
import type { CallEvent } from '../trace/event';
import type { KnownLimit, LimitName, LimitValue } from './limits';
import { concluded } from './privileges-known';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

export const isAbove = (limit: LimitValue, other: LimitValue): boolean =>
  other !== 'infinity' && (limit === 'infinity' || limit > other);

/**
 * A hard limit above the one before was set: the caller has the capability. EPERM on a limit of its own: it has not, for
 * nothing else refuses that, but for more files than fs.nr_open, which nobody may have.
 */
export function learnFromLimit(
  { result }: CallEvent,
  name: LimitName | undefined,
  set: Pick<KnownLimit, 'soft' | 'hard'> | undefined,
  task: Task,
  edit: WorldEdit,
): void {
  if (name === undefined || set === undefined || result.kind === 'never') return;
  if (result.injected === 'result') return;
  const known = edit.world.process(task.process)?.limits.get(name);
  const raised = known !== undefined && isAbove(set.hard, known.hard);
  if (result.kind === 'value' && raised) learn('yes', task, edit);
  const refused = result.kind === 'error' && result.errno === 'EPERM' && name !== 'NOFILE';
  if (refused && (raised || known === undefined)) learn('no', task, edit);
}

function learn(has: 'yes' | 'no', task: Task, edit: WorldEdit): void {
  const current = edit.world.task(task.id) ?? task;
  const privileges = concluded(current.privileges, 'CAP_SYS_RESOURCE', has, edit.event);
  if (privileges !== current.privileges) edit.setTask({ ...current, privileges });
}
