/**
 * What siginfo says: why the kernel, or who else, sent a signal. Codes are numbers where strace is told to print raw ones
 * (`-X raw`). include/uapi/asm-generic/siginfo.h
 */
import type { SignalEvent } from '../../trace/event';
import type { Value } from '../../trace/value';
import { choiceOf, intOf, numberOf } from '../../process/call-values';

/** Codes of every signal. Those below 0, and SI_USER, tell of a process that sent it. */
const COMMON: readonly (readonly [number, string])[] = [
  [0, 'SI_USER'],
  [0x80, 'SI_KERNEL'],
  [-1, 'SI_QUEUE'],
  [-2, 'SI_TIMER'],
  [-3, 'SI_MESGQ'],
  [-4, 'SI_ASYNCIO'],
  [-5, 'SI_SIGIO'],
  [-6, 'SI_TKILL'],
];

const OWN: Readonly<Record<string, readonly string[]>> = {
  SIGSEGV: [
    'SEGV_MAPERR',
    'SEGV_ACCERR',
    'SEGV_BNDERR',
    'SEGV_PKUERR',
    'SEGV_ACCADI',
    'SEGV_ADIDERR',
    'SEGV_ADIPERR',
    'SEGV_MTEAERR',
    'SEGV_MTESERR',
    'SEGV_CPERR',
  ],
  SIGBUS: ['BUS_ADRALN', 'BUS_ADRERR', 'BUS_OBJERR', 'BUS_MCEERR_AR', 'BUS_MCEERR_AO'],
  SIGSYS: ['SYS_SECCOMP'],
};

const member = ({ info }: SignalEvent, name: string): Value | undefined =>
  info.find((one) => one.name === name)?.value;

/** 'SEGV_MAPERR', 'SI_USER' …; undefined where the log shows no siginfo (strace before 4.7) or a code not known here. */
export function codeOf(signal: SignalEvent): string | undefined {
  const codes = new Map<bigint, string>();
  for (const [number, name] of COMMON) {
    codes.set(BigInt(number), name);
    codes.set(BigInt.asUintN(32, BigInt(number)), name);
  }
  for (const [i, name] of (OWN[signal.signal] ?? []).entries()) codes.set(BigInt(i + 1), name);
  return choiceOf(member(signal, 'si_code'), codes);
}

/** Codes with which a process sends a signal, no fault of memory. */
const SENT: ReadonlySet<string> = new Set([
  'SI_USER',
  'SI_TKILL',
  'SI_QUEUE',
  'SI_TIMER',
  'SI_MESGQ',
  'SI_ASYNCIO',
  'SI_SIGIO',
]);

export const wasSent = (signal: SignalEvent): boolean => SENT.has(codeOf(signal) ?? '');

export function addressOfFault(signal: SignalEvent): bigint | undefined {
  const value = numberOf(member(signal, 'si_addr'));
  return value === undefined ? undefined : BigInt.asUintN(64, value);
}

export const senderOf = (signal: SignalEvent): number | undefined => intOf(member(signal, 'si_pid'));
export const keyOf = (signal: SignalEvent): number | undefined => intOf(member(signal, 'si_pkey'));
export const boundsOf = (signal: SignalEvent): readonly [bigint, bigint] | undefined => {
  const [lower, upper] = [numberOf(member(signal, 'si_lower')), numberOf(member(signal, 'si_upper'))];
  return lower === undefined || upper === undefined
    ? undefined
    : [BigInt.asUintN(64, lower), BigInt.asUintN(64, upper)];
};

/** The system call that a seccomp filter stopped: 'getpid'. */
export function stoppedCall(signal: SignalEvent): string | undefined {
  const value = member(signal, 'si_syscall');
  const name = choiceOf(value, new Map());
  return name?.replace(/^__NR_/, '') ?? numberOf(value)?.toString();
}
