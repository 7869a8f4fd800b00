/**
 * Whose calls a task makes: strace's note on the mode, and personality(2).
 */
import type { CallEvent, PersonalityEvent } from '../trace/event';
import { argument, hasFlag, numberOf, successOf } from './call-values';
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
const ASK = 0xffff_ffffn;

/** include/uapi/linux/personality.h: the bits that a memory model reads, and the base personality. */
const NAMES: readonly (readonly [string, number])[] = [
  ['UNAME26', 0x0020000],
  ['ADDR_NO_RANDOMIZE', 0x0040000],
  ['FDPIC_FUNCPTRS', 0x0080000],
  ['MMAP_PAGE_ZERO', 0x0100000],
  ['ADDR_COMPAT_LAYOUT', 0x0200000],
  ['READ_IMPLIES_EXEC', 0x0400000],
  ['ADDR_LIMIT_32BIT', 0x0800000],
  ['SHORT_INODE', 0x1000000],
  ['WHOLE_SECONDS', 0x2000000],
  ['STICKY_TIMEOUTS', 0x4000000],
  ['ADDR_LIMIT_3GB', 0x8000000],
  ['PER_LINUX32', 8],
];

export function personality(call: CallEvent, task: Task, edit: WorldEdit): void {
  const before = successOf(call);
  if (before === undefined) return;
  const asked = argument(call, 0);
  const number = numberOf(asked);
  const next =
    number === undefined
      ? NAMES.reduce((bits, [name, value]) => (hasFlag(asked, name, value) === true ? bits | value : bits), 0)
      : Number(BigInt.asUintN(32, number === ASK || number === -1n ? before : number));
  if (task.personality !== next) edit.setTask({ ...task, personality: next });
}
