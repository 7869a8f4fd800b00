/**
 * Whether the kernel makes one VMA of two neighbours, and if not, why: the border that a later mremap trips over.
 * mm/vma.c (6.18): is_mergeable_vma, is_mergeable_anon_vma, can_vma_merge_before, can_vma_merge_after
 */
import { LOCK_FLAGS } from './locked';
import { lengthOf } from './page';
import { has, isAnonymous, Prot, VmFlag, type AnonVma, type Backing, type Vma } from './vma';

/** What keeps two neighbours apart, in the order in which it is looked for. */
export type MergeObstacle =
  | 'gap'
  /** One of the two is known only from what calls proved; the other may be of another kind. */
  | 'inferred'
  | 'protection'
  | 'flags'
  /** Another file, or another open file description of the same file. */
  | 'file'
  | 'offset'
  | 'name'
  /** Memory policy, protection key or userfaultfd. */
  | 'policy'
  /** Special mappings (vdso, devices, huge pages) never merge. */
  | 'special'
  /** Touched apart from each other, or before a fork. */
  | 'anon-vma';

/** `certain` is false where it hangs on something that no log shows; the answer is then the likelier one. */
export interface Joint {
  readonly merges: boolean;
  readonly certain: boolean;
  readonly because: MergeObstacle | undefined;
}

const MERGES: Joint = { merges: true, certain: true, because: undefined };
const LIKELY: Joint = { merges: true, certain: false, because: undefined };
const DOUBTFUL: Joint = { merges: false, certain: false, because: 'anon-vma' };
const apart = (because: MergeObstacle, certain = true): Joint => ({ merges: false, certain, because });

/** VM_SPECIAL. include/linux/mm.h */
const SPECIAL = VmFlag.dontExpand | VmFlag.pfnMap | VmFlag.io | VmFlag.mixedMap;
/** VM_IGNORE_MERGE and sticky flags: a guard page inside one part does not keep the parts from merging. */
const COMPARED = ~VmFlag.maybeGuard;

/** Whether `low` and `high`, in this order, merge when a call looks at their border. */
export const joint = (low: Vma, high: Vma): Joint => {
  if (low.end !== high.start) return apart('gap');
  if (low.certainty === 'inferred' || high.certainty === 'inferred') return inferredJoint(low, high);
  if (low.prot !== high.prot) return apart('protection');
  const differing = (low.flags ^ high.flags) & COMPARED;
  const lockUnsure = ((low.flags | high.flags) & VmFlag.lockUnsure) !== 0;
  const chargeUnsure = mayBeCharged(low) !== mayBeCharged(high);
  if (differing !== 0) {
    const unsure = (chargeUnsure ? VmFlag.account : 0) | (lockUnsure ? LOCK_FLAGS : 0);
    return apart('flags', (differing & ~unsure) !== 0);
  }
  if (!sameObject(low.backing, high.backing)) return apart('file');
  if ((low.flags & SPECIAL) !== 0 || low.backing.kind === 'special') return apart('special');
  const offsetUnsure =
    low.origin.moved !== high.origin.moved && (mayHaveOldOffset(low) || mayHaveOldOffset(high));
  if (low.pgoff + lengthOf(low) !== high.pgoff) return apart('offset', !offsetUnsure);
  if (low.anonName !== high.anonName) return apart('name');
  if (low.extra !== high.extra) return apart('policy');
  const result = anonVmaJoint(low, high);
  return result === MERGES && (chargeUnsure || offsetUnsure || lockUnsure) ? LIKELY : result;
};

/** Moved memory keeps its offset where it was touched before, which no log shows, and else gets that of its new place. */
export const mayHaveOldOffset = (vma: Vma): boolean =>
  vma.origin.moved !== undefined && vma.anonVma === 'unknown' && isAnonymous(vma);

/**
 * Anonymous memory that became read-only is no longer charged to the commit limit where nothing had touched it, which no log
 * shows. mm/mprotect.c: mprotect_fixup
 */
const mayBeCharged = (vma: Vma): boolean =>
  vma.anonVma === 'unknown' &&
  isAnonymous(vma) &&
  (vma.flags & (VmFlag.account | VmFlag.noReserve)) === 0 &&
  ((vma.prot ?? 0) & Prot.write) === 0;

/**
 * Only the anon_vmas: also asked of two VMAs that do not touch, when a third fills the gap between them.
 *
 *              none     unknown    B          none may join what has one, unless that came through fork
 *     none     yes      yes        yes        unknown: the program may have touched it; as the log shows it, then
 *     unknown  yes      open       open
 *     A        yes      open       A = B
 */
export const anonVmaJoint = (low: Vma, high: Vma): Joint => {
  const a = anonVmaOf(low);
  const b = anonVmaOf(high);
  if (a === 'none') return b === 'none' ? MERGES : joinsUntouched(high, b);
  if (b === 'none') return joinsUntouched(low, a);
  if (a === 'unknown' || b === 'unknown') return shownJoint(low, high) ? LIKELY : DOUBTFUL;
  return a === b ? MERGES : apart('anon-vma');
};

const joinsUntouched = (other: Vma, anonVma: 'unknown' | number): Joint => {
  if (other.forked === undefined) return MERGES;
  if (anonVma !== 'unknown') return apart('anon-vma');
  return cameByFork(other.shownAnonVma) ? DOUBTFUL : LIKELY;
};

/**
 * Whether what the VMA has, as the log shows it, it had when its process was forked: memory that perhaps was touched counts as
 * forked, though the child's own writes may have given it what it has. space-birth.ts: copyOf
 */
export const cameByFork = (shownAnonVma: number | undefined): boolean =>
  shownAnonVma !== undefined && shownAnonVma < 0;

/** Whether the two merge if nothing was touched but what the log shows. */
const shownJoint = (low: Vma, high: Vma): boolean => {
  const { shownAnonVma: a } = low;
  const { shownAnonVma: b } = high;
  if (a === undefined) return !cameByFork(b);
  return b === undefined ? !cameByFork(a) : a === b;
};

/** Shared memory never has one. */
export const anonVmaOf = (vma: Vma): AnonVma => (has(vma, VmFlag.mayShare) ? 'none' : vma.anonVma);

/** A VMA with a close hook may grow by a merge but not vanish in one: SysV shm. mm/vma.c: can_merge_remove_vma */
export const mayVanish = (vma: Vma): boolean => !has(vma, VmFlag.closeHook);

/** Two stretches of which the same is known are shown as one; what lies between known and inferred is open. */
const inferredJoint = (low: Vma, high: Vma): Joint => {
  const sameKnowledge =
    low.certainty === high.certainty &&
    low.prot === high.prot &&
    low.flags === high.flags &&
    sameObject(low.backing, high.backing) &&
    (low.backing.kind === 'unknown' || low.pgoff + lengthOf(low) === high.pgoff);
  if (sameKnowledge) return LIKELY;
  const differs =
    (low.prot !== undefined && high.prot !== undefined && low.prot !== high.prot) ||
    (low.backing.kind !== 'unknown' &&
      high.backing.kind !== 'unknown' &&
      !sameObject(low.backing, high.backing));
  return apart('inferred', differs);
};

const sameObject = (a: Backing, b: Backing): boolean => {
  switch (a.kind) {
    case 'anonymous':
    case 'unknown':
      return a.kind === b.kind;
    case 'shmem':
      return b.kind === 'shmem' && a.object === b.object;
    case 'file':
      return b.kind === 'file' && a.description === b.description;
    case 'sysv':
      return b.kind === 'sysv' && a.object === b.object;
    case 'special':
      return b.kind === 'special' && a.name === b.name;
  }
};
