/**
 * What each advice does to a VMA, and what it refuses. mm/madvise.c: madvise_vma_behavior
 */
import type { PageRange } from '../../memory/page';
import { has, isAnonymous, Prot, VmFlag, type Vma } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';
import type { KernelVersion } from '../check';
import { kernelVersion } from '../versions';

const V = kernelVersion;

/** The kernel that an advice came with. Absent: always there. include/uapi/asm-generic/mman-common.h */
const SINCE: ReadonlyMap<number, KernelVersion> = new Map([
  [MADV.FREE, V(4, 5)],
  [MADV.DONTDUMP, V(3, 4)],
  [MADV.DODUMP, V(3, 4)],
  [MADV.WIPEONFORK, V(4, 14)],
  [MADV.KEEPONFORK, V(4, 14)],
  [MADV.COLD, V(5, 4)],
  [MADV.PAGEOUT, V(5, 4)],
  [MADV.POPULATE_READ, V(5, 14)],
  [MADV.POPULATE_WRITE, V(5, 14)],
  [MADV.DONTNEED_LOCKED, V(5, 18)],
  [MADV.COLLAPSE, V(6, 1)],
  [MADV.GUARD_INSTALL, V(6, 13)],
  [MADV.GUARD_REMOVE, V(6, 13)],
]);
const KNOWN: ReadonlySet<number> = new Set(Object.values(MADV));

/** The kernel that an advice came with, and its name; undefined for those that are older, or that need a configuration. */
export function adviceSince(
  advice: number,
): { readonly since: KernelVersion; readonly name: string } | undefined {
  const since = SINCE.get(advice);
  if (since === undefined || adviceState(advice, since) !== 'known') return undefined;
  const name = Object.entries(MADV).find(([, number]) => number === advice)?.[0] ?? '';
  return { since, name: `MADV_${name}` };
}

/** 'configured': known, but only where the kernel was built with what it needs (KSM, huge pages, memory failure). */
export function adviceState(advice: number, kernel: KernelVersion): 'known' | 'unknown' | 'configured' {
  if (!KNOWN.has(advice) || (SINCE.get(advice) ?? kernel) > kernel) return 'unknown';
  const configured =
    (advice >= MADV.MERGEABLE && advice <= MADV.NOHUGEPAGE) ||
    advice === MADV.HWPOISON ||
    advice === MADV.SOFT_OFFLINE ||
    advice === MADV.COLLAPSE;
  return configured ? 'configured' : 'known';
}

const SPECIAL = VmFlag.io | VmFlag.pfnMap | VmFlag.dontExpand | VmFlag.mixedMap;
const isSpecial = (vma: Vma): boolean => has(vma, SPECIAL);

/** What KSM leaves alone: the advice is taken and changes nothing. mm/ksm.c: vma_ksm_compatible */
const NEVER_SAME_PAGES = VmFlag.shared | VmFlag.mayShare | VmFlag.hugeTlb | VmFlag.droppable;

/** The flags after the advice; the same where it changes none. */
export function advisedFlags(vma: Vma, advice: number): number {
  const { flags } = vma;
  const set = (on: number, off = 0): number => (flags & ~off) | on;
  switch (advice) {
    case MADV.NORMAL:
      return set(0, VmFlag.random | VmFlag.sequential);
    case MADV.RANDOM:
      return set(VmFlag.random, VmFlag.sequential);
    case MADV.SEQUENTIAL:
      return set(VmFlag.sequential, VmFlag.random);
    case MADV.DONTFORK:
      return set(VmFlag.dontCopy);
    case MADV.DOFORK:
      return set(0, VmFlag.dontCopy);
    case MADV.WIPEONFORK:
      return set(VmFlag.wipeOnFork);
    case MADV.KEEPONFORK:
      return set(0, VmFlag.wipeOnFork);
    case MADV.DONTDUMP:
      return set(VmFlag.dontDump);
    case MADV.DODUMP:
      return set(0, VmFlag.dontDump);
    case MADV.MERGEABLE:
      return isSpecial(vma) || has(vma, NEVER_SAME_PAGES) ? flags : set(VmFlag.mergeable);
    case MADV.UNMERGEABLE:
      return set(0, VmFlag.mergeable);
    case MADV.HUGEPAGE:
      return set(VmFlag.hugePage, VmFlag.noHugePage);
    case MADV.NOHUGEPAGE:
      return set(VmFlag.noHugePage, VmFlag.hugePage);
    default:
      return flags;
  }
}

/** Advice that is kept in the VMAs, and so may cut them; the other kinds work on pages only. */
export const changesFlags = (advice: number): boolean =>
  advice <= MADV.SEQUENTIAL || (advice >= MADV.DONTFORK && advice <= MADV.KEEPONFORK);

export type AdviceRefusal =
  'locked' | 'wrong-kind' | 'not-writable' | 'sealed' | 'no-huge-page' | 'not-populated';
export const ADVICE_ERRNO: Readonly<Record<AdviceRefusal, string>> = {
  locked: 'EINVAL',
  'wrong-kind': 'EINVAL',
  'not-writable': 'EACCES',
  sealed: 'EPERM',
  'no-huge-page': 'EINVAL',
  'not-populated': 'EFAULT',
};

const HUGE_PAGES = 512;

/**
 * Whether MADV_COLLAPSE finds a place for a huge page of 2 MiB: in the VMA, else it refuses; in the range, else there is
 * nothing to do. A range that does not even touch a border between two is refused by a slip of the arithmetic; measured on
 * 6.18. mm/khugepaged.c: madvise_collapse
 */
export function collapses(vma: Vma, { start, end }: PageRange): 'no-huge-page' | 'nothing' | 'perhaps' {
  const up = (page: number): number => Math.ceil(page / HUGE_PAGES);
  const down = (page: number): number => Math.floor(page / HUGE_PAGES);
  if (isSpecial(vma) || up(vma.start) >= down(vma.end)) return 'no-huge-page';
  if (up(start) > down(end)) return 'no-huge-page';
  return up(start) === down(end) && vma.backing.kind === 'anonymous' ? 'nothing' : 'perhaps';
}

const DISCARDING: ReadonlySet<number> = new Set([
  MADV.DONTNEED,
  MADV.DONTNEED_LOCKED,
  MADV.FREE,
  MADV.REMOVE,
  MADV.GUARD_INSTALL,
  MADV.DONTFORK,
  MADV.WIPEONFORK,
]);

/** What one VMA refuses; undefined: the advice is taken. Only what flags and backing decide. */
export function refusedBy(vma: Vma, advice: number): AdviceRefusal | undefined {
  const privateAnonymous = isAnonymous(vma);
  const unwritable = vma.prot !== undefined && (vma.prot & Prot.write) === 0;
  if (DISCARDING.has(advice) && has(vma, VmFlag.sealed) && privateAnonymous && unwritable) return 'sealed';
  const locked = has(vma, VmFlag.locked);
  const unlisted = has(vma, VmFlag.pfnMap);
  switch (advice) {
    case MADV.DONTNEED:
      return locked ? 'locked' : unlisted ? 'wrong-kind' : undefined;
    case MADV.DONTNEED_LOCKED:
      return unlisted ? 'wrong-kind' : undefined;
    case MADV.COLD:
    case MADV.PAGEOUT:
      return locked ? 'locked' : unlisted || has(vma, VmFlag.hugeTlb) ? 'wrong-kind' : undefined;
    case MADV.FREE:
      if (!privateAnonymous && vma.backing.kind !== 'unknown') return 'wrong-kind';
      return locked ? 'locked' : unlisted || has(vma, VmFlag.hugeTlb) ? 'wrong-kind' : undefined;
    case MADV.REMOVE:
      if (locked) return 'locked';
      if (vma.backing.kind === 'anonymous') return 'wrong-kind';
      return vma.certainty === 'exact' && (!has(vma, VmFlag.mayShare) || !has(vma, VmFlag.mayWrite))
        ? 'not-writable'
        : undefined;
    case MADV.DOFORK:
      return has(vma, VmFlag.io) ? 'wrong-kind' : undefined;
    case MADV.DODUMP:
      return (isSpecial(vma) && !has(vma, VmFlag.hugeTlb)) || has(vma, VmFlag.droppable)
        ? 'wrong-kind'
        : undefined;
    case MADV.WIPEONFORK:
      return privateAnonymous || vma.backing.kind === 'unknown' ? undefined : 'wrong-kind';
    case MADV.KEEPONFORK:
      return has(vma, VmFlag.droppable) ? 'wrong-kind' : undefined;
    // mm/gup.c: check_vma_flags
    case MADV.POPULATE_READ:
    case MADV.POPULATE_WRITE: {
      const access = advice === MADV.POPULATE_READ ? Prot.read : Prot.write;
      const closed = vma.prot !== undefined && (vma.prot & access) === 0;
      return closed || unlisted || has(vma, VmFlag.io) ? 'wrong-kind' : undefined;
    }
    case MADV.GUARD_INSTALL:
      return locked ? 'locked' : isSpecial(vma) || has(vma, VmFlag.hugeTlb) ? 'wrong-kind' : undefined;
    case MADV.GUARD_REMOVE:
      return isSpecial(vma) ? 'wrong-kind' : undefined;
    default:
      return undefined;
  }
}
