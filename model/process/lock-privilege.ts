/**
 * What a call on locked memory proves about CAP_IPC_LOCK. mm/mlock.c: can_do_mlock, mlock_future_ok
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace } from '../memory/address-space';
import { PAGE_SIZE } from '../memory/page';
import type { Limits } from './limits';
import { concluded } from './privileges-known';
import type { Privileges } from './privileges';

export interface LockOutcome {
  readonly name: string;
  readonly errno: string | undefined;
  readonly before: AddressSpace;
  readonly after: AddressSpace;
  readonly at: EventIndex;
}

/**
 * More locked than the limit allows, by this call: only the capability permits it. EPERM of mlock and mlockall, with a limit
 * of 0: the task lacks it.
 */
export function learnFromLock(privileges: Privileges, limits: Limits, outcome: LockOutcome): Privileges {
  const limit = limits.get('MEMLOCK')?.soft;
  const { before, after, at } = outcome;
  if (outcome.errno === undefined) {
    if (limit === undefined || limit === 'infinity' || after.locked === undefined) return privileges;
    const grew = before.locked !== undefined && after.locked > before.locked;
    // The kernel compares pages, rounded down.
    const above = after.locked > Number(limit / BigInt(PAGE_SIZE));
    return grew && above ? concluded(privileges, 'CAP_IPC_LOCK', 'yes', at) : privileges;
  }
  const refused = outcome.errno === 'EPERM' && /^mlock(2|all)?$/.test(outcome.name);
  return refused ? concluded(privileges, 'CAP_IPC_LOCK', 'no', at) : privileges;
}
