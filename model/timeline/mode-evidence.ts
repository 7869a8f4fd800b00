/**
 * Whether a task has 32 or 64 bits, from its calls alone. strace's note (`[ Process PID=7 runs in 32 bit mode. ]`) is missing
 * from every log that `strace -o FILE COMMAND` writes, and an execve may change the mode.
 *
 *     101 execve("/usr/bin/old", …) = 0
 *     101 mmap2(NULL, 8192, …) = 0xf7f0b000            a call that only programs of 32 bits have
 *     101 execve("/usr/bin/new", …) = 0
 *     101 brk(NULL) = 0x56141a158000                   an address that none of 32 bits has
 */
import type { CallEvent } from '../trace/event';
import type { MapsSnapshot } from '../memory/maps-snapshot';
import type { Architecture } from '../process/world';
import { wordBits } from '../kernel/layout';
import { argument, numberOf, successOf } from '../process/call-values';
import { architectureOf } from '../process/personality';

/** Calls whose result is an address. */
const ANSWERS_ADDRESS: ReadonlySet<string> = new Set(['brk', 'mmap', 'mremap', 'shmat']);
/** Calls that succeed only with an address that the program has. */
const TAKES_ADDRESS: ReadonlySet<string> = new Set(['munmap', 'mprotect', 'madvise', 'mlock']);
/** x86-64, arm64 and riscv64 have no mmap2. */
const ONLY_32_BITS = 'mmap2';

const FIRST_OF_64_BITS = 1n << 32n;

/**
 * Undefined where the call proves nothing. The architecture that the task is taken for where it proves that one: a new
 * program's space may still have another size. `kernel`: the machine's own.
 */
export function modeProvenBy(
  call: CallEvent,
  taken: Architecture,
  kernel: Architecture,
): Architecture | undefined {
  const is32 = wordBits(taken) === 32;
  if (call.name === ONLY_32_BITS) return is32 ? taken : architectureOf('32', kernel);
  const answer = is32 ? successOf(call) : undefined;
  if (answer === undefined) return undefined;
  const address = ANSWERS_ADDRESS.has(call.name)
    ? answer
    : TAKES_ADDRESS.has(call.name)
      ? numberOf(argument(call, 0))
      : undefined;
  return address !== undefined && address >= FIRST_OF_64_BITS ? architectureOf('64', kernel) : undefined;
}

const FIRST_PAGE_OF_64_BITS = 2 ** 20;

/** The same from a snapshot: the kernel gives a program of 64 bits its stack above 4 GiB, and one of 32 bits nothing there. */
export function modeShownBy(
  { vmas }: Pick<MapsSnapshot, 'vmas'>,
  taken: Architecture,
  kernel: Architecture,
): Architecture | undefined {
  const is32 = wordBits(taken) === 32;
  if ((vmas.at(-1)?.end ?? 0) > FIRST_PAGE_OF_64_BITS) return is32 ? architectureOf('64', kernel) : undefined;
  const showsStack = vmas.some(({ name }) => name === '[stack]');
  if (!showsStack) return undefined;
  return is32 ? taken : architectureOf('32', kernel);
}
