/**
 * What calls on locked memory prove of CAP_IPC_LOCK and of RLIMIT_MEMLOCK, where no line shows them.
 * mm/mlock.c: can_do_mlock, do_mlock; mm/mmap.c: mlock_future_ok
 *
 *     pages   0 ......... allowed ......... refused .........
 *             a call got here      ?        a call was refused this, so the limit is lower, and the capability missing
 */
import type { EventIndex } from '../trace/positions';
import { concluded } from './privileges-known';
import type { LockBounds, Privileges } from './privileges';

/** What a call's answer proves. In pages of 4096 bytes, of all memory that the process would have locked. */
export type LockProof =
  /** So many may be locked: by the limit, or by the capability. `above`: a limit that is known lies below that. */
  | { readonly proves: 'allowed'; readonly pages: number; readonly above: boolean }
  /**
   * So many may not; undefined: how many is not known, but the capability is missing. 0: a limit of 0 bytes, the one that
   * refuses every mlock.
   */
  | { readonly proves: 'refused'; readonly pages: number | undefined };

export function learnFromLock(privileges: Privileges, proof: LockProof, at: EventIndex): Privileges {
  if (proof.proves === 'refused') {
    const { pages } = proof;
    const lacking = concluded(privileges, 'CAP_IPC_LOCK', 'no', at);
    const { refused } = lacking.lockBounds ?? {};
    return pages === undefined || (refused !== undefined && refused.pages <= pages)
      ? lacking
      : withBounds(lacking, { ...lacking.lockBounds, refused: { pages, at } });
  }
  const { pages } = proof;
  if (proof.above) return concluded(privileges, 'CAP_IPC_LOCK', 'yes', at);
  const { allowed } = privileges.lockBounds ?? {};
  return allowed !== undefined && allowed.pages >= pages
    ? privileges
    : withBounds(privileges, { ...privileges.lockBounds, allowed: { pages, at } });
}

const withBounds = (privileges: Privileges, lockBounds: LockBounds): Privileges => ({
  ...privileges,
  lockBounds,
});
