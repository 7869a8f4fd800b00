/** Calls about other tasks: ESRCH, ECHILD, EPERM of kill. */
import { EventKind } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import { argument, intOf } from '../../process/call-values';
import { dispositionOf } from '../signals/handler';
import type { Subject } from '../subject';
import { account, type Finder } from './account';
import { earlierCalls } from './earlier-calls';

/** Where the pid or tid is. */
const PID_AT: Readonly<Record<string, number>> = {
  tgkill: 1,
  rt_tgsigqueueinfo: 1,
  getpriority: 1,
  setpriority: 1,
  ioprio_get: 1,
  ioprio_set: 1,
  ptrace: 1,
};

export const noSuchTask: Finder = (subject, call) => {
  const pid = intOf(argument(call, PID_AT[call.name] ?? 0));
  if (pid === undefined) return undefined;
  const values = { call: call.name, pid: String(pid) };
  const end = endOf(subject, Math.abs(pid));
  if (end !== undefined) return account(subject, 'outside.task-ended', values, end);
  return account(subject, 'outside.task-unknown', values);
};

const MOST_ROWS = 500_000;

/** The line on which a task of this tid ended, or was waited for: then the number is free. */
function endOf(subject: Subject, tid: number): EventIndex | undefined {
  const { events, tasks } = subject.timeline.recording;
  const ids = new Set(
    tasks.filter((task) => task.tid === tid || task.tidAfterExecve === tid).map(({ id }) => id),
  );
  if (ids.size === 0) return undefined;
  for (let row = subject.event - 1; row >= 0 && row > subject.event - MOST_ROWS; row--) {
    const at = eventIndex(row);
    const kind = events.kind(at);
    if (kind !== EventKind.exit && kind !== EventKind.killed) continue;
    if (ids.has(events.task(at))) return at;
  }
  return undefined;
}

const WAITING = ['wait4', 'waitid', 'waitpid'];
const MAKING = ['fork', 'vfork', 'clone', 'clone3'];

/** Nobody to wait for: all have been waited for, or the child is another's. wait(2) */
export const noChild: Finder = (subject, call) => {
  const wanted = intOf(argument(call, call.name === 'waitid' ? 1 : 0)) ?? -1;
  const values = { call: call.name, pid: String(wanted) };
  for (const { event, call: waited } of earlierCalls(subject, {
    names: WAITING,
    shared: 'process',
    own: true,
  })) {
    const got = waited.result.kind === 'value' ? Number(waited.result.value) : 0;
    if (got > 0 && (wanted <= 0 || got === wanted))
      return account(subject, 'outside.child-waited-for', values, event);
  }
  // Who ignores SIGCHLD has no children to wait for. signal(7)
  const disposition = dispositionOf(subject, 'SIGCHLD');
  if (disposition?.how === 'ignored')
    return account(subject, 'outside.children-ignored', values, disposition.at);
  for (const _ of earlierCalls(subject, { names: MAKING, shared: 'process', own: true }))
    return account(subject, 'outside.not-its-child', values);
  return account(subject, 'outside.no-child', values);
};

/** kill(2) of another user's process. */
export const notItsTask: Finder = (subject, call) =>
  /^(kill|tkill|tgkill|rt_t?g?sigqueueinfo|pidfd_send_signal)$/.test(call.name)
    ? account(subject, 'outside.other-user', { call: call.name, pid: String(intOf(argument(call, 0)) ?? '') })
    : undefined;
