/**
 * What each advice does to the flags of a VMA, and since when. mm/madvise.c: madvise_vma_behavior
 */
import { copyOfVma } from '../../memory/copies';
import { has, VmFlag, type Vma } from '../../memory/vma';
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
const NAMES: ReadonlyMap<number, string> = new Map(
  Object.entries(MADV).map(([name, number]) => [number, `MADV_${name}`]),
);

/** The kernel that an advice came with, and its name; undefined for those that are older, or that need a configuration. */
export function adviceSince(
  advice: number,
): { readonly since: KernelVersion; readonly name: string } | undefined {
  const since = SINCE.get(advice);
  if (since === undefined || adviceState(advice, since) !== 'known') return undefined;
  return { since, name: NAMES.get(advice) ?? '' };
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

/** What KSM leaves alone: the advice is taken and changes nothing. mm/ksm.c: vma_ksm_compatible */
const NOT_MERGEABLE =
  VmFlag.shared |
  VmFlag.mayShare |
  VmFlag.io |
  VmFlag.pfnMap |
  VmFlag.dontExpand |
  VmFlag.mixedMap |
  VmFlag.hugeTlb |
  VmFlag.droppable;

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
      return has(vma, NOT_MERGEABLE) ? flags : set(VmFlag.mergeable);
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

/** Advice that goes page by page, on its own way: no VMA is looked at. mm/madvise.c: madvise_inject_error */
export const poisons = (advice: number): boolean => advice === MADV.HWPOISON || advice === MADV.SOFT_OFFLINE;

/** Advice that makes pages present, and stops at the first that cannot be. mm/madvise.c: madvise_populate */
export const populates = (advice: number): boolean =>
  advice === MADV.POPULATE_READ || advice === MADV.POPULATE_WRITE;

/** Advice that is kept in the VMAs, and so may cut them; the other kinds work on pages only. */
export const changesFlags = (advice: number): boolean =>
  advice <= MADV.SEQUENTIAL || (advice >= MADV.DONTFORK && advice <= MADV.KEEPONFORK);

/** A piece with the flags that the advice gives it; the same piece where it has them. */
export const advised =
  (advice: number) =>
  (piece: Vma): Vma => {
    const flags = advisedFlags(piece, advice);
    if (flags === piece.flags) return piece;
    const next = copyOfVma(piece);
    next.flags = flags;
    return next;
  };
