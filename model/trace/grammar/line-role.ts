/**
 * What one physical line is, before it is decoded. Cheap: it looks for the end of a call and reads no argument. This is
 * the truth that faster scans have to agree with.
 */
import {
  BAR,
  GREATER,
  LESS,
  MINUS,
  OPEN_BRACKET,
  PLUS,
  STAR,
  blanksEnd,
  isWordStart,
  trimmedEnd,
} from './char';
import { callEnd, endsInWords, resultBehind } from './call-end';
import { callOpening } from './call';
import { endMark, resumedEnd } from './marks';
import { isMessage } from './message';
import { readEnd, readPersonality, readSignal } from './process-event';
import { isBufferHead, isHexdump, isKvmExit, isSummary, isTip } from './report';
import { resultStart } from './result';
import { isStackFrame } from './stack-frame';
import { isOutputCall } from './tracee-output';

export type LineRole =
  /** A call with its result. */
  | 'call'
  /** A call without a result and without a mark: cut by a message, the tracee's output, a hard wrap or the log's end. */
  | 'call-open'
  /** `read(3 <unfinished ...>` */
  | 'unfinished'
  /** A call, or its resumed half, that ends in `<detached ...>` or `<pid changed to 21801 ...>`. */
  | 'abandoned'
  /** `<... read resumed>, "x", 1) = 1` */
  | 'resumed'
  /** The resumed half, cut again without a mark. */
  | 'resumed-open'
  /** `<... read resumed> <unfinished ...>` */
  | 'resumed-unfinished'
  /** What is left of a cut call: `)  = 6`, ` <unfinished ...>`, ` => {parent_tid=[21893]}, 88) = 21893`, `= 0`. */
  | 'tail'
  | 'signal'
  | 'stop'
  | 'exit'
  | 'killed'
  | 'superseded'
  | 'personality'
  /** strace's own message. */
  | 'note'
  /** ` > /lib/libc.so.6(mlock+0x7) [0x101b97]` */
  | 'stack'
  /** ` | 00000  76 6d 0a …` */
  | 'hexdump'
  /** ` * 3 bytes in buffer 0` */
  | 'buffer'
  | 'kvm'
  /** A line of the table of -c. */
  | 'summary'
  /** The first line of a tip; all behind it is none of the trace. */
  | 'tip'
  /** Nothing, or a fence of pasted text. */
  | 'blank'
  /** None of strace's forms: the tracee's words, a hard-wrapped line's middle. */
  | 'other';

/** The role of the physical line whose event begins at `at`, as readPrefix says. */
export function lineRole(text: string, at: number): LineRole {
  const start = blanksEnd(text, at, text.length);
  const c = text.charCodeAt(start);
  if (isWordStart(c)) {
    const paren = callOpening(text, start);
    if (paren >= 0) return callRole(text, start, paren);
    if (isMessage(text, start)) return 'note';
    if (isKvmExit(text, start)) return 'kvm';
    if (isTip(text)) return 'tip';
    return isSummary(text) ? 'summary' : otherRole(text, start);
  }
  switch (c) {
    case LESS:
      return resumedRole(text, start);
    case MINUS:
      return readSignal(text, start)?.kind ?? (isSummary(text) ? 'summary' : otherRole(text, start));
    case PLUS:
      return endRole(text, start);
    case OPEN_BRACKET:
      if (readPersonality(text, start) !== undefined) return 'personality';
      return isMessage(text, start) ? 'note' : otherRole(text, start);
    case GREATER:
      return isStackFrame(text, start) ? 'stack' : otherRole(text, start);
    case BAR:
      return isHexdump(text, start) ? 'hexdump' : otherRole(text, start);
    case STAR:
      return isBufferHead(text, start) ? 'buffer' : otherRole(text, start);
    default:
      if (isBlankLine(text, start)) return 'blank';
      if (isMessage(text, start)) return 'note';
      return isSummary(text) ? 'summary' : otherRole(text, start);
  }
}

function callRole(text: string, at: number, paren: number): LineRole {
  const output = isOutputCall(text, at, paren);
  const close = callEnd(text, paren + 1, output);
  if (close >= 0) return withResult(text, close, 'call', 'call-open');
  const mark = endMark(text, at);
  if (mark !== undefined) return mark.kind === 'unfinished' ? 'unfinished' : 'abandoned';
  return !output && endsInWords(text, paren + 1, text.length) ? 'other' : 'call-open';
}

function resumedRole(text: string, at: number): LineRole {
  const behind = resumedEnd(text, at);
  if (behind < 0) return otherRole(text, at);
  const close = callEnd(text, behind, false);
  if (close >= 0) return withResult(text, close, 'resumed', 'resumed-open');
  const mark = endMark(text, behind);
  if (mark === undefined) return 'resumed-open';
  return mark.kind === 'unfinished' ? 'resumed-unfinished' : 'abandoned';
}

function withResult(text: string, close: number, whole: LineRole, open: LineRole): LineRole {
  switch (resultStart(text, resultBehind(text, close))) {
    case 'result':
      return whole;
    case 'missing':
      return open;
    case 'other':
      return 'other';
  }
}

function endRole(text: string, at: number): LineRole {
  const end = readEnd(text, at);
  return end?.kind ?? otherRole(text, at);
}

/** A tail has the end of a call without its beginning. */
function otherRole(text: string, at: number): LineRole {
  const equals = resultBehind(text, at - 1);
  if (equals >= 0) return resultStart(text, equals) === 'other' ? 'other' : 'tail';
  const close = callEnd(text, at, false);
  if (close >= 0) return withResult(text, close, 'tail', 'tail');
  return endMark(text, at) === undefined ? 'other' : 'tail';
}

/** Blank, or a fence around pasted text. */
function isBlankLine(text: string, at: number): boolean {
  const end = trimmedEnd(text, at, text.length);
  return end === at || text.startsWith('```', at) || text.startsWith('~~~', at);
}
