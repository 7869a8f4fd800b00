/**
 * The logical line of an event, put together from the physical lines that it stands on: without prefixes, colour, and
 * the marks and messages between its parts.
 */
import { blanksEnd } from './grammar/char';
import type { PlainText } from './grammar/colour';
import { plainText } from './index-pass/plain-text';
import { endMark, resumedEnd } from './grammar/marks';
import { messageAt } from './grammar/message';
import { readPrefix } from './grammar/prefix';
import type { Prefix } from './event';
import { needsBlank } from './index-pass/hard-wrap';
import type { FileIndex, LineNumber } from './positions';
import type { RecordingLines } from './recording-lines';
import type { LogicalLine, Piece } from './span';

/** What a line is read for. */
export type LineUse =
  /** A call on one line or several; `never`: its last line has no result. */
  | 'call'
  | 'call-without-result'
  /** Strace's message, which may stand behind the beginning of a call. */
  | 'note'
  | 'other'
  /** All of the line: what would be its prefix is not known to be one. */
  | 'whole';

export interface AssembledLine {
  readonly text: LogicalLine;
  /** Where the event begins in the text. */
  readonly at: number;
  /** Of the last line that has one. */
  readonly prefix: Prefix;
  /** True where the middle of a line that is too long was left out. */
  readonly shortened: boolean;
}

/** @param physical the lines in their order, at least one. */
export function assembleLine(
  lines: RecordingLines,
  file: number,
  physical: readonly number[],
  use: LineUse,
): AssembledLine {
  const text = new Assembly(file as FileIndex);
  let prefix: Prefix | undefined;
  let at = 0;
  let shortened = false;
  let wrapped = false;
  for (let i = 0; i < physical.length; i++) {
    const line = physical[i] ?? 1;
    const { text: raw, gap } = lines.forDecoding(file, line);
    shortened ||= gap !== undefined;
    const plain = plainText(raw);
    const read = readPrefix(plain.text);
    const start = blanksEnd(plain.text, read.at, plain.text.length);
    const resumed = i === 0 ? -1 : resumedEnd(plain.text, start);
    if (i === 0 || resumed >= 0)
      prefix = hasParts(read.prefix) || prefix === undefined ? read.prefix : prefix;
    let from = i === 0 ? start : resumed >= 0 ? resumed : read.foreign;
    if (use === 'whole') {
      from = 0;
      at = start;
    } else if (use === 'note') from = noteStart(plain.text, start);
    const { to, open } = partEnd(plain.text, from, i === physical.length - 1, use);
    text.add(plain, line, from, to, wrapped && resumed < 0, gap);
    wrapped = open;
  }
  return { text: text.line(), at, prefix: prefix ?? {}, shortened };
}

const hasParts = (prefix: Prefix): boolean => Object.keys(prefix).length > 0;

function noteStart(text: string, start: number): number {
  const message = messageAt(text, start);
  return message < 0 ? start : message;
}

/** Where a part ends; `open`: it was cut without a mark or message, so a wrap may have swallowed a blank there. */
function partEnd(text: string, from: number, isLast: boolean, use: LineUse): { to: number; open: boolean } {
  if (isLast && use !== 'call-without-result') return { to: text.length, open: false };
  const mark = endMark(text, from);
  if (mark !== undefined) return { to: isLast ? text.length : mark.span.start, open: false };
  const message = messageAt(text, from);
  return message < 0 ? { to: text.length, open: true } : { to: message, open: false };
}

class Assembly {
  private readonly parts: string[] = [];
  private readonly pieces: Piece[] = [];
  private length = 0;

  constructor(private readonly file: FileIndex) {}

  /** Appends [from, to) of a line's plain text. `gap`: its physical columns jump there, in the coloured text. */
  add(
    plain: PlainText,
    line: number,
    from: number,
    to: number,
    wrapped: boolean,
    gap: { readonly at: number; readonly column: number } | undefined,
  ): void {
    const part = plain.text.slice(from, to);
    if (wrapped && needsBlank(this.parts.at(-1) ?? '', part)) this.append(' ');
    const before = this.length;
    this.append(part);
    if (gap === undefined && plain.pieces.length === 1) {
      if (part !== '') this.piece(before, line, from + (plain.pieces[0]?.column ?? 0));
      return;
    }
    const column = (raw: number): number =>
      gap !== undefined && raw >= gap.at ? raw - gap.at + gap.column : raw;
    const runs = gap === undefined ? plain.pieces : withGap(plain, gap.at);
    runs.forEach((run, i) => {
      const stop = runs[i + 1]?.at ?? plain.text.length;
      const start = Math.max(run.at, from);
      if (start >= Math.min(stop, to)) return;
      this.piece(before + start - from, line, column(run.column + start - run.at));
    });
  }

  line(): LogicalLine {
    if (this.pieces[0]?.at !== 0)
      this.pieces.unshift({ at: 0, line: (this.pieces[0]?.line ?? 1) as LineNumber, column: 0 });
    return { text: this.parts.join(''), file: this.file, pieces: this.pieces };
  }

  private append(text: string): void {
    this.parts.push(text);
    this.length += text.length;
  }

  private piece(at: number, line: number, column: number): void {
    this.pieces.push({ at, line: line as LineNumber, column });
  }
}

/** Cuts the run in which the coloured text jumps from the head of a long line to its tail. */
function withGap(plain: PlainText, gap: number): PlainText['pieces'] {
  return plain.pieces.flatMap((run, i) => {
    const length = (plain.pieces[i + 1]?.at ?? plain.text.length) - run.at;
    const offset = gap - run.column;
    return offset > 0 && offset < length ? [run, { at: run.at + offset, column: gap }] : [run];
  });
}
