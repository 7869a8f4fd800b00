/** Who lived in the recording: processes in the order in which they came, each with its threads. Read from its last moment. */
import type { ProcessId, Task, World } from '../../../model/process/world';
import type { TaskId } from '../../../model/trace/positions';
import { shownText } from '../../../picture/shown-text';
import type { Replay } from '../../replay';

/** A command's name is no longer in the kernel; a program's may be. */
const LONGEST_NAME = 40;

export class Tasks {
  /** Of each process, its leader first. */
  readonly #members = new Map<ProcessId, TaskId[]>();
  readonly #last: World;

  constructor(private readonly replay: Replay) {
    this.#last = replay.timeline.worldAt(replay.end);
    for (const { id, process } of [...this.#last.tasks()].sort((a, b) => this.#birth(a) - this.#birth(b))) {
      const members = this.#members.get(process);
      if (members === undefined) this.#members.set(process, [id]);
      else members.push(id);
    }
  }

  /** Threads stand behind their process. */
  get inOrder(): readonly TaskId[] {
    return [...this.#members.values()].flat();
  }

  get(task: TaskId): Task | undefined {
    return this.#last.task(task);
  }

  membersOf(process: ProcessId): readonly TaskId[] {
    return this.#members.get(process) ?? [];
  }

  isLeader(task: TaskId): boolean {
    const process = this.get(task)?.process;
    return process !== undefined && this.membersOf(process)[0] === task;
  }

  /** By the last name that it had: '4711 nginx'. */
  nameOf(task: TaskId): string {
    const info = this.replay.taskInfo(task);
    const known = this.get(task);
    const executable = known && this.#last.process(known.process)?.executable;
    const name = known?.comm ?? info?.comm ?? executable?.slice(executable.lastIndexOf('/') + 1);
    const tid = info?.tid ?? known?.tid;
    const parts = [
      tid === undefined ? undefined : String(tid),
      name && shownText(name.slice(0, LONGEST_NAME)),
    ];
    return parts.filter((part) => part !== undefined && part !== '').join(' ') || 'task';
  }

  #birth({ id }: Task): number {
    return this.replay.taskInfo(id)?.firstEvent ?? this.replay.end;
  }
}
