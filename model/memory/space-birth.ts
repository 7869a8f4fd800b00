/**
 * How an address space begins: after execve or at an attach with nothing known, and by fork as a copy.
 * The third way, from a snapshot, is in snapshot-space.ts.
 */
import type { EventIndex } from '../trace/positions';
import { settled } from './anon-vma';
import { extraOf, withExtra } from './extra';
import type { AddressSpace, SpaceFacts, SpaceId } from './address-space';
import { KnownSpace, partsOf } from './known-space';
import { LOCK_FLAGS } from './locked';
import { lengthOf, pageRange, type PageNumber, type PageRange } from './page';
import { RangeSet } from './range-set';
import { forkedPages } from './forked-pages';
import type { PageRun } from './page-run';
import { RangeTree, type ReadonlyRangeTree } from './range-tree';
import { has, VmFlag, type Vma } from './vma';
import { copyOfVma } from './copies';
import { countedAs } from './vma-totals';

export interface NewSpace {
  readonly id: SpaceId;
  readonly taskSize: PageNumber;
  /** 'all': every page up to the task size may be mapped; 'none': what is not listed is free. */
  readonly unknown: 'all' | 'none';
  /**
   * 'exec': a new program locks nothing (fs/exec.c: exec_mmap makes a new mm). 'attach': the process has a past; what it
   * locked and asked of mlockall is not in the log.
   */
  readonly past: 'exec' | 'attach';
  /** Facts known beside that, from a snapshot or a status file. */
  readonly facts?: Partial<Pick<SpaceFacts, 'locked' | 'startBrk' | 'brk' | 'futureLock' | 'mmapBase'>>;
  readonly startStack?: PageNumber | undefined;
  readonly shownHeap?: PageRange | undefined;
  /** Stretches that stay unknown where the rest is not. */
  readonly unknownPages?: readonly PageRange[];
  /** Sorted or not; must not overlap. */
  readonly vmas?: Iterable<Vma>;
}

/** A space with the VMAs given, if any, and every other page unknown or free. */
export const emptySpace = (born: NewSpace): AddressSpace => {
  const unknown = RangeSet.of(
    born.unknown === 'all' ? [pageRange(0, born.taskSize)] : (born.unknownPages ?? []),
  );
  const isNew = born.past === 'exec';
  const vmas = [...(born.vmas ?? [])];
  const unmapped = vmas.reduce((pages, vma) => pages.without(vma), unknown);
  return spaceOf(born, unmapped, vmas, {
    startBrk: undefined,
    brk: undefined,
    locked: isNew ? 0 : undefined,
    futureLock: isNew ? 'off' : 'unknown',
    futureLockSetAt: undefined,
    mmapBase: undefined,
    ...born.facts,
  });
};

/**
 * The child's copy: without MADV_DONTFORK's VMAs, nothing locked, MADV_WIPEONFORK's without pages. Each VMA that has an
 * anon_vma gets one of its own, tied to the parent's. kernel/fork.c: dup_mmap; mm/rmap.c: anon_vma_fork
 */
export const forkOf = (parent: AddressSpace, id: SpaceId, event: EventIndex): AddressSpace => {
  const { taskSize, startStack, shownHeap, unknown } = partsOf(parent);
  const copies: Vma[] = [];
  for (const vma of parent.vmas()) {
    if (!has(vma, VmFlag.dontCopy)) copies.push(copyOf(vma, event * FORKED_PER_EVENT + copies.length));
  }
  const facts = {
    startBrk: parent.startBrk,
    brk: parent.brk,
    mmapBase: parent.mmapBase,
    locked: 0,
    futureLock: 'off',
    futureLockSetAt: undefined,
  } as const;
  const pages = forkedPages(parent, partsOf(parent).pages, event);
  return spaceOf({ id, taskSize, startStack, shownHeap }, unknown, copies, facts, pages);
};

/** Numbers of two events never meet; negative ones are no number that a write gave. */
const FORKED_PER_EVENT = 2 ** 22;

/** The parent's own object where nothing sets the child's apart: a thousand forks then share their VMAs. */
const copyOf = (vma: Vma, fresh: number): Vma => {
  const keepsUserfault = !has(vma, VmFlag.userfault) || extraOf(vma, 'userfault')?.includes(':fork') === true;
  const cleared = LOCK_FLAGS | (keepsUserfault ? 0 : VmFlag.userfault);
  const flags = vma.flags & ~cleared;
  const hasAnonVma = !has(vma, VmFlag.mayShare) && vma.anonVma !== 'none';
  const isGuess = vma.anonVma === 'unknown' && vma.shownAnonVma === undefined;
  const stays = !hasAnonVma || (isGuess && vma.forked === true);
  if (stays && flags === vma.flags && !has(vma, VmFlag.wipeOnFork)) return vma;
  const copy = copyOfVma(vma);
  copy.flags = flags;
  // fs/userfaultfd.c: dup_userfaultfd
  if (!keepsUserfault) copy.extra = withExtra(vma.extra, 'userfault', undefined);
  if (has(vma, VmFlag.mayShare)) return copy;
  if (has(vma, VmFlag.wipeOnFork)) {
    copy.anonVma = 'none';
    copy.shownAnonVma = undefined;
    copy.forked = undefined;
    return settled(copy);
  }
  if (!hasAnonVma) return copy;
  copy.anonVma = vma.anonVma === 'unknown' ? 'unknown' : -1 - fresh;
  if (vma.shownAnonVma !== undefined) copy.shownAnonVma = -1 - fresh;
  copy.forked = true;
  return copy;
};

type GivenFacts = Pick<
  SpaceFacts,
  'startBrk' | 'brk' | 'locked' | 'futureLock' | 'futureLockSetAt' | 'mmapBase'
>;

/** `unknown`: pages outside of the VMAs. */
const spaceOf = (
  born: Pick<NewSpace, 'id' | 'taskSize' | 'startStack' | 'shownHeap'>,
  unknown: RangeSet,
  vmas: Iterable<Vma>,
  given: GivenFacts,
  pages: ReadonlyRangeTree<PageRun> = RangeTree.empty<PageRun>(),
): AddressSpace => {
  const map = RangeTree.empty<Vma>();
  const totals = { total: 0, exec: 0, stack: 0, data: 0, other: 0 };
  let inferred = 0;
  for (const vma of vmas) {
    map.insert(vma);
    totals.total += lengthOf(vma);
    totals[countedAs(vma)] += lengthOf(vma);
    if (vma.certainty === 'inferred') inferred++;
  }
  return new KnownSpace({
    id: born.id,
    taskSize: born.taskSize,
    startStack: born.startStack,
    shownHeap: born.shownHeap,
    vmas: map,
    unknown,
    inferred,
    pages,
    facts: {
      complete: unknown.isEmpty && inferred === 0,
      total: totals.total,
      data: totals.data,
      stack: totals.stack,
      exec: totals.exec,
      mapCount: map.size,
      likelyLocked: undefined,
      surplusUnsure: false,
      ...given,
    },
  });
};
