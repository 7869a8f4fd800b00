/** The manual through time: by call and errno, and by the rule that was broken where the pages tell causes apart. */
import type { CallManual, Generation, ManualStatement } from './generation';
import { brkManual } from './brk';
import { madviseManual } from './madvise';
import { mlockManual, munlockManual } from './mlock';
import { mlockallManual, munlockallManual } from './mlockall';
import { mmapManual } from './mmap';
import { mprotectManual } from './mprotect';
import { mremapManual } from './mremap';
import { msyncManual } from './msync';
import { munmapManual } from './munmap';
import { shmatManual } from './shmat';
import { shmdtManual } from './shmdt';

export const manuals: readonly CallManual[] = [
  mmapManual,
  munmapManual,
  mremapManual,
  mprotectManual,
  mlockManual,
  munlockManual,
  mlockallManual,
  munlockallManual,
  msyncManual,
  brkManual,
  shmatManual,
  shmdtManual,
  madviseManual,
];

/** Calls that share a page with another, and its errors. */
const samePage: ReadonlyMap<string, string> = new Map([
  ['mmap2', 'mmap'],
  ['old_mmap', 'mmap'],
  ['mlock2', 'mlock'],
  ['pkey_mprotect', 'mprotect'],
]);

/** The manual of a call by the name that a log gives it. Undefined for calls whose pages are not here. */
export const manualOfCall = (name: string): CallManual | undefined => {
  const call = samePage.get(name) ?? name;
  return manuals.find((manual) => manual.call === call);
};

/**
 * What the generations say of an errno of a call, oldest first. `check`: id of the broken rule, or of a cause outside the
 * rules; what no page tells apart falls under the errno's own statement. Undefined: nothing is known.
 */
export function manualOf(call: string, errno: string, check?: string): readonly Generation[] | undefined {
  const statements = manualOfCall(call)?.statements.filter((one) => one.errno === errno) ?? [];
  return statementFor(statements, check)?.generations;
}

function statementFor(
  statements: readonly ManualStatement[],
  check: string | undefined,
): ManualStatement | undefined {
  const named =
    check === undefined ? undefined : statements.find(({ checks }) => checks?.includes(check) === true);
  const rest = named ?? statements.find(({ checks }) => checks === undefined);
  // A cause outside the rules, or none: the main sense. Of a rule that no page means, nothing is said.
  return rest ?? (check === undefined || check.startsWith('outside.') ? statements[0] : undefined);
}
