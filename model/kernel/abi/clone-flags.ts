/**
 * The flags of clone(2) and clone3(2), and the signals that share the lowest byte with them.
 * include/uapi/linux/sched.h, include/uapi/asm-generic/signal.h (the architectures of the model have the same numbers)
 */
import { flagTable, type FlagTable } from './flag-table';

export const CLONE = {
  NEWTIME: 0x80,
  VM: 0x100,
  FS: 0x200,
  FILES: 0x400,
  SIGHAND: 0x800,
  PIDFD: 0x1000,
  PTRACE: 0x2000,
  VFORK: 0x4000,
  PARENT: 0x8000,
  THREAD: 0x1_0000,
  NEWNS: 0x2_0000,
  SYSVSEM: 0x4_0000,
  SETTLS: 0x8_0000,
  PARENT_SETTID: 0x10_0000,
  CHILD_CLEARTID: 0x20_0000,
  DETACHED: 0x40_0000,
  UNTRACED: 0x80_0000,
  CHILD_SETTID: 0x100_0000,
  NEWCGROUP: 0x200_0000,
  NEWUTS: 0x400_0000,
  NEWIPC: 0x800_0000,
  NEWUSER: 0x1000_0000,
  NEWPID: 0x2000_0000,
  NEWNET: 0x4000_0000,
  IO: 0x8000_0000,
  /** clone3 only: beyond the 32 bits of clone. */
  CLEAR_SIGHAND: 0x1_0000_0000,
  INTO_CGROUP: 0x2_0000_0000,
} as const;

/** The signal that the parent gets when the child ends. */
export const CSIGNAL = 0xff;

const SIGNALS = [
  'SIGHUP',
  'SIGINT',
  'SIGQUIT',
  'SIGILL',
  'SIGTRAP',
  'SIGABRT',
  'SIGBUS',
  'SIGFPE',
  'SIGKILL',
  'SIGUSR1',
  'SIGSEGV',
  'SIGUSR2',
  'SIGPIPE',
  'SIGALRM',
  'SIGTERM',
  'SIGSTKFLT',
  'SIGCHLD',
  'SIGCONT',
  'SIGSTOP',
  'SIGTSTP',
  'SIGTTIN',
  'SIGTTOU',
  'SIGURG',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGVTALRM',
  'SIGPROF',
  'SIGWINCH',
  'SIGIO',
  'SIGPWR',
  'SIGSYS',
];
export const signalNumbers: FlagTable = new Map(SIGNALS.map((name, at) => [name, at + 1]));

const named = (names: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(names).map(([name, bits]) => [`CLONE_${name}`, bits]));

const { CLEAR_SIGHAND, INTO_CGROUP, NEWTIME, ...legacy } = CLONE;

/** clone's word: what clone3 calls NEWTIME is a bit of the signal here. */
export const cloneFlags: FlagTable = new Map([...flagTable(named(legacy)), ...signalNumbers]);
export const clone3Flags: ReadonlyMap<string, bigint> = new Map(
  Object.entries(named({ ...legacy, NEWTIME, CLEAR_SIGHAND, INTO_CGROUP })).map(([name, bits]) => [
    name,
    BigInt(bits),
  ]),
);
