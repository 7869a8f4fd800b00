/**
 * A call that was entered and has not returned yet: it waits for its resumed line, or for the rest that a message, the
 * tracee's output or a hard wrap cut off.
 */
export interface OpenCall {
  /** Number of Names. */
  readonly name: number;
  readonly file: number;
  readonly entryLine: number;
  /** Further lines of the call, without the last. Rare, so not there at first. */
  more: number[] | undefined;
  /** The last line so far. */
  lastLine: number;
  /** True while the rest may follow on a line without prefix. */
  cut: boolean;
  /** The text so far, for a cut call only: with it one sees whether a next line completes it. */
  text: string;
  /** What the result says so far, where it may be wrapped itself; without more lines that is all of it. */
  half: HalfResult | undefined;
}

export interface HalfResult {
  /** Where it stands: there the call is placed, however many lines its words take. */
  readonly line: number;
  readonly flags: number;
  readonly errno: number;
}

export function openCall(name: number, file: number, line: number, cutText?: string): OpenCall {
  return {
    name,
    file,
    entryLine: line,
    more: undefined,
    lastLine: line,
    cut: cutText !== undefined,
    text: cutText ?? '',
    half: undefined,
  };
}

/** A part of the call stands on `line`, and more is to come. */
export function addPart(open: OpenCall, line: number): void {
  if (line === open.lastLine) return;
  (open.more ??= []).push(line);
  open.lastLine = line;
}
