/**
 * Lines become events: halves of a call are put together by task, each event is placed where its result stands.
 *
 *     101 read(3 <unfinished ...>       opens a call of 101
 *     102 close(4) = 0                  event 0
 *     101 <... read resumed>"x", 1) = 1 event 1: entered two lines above
 */
import { EventFlag, EventKind } from '../event-table';
import type { EventSink } from './event-sink';
import type { FileState } from './file-state';
import { Role, type LineFacts } from './line-facts';
import type { LineOwners } from './line-owners';
import type { Names } from './names';
import { addPart, openCall, type HalfResult, type OpenCall } from './open-call';
import type { Life, Tasks } from './tasks';
import { LONGEST_WRAPPED, glueWrapped, goesOn } from './hard-wrap';

const halfOf = ({ line, flags, errno }: LineFacts): HalfResult => ({ line, flags, errno });

export class Joining {
  private readonly clones: ReadonlySet<number>;
  private readonly exits: ReadonlySet<number>;

  constructor(
    private readonly sink: EventSink,
    private readonly tasks: Tasks,
    private readonly owners: LineOwners,
    private readonly names: Names,
  ) {
    this.clones = new Set(['clone', 'clone3', 'fork', 'vfork'].map((name) => names.ofText(name)));
    this.exits = new Set(['exit', 'exit_group', '_exit'].map((name) => names.ofText(name)));
  }

  /**
   * @param child reads the tid that a clone returned from the line at hand; called for clones only.
   * @returns that tid, or -1.
   */
  call(file: FileState, facts: LineFacts, child: () => number): number {
    const life = this.owners.of(file, facts);
    if (life.open !== undefined) this.never(life);
    file.lastEvent = this.sink.add(
      EventKind.call,
      facts.flags,
      life,
      file.index,
      facts.line,
      facts.name,
      facts.errno,
    );
    return this.returned(life, facts, facts.name, child);
  }

  /** `unfinished` and, with `text`, a call that was cut without that mark. */
  entry(file: FileState, facts: LineFacts, text?: string): void {
    const life = this.owners.of(file, facts);
    if (life.open !== undefined) this.never(life);
    life.open = openCall(facts.name, file.index, facts.line, text);
    this.sink.enter(life, life.open);
    if (text === undefined) file.cuts.unfinished(life, facts.line);
    else file.cuts.put(life);
  }

  resumed(file: FileState, facts: LineFacts, child: () => number): number {
    file.cuts.resumed();
    const life = this.owners.of(file, facts);
    const open = this.takeOpen(life, file, facts);
    if (open === undefined) {
      const flags = facts.flags | EventFlag.split;
      file.lastEvent = this.sink.add(
        EventKind.call,
        flags,
        life,
        file.index,
        facts.line,
        facts.name,
        facts.errno,
      );
    } else {
      file.lastEvent = this.sink.addJoined(open, facts.flags, life, facts.line, facts.errno);
    }
    return this.returned(life, facts, facts.name, child);
  }

  /** A resumed line that ends before the result as well. */
  resumedOpen(file: FileState, facts: LineFacts, text: string | undefined): void {
    const life = this.owners.of(file, facts);
    const open = this.takeOpen(life, file, facts) ?? openCall(facts.name, file.index, facts.line);
    addPart(open, facts.line);
    open.cut = text !== undefined;
    open.text += text ?? '';
    life.open = open;
    if (text !== undefined) file.cuts.put(life);
  }

  /** `<detached ...>`, `<pid changed to N ...>`: no result will come, in this file at least. */
  abandoned(file: FileState, facts: LineFacts): void {
    const life = this.owners.of(file, facts);
    const isResumed = (facts.flags & EventFlag.split) !== 0;
    const open = isResumed ? this.takeOpen(life, file, facts) : undefined;
    if (life.open !== undefined) this.never(life);
    const { line } = facts;
    const whole = open ?? openCall(facts.name, file.index, line);
    file.lastEvent = this.sink.addJoined(whole, facts.flags | EventFlag.never, life, line, 0);
    // Who was detached from may be attached to again; a changed pid is explained in the file of the new one.
    if (facts.role === Role.detached) life.leaving = true;
  }

  /**
   * A line that the grammar does not know, right below a call that was cut: the hard wrap of a mail or terminal?
   * @param isWhole tells whether the joined text is a call with its result, and gives `facts` errno and flags of it.
   */
  wrapped(file: FileState, facts: LineFacts, isWhole: (joined: string) => boolean): boolean {
    const life = file.cuts.task;
    const open = life?.open;
    if (life === undefined) return this.heldBack(file, facts, isWhole);
    if (open?.lastLine !== facts.line - 1) return false;
    const joined = glueWrapped(open.text, facts.body);
    if (joined.length > LONGEST_WRAPPED) return false;
    if (isWhole(joined)) {
      facts.tail = Role.call;
      if (facts.role !== Role.halfResult) return this.tail(file, facts, () => facts.other);
      open.half = { ...halfOf(facts), line: open.half?.line ?? facts.line };
    } else if (open.half !== undefined || !goesOn(open.text)) {
      return false;
    }
    addPart(open, facts.line);
    open.text = joined;
    return true;
  }

  /** Further arguments and the result of an unfinished call right above. */
  private heldBack(file: FileState, facts: LineFacts, isWhole: (joined: string) => boolean): boolean {
    const open = file.cuts.heldBack(facts.line)?.open;
    if (open === undefined || facts.tid >= 0 || facts.body.length > LONGEST_WRAPPED) return false;
    if (!isWhole(`${this.names.text(open.name)}(${facts.body}`)) return false;
    facts.tail = Role.call;
    return this.tail(file, facts, () => facts.other);
  }

  /** A call with a result that may be wrapped. */
  halfResult(file: FileState, facts: LineFacts): void {
    this.entry(file, facts, facts.body);
    const open = file.cuts.task?.open;
    if (open !== undefined) open.half = halfOf(facts);
  }

  /** The line at hand does not go on with a half result: the call is placed before it, as it is. */
  settle(file: FileState): void {
    const life = file.cuts.take();
    if (life !== undefined) this.never(life, file);
  }

  /** The rest of a cut call. @returns false when no call waits for one. */
  tail(file: FileState, facts: LineFacts, child: () => number): boolean {
    const life = file.cuts.take() ?? file.cuts.heldBack(facts.line);
    const open = life?.open;
    if (life === undefined || open === undefined) return false;
    if (facts.tail === Role.open || facts.tail === Role.halfResult) {
      addPart(open, facts.line);
      open.text = glueWrapped(open.text, facts.body).slice(-LONGEST_WRAPPED);
      if (facts.tail === Role.halfResult) open.half = halfOf(facts);
      file.cuts.put(life);
    } else if (facts.tail === Role.unfinished) {
      addPart(open, facts.line);
      open.cut = false;
    } else {
      life.open = undefined;
      const flags = facts.flags | (facts.tail === Role.detached ? EventFlag.never : 0);
      addPart(open, facts.line);
      const line = open.half?.line ?? facts.line;
      file.lastEvent = this.sink.addJoined(open, flags, life, line, facts.errno);
      this.returned(life, facts, open.name, child);
    }
    return true;
  }

  /** The end of the recording: calls that are still open never returned in it. */
  finish(): void {
    for (const life of this.tasks.withOpenCalls()) this.never(life);
  }

  /** The open call that a resumed line continues. One of another name or file has lost its end. */
  private takeOpen(life: Life, file: FileState, facts: LineFacts): OpenCall | undefined {
    const { open } = life;
    if (open === undefined) return undefined;
    if (open.name !== facts.name || open.file !== file.index) {
      this.never(life);
      return undefined;
    }
    life.open = undefined;
    return open;
  }

  /** The open call of a task gets no result, or none but the half that it has. */
  never(life: Life, file?: FileState): void {
    const { open } = life;
    if (open === undefined) return;
    life.open = undefined;
    const { flags, errno, line } = open.half ?? { flags: EventFlag.never, errno: 0, line: open.lastLine };
    const event = this.sink.addJoined(open, flags, life, line, errno);
    // Lines of -k below it are its own.
    if (open.half !== undefined && file !== undefined) file.lastEvent = event;
  }

  private returned(life: Life, facts: LineFacts, name: number, child: () => number): number {
    if (this.exits.has(name)) life.leaving = (facts.flags & EventFlag.noResult) !== 0;
    if (!this.clones.has(name) || facts.errno !== 0) return -1;
    const tid = child();
    if (tid > 0) this.tasks.announceChild(tid);
    return tid;
  }
}
