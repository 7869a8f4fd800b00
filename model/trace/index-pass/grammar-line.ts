/**
 * One line as the grammar sees it, for the lines that the fast reader leaves: rarer prefixes, decorated results, colour,
 * signals, messages, wraps, and what is no strace line at all.
 */
import { EventFlag } from '../event-table';
import type { Prefix } from '../event';
import { callEnd, resultBehind } from '../grammar/call-end';
import { callOpening } from '../grammar/call';
import { blanksEnd } from '../grammar/char';
import { lineRole, type LineRole } from '../grammar/line-role';
import { endMark, resumedEnd, resumedNameEnd } from '../grammar/marks';
import { messageAt, readMessage } from '../grammar/message';
import { readPrefix } from '../grammar/prefix';
import { readEnd, readPersonality, readSignal } from '../grammar/process-event';
import { readResult } from '../grammar/result';
import { isOutputCall } from '../grammar/tracee-output';
import { Role, type LineFacts } from './line-facts';
import type { Names } from './names';
import { plainText } from './plain-text';
import { endsInHalfResult, isWholeSignal } from './hard-wrap';

/** Fills the facts of a line from its text. */
export function readGrammarLine(raw: string, facts: LineFacts, names: Names): void {
  const { text } = plainText(raw);
  const { prefix, at, foreign } = readPrefix(text);
  takePrefix(prefix, facts, names);
  const start = blanksEnd(text, at, text.length);
  readRole(text, start, lineRole(text, at), facts, names);
  if (facts.role === Role.signal && !isWholeSignal(text)) facts.role = Role.halfSignal;
  if (facts.role === Role.unparsed || facts.role === Role.tail) facts.body = text.slice(foreign);
  else facts.body = text.slice(start);
  if (text.endsWith('>')) facts.durationNanos = durationAtEnd(text);
  if (facts.role === Role.call && endsInHalfResult(text)) facts.role = Role.halfResult;
  if (facts.role === Role.tail && facts.tail === Role.call && endsInHalfResult(text))
    facts.tail = Role.halfResult;
}

/** ` <0.000042>` at the end of a line. */
const DURATION = / <(\d{1,9}\.\d{1,9})>$/;
const LONGEST_DURATION = 24;

const durationAtEnd = (text: string): number =>
  Math.round(Number(DURATION.exec(text.slice(-LONGEST_DURATION))?.[1] ?? 0) * 1e9);

/** Whether a call and the line that may continue it make a whole one; then `facts` has what its result says. */
export function completesCall(joined: string, facts: LineFacts, names: Names): boolean {
  if (lineRole(joined, 0) !== 'call') return false;
  readRole(joined, 0, 'call', facts, names);
  if (endsInHalfResult(joined)) facts.role = Role.halfResult;
  return true;
}

function takePrefix(prefix: Prefix, facts: LineFacts, names: Names): void {
  facts.tid = prefix.tid ?? -1;
  facts.comm = prefix.comm === undefined ? 0 : names.ofText(prefix.comm);
  if (prefix.time === undefined) {
    if (prefix.sinceLast !== undefined) facts.sinceLast = Number(prefix.sinceLast);
    return;
  }
  facts.clock = prefix.time.clock;
  facts.seconds = Number(prefix.time.nanoseconds / 1_000_000_000n);
  facts.nanos = Number(prefix.time.nanoseconds % 1_000_000_000n);
}

function readRole(text: string, start: number, role: LineRole, facts: LineFacts, names: Names): void {
  switch (role) {
    case 'call':
    case 'call-open':
    case 'unfinished':
      readEntry(text, start, role, facts, names);
      return;
    case 'resumed':
    case 'resumed-open':
    case 'resumed-unfinished':
      readResumed(text, start, role, facts, names);
      return;
    case 'abandoned':
      readAbandoned(text, start, facts, names);
      return;
    case 'tail':
      readTail(text, start, facts, names);
      return;
    case 'signal':
    case 'stop':
      facts.role = role === 'signal' ? Role.signal : Role.stop;
      if (role === 'signal') facts.name = names.ofText(readSignal(text, start)?.signal ?? '');
      return;
    case 'exit':
      facts.role = Role.exit;
      return;
    case 'killed':
      facts.role = Role.killed;
      return;
    case 'superseded': {
      const end = readEnd(text, start);
      facts.role = Role.superseded;
      facts.other = end?.kind === 'superseded' ? end.by : -1;
      return;
    }
    case 'personality':
      facts.role = Role.personality;
      // In a log without a pid column this message names the task.
      if (facts.tid < 0) facts.tid = readPersonality(text, start)?.tid ?? -1;
      return;
    case 'note':
      readNote(text, start, facts);
      return;
    case 'stack':
      facts.role = Role.stack;
      return;
    case 'hexdump':
    case 'buffer':
    case 'kvm':
      facts.role = Role.dump;
      return;
    case 'tip':
      facts.role = Role.tip;
      return;
    case 'summary':
    case 'blank':
      facts.role = Role.blank;
      return;
    case 'other':
      facts.role = Role.unparsed;
  }
}

function readEntry(
  text: string,
  start: number,
  role: 'call' | 'call-open' | 'unfinished',
  facts: LineFacts,
  names: Names,
): void {
  const paren = callOpening(text, start);
  facts.name = names.ofText(text.slice(start, paren));
  if (role === 'call') {
    facts.role = Role.call;
    takeResult(text, callEnd(text, paren + 1, isOutputCall(text, start, paren)), facts, names);
  } else if (role === 'unfinished') facts.role = Role.unfinished;
  else {
    facts.role = Role.open;
    readMessageInside(text, start, facts);
  }
}

function readResumed(
  text: string,
  start: number,
  role: 'resumed' | 'resumed-open' | 'resumed-unfinished',
  facts: LineFacts,
  names: Names,
): void {
  facts.name = names.ofText(text.slice(start + 5, resumedNameEnd(text, start)));
  facts.role = role === 'resumed' ? Role.resumed : Role.resumedOpen;
  facts.tail = role === 'resumed-unfinished' ? Role.unfinished : Role.open;
  if (role === 'resumed') takeResult(text, callEnd(text, resumedEnd(text, start), false), facts, names);
  else if (role === 'resumed-open') readMessageInside(text, start, facts);
  facts.flags |= EventFlag.split;
}

function readAbandoned(text: string, start: number, facts: LineFacts, names: Names): void {
  const mark = endMark(text, start);
  facts.role = mark?.kind === 'pid-changed' ? Role.pidChanged : Role.detached;
  facts.other = mark?.tid ?? -1;
  const paren = callOpening(text, start);
  const name = paren >= 0 ? text.slice(start, paren) : text.slice(start + 5, resumedNameEnd(text, start));
  facts.name = names.ofText(name);
  if (paren < 0) facts.flags |= EventFlag.split;
}

function readTail(text: string, start: number, facts: LineFacts, names: Names): void {
  facts.role = Role.tail;
  const bare = resultBehind(text, start - 1);
  const close = bare >= 0 ? start - 1 : callEnd(text, start, false);
  if (close >= start - 1 && takeResult(text, close, facts, names)) {
    facts.tail = Role.call;
    return;
  }
  const mark = endMark(text, start);
  if (mark === undefined) facts.tail = Role.open;
  else facts.tail = mark.kind === 'unfinished' ? Role.unfinished : Role.detached;
}

/** @returns false where no result can be read behind the parenthesis at `close`. */
function takeResult(text: string, close: number, facts: LineFacts, names: Names): boolean {
  const equals = resultBehind(text, close);
  const result = equals < 0 ? undefined : readResult(text, equals)?.result;
  if (result === undefined) return false;
  if (result.kind === 'error') facts.errno = names.ofText(result.errno);
  if (result.kind === 'none') facts.flags |= EventFlag.noResult;
  if (result.kind !== 'never' && result.injected === 'result') facts.flags |= EventFlag.injected;
  if (result.kind === 'value' && result.value > 0n && result.value <= LARGEST_TID)
    facts.other = Number(result.value);
  return true;
}

/** PID_MAX_LIMIT of 64-bit kernels. */
const LARGEST_TID = 4_194_304n;

function readNote(text: string, start: number, facts: LineFacts): void {
  const note = readMessage(text, start);
  facts.other = note?.tid ?? -1;
  facts.role = noteRole(note?.note);
}

function readMessageInside(text: string, start: number, facts: LineFacts): void {
  const at = messageAt(text, start);
  if (at < 0) return;
  const note = readMessage(text, at);
  facts.inside = noteRole(note?.note);
  facts.other = note?.tid ?? -1;
}

function noteRole(note: 'attached' | 'detached' | 'message' | undefined): Role {
  if (note === 'attached') return Role.attached;
  return note === 'detached' ? Role.detachNote : Role.message;
}
