/**
 * The VMA that an mmap makes, before it merges with its neighbours. mm/mmap.c: do_mmap (flags), mm/vma.c: __mmap_new_vma
 */
import { pageNumber } from '../../memory/page';
import { Prot, VmFlag, type Backing, type Vma } from '../../memory/vma';
import { fileOfDescription, type OpenFile } from '../../process/descriptors';
import { MAP, PROT } from '../abi/mmap-flags';
import type { Before } from '../check';
import { hugePageUnits } from '../layout';
import type { MmapCall } from '../mapping-call';
import { futureFlags, readImpliesExec, withMergedPages } from '../new-memory';
import { kernelVersion } from '../versions';
import { ringFlags } from './anonymous-inode';
import type { MmapRequest } from './request';

const ACCESS = PROT.READ | PROT.WRITE | PROT.EXEC;
const LOCK_BITS = VmFlag.locked | VmFlag.lockOnFault;

/** `start`: the page that the kernel answered with. */
export function newVma(
  call: MmapCall,
  request: MmapRequest,
  file: OpenFile | undefined,
  before: Before,
  start: number,
): Vma {
  const prot = readImpliesExec(before, request.prot & ACCESS);
  const flags = flagsOf(request, file, prot, before);
  const { index } = call.event;
  return {
    start: pageNumber(start),
    end: pageNumber(start + request.pages),
    prot,
    flags,
    backing: backingOf(call, request, file, before),
    pgoff: pgoffOf(request, start),
    anonVma: 'none',
    shownAnonVma: undefined,
    forked: undefined,
    doubtfulBorders: undefined,
    anonName: undefined,
    extra: undefined,
    origin: {
      mapped: index,
      protected: undefined,
      locked: lockedBy(request, flags, index, before),
      moved: undefined,
    },
    certainty: 'exact',
    proven: undefined,
  };
}

/** Anonymous memory is counted from its address on, shared memory from 0; huge pages have a file, though no name. */
function pgoffOf({ anonymous, hugePages, shared, offset }: MmapRequest, start: number): number {
  if (!anonymous || hugePages) return Number(offset >> 12n);
  return shared ? 0 : start;
}

/** The event that made it locked: this one by MAP_LOCKED, else the mlockall that said so for all later ones. */
const lockedBy = (
  { flags: asked }: MmapRequest,
  flags: number,
  index: Vma['origin']['mapped'],
  before: Before,
): Vma['origin']['locked'] => {
  if ((flags & VmFlag.locked) === 0) return undefined;
  return (asked & MAP.LOCKED) !== 0 ? index : (before.space.futureLockSetAt ?? index);
};

function flagsOf(request: MmapRequest, file: OpenFile | undefined, prot: Prot, before: Before): number {
  const { flags: asked, type, shared, anonymous, hugePages } = request;
  let flags = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec | futureFlags(before);
  if ((asked & MAP.LOCKED) !== 0) flags |= VmFlag.locked;
  if (shared) {
    flags |= VmFlag.shared | VmFlag.mayShare;
    // Written through it can never be; `s` it is all the same. A seal against writing takes but the chance to.
    if (!anonymous && file?.writable === false) flags &= ~(VmFlag.shared | VmFlag.mayWrite);
    if (!anonymous && sealedForWriting(file)) flags &= ~VmFlag.mayWrite;
  }
  if ((asked & MAP.GROWSDOWN) !== 0) flags |= VmFlag.growsDown;
  if ((asked & MAP.NORESERVE) !== 0) flags |= VmFlag.noReserve;
  if ((asked & MAP.SYNC) !== 0 && before.machine.kernel >= kernelVersion(4, 15)) flags |= VmFlag.sync;
  if ((asked & MAP.STACK) !== 0 && before.machine.kernel >= kernelVersion(6, 7)) flags |= VmFlag.noHugePage;
  if (anonymous && type === MAP.DROPPABLE) {
    flags |= VmFlag.droppable | VmFlag.noReserve | VmFlag.wipeOnFork | VmFlag.dontDump;
  }
  if (hugePages) flags |= VmFlag.hugeTlb | VmFlag.dontExpand | VmFlag.closeHook;
  if (file?.kind === 'secretmem' && !anonymous) {
    flags = (flags | VmFlag.dontDump) & ~VmFlag.mayExec;
    // 7.2 no longer locks it by itself. mm/secretmem.c: secretmem_mmap_prepare; measured on 6.12, 6.18 and 7.2
    if (before.machine.kernel < kernelVersion(7, 2)) flags |= VmFlag.locked;
  }
  const ring = anonymous || file === undefined ? undefined : ringFlags(file.path);
  if (ring !== undefined) flags |= ring;
  const charged =
    (prot & Prot.write) !== 0 && (flags & (VmFlag.mayShare | VmFlag.noReserve | VmFlag.hugeTlb)) === 0;
  if (charged) flags |= VmFlag.account;
  // Tested against the limit like any other, these are then not locked. mm/vma.c: __mmap_complete
  const locks = ring === undefined && (flags & (VmFlag.hugeTlb | VmFlag.droppable)) === 0;
  return withMergedPages(before, locks ? flags : flags & ~LOCK_BITS);
}

/** F_SEAL_WRITE and F_SEAL_FUTURE_WRITE take the chance to write from every later shared mapping. */
const sealedForWriting = (file: OpenFile | undefined): boolean => ((file?.seals ?? 0) & (8 | 16)) !== 0;

/** Sizes beyond it are no sizes of files that a log shows by chance. */
const MOST_BYTES = 1n << 53n;

const ANONYMOUS: Backing = { kind: 'anonymous' };

function backingOf(
  call: MmapCall,
  request: MmapRequest,
  file: OpenFile | undefined,
  before: Before,
): Backing {
  const { pages } = request;
  // Of each call its own, shared or not. mm/mmap.c: ksys_mmap_pgoff
  if (request.anonymous && request.hugePages)
    return withSize(
      { kind: 'file', description: -1 - call.event.index, path: '/anon_hugepage (deleted)' },
      request,
      before,
    );
  if (request.anonymous)
    return request.shared ? { kind: 'shmem', object: call.event.index, pages } : ANONYMOUS;
  // A shared mapping of it gets memory of its own where it may be written. drivers/char/mem.c: mmap_zero
  if (file?.path === '/dev/zero' && request.shared && file.writable !== false)
    return { kind: 'shmem', object: call.event.index, pages };
  if (file !== undefined) {
    const { description } = file;
    const size = file.size ?? fileOfDescription(description, before.descriptors)?.size;
    const shown = { kind: 'file', description, path: mappedPath(file) } as const;
    // Of huge pages a mapping makes the file as long as itself.
    if (request.hugePages) return withSize(shown, request, before);
    return size === undefined || size >= MOST_BYTES
      ? shown
      : { ...shown, pages: Math.ceil(Number(size) / 4096) };
  }
  // A descriptor that the log does not explain: no other mapping can be known to be of the same file.
  return { kind: 'file', description: -1 - call.event.index, path: shownPath(call) };
}

/** The size of its huge pages, where it is not the usual one. */
const withSize = (
  file: Extract<Backing, { readonly kind: 'file' }>,
  { hugeUnits }: MmapRequest,
  before: Before,
): Backing => (hugeUnits === hugePageUnits(before) ? file : { ...file, hugePages: hugeUnits });

/** Memory with a descriptor has a name in no folder. */
const mappedPath = ({ kind, path }: OpenFile): string =>
  (kind === 'memfd' || kind === 'secretmem') && !path.endsWith(' (deleted)') ? `${path} (deleted)` : path;

/** `3</path>` of `-y`; empty where only a number is printed. */
function shownPath(call: MmapCall): string {
  const value = call.event.args[4]?.value;
  if (value?.kind !== 'descriptor') return '';
  return value.deleted ? `${value.target} (deleted)` : value.target;
}
