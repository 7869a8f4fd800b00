/**
 * What a call can change, by its name alone: asked for every event of a log, so it is one look into a table.
 */
import { mayChangeSpace } from '../kernel/typed-call';
import { execCalls, exitCalls, worldCalls } from '../process/effects';
import { cloneCalls } from '../process/clone-request';
import { readCalls, writeCalls } from '../process/descriptors-written';

/**
 * 'both': the address space and the world beside it (prctl). 'userfault': the same, but of a userfaultfd's descriptor only:
 * ioctl, of which many logs are full. 'reads', 'writes': a file, of which only the size can matter,
 * and mostly does not.
 */
export type CallRole = 'none' | 'memory' | 'effect' | 'both' | 'userfault' | 'life' | 'reads' | 'writes';

/** Names of a log are few; one that is made of garbage may have more than anybody wants to keep. */
const MOST = 4096;
const known = new Map<string, CallRole>();

export function roleOf(name: string): CallRole {
  const role = known.get(name);
  if (role !== undefined) return role;
  const found = classify(name);
  if (known.size < MOST) known.set(name, found);
  return found;
}

function classify(name: string): CallRole {
  if (name === 'ioctl') return 'userfault';
  if (mayChangeSpace(name)) return worldCalls.has(name) ? 'both' : 'memory';
  if (cloneCalls.has(name) || execCalls.has(name) || exitCalls.has(name)) return 'life';
  if (name === 'uname' || name === 'sysinfo') return 'life';
  if (readCalls.has(name)) return 'reads';
  if (writeCalls.has(name)) return 'writes';
  return worldCalls.has(name) ? 'effect' : 'none';
}
