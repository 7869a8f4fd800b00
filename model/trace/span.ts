/**
 * A logical line is the text that the grammar reads: one physical line, or the halves of a call that was cut in two
 * (`<unfinished ...>` / `resumed`, a message in between, a hard wrap) put together. Spans count in that text; `locate`
 * finds the place in the file, for hovers and error carets.
 *
 *     physical  12: 7 read(3 <unfinished ...>          14: 7 <... read resumed>, "x", 1) = 1
 *                     └─────┘                                              └───────────────┘
 *     logical       read(3, "x", 1) = 1               pieces: [0 -> 12:3] [6 -> 14:24]
 */
import type { FileIndex, LineNumber } from './positions';

/** Half-open, in UTF-16 units of a logical line's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A run of the logical text that stands unbroken in one physical line. It ends where the next piece starts. */
export interface Piece {
  /** Where the run starts in the logical text. */
  readonly at: number;
  readonly line: LineNumber;
  /** Where the run starts in the physical line: 0-based UTF-16 column, as VS Code counts. */
  readonly column: number;
}

export interface LogicalLine {
  readonly text: string;
  readonly file: FileIndex;
  /** Ascending by `at`; the first has at = 0. Colour codes and cut-out messages make gaps between the columns. */
  readonly pieces: readonly Piece[];
}

/** A range in a physical line: 0-based, half-open UTF-16 columns. */
export interface PlaceInFile {
  readonly file: FileIndex;
  readonly line: LineNumber;
  readonly startColumn: number;
  readonly endColumn: number;
}
