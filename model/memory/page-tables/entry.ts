/**
 * What is known of the entry that maps one page: from the runs of the space and the VMA of the page, at one moment.
 */
import type { AddressSpace } from '../address-space';
import { pageRange, type PageNumber } from '../page';
import type { PageKind, PageRun } from '../page-run';
import { has, Prot, VmFlag, type Vma } from '../vma';

export type EntryState =
  /** No VMA: no entry, and a touch is SIGSEGV. */
  | 'unmapped'
  /** Nothing is known of the address. */
  | 'unknown'
  | 'present'
  | 'absent'
  /** A marker of MADV_GUARD_INSTALL. */
  | 'guard'
  /** In a VMA; no log shows whether the program touched it. */
  | 'open';

/** What a present entry of unlocked memory hangs on: what might take the page away without any line. */
export type Hold =
  /** Locked: it stays. */
  | 'locked'
  /** Anonymous and not locked: memory pressure may put it to swap. */
  | 'unless-swapped'
  /** It is the file's: another process may cut that shorter, the kernel may take it back. */
  | 'while-file-has-it'
  /** What is mapped there is not known: memory of a device is never filled. */
  | 'unless-device';

/** Whether the hardware lets the process write through the entry. */
export type WriteAccess =
  | 'yes'
  /** The VMA forbids it. */
  | 'no'
  /** The first write makes a copy of the page; whether there was one since, no log shows. */
  | 'after-copy'
  | 'open';

export interface Entry {
  readonly state: EntryState;
  readonly vma: Vma | undefined;
  /** What the state rests on, cut to the page. */
  readonly run: PageRun | undefined;
  /** Of an open page: how it stood right after the run's event. */
  readonly was: 'present' | 'absent' | undefined;
  readonly hold: Hold | undefined;
  readonly write: WriteAccess | undefined;
}

export function entryAt(space: AddressSpace, page: PageNumber): Entry {
  const vma = space.vmaAt(page);
  if (vma === undefined)
    return { ...NOTHING, state: space.stateAt(page) === 'free' ? 'unmapped' : 'unknown' };
  const [cut] = space.pagesIn(pageRange(page, page + 1));
  if (cut === undefined || cut.kind === 'maybe-guard') return { ...NOTHING, vma, state: 'open' };
  const state = STATES[cut.kind];
  const isHere = state === 'present';
  return {
    state,
    vma,
    run: cut,
    was: cut.kind === 'released' ? 'absent' : cut.kind === 'open' ? 'present' : undefined,
    hold: isHere ? holdOf(cut.kind, vma) : undefined,
    write: isHere ? writeAccess(cut.kind, vma) : undefined,
  };
}

const NOTHING = {
  vma: undefined,
  run: undefined,
  was: undefined,
  hold: undefined,
  write: undefined,
} as const;

const STATES: Readonly<Record<PageKind, EntryState>> = {
  own: 'present',
  read: 'present',
  file: 'present',
  guard: 'guard',
  untouched: 'absent',
  released: 'open',
  open: 'open',
  'maybe-guard': 'open',
};

function holdOf(kind: PageKind, vma: Vma): Hold {
  if (vma.backing.kind === 'unknown') return 'unless-device';
  if (kind === 'file') return 'while-file-has-it';
  return has(vma, VmFlag.locked) ? 'locked' : 'unless-swapped';
}

function writeAccess(kind: PageKind, vma: Vma): WriteAccess {
  if (vma.prot === undefined) return 'open';
  if ((vma.prot & Prot.write) === 0) return 'no';
  // A forked VMA came with its parent's pages, shared until one of the two writes.
  if (kind === 'own') return vma.forked === true ? 'after-copy' : 'yes';
  // A writable shared page may be kept read-only to notice the first write. mm/mmap.c: vma_wants_writenotify
  return has(vma, VmFlag.mayShare) || vma.backing.kind === 'unknown' ? 'open' : 'after-copy';
}
