/**
 * What of the parent's page table entries the child of a fork has. Tables are copied for VMAs with an anon_vma only: other
 * memory can be filled again from its file, and is. kernel/fork.c: dup_mmap; mm/memory.c: vma_needs_copy, copy_page_range
 */
import type { EventIndex } from '../trace/positions';
import type { AddressSpace } from './address-space';
import { within } from './page';
import { isPresent, type PageKind, type PageRun } from './page-run';
import { RangeTree, type ReadonlyRangeTree } from './range-tree';
import { has, isAnonymous, Prot, VmFlag, type Vma } from './vma';

export function forkedPages(
  parent: Pick<AddressSpace, 'vmasIn'>,
  runs: ReadonlyRangeTree<PageRun>,
  event: EventIndex,
): ReadonlyRangeTree<PageRun> {
  const copied = RangeTree.empty<PageRun>();
  if (runs.size === 0) return copied;
  const written = vmasWithOwnPages(parent, runs);
  for (const run of runs.all())
    for (const vma of parent.vmasIn(run)) {
      const kind = childsKind(run.kind, vma, written.has(vma));
      if (kind === undefined) continue;
      const part = within(run, vma);
      // What the child has as its parent has it rests on the same event.
      copied.insert({ ...part, kind, event: kind === run.kind ? run.event : event });
    }
  return copied;
}

/** A page of its own in private memory proves the anon_vma, whatever else is known of the VMA. */
function vmasWithOwnPages(
  parent: Pick<AddressSpace, 'vmasIn'>,
  runs: ReadonlyRangeTree<PageRun>,
): ReadonlySet<Vma> {
  const vmas = new Set<Vma>();
  for (const run of runs.all()) if (run.kind === 'own') for (const vma of parent.vmasIn(run)) vmas.add(vma);
  return vmas;
}

/** Undefined: open. */
function childsKind(kind: PageKind, vma: Vma, hasOwnPages: boolean): PageKind | undefined {
  if (has(vma, VmFlag.dontCopy)) return undefined;
  const empty = vma.prot === Prot.none ? 'untouched' : 'released';
  if (has(vma, VmFlag.wipeOnFork)) return empty;
  const isPrivate = !has(vma, VmFlag.mayShare);
  const isCopied = isPrivate && (hasOwnPages || typeof vma.anonVma === 'number');
  if (isCopied) return kind;
  const isLeftOut = !isPrivate || vma.anonVma === 'none';
  // Of a file or of shared memory they came along from 6.19 on, and before that not. mm/memory.c: vma_needs_copy
  if (kind === 'guard' || kind === 'maybe-guard') return isPrivate && isAnonymous(vma) ? kind : 'maybe-guard';
  if (!isPresent(kind)) return kind;
  // Guard pages have its tables copied since 6.19, also where it is shared; userfaultfd has ways of its own.
  return isLeftOut && !has(vma, VmFlag.maybeGuard | VmFlag.userfault) ? empty : 'open';
}
