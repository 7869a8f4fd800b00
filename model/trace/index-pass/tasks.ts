/**
 * Whose line is it? In a pid column the log says so. On stderr strace prints `[pid N]` only while it traces more than
 * one task: lines before the first clone, and after all others ended, name nobody.
 *
 *     execve("./a", ...) = 0                       the first task; its tid is not known yet
 *     clone(...) = 102
 *     [pid   101] wait4(-1 <unfinished ...>        101 was announced by no clone and no message: it is the first task
 *     [pid   102] exit_group(0) = ?
 *     [pid   102] +++ exited with 0 +++
 *     <... wait4 resumed>...) = 102                only 101 is left
 */
import type { TaskInfo } from '../event-table';
import type { EventIndex, TaskId } from '../positions';
import { Role, type LineFacts } from './line-facts';
import type { Names } from './names';
import type { OpenCall } from './open-call';

/** One life of one task. */
export interface Life {
  readonly id: number;
  /** -1: the log has not named it. */
  tid: number;
  /** Its tid since a thread's execve made it the leader; -1: none did. */
  laterTid: number;
  comm: number;
  firstEvent: number;
  lastEvent: number;
  open: OpenCall | undefined;
  /** It called exit: with `-q` that is all that the log says of its end. */
  leaving: boolean;
}

export class Tasks {
  private readonly lives: Life[] = [];
  private readonly byTid = new Map<number, Life>();
  private readonly alive = new Set<Life>();
  /** Tids that a clone returned or a message announced: such a tid is not the first task's. */
  private readonly children = new Set<number>();
  private nameless: Life | undefined;
  private recent: Life | undefined;
  /** The tid under which `recent` was met; -1: under none. */
  private recentTid = -1;

  /** The task that a line with this tid speaks of. */
  named(tid: number, facts: LineFacts): Life {
    const { recent } = this;
    if (recent !== undefined && this.recentTid === tid && !recent.leaving) return recent;
    let life = this.byTid.get(tid);
    if (life?.leaving === true && startsCall(facts.role)) {
      this.end(life);
      life = undefined;
    }
    life ??= this.christen(tid, facts) ?? this.born(tid);
    this.recent = life;
    this.recentTid = tid;
    return life;
  }

  /** The task that a line without a tid belongs to. */
  unnamed(facts: LineFacts): Life {
    const life = this.guess(facts) ?? this.born(-1);
    this.recent = life;
    this.recentTid = -1;
    return life;
  }

  /** The task spoken of last, for lines that are nobody's: messages, garbage. */
  bystander(fileTid: number): Life {
    if (fileTid >= 0) return this.born(fileTid);
    return this.recent ?? this.lives.at(-1) ?? this.born(-1);
  }

  /** The task that lives under this tid. */
  known(tid: number): Life | undefined {
    return this.byTid.get(tid);
  }

  announceChild(tid: number): void {
    this.children.add(tid);
  }

  /** `Process N attached`. */
  attached(tid: number): Life {
    this.children.add(tid);
    const life = this.byTid.get(tid);
    if (life !== undefined && !life.leaving) return life;
    if (life !== undefined) this.end(life);
    return this.born(tid);
  }

  end(life: Life): void {
    this.alive.delete(life);
    if (this.byTid.get(life.tid) === life) this.byTid.delete(life.tid);
    if (this.byTid.get(life.laterTid) === life) this.byTid.delete(life.laterTid);
    if (this.nameless === life) this.nameless = undefined;
    if (this.recent === life) this.recent = undefined;
    this.children.delete(life.tid);
  }

  /** A thread's execve: the leader is gone, and the thread goes on under the leader's tid. */
  supersede(leader: Life, threadTid: number): void {
    const tid = leader.laterTid >= 0 ? leader.laterTid : leader.tid;
    this.end(leader);
    const thread = this.byTid.get(threadTid) ?? this.born(threadTid);
    this.byTid.delete(threadTid);
    thread.laterTid = tid;
    thread.leaving = false;
    this.byTid.set(tid, thread);
    this.recent = thread;
    this.recentTid = tid;
  }

  /** Tasks with a call that has not returned, by the place of its entry. */
  withOpenCalls(): readonly Life[] {
    const place = (open: OpenCall | undefined) =>
      open === undefined ? 0 : open.file * 2 ** 32 + open.entryLine;
    return this.lives.filter((life) => life.open !== undefined).sort((a, b) => place(a.open) - place(b.open));
  }

  infos(names: Names): readonly TaskInfo[] {
    return this.lives.map((life) => ({
      id: life.id as TaskId,
      tid: life.tid < 0 ? undefined : life.tid,
      ...(life.laterTid < 0 ? {} : { tidAfterExecve: life.laterTid }),
      comm: life.comm === 0 ? undefined : names.text(life.comm),
      firstEvent: Math.max(life.firstEvent, 0) as EventIndex,
      lastEvent: Math.max(life.lastEvent, 0) as EventIndex,
    }));
  }

  /** The first task gets its name, if the tid can be its own. */
  private christen(tid: number, facts: LineFacts): Life | undefined {
    const life = this.nameless;
    if (life === undefined || this.children.has(tid) || !this.alive.has(life)) return undefined;
    const { open } = life;
    const canBe = open === undefined || open.cut || !isCall(facts.role) || open.name === facts.name;
    if (!canBe) return undefined;
    life.tid = tid;
    this.byTid.set(tid, life);
    this.nameless = undefined;
    return life;
  }

  private guess(facts: LineFacts): Life | undefined {
    if (this.recent !== undefined && this.alive.size === 1 && this.alive.has(this.recent)) return this.recent;
    let candidates = [...this.alive];
    if (facts.role === Role.resumed || facts.role === Role.resumedOpen) {
      const waiting = candidates.filter((life) => life.open?.name === facts.name);
      if (waiting.length > 0) return waiting.at(-1);
    }
    if (candidates.length > 1) candidates = candidates.filter((life) => !life.leaving);
    if (candidates.length > 1 && startsCall(facts.role)) {
      const free = candidates.filter((life) => life.open === undefined || life.open.cut);
      if (free.length > 0) candidates = free;
    }
    return this.recent !== undefined && candidates.includes(this.recent) ? this.recent : candidates[0];
  }

  private born(tid: number): Life {
    const life: Life = {
      id: this.lives.length,
      tid,
      laterTid: -1,
      comm: 0,
      firstEvent: -1,
      lastEvent: -1,
      open: undefined,
      leaving: false,
    };
    this.lives.push(life);
    this.alive.add(life);
    if (tid >= 0) this.byTid.set(tid, life);
    else this.nameless = life;
    return life;
  }
}

const startsCall = (role: Role): boolean =>
  role === Role.call || role === Role.unfinished || role === Role.open;

const isCall = (role: Role): boolean =>
  startsCall(role) || role === Role.resumed || role === Role.resumedOpen;
