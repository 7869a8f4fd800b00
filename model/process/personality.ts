/**
 * Whose calls a task makes: strace's note on the mode, and personality(2).
 */
import type { CallEvent, PersonalityEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, numberOf, successOf } from './call-values';
import type { Architecture, Task } from './world';
import type { WorldEdit } from './world-edit';

/** `[ Process PID=21821 runs in 32 bit mode. ]`: from its next call on. `kernel`: the machine's own. */
export function architectureOf(mode: PersonalityEvent['mode'], kernel: Architecture): Architecture {
  switch (mode) {
    case 'x32':
      return 'x32';
    case '32':
      return kernel === 'arm64' || kernel === 'arm' ? 'arm' : 'i386';
    case '64':
      return kernel === 'i386' || kernel === 'x32' ? 'x86-64' : kernel === 'arm' ? 'arm64' : kernel;
  }
}

/** 0xffffffff only asks; the answer is the one before. */
export const ASK = 0xffff_ffffn;

/** PROT_READ implies PROT_EXEC. include/uapi/linux/personality.h, as all that follows */
export const READ_IMPLIES_EXEC = 0x0400000;

const FLAGS: readonly (readonly [string, number])[] = [
  ['UNAME26', 0x0020000],
  ['ADDR_NO_RANDOMIZE', 0x0040000],
  ['FDPIC_FUNCPTRS', 0x0080000],
  ['MMAP_PAGE_ZERO', 0x0100000],
  ['ADDR_COMPAT_LAYOUT', 0x0200000],
  ['READ_IMPLIES_EXEC', READ_IMPLIES_EXEC],
  ['ADDR_LIMIT_32BIT', 0x0800000],
  ['SHORT_INODE', 0x1000000],
  ['WHOLE_SECONDS', 0x2000000],
  ['STICKY_TIMEOUTS', 0x4000000],
  ['ADDR_LIMIT_3GB', 0x8000000],
];

/** The lowest byte: strace prints its name, and the flags beside it. */
const BASES: readonly (readonly [string, number])[] = [
  ['PER_LINUX', 0],
  ['PER_SVR4', 1],
  ['PER_SVR3', 2],
  ['PER_SCOSVR3', 3],
  ['PER_OSR5', 3],
  ['PER_WYSEV386', 4],
  ['PER_ISCR4', 5],
  ['PER_BSD', 6],
  ['PER_SUNOS', 6],
  ['PER_XENIX', 7],
  ['PER_LINUX32', 8],
  ['PER_IRIX32', 9],
  ['PER_IRIXN32', 0xa],
  ['PER_IRIX64', 0xb],
  ['PER_RISCOS', 0xc],
  ['PER_SOLARIS', 0xd],
  ['PER_UW7', 0xe],
  ['PER_OSF4', 0xf],
  ['PER_HPUX', 0x10],
];
const BITS: ReadonlyMap<string, number> = new Map([...FLAGS, ...BASES]);

/** The word that personality(2) was given; undefined where a name is not known: half a word would be a wrong one. */
export function personalityOf(asked: Value | undefined): number | undefined {
  const number = numberOf(asked);
  if (number !== undefined) return Number(BigInt.asUintN(32, number));
  if (asked?.kind !== 'flags') return undefined;
  let bits = 0;
  for (const term of asked.terms) {
    const found = 'name' in term ? BITS.get(term.name) : 'bits' in term ? Number(term.bits) : undefined;
    if (found === undefined) return undefined;
    bits |= found;
  }
  return bits >>> 0;
}

export function personality(call: CallEvent, task: Task, edit: WorldEdit): void {
  const before = successOf(call);
  if (before === undefined) return;
  const asked = personalityOf(argument(call, 0));
  const next = asked === Number(ASK) ? Number(BigInt.asUintN(32, before)) : asked;
  if (task.personality !== next) edit.setTask({ ...task, personality: next });
}

/** What the kernel takes from whoever gains privileges by a program. include/uapi/linux/personality.h: PER_CLEAR_ON_SETID */
const CLEARED = READ_IMPLIES_EXEC | 0x0040000 | 0x0200000 | 0x0100000;

/**
 * Whether an execve may give capabilities that the task has not: to a root without them it does, whatever the file. Files
 * that give some, or a user, are rare, and no log shows them. security/commoncap.c: cap_bprm_creds_from_file
 */
function mayGain({ privileges }: Task): boolean {
  if (privileges.euid !== undefined && privileges.euid !== 0) return false;
  return [...privileges.capabilities.values()].some(({ has }) => has === 'no');
}

/**
 * A new program of 64 bits does not read-imply-exec, whatever the old one asked for; one of 32 bits keeps it. The rest
 * stays, but where privileges are gained. Measured on 6.18 (x86-64).
 * arch/x86/kernel/process_64.c: set_personality_64bit; arch/arm64/include/asm/elf.h: SET_PERSONALITY
 */
export function personalityAfterExec(task: Task): number | undefined {
  const { personality: before, architecture } = task;
  if (before === undefined || ((before & CLEARED) !== 0 && mayGain(task))) return undefined;
  const is64Bit = architecture === 'x86-64' || architecture === 'arm64';
  return is64Bit ? (before & ~READ_IMPLIES_EXEC) >>> 0 : before;
}
