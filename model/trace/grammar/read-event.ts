/**
 * One logical line, decoded. Never throws, takes time linear in the text's length, and tells what it could not read.
 */
import type { UnparsedEvent } from '../event';
import type { LogicalLine } from '../span';
import { BLANK, LESS, MINUS, OPEN_BRACKET, PLUS, TAB, blanksEnd, isWordStart } from './char';
import { readCall } from './call';
import type { BodyOf, EventBody } from './event-body';
import { readMessage } from './message';
import { readEnd, readPersonality, readSignal } from './process-event';

/**
 * Reads the event that begins at `at` (as readPrefix says) of a logical line: of a split call both halves, one behind
 * the other, without the marks between them.
 */
export function readEvent(line: Pick<LogicalLine, 'text'>, at: number): EventBody {
  const { text } = line;
  const start = blanksEnd(text, at, text.length);
  return readForm(text, start) ?? unparsed(text, start);
}

function readForm(text: string, at: number): EventBody | undefined {
  const c = text.charCodeAt(at);
  if (isWordStart(c) || c === LESS) return readCall(text, at) ?? readMessage(text, at);
  switch (c) {
    case MINUS:
      return readSignal(text, at);
    case PLUS:
      return readEnd(text, at);
    case OPEN_BRACKET:
      return readPersonality(text, at) ?? readMessage(text, at);
    default:
      return readMessage(text, at);
  }
}

function unparsed(text: string, at: number): BodyOf<UnparsedEvent> {
  const control = controlCharacter(text, at);
  if (control >= 0) return { kind: 'unparsed', why: 'binary', at: control };
  return { kind: 'unparsed', why: isBeginning(text, at) ? 'truncated' : 'not-strace', at };
}

/** How much of a line is looked at to call it binary. */
const SAMPLE = 1024;

/** strace prints no control character; a terminal's ESC, carriage return and tab are text too. */
function controlCharacter(text: string, at: number): number {
  const end = Math.min(text.length, at + SAMPLE);
  for (let i = at; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 0xfffd || c === 0x7f) return i;
    if (c < BLANK && c !== TAB && c !== 0x1b && c !== 0x0d && c !== 0x0a) return i;
  }
  return -1;
}

const BEGINNINGS = [
  '--- SIG',
  '--- stopped by ',
  '+++ exited with ',
  '+++ killed by ',
  '+++ superseded by execve',
  '[ Process ',
];

/** True where the line ends within a form that began as one of strace's. */
function isBeginning(text: string, at: number): boolean {
  const left = text.length - at;
  if (left < 4) return false;
  return BEGINNINGS.some((form) =>
    left < form.length ? form.startsWith(text.slice(at)) : text.startsWith(form, at),
  );
}
