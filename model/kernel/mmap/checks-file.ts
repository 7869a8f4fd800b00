/**
 * What mmap demands of a file and of the way it was opened. mm/mmap.c: do_mmap, file_mmap_ok
 */
import { LEGACY_MAP_MASK, MAP, PROT } from '../abi/mmap-flags';
import type { Check, Verdict } from '../check';
import { kernelBits } from '../layout';
import { areAgainstWriting } from '../memfd/write-seals';
import type { MmapCall } from '../mapping-call';
import type { OpenFile } from '../../process/descriptors';
import {
  argumentFact,
  cannotTell,
  demand,
  eventFact,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  read,
  seen,
} from '../verdict';
import { kernelVersion } from '../versions';
import { hasNoMemory, isUsualRing } from './anonymous-inode';
import { onAnonymous, onFile, onRequest } from './on-request';
import { fileOf } from './request';

const manualPage = read('mmap(2)', 'man-pages 6.20');
const doMmap = seen('mm/mmap.c: do_mmap');

/** The end of the largest file, rounded down to pages: MAX_LFS_FILESIZE. */
const MAX_FILE_BYTES = 0x7fff_ffff_ffff_f000n;
/** Of kernels of 32 bits: as many pages as a word can count. */
const MAX_FILE_BYTES_32 = 0xffff_ffffn << 12n;

const opened = (file: OpenFile): ReturnType<typeof eventFact>[] =>
  file.openedAt === undefined ? [] : [eventFact('opened', file.openedAt)];

/** The call that set its seals, else the one that made it with them. */
const sealed = (file: OpenFile): ReturnType<typeof eventFact>[] =>
  file.sealedAt === undefined ? opened(file) : [eventFact('set-by', file.sealedAt)];

/** Tests an access mode that is known only where the log shows the opening. */
function mode(file: OpenFile | undefined, access: 'readable' | 'writable', rare: boolean): Verdict {
  const has = file?.[access];
  if (has === true) return passes();
  if (file !== undefined && has === false) return fails(...opened(file));
  return rare ? likelyPasses('unknown-descriptor') : cannotTell('unknown-descriptor');
}

/** Kinds that never have an mmap operation. Sockets may be of a kind that has one (AF_INET streams). */
const isUnmappable = ({ kind, path }: OpenFile): boolean =>
  kind === 'directory' || kind === 'pipe' || (kind === 'anon-inode' && hasNoMemory(path));

const OWN_ANSWER: ReadonlySet<OpenFile['kind']> = new Set(['socket', 'character', 'anon-inode']);

/** Without a size, so that no offset is beyond it. */
const UNBOUNDED: ReadonlySet<OpenFile['kind']> = new Set(['directory', 'pipe', 'anon-inode']);

const ON_OWN_MOUNT: ReadonlySet<OpenFile['kind']> = new Set(['pipe', 'socket', 'anon-inode']);

/** Has no pages on a disk, and no use for MAP_SYNC. */
export const isMemory = (file: OpenFile | undefined): boolean =>
  file?.kind === 'memfd' || file?.kind === 'secretmem' || file?.path === '/dev/zero';

const isDevice = ({ kind, path }: OpenFile): boolean => kind === 'character' || path.startsWith('/dev/');
const isMemoryDevice = (file: OpenFile | undefined): boolean => file?.path === '/dev/zero';

export const fileChecks: readonly Check<MmapCall>[] = [
  {
    id: 'mmap.beyond-file-maximum',
    errno: 'EOVERFLOW',
    sources: [seen('mm/mmap.c: file_mmap_ok')],
    demand: 'offset and length end within the largest size that a file can have',
    test: onFile((file, { offset, length }, before, call) => {
      const facts = [argumentFact('offset', call.offset), argumentFact('length', call.length)];
      if (kernelBits(before) === 32) {
        // What is no regular file and no block device ends where a word does.
        if (offset + length < 1n << 32n) return passes();
        if (isMemoryDevice(file)) return fails(...facts);
        return file === undefined || isDevice(file)
          ? cannotTell('unknown-descriptor', ...facts)
          : demand(offset + length <= MAX_FILE_BYTES_32, ...facts);
      }
      // What cannot be mapped at all is refused for that: a directory is ENODEV at any offset that is one.
      if (file !== undefined && UNBOUNDED.has(file.kind) && offset + length < 1n << 64n) return passes();
      // Some devices have no end but that of the offsets.
      if ((file === undefined || isDevice(file)) && offset + length < 1n << 64n)
        return offset + length <= MAX_FILE_BYTES ? passes() : likelyPasses('no-trace');
      return demand(offset + length <= MAX_FILE_BYTES, ...facts);
    }),
  },
  {
    id: 'mmap.unknown-flags',
    errno: 'EOPNOTSUPP',
    since: kernelVersion(4, 15),
    sources: [doMmap, manualPage],
    demand: 'with MAP_SHARED_VALIDATE every flag is known, and MAP_SYNC is supported by the file',
    test: onRequest(({ type, flags, anonymous, hugePages }, before, call) => {
      if (type !== MAP.SHARED_VALIDATE || (anonymous && !hugePages)) return NOT_REACHED;
      const fact = argumentFact('flags', call.flags);
      if ((flags & ~(LEGACY_MAP_MASK | MAP.SYNC)) >>> 0 !== 0) return fails(fact);
      if ((flags & MAP.SYNC) === 0) return passes();
      // The filesystems of disks know the flag, and refuse it later; memory has nothing to keep in step.
      return hugePages || isMemory(fileOf(call, before))
        ? fails(fact)
        : likelyPasses('unknown-descriptor', fact);
    }),
  },
  {
    id: 'mmap.file-without-type',
    errno: 'EINVAL',
    sources: [doMmap, manualPage],
    demand: 'the flags hold one of MAP_SHARED, MAP_PRIVATE and MAP_SHARED_VALIDATE',
    test: onFile((_file, { type }, before, call) => {
      const validate = type === MAP.SHARED_VALIDATE && before.machine.kernel >= kernelVersion(4, 15);
      return demand(
        type === MAP.SHARED || type === MAP.PRIVATE || validate,
        argumentFact('flags', call.flags),
      );
    }),
  },
  {
    id: 'mmap.fd-not-writable',
    errno: 'EACCES',
    sources: [doMmap, manualPage],
    demand: 'for a shared writable mapping the descriptor was opened for writing',
    test: onFile((file, { shared, prot }) =>
      shared && (prot & PROT.WRITE) !== 0 ? mode(file, 'writable', false) : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.swap-file',
    errno: 'ETXTBSY',
    since: kernelVersion(5, 0),
    sources: [read('mm/mmap.c: do_mmap'), manualPage],
    demand: 'a file to be mapped shared and writable is not in use for swapping',
    test: onFile((_file, { shared, prot }) => (shared && (prot & PROT.WRITE) !== 0 ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'mmap.append-only',
    errno: 'EACCES',
    sources: [doMmap, manualPage],
    demand: 'a file to be mapped shared is not append-only (chattr +a) and open for writing',
    test: onFile((file, { shared }) => (shared && file?.writable !== false ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'mmap.mandatory-lock',
    errno: 'EAGAIN',
    until: kernelVersion(5, 14),
    sources: [read('mm/mmap.c: do_mmap', '5.10')],
    demand: 'nobody holds a mandatory lock on a file to be mapped shared',
    test: onFile((_file, { shared }) => (shared ? NO_TRACE : NOT_REACHED)),
  },
  {
    id: 'mmap.fd-not-readable',
    errno: 'EACCES',
    sources: [doMmap, manualPage],
    demand: 'the descriptor was opened for reading, whatever the protection',
    test: onFile((file) => mode(file, 'readable', true)),
  },
  {
    id: 'mmap.noexec-mount',
    errno: 'EPERM',
    sources: [doMmap, manualPage],
    demand: 'a file to be mapped executable lies on no filesystem mounted noexec',
    test: onFile((file, { prot }, { machine }, { fd }) => {
      if ((prot & PROT.EXEC) === 0) return NOT_REACHED;
      // What has no name in any folder lies on mounts of the kernel's own; measured on 6.18, from which on it is told.
      const isOwn =
        machine.kernel >= kernelVersion(6, 18) && file !== undefined && ON_OWN_MOUNT.has(file.kind);
      // Secret memory lies on a mount of its own that is. mm/secretmem.c: secretmem_init_fs_context
      return isOwn || file?.kind === 'secretmem' ? fails(argumentFact('fd', fd), ...opened(file)) : NO_TRACE;
    }),
  },
  {
    id: 'mmap.not-mappable',
    errno: 'ENODEV',
    sources: [doMmap, manualPage],
    demand: 'the descriptor is of a kind that can be mapped: no directory, pipe, eventfd or Unix socket',
    test: onFile((file, { offset, shared }, _before, { fd }) => {
      if (file === undefined || file.kind === 'unknown') return likelyPasses('unknown-descriptor');
      if (isUnmappable(file)) return fails(argumentFact('fd', fd), ...opened(file));
      if (isUsualRing(file.path, offset, shared))
        return likelyPasses('unknown-descriptor', argumentFact('fd', fd));
      // Sockets: Internet streams can be mapped, others not. Of devices, and of files in /proc, each has its own answer.
      const own = OWN_ANSWER.has(file.kind) || file.path.startsWith('/proc/');
      if (!own || file.path === '/dev/zero') return passes();
      return cannotTell('unknown-descriptor', argumentFact('fd', fd));
    }),
  },
  {
    id: 'mmap.file-grows-down',
    errno: 'EINVAL',
    sources: [doMmap],
    demand: 'MAP_GROWSDOWN is not given for a file',
    test: onFile((_file, { flags }, _before, call) =>
      demand((flags & MAP.GROWSDOWN) === 0, argumentFact('flags', call.flags)),
    ),
  },
  {
    id: 'mmap.memfd-sealed',
    errno: 'EPERM',
    sources: [seen('mm/memfd.c: memfd_check_seals_mmap')],
    demand: 'a memfd to be mapped shared and writable is not sealed against writing',
    test: onFile((file, { shared, prot }, before) => {
      if (!shared || file?.kind !== 'memfd') return NOT_REACHED;
      if (!areAgainstWriting(file.seals)) return passes(...opened(file));
      if ((prot & PROT.WRITE) !== 0) return fails(...sealed(file));
      // Before 6.7 the mere possibility of writing, which a descriptor open for writing gives, was refused; the change went
      // into the stable releases of many older kernels as well.
      if (before.machine.kernel >= kernelVersion(6, 7) || file.writable === false)
        return passes(...opened(file));
      return cannotTell('unknown-machine', ...sealed(file));
    }),
  },
];

export const anonymousChecks: readonly Check<MmapCall>[] = [
  {
    id: 'mmap.shared-grows-down',
    errno: 'EINVAL',
    sources: [doMmap],
    // Huge pages have a file of their own, and of files nothing grows down.
    demand: 'MAP_GROWSDOWN is not given for shared memory or huge pages',
    test: onAnonymous(({ type, flags, hugePages }, _before, call) =>
      type === MAP.SHARED || hugePages
        ? demand((flags & MAP.GROWSDOWN) === 0, argumentFact('flags', call.flags))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.droppable-unsupported',
    errno: 'ENOTSUPP',
    since: kernelVersion(6, 11),
    until: kernelVersion(7, 2),
    sources: [read('mm/mmap.c: do_mmap')],
    demand: 'MAP_DROPPABLE is used on a 64-bit kernel',
    test: onAnonymous(({ type }, before, call) =>
      type === MAP.DROPPABLE
        ? demand(kernelBits(before) === 64, argumentFact('flags', call.flags))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.droppable-unsupported',
    errno: 'EOPNOTSUPP',
    since: kernelVersion(7, 3),
    sources: [read('mm/mmap.c: do_mmap', '7.3')],
    demand: 'MAP_DROPPABLE is used on a 64-bit kernel',
    test: onAnonymous(({ type }, before, call) =>
      type === MAP.DROPPABLE
        ? demand(kernelBits(before) === 64, argumentFact('flags', call.flags))
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.droppable-combined',
    errno: 'EINVAL',
    since: kernelVersion(6, 11),
    sources: [doMmap, manualPage],
    demand: 'MAP_DROPPABLE is given without MAP_LOCKED, MAP_HUGETLB and MAP_GROWSDOWN',
    test: onAnonymous(({ type, flags }, _before, call) =>
      type === MAP.DROPPABLE
        ? demand(
            (flags & (MAP.LOCKED | MAP.HUGETLB | MAP.GROWSDOWN)) === 0,
            argumentFact('flags', call.flags),
          )
        : NOT_REACHED,
    ),
  },
  {
    id: 'mmap.without-type',
    errno: 'EINVAL',
    sources: [doMmap, manualPage],
    demand: 'the flags of anonymous memory hold one of MAP_SHARED, MAP_PRIVATE and MAP_DROPPABLE',
    test: onAnonymous(({ type, hugePages }, before, call) => {
      const { kernel } = before.machine;
      // Huge pages have a file: what is asked of them is what is asked of files.
      const third = hugePages
        ? type === MAP.SHARED_VALIDATE && kernel >= kernelVersion(4, 15)
        : type === MAP.DROPPABLE && kernel >= kernelVersion(6, 11);
      return demand(type === MAP.SHARED || type === MAP.PRIVATE || third, argumentFact('flags', call.flags));
    }),
  },
];
