/**
 * The index pass: once over the bytes of all sources, line by line in the order of the recording. It is synchronous but
 * for the pauses that the host asks for.
 */
import { EventKind } from '../event-table';
import type { Pacer } from '../recording';
import type { FileOrder } from './event-order';
import type { FileLines } from './file-lines';
import { completesCall } from './grammar-line';
import type { Joining } from './joining';
import type { FileState } from './file-state';
import type { Happenings } from './happenings';
import { Role, type LineFacts } from './line-facts';
import type { LineIndex } from './line-index';
import type { Names } from './names';

/** Lines between two looks at the clock. */
const SLICE = 256;

/** The first lines that were not understood are kept for messages: so many, so long. */
const KEPT_UNPARSED = 20;
const KEPT_TEXT = 400;

export interface PassFile {
  readonly lines: FileLines;
  readonly index: LineIndex;
  readonly state: FileState;
  readonly bytes: number;
}

export class IndexPass {
  genuine = 0;
  readonly firstUnparsed: { file: number; line: number; text: string }[] = [];
  /** The file whose line at hand is being joined. */
  current: PassFile | undefined;
  private readonly loaded: boolean[];
  private readonly ofBytes: number;

  constructor(
    private readonly files: readonly PassFile[],
    private readonly order: FileOrder,
    private readonly joining: Joining,
    private readonly happenings: Happenings,
    private readonly names: Names,
    private readonly events: () => number,
  ) {
    this.loaded = files.map(() => false);
    this.ofBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  }

  /** The first line of `file` has been read already: its order needs to know it. */
  markLoaded(file: number): void {
    this.loaded[file] = true;
  }

  /** @throws what the pacer throws, and SourceError. */
  async run(pacer: Pacer | undefined): Promise<void> {
    while (this.slice()) {
      if (pacer?.due() === true) await pacer.pause(this.progress());
    }
    for (const { state } of this.files) this.settle(state);
    this.joining.finish();
  }

  /** @returns false when all files have ended. */
  private slice(): boolean {
    for (let count = 0; count < SLICE; count++) {
      const next = this.order.next();
      const file = this.files[next];
      if (file === undefined) return false;
      if (this.loaded[next] === true) {
        this.loaded[next] = false;
        this.take(file);
        // A clone may have put the child's file before this one's next line.
        if (this.order.next() !== next) continue;
      }
      const state = file.lines.next();
      if (state === 'more') return true;
      this.loaded[next] = state === 'line';
      this.order.advanced(next, state === 'line' ? file.lines.facts : undefined, file.lines.childTid);
    }
    return true;
  }

  private progress(): { bytes: number; ofBytes: number; events: number } {
    const bytes = this.files.reduce((sum, file) => sum + file.lines.done, 0);
    return { bytes, ofBytes: this.ofBytes, events: this.events() };
  }

  private take(file: PassFile): void {
    const { facts } = file.lines;
    const { joining } = this;
    const { state } = file;
    this.current = file;
    if (facts.role !== Role.unparsed && state.isUnsettled) this.settle(state);
    switch (facts.role) {
      case Role.call:
        this.genuine++;
        this.cloned(joining.call(state, facts, file.lines.childTid));
        return;
      case Role.resumed:
        this.cloned(joining.resumed(state, facts, file.lines.childTid));
        return;
      case Role.unfinished:
        joining.entry(state, facts);
        return;
      case Role.blank:
        return;
      default:
        this.takeRare(file, state, facts);
    }
  }

  private takeRare(file: PassFile, state: FileState, facts: LineFacts): void {
    const { joining, happenings } = this;
    if (state.tipped) return;
    if (isGenuine(facts.role)) this.genuine++;
    switch (facts.role) {
      case Role.open:
        joining.entry(state, facts, facts.body);
        if (facts.inside !== Role.blank) happenings.messageInside(state, facts);
        return;
      case Role.halfSignal:
        happenings.halfSignal(state, facts);
        return;
      case Role.halfResult:
        joining.halfResult(state, facts);
        return;
      case Role.resumedOpen:
        joining.resumedOpen(state, facts, facts.tail === Role.open ? facts.body : undefined);
        if (facts.inside !== Role.blank) happenings.messageInside(state, facts);
        return;
      case Role.tip:
        state.tipped = true;
        return;
      case Role.detached:
      case Role.pidChanged:
        joining.abandoned(state, facts);
        return;
      case Role.signal:
        happenings.happening(state, facts, EventKind.signal);
        return;
      case Role.stop:
        happenings.happening(state, facts, EventKind.stop);
        return;
      case Role.personality:
        happenings.happening(state, facts, EventKind.personality);
        return;
      case Role.exit:
        happenings.end(state, facts, EventKind.exit);
        return;
      case Role.killed:
        happenings.end(state, facts, EventKind.killed);
        return;
      case Role.superseded:
        happenings.superseded(state, facts);
        return;
      case Role.attached:
      case Role.detachNote:
      case Role.message:
        happenings.note(state, facts);
        return;
      case Role.stack:
      case Role.dump:
        if (happenings.below(state, facts)) file.index.setEvent(facts.line, state.lastEvent);
        else this.garbage(file);
        return;
      case Role.tail:
        if (!joining.tail(state, facts, file.lines.childTid)) this.garbage(file);
        return;
      default:
        this.unknown(file);
    }
  }

  /** What waited for the line at hand is placed before it. */
  private settle(state: FileState): void {
    if (state.cuts.isHalfResult) this.joining.settle(state);
    this.happenings.settle(state);
  }

  private unknown(file: PassFile): void {
    const { facts } = file.lines;
    const whole = (joined: string): boolean => completesCall(joined, facts, this.names);
    if (this.joining.wrapped(file.state, facts, whole)) return;
    if (this.happenings.wrappedSignal(file.state, facts)) return;
    if (file.state.isUnsettled) this.settle(file.state);
    this.garbage(file);
  }

  private garbage(file: PassFile): void {
    const { facts } = file.lines;
    file.index.setEvent(facts.line, this.happenings.garbage(file.state, facts));
    if (this.firstUnparsed.length >= KEPT_UNPARSED) return;
    const text = file.lines.text.slice(0, KEPT_TEXT);
    this.firstUnparsed.push({ file: file.state.index, line: facts.line, text });
  }

  private cloned(tid: number): void {
    if (tid > 0) this.order.cloned(tid);
  }
}

/** Lines, beside calls with a result, that only strace prints. */
function isGenuine(role: Role): boolean {
  return (
    (role >= Role.signal && role <= Role.detachNote) || role === Role.halfResult || role === Role.halfSignal
  );
}
