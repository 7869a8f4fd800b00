/**
 * A VMA: a run of pages with one protection, one sharing, one file and one set of flags. Immutable: a change makes a new
 * one. What keeps two neighbours from being one VMA is in merging.ts.
 */
import type { EventIndex } from '../trace/positions';
import type { DoubtfulBorders } from './doubtful-borders';
import type { PageRange } from './page';

/** PROT_READ 1, PROT_WRITE 2, PROT_EXEC 4; bits may be joined. */
export type Prot = number;
export const Prot = { none: 0, read: 1, write: 2, exec: 4 } as const;

/**
 * The kernel's VM_* flags beside protection, in bits of our own (all below 2^31). Comments give the letters of smaps'
 * VmFlags. include/linux/mm.h
 */
export const VmFlag = {
  /** sh: a write through the mapping reaches the file. Missing when the descriptor was not writable. */
  shared: 1 << 0,
  /** ms: mapped MAP_SHARED; what maps shows as `s`. */
  mayShare: 1 << 1,
  /** mr mw me: what mprotect may turn on. */
  mayRead: 1 << 2,
  mayWrite: 1 << 3,
  mayExec: 1 << 4,
  /** gd */
  growsDown: 1 << 5,
  /** lo: counted in VmLck. */
  locked: 1 << 6,
  /** lf: pages are locked as they are touched. */
  lockOnFault: 1 << 7,
  /** ac: charged to the commit limit. */
  account: 1 << 8,
  /** nr */
  noReserve: 1 << 9,
  /** dc: MADV_DONTFORK */
  dontCopy: 1 << 10,
  /** wf */
  wipeOnFork: 1 << 11,
  /** dd */
  dontDump: 1 << 12,
  /** sr rr */
  sequential: 1 << 13,
  random: 1 << 14,
  /** hg nh */
  hugePage: 1 << 15,
  noHugePage: 1 << 16,
  /** mg */
  mergeable: 1 << 17,
  /** dp */
  droppable: 1 << 18,
  /** sl */
  sealed: 1 << 19,
  /** de pf io mm: special mappings, never merged, never locked */
  dontExpand: 1 << 20,
  pfnMap: 1 << 21,
  io: 1 << 22,
  mixedMap: 1 << 23,
  /** ht */
  hugeTlb: 1 << 24,
  /** um uw ui: any userfaultfd registration; the context is in `extra` */
  userfault: 1 << 25,
  /** gu: guard pages may lie inside; sticky, ignored by merging */
  maybeGuard: 1 << 26,
  /** Forbids merging by removal (SysV shm, hugetlb): vm_ops->close exists. */
  closeHook: 1 << 27,
  /** Refuses every split (vdso, vvar): vm_ops->may_split. */
  unsplittable: 1 << 28,
  /** sf: MAP_SYNC, also of memory that has nothing to keep in step */
  sync: 1 << 29,
  /** Ours: whether the lock is what `locked` and `lockOnFault` say hangs on a check that the log leaves open. locked.ts */
  lockUnsure: 1 << 30,
} as const;

/** What is mapped. */
export type Backing =
  | { readonly kind: 'anonymous' }
  /**
   * Shared anonymous memory: each mmap call makes a shmem file of its own, of `pages` pages for ever; a snapshot does not
   * show how many.
   */
  | {
      readonly kind: 'shmem';
      readonly object: number;
      readonly inode?: FileInode;
      readonly pages?: number;
    }
  | {
      readonly kind: 'file';
      readonly description: number;
      /** As maps prints it, a ` (deleted)` at its end included. */
      readonly path: string;
      /** Where the file lies, for printing; a snapshot shows it, calls seldom do. */
      readonly inode?: FileInode;
      /** Pages of 4096 bytes in one of its huge pages, where that is not the machine's usual size (VmFlag.hugeTlb). */
      readonly hugePages?: number;
      /** How long the file was when it was mapped, where the log shows it: all that is known once its descriptors are closed. */
      readonly pages?: number;
    }
  /** `key`: shmget's first argument, part of the name that maps shows; undefined where the log does not show it. */
  | {
      readonly kind: 'sysv';
      readonly object: number;
      readonly shmid: number;
      readonly key?: number;
      readonly hugePages?: number;
    }
  | { readonly kind: 'special'; readonly name: SpecialName }
  /** Proven to be mapped, by what is not known. */
  | { readonly kind: 'unknown' };

/** `device` as maps prints it (`fe:00`), `number` in decimal: inode numbers have 64 bits. */
export interface FileInode {
  readonly device: string;
  readonly number: string;
}

export type SpecialName = '[vdso]' | '[vvar]' | '[vvar_vclock]' | '[sigpage]' | '[uprobes]';

/**
 * Whether the VMA has an anon_vma, which only a write fault, invisible in a log, gives it: neighbours with different
 * ones never merge. 'unknown': the program could have touched it. A number: proven, with that identity, unique in the
 * space. A rule gives new memory 'none'; the edit turns that into 'unknown' as soon as user code could write there.
 * mm/vma.c: is_mergeable_anon_vma
 */
export type AnonVma = 'none' | 'unknown' | number;

/** The events that made the VMA what it is; undefined: it was there before the log begins. */
export interface Origin {
  readonly mapped: EventIndex | undefined;
  readonly protected: EventIndex | undefined;
  readonly locked: EventIndex | undefined;
  readonly moved: EventIndex | undefined;
}

export interface Vma extends PageRange {
  /** Undefined where the log proves the pages mapped and no more. */
  readonly prot: Prot | undefined;
  /** Bits of VmFlag. */
  readonly flags: number;
  readonly backing: Backing;
  /** Offset into the backing, in pages. Private anonymous memory: the page it was first mapped at (mm/vma.c). */
  readonly pgoff: number;
  readonly anonVma: AnonVma;
  /**
   * The anon_vma that the VMA has if the program touched nothing but what the log shows: what a doubtful merge is decided
   * by, so that the model follows such a program exactly. Undefined: none.
   */
  readonly shownAnonVma?: number | undefined;
  /** It came through fork with the parent's anon_vma, if that had one: then it joins nothing new. vma_is_fork_child */
  readonly forked?: true | undefined;
  /**
   * Borders inside that the kernel may have kept: a merge there hung on anon_vmas that no log shows. Undefined: none.
   * Matters where a call takes one VMA only (mremap) or counts them.
   */
  readonly doubtfulBorders?: DoubtfulBorders | undefined;
  /** '[heap]' and '[stack]' are found from brk and layout (names.ts), not stored; this is PR_SET_VMA_ANON_NAME's. */
  readonly anonName?: string | undefined;
  /** Memory policy, protection key, userfaultfd context: compared for merging only, equal by key. */
  readonly extra?: string | undefined;
  readonly origin: Origin;
  /**
   * 'exact': made by a call of this log or listed in a snapshot. 'inferred': a call proved these pages mapped; the VMA
   * may reach further on both sides.
   */
  readonly certainty: 'exact' | 'inferred';
  /** 'inferred': the call that proved it mapped, of several the last; undefined where a snapshot or an older call did. */
  readonly proven?: EventIndex | undefined;
}

export const has = (vma: Pick<Vma, 'flags'>, flag: number): boolean => (vma.flags & flag) !== 0;

/**
 * Memory without a file's pages. That of /dev/zero keeps its file, and is anonymous in all else; what is shared and may be
 * written is shmem instead. include/linux/mm.h: vma_is_anonymous; drivers/char/mem.c: mmap_zero
 */
export const isAnonymous = ({ backing }: Vma): boolean =>
  backing.kind === 'anonymous' || (backing.kind === 'file' && backing.path === '/dev/zero');
