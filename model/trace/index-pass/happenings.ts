/**
 * What happens to tasks beside their calls: signals, stops, ends, strace's messages; and lines that say nothing known.
 */
import { EventKind } from '../event-table';
import type { EventSink } from './event-sink';
import type { FileState } from './file-state';
import { glueWrapped, isWholeSignal } from './hard-wrap';
import type { Joining } from './joining';
import { Role, type LineFacts } from './line-facts';
import type { LineOwners } from './line-owners';
import type { Tasks } from './tasks';

/** Of a run of garbage, so many lines become events of their own; the rest share the last one. */
const OWN_GARBAGE = 64;

export class Happenings {
  unparsed = 0;

  constructor(
    private readonly sink: EventSink,
    private readonly tasks: Tasks,
    private readonly owners: LineOwners,
    private readonly joining: Joining,
  ) {}

  /** Signals, stops, personality changes: one line, one event, the task lives on. */
  happening(file: FileState, facts: LineFacts, kind: EventKind): void {
    const life = this.owners.of(file, facts);
    file.lastEvent = this.sink.add(kind, facts.flags, life, file.index, facts.line, facts.name, 0);
  }

  /** A signal that may be wrapped. */
  halfSignal(file: FileState, facts: LineFacts): void {
    const { line, body, name } = facts;
    file.halfSignal = { line, body, name, life: this.owners.of(file, facts) };
  }

  /** The next line: does it end the signal? */
  wrappedSignal(file: FileState, facts: LineFacts): boolean {
    const half = file.halfSignal;
    if (half === undefined || !isWholeSignal(glueWrapped(half.body, facts.body))) return false;
    file.halfSignal = undefined;
    const { life, line, name } = half;
    file.lastEvent = this.sink.addWrapped(EventKind.signal, life, file.index, line, name, facts.line);
    return true;
  }

  /** Nothing ends it: it stands for itself. */
  settle(file: FileState): void {
    const half = file.halfSignal;
    if (half === undefined) return;
    file.halfSignal = undefined;
    file.lastEvent = this.sink.add(EventKind.signal, 0, half.life, file.index, half.line, half.name, 0);
  }

  end(file: FileState, facts: LineFacts, kind: EventKind): void {
    const life = this.owners.of(file, facts);
    if (life.open !== undefined) this.joining.never(life);
    file.lastEvent = this.sink.add(kind, facts.flags, life, file.index, facts.line, facts.name, 0);
    this.tasks.end(life);
  }

  superseded(file: FileState, facts: LineFacts): void {
    const leader = this.owners.of(file, facts);
    if (leader.open !== undefined) this.joining.never(leader);
    file.lastEvent = this.sink.add(EventKind.superseded, 0, leader, file.index, facts.line, 0, 0);
    this.tasks.supersede(leader, facts.other);
  }

  note(file: FileState, facts: LineFacts): void {
    const life = this.owners.spokenOf(file, facts, facts.role);
    file.lastEvent = this.sink.add(EventKind.note, 0, life, file.index, facts.line, 0, 0);
  }

  /** A message of strace inside a call's line: `...SIGCHLDstrace: Process 7 attached`. */
  messageInside(file: FileState, facts: LineFacts): void {
    const life = this.owners.spokenOf(file, facts, facts.inside);
    this.sink.add(EventKind.note, 0, life, file.index, facts.line, 0, 0);
  }

  /** Lines of -k, hexdumps. @returns whether there is an event above that they belong to: `file.lastEvent`. */
  below(file: FileState, facts: LineFacts): boolean {
    return file.lastEvent >= 0 && this.sink.addBelow(file.lastEvent, facts.role === Role.stack);
  }

  /** @returns the event that the line belongs to. */
  garbage(file: FileState, facts: LineFacts): number {
    const { line } = facts;
    file.loneTid = this.owners.loneTid(facts);
    this.unparsed++;
    file.garbageRun = file.garbageLine === line - 1 ? file.garbageRun + 1 : 1;
    file.garbageLine = line;
    if (file.garbageRun > OWN_GARBAGE) return file.lastEvent;
    const life = this.owners.bystander(file);
    file.lastEvent = this.sink.add(EventKind.unparsed, 0, life, file.index, line, 0, 0);
    return file.lastEvent;
  }
}
