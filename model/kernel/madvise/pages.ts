/**
 * What an advice does to the pages of a range, beside the flags of its VMAs. mm/madvise.c
 */
import type { SpaceEdit } from '../../memory/address-space';
import { pageRange, type PageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import { MADV } from '../abi/memory-flags';

/** @param done the part that the call got to. */
export function advisePages(advice: number, done: PageRange, succeeded: boolean, edit: SpaceEdit): void {
  switch (advice) {
    case MADV.DONTNEED:
    case MADV.DONTNEED_LOCKED:
    case MADV.REMOVE:
      edit.pages.emptied(done);
      return;
    case MADV.FREE:
    case MADV.COLD:
    case MADV.PAGEOUT:
    case MADV.HWPOISON:
    case MADV.SOFT_OFFLINE:
      edit.pages.loosened(done);
      return;
    case MADV.GUARD_INSTALL:
      edit.pages.guarded(done);
      return;
    case MADV.GUARD_REMOVE:
      edit.pages.unguarded(done);
      return;
    case MADV.POPULATE_READ:
      if (succeeded) edit.pages.present(done, 'read');
      return;
    case MADV.POPULATE_WRITE:
      if (succeeded) edit.pages.present(done, 'written');
      return;
    case MADV.COLLAPSE:
      if (succeeded) collapsed(done, edit);
  }
}

const HUGE = 512;

/** Success says that each whole huge page of the range is one now; those of files may have lost their entry again. */
function collapsed(range: PageRange, edit: SpaceEdit): void {
  const start = Math.ceil(range.start / HUGE) * HUGE;
  const end = Math.floor(range.end / HUGE) * HUGE;
  if (start >= end) return;
  for (const vma of [...edit.now.vmasIn(pageRange(start, end))])
    if (vma.backing.kind === 'anonymous' && !has(vma, VmFlag.mayShare))
      edit.pages.present(pageRange(Math.max(start, vma.start), Math.min(end, vma.end)), 'read');
}
