/**
 * Whether pages of a mapping can be made present, as mlock, MAP_POPULATE and MADV_POPULATE_* ask for it: a page behind the end
 * of what is mapped cannot, and neither can a guard page. mm/gup.c: __mm_populate, faultin_page_range
 */
import { lengthOf, within, type PageRange } from '../memory/page';
import { extraOf } from '../memory/extra';
import { hasOrdinaryPages } from '../memory/page-draft';
import { isPresent } from '../memory/page-run';
import { has, VmFlag, type Vma } from '../memory/vma';
import { fileOfDescription } from '../process/descriptors';
import { isUserfault, UserfaultState } from '../process/userfault';
import { REGISTER_MODE } from './abi/userfault-flags';
import type { Before, Verdict } from './check';
import { pageBytes } from './layout';
import { cannotTell, eventFact, fails, failsIfAssumed, likelyPasses, numberFact, vmaFact } from './verdict';

/** Of the part of the range that lies in the VMA. Undefined: all of it can be made present, access permitting. */
export function unpopulated(vma: Vma, range: PageRange, before: Before): Verdict | undefined {
  if (vma.prot === undefined) return likelyPasses('unknown-memory', vmaFact('vma', vma));
  // Who answers for missing pages, and how, no log shows.
  if (has(vma, VmFlag.userfault)) {
    const left = leftToProgram(vma, range, before);
    if (left !== undefined) return left;
  }
  const guarded = has(vma, VmFlag.maybeGuard) ? atGuard(vma, range, before) : undefined;
  if (guarded?.answer === 'fails') return guarded;
  const absent = behindEnd(vma, range, before);
  return absent?.answer === 'fails' ? absent : (guarded ?? absent);
}

/**
 * Whether a fault may go to a userfaultfd: of a page that is missing, or written to though it is protected. Registered for the
 * latter alone and never protected, memory is filled as any other. fs/userfaultfd.c: handle_userfault
 */
function leftToProgram(vma: Vma, range: PageRange, { descriptors, space }: Before): Verdict | undefined {
  const open = cannotTell('unknown-memory', vmaFact('vma', vma));
  const [description, modes] = (extraOf(vma, 'userfault') ?? '').split(':').map(Number);
  const file = description === undefined ? undefined : fileOfDescription(description, descriptors);
  if (file === undefined || modes === undefined || !isUserfault(file)) return open;
  const state = file.userfault ?? 0;
  if ((modes & REGISTER_MODE.WP) !== 0 && (state & UserfaultState.protects) !== 0) return open;
  if (modes === REGISTER_MODE.WP) return undefined;
  const part = within(vma, range);
  const present = space
    .pagesIn(part)
    .reduce((pages, run) => pages + (isPresent(run.kind) ? lengthOf(run) : 0), 0);
  if (present === lengthOf(part)) return undefined;
  // Whoever asks for missing pages has some, until they are filled; and no fault of the kernel's own gets to the program.
  const asks = (modes & REGISTER_MODE.MISSING) !== 0 && (state & UserfaultState.userOnly) !== 0;
  return asks && (state & UserfaultState.fills) === 0 ? failsIfAssumed(vmaFact('vma', vma)) : open;
}

/** A guard keeps its page away. Guards are those that the log put there, but where a snapshot shows others somewhere. */
function atGuard(vma: Vma, range: PageRange, { space }: Before): Verdict | undefined {
  if (!hasOrdinaryPages(vma)) return cannotTell('unknown-memory', vmaFact('vma', vma));
  const runs = space.pagesIn(within(vma, range));
  const guard = runs.find(({ kind }) => kind === 'guard');
  if (guard !== undefined) return fails(vmaFact('vma', vma), eventFact('set-by', guard.event));
  return runs.some(({ kind }) => kind === 'maybe-guard')
    ? cannotTell('unknown-memory', vmaFact('vma', vma))
    : undefined;
}

/** Pages behind the end of the file or of the shared memory. */
function behindEnd(vma: Vma, range: PageRange, before: Before): Verdict | undefined {
  // Mapped, the file reaches as far as the mapping; whether the pool has the pages, no log shows. Those that were reserved, it
  // has for this process, but perhaps not for its children. mm/hugetlb.c: alloc_hugetlb_folio
  if (has(vma, VmFlag.hugeTlb)) {
    const reserved = !has(vma, VmFlag.noReserve);
    return (reserved ? likelyPasses : cannotTell)('unknown-machine', vmaFact('vma', vma));
  }
  const end = vma.pgoff + (Math.min(vma.end, range.end) - vma.start);
  switch (vma.backing.kind) {
    case 'shmem': {
      const { pages } = vma.backing;
      if (pages !== undefined)
        return end <= pages ? undefined : fails(vmaFact('vma', vma), numberFact('object', pages, 'pages'));
      // Shared memory has the size that mmap gave it; mremap lets the mapping, not the memory, become longer.
      return vma.origin.moved === undefined ? undefined : cannotTell('unknown-memory', vmaFact('vma', vma));
    }
    case 'sysv': {
      const size = before.segments?.get(vma.backing.shmid)?.size;
      if (size !== undefined && BigInt(end) * 4096n >= size + pageBytes(before))
        return fails(vmaFact('vma', vma), numberFact('object', size, 'bytes'));
      return size === undefined && vma.origin.moved !== undefined
        ? cannotTell('unknown-memory', vmaFact('vma', vma))
        : undefined;
    }
    case 'file':
      return behindFile(vma, vma.backing, end, before);
    default:
      return undefined;
  }
}

/** `end`: in pages of the file. Its size may have been changed by others. */
function behindFile(
  vma: Vma,
  { description, path, pages }: Extract<Vma['backing'], { readonly kind: 'file' }>,
  end: number,
  before: Before,
): Verdict | undefined {
  // Private memory of /dev/zero has a file and no end.
  if (path === '/dev/zero') return undefined;
  const file = fileOfDescription(description, before.descriptors);
  if (file?.kind === 'secretmem') return fails(vmaFact('vma', vma));
  // Closed, or known by another number: as long as it was when it was mapped, or as the log made it since.
  const size = file?.size ?? (pages === undefined ? undefined : BigInt(pages) * 4096n);
  if (size === undefined) return cannotTell('unknown-descriptor', vmaFact('vma', vma));
  return BigInt(end) * 4096n < size + pageBytes(before)
    ? undefined
    : failsIfAssumed(
        vmaFact('vma', vma),
        numberFact('file-size', size, 'bytes'),
        numberFact('last-page', end - 1, 'pages'),
        numberFact('pages', lengthOf(vma), 'pages'),
      );
}
