/**
 * Whether the kernel makes one VMA of two neighbours, and if not, why: the border that a later mremap trips over.
 * mm/vma.c (6.18): is_mergeable_vma, is_mergeable_anon_vma, can_vma_merge_before, can_vma_merge_after
 */
import { lengthOf } from './page';
import { has, VmFlag, type AnonVma, type Backing, type Vma } from './vma';

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
  if ((low.flags & COMPARED) !== (high.flags & COMPARED)) return apart('flags');
  if (!sameObject(low.backing, high.backing)) return apart('file');
  if ((low.flags & SPECIAL) !== 0 || low.backing.kind === 'special') return apart('special');
  if (low.pgoff + lengthOf(low) !== high.pgoff) return apart('offset');
  if (low.anonName !== high.anonName) return apart('name');
  if (low.extra !== high.extra) return apart('policy');
  return anonVmaJoint(low, high);
};

/**
 * Only the anon_vmas: also asked of two VMAs that do not touch, when a third fills the gap between them.
 *
 *              none     unknown    B          none may join what has one, unless that came through fork
 *     none     yes      yes        yes        unknown: the program may have touched it; most parts of one VMA
 *     unknown  yes      likely     likely     were touched together, so merging is the likelier
 *     A        yes      likely     A = B      a forked VMA that was perhaps touched was probably touched
 */
export const anonVmaJoint = (low: Vma, high: Vma): Joint => {
  const a = anonVmaOf(low);
  const b = anonVmaOf(high);
  if (a === 'none') return b === 'none' ? MERGES : joinsUntouched(high, b);
  if (b === 'none') return joinsUntouched(low, a);
  if (a === 'unknown' || b === 'unknown') return LIKELY;
  return a === b ? MERGES : apart('anon-vma');
};

const joinsUntouched = (other: Vma, anonVma: 'unknown' | number): Joint =>
  other.forked === undefined ? MERGES : apart('anon-vma', anonVma !== 'unknown');

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
