/**
 * smaps' VmFlags: two letters for each flag of a VMA. fs/proc/task_mmu.c: show_smap_vma_flags
 */
import { Prot, VmFlag } from './vma';

const FLAGS: Readonly<Record<string, number>> = {
  sh: VmFlag.shared,
  ms: VmFlag.mayShare,
  mr: VmFlag.mayRead,
  mw: VmFlag.mayWrite,
  me: VmFlag.mayExec,
  gd: VmFlag.growsDown,
  lo: VmFlag.locked,
  lf: VmFlag.lockOnFault,
  ac: VmFlag.account,
  nr: VmFlag.noReserve,
  dc: VmFlag.dontCopy,
  wf: VmFlag.wipeOnFork,
  dd: VmFlag.dontDump,
  sr: VmFlag.sequential,
  rr: VmFlag.random,
  hg: VmFlag.hugePage,
  nh: VmFlag.noHugePage,
  mg: VmFlag.mergeable,
  dp: VmFlag.droppable,
  sl: VmFlag.sealed,
  de: VmFlag.dontExpand,
  pf: VmFlag.pfnMap,
  io: VmFlag.io,
  mm: VmFlag.mixedMap,
  ht: VmFlag.hugeTlb,
  um: VmFlag.userfault,
  uw: VmFlag.userfault,
  ui: VmFlag.userfault,
  gu: VmFlag.maybeGuard,
  sf: VmFlag.sync,
};

/** Protection, and soft-dirty, which tells nothing here and is ignored by merging. */
const OTHERWISE_SHOWN: ReadonlySet<string> = new Set(['rd', 'wr', 'ex', 'sd', '??']);

export interface ReadFlags {
  readonly flags: number;
  /** Letters of flags that only matter for telling VMAs apart: shadow stack, memory tagging, an architecture's own. */
  readonly others: readonly string[];
}

export const flagsOfLetters = (letters: readonly string[]): ReadFlags => {
  let flags = 0;
  const others: string[] = [];
  for (const pair of letters) {
    const flag = FLAGS[pair];
    if (flag !== undefined) flags |= flag;
    else if (!OTHERWISE_SHOWN.has(pair)) others.push(pair);
  }
  return { flags, others: others.sort() };
};

/**
 * The flags of an ordinary mapping, where plain maps shows only `rw-p`: all may be turned on, private writable memory is
 * charged. mm/mmap.c: do_mmap; mm/vma.c: accountable_mapping
 */
export const ordinaryFlags = (prot: Prot, isShared: boolean): number => {
  const may = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec;
  if (isShared) return may | VmFlag.shared | VmFlag.mayShare;
  return (prot & Prot.write) === 0 ? may : may | VmFlag.account;
};
