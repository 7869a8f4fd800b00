/**
 * Signals, stops and ends of tasks:
 *
 *     --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} ---       since 4.6
 *     --- SIGSEGV (Segmentation fault) @ 0 (0) ---                               before; with -v the braces stood first
 *     --- Segmentation fault by SIGSEGV ---
 *     --- stopped by SIGSTOP ---
 *     +++ exited with 3 +++        +++ killed by SIGABRT (core dumped) +++        +++ superseded by execve in pid 21793 +++
 */
import type {
  ExitEvent,
  KilledEvent,
  PersonalityEvent,
  SignalEvent,
  StopEvent,
  SupersededEvent,
} from '../event';
import type { Argument } from '../value';
import { OPEN_BRACE, digitsEnd, wordEnd } from './char';
import { Cursor } from './cursor';
import type { BodyOf } from './event-body';
import { smallDecimal } from './number';
import { readStruct } from './struct';

const SIGNAL = '--- ';
const STOPPED = '--- stopped by ';
const EXITED = '+++ exited with ';
const KILLED = '+++ killed by ';
const SUPERSEDED = '+++ superseded by execve in pid ';

/** Reads `--- … ---`; undefined where something else stands, or less than a signal's name. */
export function readSignal(text: string, at: number): BodyOf<SignalEvent | StopEvent> | undefined {
  if (text.startsWith(STOPPED, at)) {
    const from = at + STOPPED.length;
    const end = wordEnd(text, from, text.length);
    return end > from ? { kind: 'stop', signal: text.slice(from, end) } : undefined;
  }
  if (!text.startsWith(SIGNAL, at)) return undefined;
  const from = at + SIGNAL.length;
  // 4.5 with -v puts the structure in the name's place.
  if (text.charCodeAt(from) === OPEN_BRACE) {
    const info = readInfo(text, from);
    const signal = signalOf(info);
    return signal === undefined ? undefined : { kind: 'signal', signal, info };
  }
  const end = wordEnd(text, from, text.length);
  if (!text.startsWith('SIG', from) || end - from < 4) return readWordedSignal(text, from);
  const info = text.charCodeAt(end + 1) === OPEN_BRACE ? readInfo(text, end + 1) : [];
  return { kind: 'signal', signal: text.slice(from, end), info };
}

/** `--- Segmentation fault by SIGSEGV ---`: what strace printed where it could not fetch the structure. */
function readWordedSignal(text: string, from: number): BodyOf<SignalEvent> | undefined {
  const by = text.lastIndexOf(' by SIG');
  if (by < from || !text.includes(' ---', by)) return undefined;
  const end = wordEnd(text, by + 4, text.length);
  return { kind: 'signal', signal: text.slice(by + 4, end), info: [] };
}

function readInfo(text: string, brace: number): readonly Argument[] {
  return readStruct(new Cursor(text, brace, text.length)).members;
}

function signalOf(info: readonly Argument[]): string | undefined {
  const value = info.find(({ name }) => name === 'si_signo')?.value;
  const term = value?.kind === 'flags' ? value.terms[0] : undefined;
  return term !== undefined && 'name' in term ? term.name : undefined;
}

/** Reads `+++ … +++`; undefined where something else stands. */
export function readEnd(
  text: string,
  at: number,
): BodyOf<ExitEvent | KilledEvent | SupersededEvent> | undefined {
  if (text.startsWith(EXITED, at)) {
    const status = readInteger(text, at + EXITED.length);
    return status < 0 ? undefined : { kind: 'exit', status };
  }
  if (text.startsWith(KILLED, at)) {
    const from = at + KILLED.length;
    const end = wordEnd(text, from, text.length);
    if (end === from) return undefined;
    return {
      kind: 'killed',
      signal: text.slice(from, end),
      coreDumped: text.startsWith(' (core dumped)', end),
    };
  }
  if (!text.startsWith(SUPERSEDED, at)) return undefined;
  const by = readInteger(text, at + SUPERSEDED.length);
  return by < 0 ? undefined : { kind: 'superseded', by };
}

/** A number of up to ten digits; -1 without one. */
function readInteger(text: string, at: number): number {
  const end = digitsEnd(text, at, Math.min(text.length, at + 10));
  return end === at ? -1 : smallDecimal(text, at, end);
}

const PERSONALITY = '[ Process PID=';

/** Reads `[ Process PID=21821 runs in 32 bit mode. ]`; undefined where something else stands. */
export function readPersonality(text: string, at: number): BodyOf<PersonalityEvent> | undefined {
  if (!text.startsWith(PERSONALITY, at)) return undefined;
  const tid = readInteger(text, at + PERSONALITY.length);
  const words = digitsEnd(text, at + PERSONALITY.length, text.length);
  if (tid < 0 || !text.startsWith(' runs in ', words)) return undefined;
  const mode = modeAt(text, words + 9);
  return mode === undefined ? undefined : { kind: 'personality', tid, mode };
}

/** MIPS's n32 is to n64 as x32 to x86_64: 64-bit registers, 32-bit pointers. */
function modeAt(text: string, at: number): PersonalityEvent['mode'] | undefined {
  if (text.startsWith('x32 ', at) || text.startsWith('n32 ', at)) return 'x32';
  if (text.startsWith('32 bit ', at) || text.startsWith('o32 ', at)) return '32';
  return text.startsWith('64 bit ', at) || text.startsWith('n64 ', at) ? '64' : undefined;
}
