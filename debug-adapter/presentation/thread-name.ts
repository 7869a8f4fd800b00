/**
 * A task's name in the list of threads: '1234 nginx', as a person would look for it in the log.
 */
import type { TaskId } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { told } from '../words/tell';

export function threadName(replay: Replay, task: TaskId): string {
  const info = replay.taskInfo(task);
  const world = replay.timeline.worldAt(replay.position);
  const known = world.task(task);
  const process = known && world.process(known.process);
  // Where no line has a pid, a later call may tell it (set_tid_address); the name should not change when it does.
  const later = info && replay.timeline.worldAt(info.lastEvent).task(task);
  const tid = info?.tid ?? known?.tid ?? later?.tid;
  const executable = process?.executable?.slice(process.executable.lastIndexOf('/') + 1);
  const comm = known?.comm ?? info?.comm ?? executable;
  return (
    [tid === undefined ? undefined : String(tid), comm].filter((part) => part !== undefined).join(' ') ||
    told(replay.language, 'frame.task')
  );
}
