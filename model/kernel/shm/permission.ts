/**
 * Whether a segment grants the access that shmat asks for: as those of a file, by who made it. ipc/util.c: ipcperms
 */
import type { SharedSegment } from '../../process/shared-segment';
import { SHM } from '../abi/memory-flags';
import type { Before, Verdict } from '../check';
import { capable } from '../limits';
import type { ShmatCall } from '../mapping-call';
import { cannotTell, eventFact, likelyPasses, NO_TRACE, passes } from '../verdict';

const READ = 4;
const WRITE = 2;
const EXEC = 1;

export function granted({ flags }: ShmatCall, segment: SharedSegment | undefined, before: Before): Verdict {
  if (segment?.mode === undefined || flags.value === undefined) return NO_TRACE;
  const { mode, owner, at } = segment;
  const asked =
    READ | ((flags.value & SHM.RDONLY) === 0 ? WRITE : 0) | ((flags.value & SHM.EXEC) === 0 ? 0 : EXEC);
  const { euid } = before.task.privileges;
  const isKnown = euid !== undefined && owner !== undefined;
  const classes = isKnown ? (euid === owner ? [mode >> 6] : [mode >> 3, mode]) : [mode >> 6, mode >> 3, mode];
  const suit = classes.filter((bits) => (asked & ~bits) === 0).length;
  const fact = eventFact('set-by', at);
  if (suit === classes.length) return passes(fact);
  const privileged = capable(before, 'CAP_IPC_OWNER', fact);
  if (privileged.answer === 'passes' || suit === 0) return privileged;
  // Whoever attaches a segment is mostly who made it; of strangers the group decides, which no log shows.
  return isKnown ? cannotTell('unknown-capability', fact) : likelyPasses('unknown-capability', fact);
}
