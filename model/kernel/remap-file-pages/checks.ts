/**
 * The checks of remap_file_pages: its own, and those of the mmap(MAP_SHARED | MAP_FIXED | MAP_POPULATE) that it is since
 * 4.0. mm/mmap.c: sys_remap_file_pages, do_mmap
 */
import type { PageRange } from '../../memory/page';
import { has, VmFlag } from '../../memory/vma';
import type { Before, Check, Verdict } from '../check';
import { fitsMemlock, mayLock } from '../limits';
import { kernelBits, pageBytes } from '../layout';
import { futureFlags } from '../new-memory';
import { removalChecks, withinMapLimit } from '../removal';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NO_TRACE,
  NOT_REACHED,
  passes,
  rangeFact,
  read,
  seen,
  vmaFact,
  withArguments,
} from '../verdict';
import { kernelVersion } from '../versions';
import type { RemapFilePagesCall } from './call';
import { brokenAt, requestOf, targetOf, type RemapRequest } from './request';

const entry = seen('mm/mmap.c: sys_remap_file_pages');
const doMmap = seen('mm/mmap.c: do_mmap');
const manualPage = read('remap_file_pages(2)', 'man-pages 6.20');
export const EMULATED = kernelVersion(4, 0);

/** The end of the largest file, in pages of 4096 bytes: MAX_LFS_FILESIZE. */
const MAX_FILE_PAGES = 0x7_ffff_ffff_ffffn;

/** What an unsigned long of the kernel wraps at. */
const wordOf = (before: Before): bigint => 1n << BigInt(kernelBits(before));

type Known = RemapRequest & { readonly vma: Parameters<typeof brokenAt>[1] };

/** The request and its first VMA, where the call gets to the mmap that it stands for; or may get there. */
function mapped(call: RemapFilePagesCall, before: Before): Known | 'unknown' | undefined {
  const request = requestOf(call, before);
  if (request === undefined) return undefined;
  const target = targetOf(request, before);
  if (target.is === 'unknown') return 'unknown';
  if (target.is !== 'vma') return undefined;
  const broken = brokenAt(request, target.vma, before);
  if (broken?.state === 'unknown') return 'unknown';
  return broken === undefined ? { ...request, vma: target.vma } : undefined;
}

/** A test of the mmap. What is there is not known: neither is what it would be told. */
const onMmap =
  (
    test: (known: Known, before: Before, call: RemapFilePagesCall) => Verdict,
  ): Check<RemapFilePagesCall>['test'] =>
  (call, before) => {
    const known = mapped(call, before);
    if (known === undefined) return NOT_REACHED;
    return known === 'unknown' ? likelyPasses('unknown-memory') : test(known, before, call);
  };

function replaced(call: RemapFilePagesCall, before: Before): PageRange | undefined {
  const known = mapped(call, before);
  return known === undefined || known === 'unknown' ? undefined : known.range;
}

export const remapChecks: readonly Check<RemapFilePagesCall>[] = [
  {
    id: 'remap-file-pages.protection-given',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'the protection is 0: it stays as it is',
    test: ({ prot }) => withArguments([prot], (bits) => demand(bits === 0, argumentFact('prot', prot))),
  },
  {
    id: 'remap-file-pages.empty-or-wraps',
    errno: 'EINVAL',
    sources: [entry],
    demand:
      'the size, rounded down, is at least a page, and the range does not pass the end of the address space',
    test: (call, before) =>
      withArguments([call.addr, call.size], (addr, size) => {
        const page = pageBytes(before);
        const rest = wordOf(before) - (addr & -page);
        const bytes = size & -page;
        return demand(
          bytes > 0n && bytes < rest,
          argumentFact('addr', call.addr),
          argumentFact('size', call.size),
        );
      }),
  },
  {
    id: 'remap-file-pages.offset-wraps',
    errno: 'EINVAL',
    sources: [entry],
    demand: 'offset and size, in pages, fit in a word of the kernel',
    test: ({ pgoff, size }, before) =>
      withArguments([pgoff, size], (first, bytes) =>
        demand(
          first + bytes / pageBytes(before) < wordOf(before),
          argumentFact('pgoff', pgoff),
          argumentFact('size', size),
        ),
      ),
  },
  {
    id: 'remap-file-pages.not-shared',
    errno: 'EINVAL',
    sources: [entry, manualPage],
    demand: 'the range starts in a shared mapping, of a file opened for writing or of shared memory',
    test: (call, before) => {
      const request = requestOf(call, before);
      if (request === undefined) return NOT_REACHED;
      const target = targetOf(request, before);
      const page = { ...request.range, end: request.range.start };
      switch (target.is) {
        case 'vma':
          return passes(vmaFact('vma', target.vma));
        case 'private':
          return target.vma === undefined ? fails() : fails(vmaFact('vma', target.vma));
        case 'hole':
          return fails(rangeFact('hole', request.range, 'free'));
        case 'unknown':
          return cannotTell(
            'unknown-memory',
            target.vma === undefined ? rangeFact('range', page, 'unknown') : vmaFact('vma', target.vma),
          );
      }
    },
  },
  {
    id: 'remap-file-pages.security-module',
    errno: 'EACCES',
    since: kernelVersion(6, 12),
    sources: [read('mm/mmap.c: sys_remap_file_pages')],
    demand: 'no security module (SELinux, AppArmor) objects',
    test: onMmap(() => NO_TRACE),
  },
  {
    id: 'remap-file-pages.different-mappings',
    errno: 'EINVAL',
    sources: [entry],
    demand: 'the whole range is mapped from one file with the same flags, without a hole',
    test: (call, before) => {
      const request = requestOf(call, before);
      if (request === undefined) return NOT_REACHED;
      const target = targetOf(request, before);
      if (target.is !== 'vma') return NOT_REACHED;
      const broken = brokenAt(request, target.vma, before);
      if (broken === undefined) return passes(rangeFact('range', request.range, 'mapped'));
      const facts = [vmaFact('vma', target.vma), rangeFact('behind', broken.at, broken.state)];
      return broken.state === 'unknown' ? cannotTell('unknown-memory', ...facts) : fails(...facts);
    },
  },
  {
    id: 'remap-file-pages.map-limit',
    errno: 'ENOMEM',
    since: EMULATED,
    sources: [doMmap],
    demand: 'the process has no more mappings than it may have, even if this one would merge',
    test: onMmap((_known, before) => withinMapLimit(before, (count) => count > before.machine.maxMapCount)),
  },
  {
    id: 'remap-file-pages.lock-not-permitted',
    errno: 'EPERM',
    since: EMULATED,
    sources: [doMmap],
    demand: 'to remap locked memory, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK',
    test: onMmap(({ vma }, before) => (has(vma, VmFlag.locked) ? mayLock(before) : NOT_REACHED)),
  },
  {
    id: 'remap-file-pages.over-lock-limit',
    errno: 'EAGAIN',
    since: EMULATED,
    sources: [seen('mm/mmap.c: mlock_future_ok')],
    demand: 'locked memory fits below RLIMIT_MEMLOCK as if it were new: what it replaces is not taken off',
    test: onMmap(({ vma, range }, before) =>
      has(vma, VmFlag.locked) || futureFlags(before) !== 0
        ? fitsMemlock(before, range.end - range.start)
        : NOT_REACHED,
    ),
  },
  {
    id: 'remap-file-pages.beyond-file-maximum',
    errno: 'EOVERFLOW',
    since: EMULATED,
    sources: [seen('mm/mmap.c: file_mmap_ok')],
    demand: 'offset and size end within the largest size that a file can have',
    test: onMmap(({ vma, range, pgoff }, _before, call) => {
      // Devices and pseudo files have maxima of their own.
      if (vma.backing.kind === 'file' && vma.backing.path.startsWith('/dev/')) return NO_TRACE;
      return demand(
        pgoff + BigInt(range.end - range.start) <= MAX_FILE_PAGES,
        argumentFact('pgoff', call.pgoff),
        argumentFact('size', call.size),
      );
    }),
  },
  ...removalChecks<RemapFilePagesCall>('remap-file-pages.fixed-', replaced, { since: kernelVersion(6, 12) }),
  ...removalChecks<RemapFilePagesCall>(
    'remap-file-pages.fixed-',
    replaced,
    { since: EMULATED, until: kernelVersion(6, 11) },
    // The reason was lost on the way up. mm/mmap.c: mmap_region
    { 'map-limit': 'ENOMEM', sealed: 'ENOMEM', indivisible: 'ENOMEM' },
  ),
  {
    id: 'remap-file-pages.refused-by-file',
    errno: 'EINVAL',
    since: EMULATED,
    sources: [read('mm/vma.c: call_mmap_prepare'), read('ipc/shm.c: shm_mmap')],
    demand: "the file's own mmap operation agrees; a SysV segment is not removed meanwhile",
    test: onMmap(() => NO_TRACE),
  },
];
