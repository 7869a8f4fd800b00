/**
 * mmap(2), in its three entries: mmap, mmap2 and old_mmap.
 */
import type { SpaceEdit } from '../../memory/address-space';
import { addressOf, type PageRange } from '../../memory/page';
import { Prot, has, VmFlag } from '../../memory/vma';
import { SEAL } from '../abi/memory-flags';
import { MAP } from '../abi/mmap-flags';
import type { Before, Check } from '../check';
import { hugePageUnits } from '../layout';
import type { MmapCall } from '../mapping-call';
import { fillNewMapping } from '../new-pages';
import { baseAfter } from '../placement/from-placements';
import { coversHugePage } from '../placement/transparent';
import { leaveSplits, removalOf } from '../removal';
import { mergePagesLater } from '../new-memory';
import type { SyscallRule } from '../syscall-rule';
import { kernelVersion } from '../versions';
import { argumentChecks } from './checks-arguments';
import { anonymousChecks, fileChecks } from './checks-file';
import { placementChecks } from './checks-placement';
import { regionChecks } from './checks-region';
import { newVma } from './new-vma';
import { placeOf } from './placement';
import { fileOf, fixedRange, replacedRange, requestOf, type MmapRequest } from './request';

function applySuccess(call: MmapCall, value: bigint, before: Before, edit: SpaceEdit): void {
  const request = requestOf(call, before);
  if (request === undefined || request.length === 0n) return;
  const file = fileOf(call, before);
  const vma = newVma(call, request, file, before, Number(value >> 12n));
  edit.map(vma);
  mergePagesLater(vma, before, edit);
  learnBase(request, vma, before, edit);
  const populated = has(vma, VmFlag.locked)
    ? !has(vma, VmFlag.lockOnFault)
    : (request.flags & (MAP.POPULATE | MAP.NONBLOCK)) === MAP.POPULATE;
  if (populated && ((vma.prot ?? 0) & Prot.write) !== 0) edit.touch(vma);
  fillNewMapping(vma, request.flags, file, edit);
}

/** Where the kernel put it may show from where it looks for room. Alignment, hints and the low 2 GiB show nothing. */
function learnBase(request: MmapRequest, place: PageRange, before: Before, edit: SpaceEdit): void {
  const base = before.space.mmapBase;
  if (base !== undefined && base.lowest === base.highest) return;
  if (request.fixed || request.hugePages || (request.flags & MAP.BIT32) !== 0) return;
  const offset = request.anonymous ? 0 : Number(request.offset >> 12n);
  if (request.addr !== 0n || coversHugePage(offset, request.pages, hugePageUnits(before))) return;
  const next = baseAfter(place, before);
  if (next !== undefined) edit.setFacts({ mmapBase: next });
}

/**
 * A failing MAP_FIXED may have changed what it was to replace.
 *
 *                               to 6.11                since 6.12
 *     a check before the region nothing                nothing
 *     refused to be cleared     nothing                its first splits
 *     a limit                   nothing (*)            splits at both ends
 *     the commit limit          the old pages are gone splits at both ends
 *     the file itself           the old pages are gone the old pages are gone
 *     (*) to 3.9 the old pages are gone
 *
 * mm/mmap.c: mmap_region (6.11); mm/vma.c: vms_abort_munmap_vmas; measured on 6.18.
 */
function applyFailure(call: MmapCall, errno: string, before: Before, edit: SpaceEdit): void {
  const request = requestOf(call, before);
  if (request === undefined) return;
  if (errno === 'EEXIST') {
    learnInUse(call, before, edit);
    return;
  }
  const range = replacedRange(request, before);
  if (range === undefined) return;
  const early = brokenIn(earlyChecks, call, errno, before);
  if (early !== undefined) {
    if (early === 'mmap.memfd-sealed' && sealsCameLate(call, before)) edit.unmap(range);
    return;
  }
  const id = brokenIn(regionChecks, call, errno, before) ?? silentCause(errno, request.anonymous);
  const modern = before.machine.kernel >= kernelVersion(6, 12);
  switch (id) {
    case undefined:
    case 'mmap.write-and-execute-denied':
      return;
    case 'mmap.fixed-map-limit':
    case 'mmap.fixed-sealed':
    case 'mmap.fixed-indivisible':
      if (modern) leaveSplits(removalOf(range, before), edit);
      return;
    case 'mmap.over-commit-limit':
    case 'mmap.over-address-space-limit':
    case 'mmap.over-data-limit':
      if (modern) {
        edit.splitAt(range.start);
        edit.splitAt(range.end);
      } else if (id === 'mmap.over-commit-limit' || before.machine.kernel < kernelVersion(3, 10))
        edit.unmap(range);
      return;
    default:
      edit.unmap(range);
  }
}

/**
 * Seals were once looked at when the old pages were gone: F_SEAL_WRITE until 6.11 (not in the stable releases of 6.1),
 * F_SEAL_FUTURE_WRITE until 6.12 (not in its stable releases). mm/mmap.c: mmap_region; mm/shmem.c: shmem_mmap; measured on
 * 5.10.223, 6.1.176 and 6.12.107
 */
function sealsCameLate(call: MmapCall, before: Before): boolean {
  const isWriteSealed = ((fileOf(call, before)?.seals ?? 0) & SEAL.WRITE) !== 0;
  return before.machine.kernel < (isWriteSealed ? kernelVersion(6, 1) : kernelVersion(6, 12));
}

const earlyChecks = [...argumentChecks, ...placementChecks, ...fileChecks, ...anonymousChecks];

/** The check that this errno comes from; of those that cannot be told, one that is as likely as not. */
function brokenIn(
  checks: readonly Check<MmapCall>[],
  call: MmapCall,
  errno: string,
  before: Before,
): string | undefined {
  const { kernel } = before.machine;
  return checks.find((check) => {
    if (check.errno !== errno || (check.since ?? 0) > kernel || (check.until ?? kernel) < kernel)
      return false;
    const verdict = check.test(call, before);
    return verdict.answer === 'fails' || (verdict.answer === 'cannot-tell' && verdict.expect === undefined);
  })?.id;
}

/** What leaves no trace: the commit limit for anonymous memory, the file's own refusal for files. */
function silentCause(errno: string, anonymous: boolean): string | undefined {
  if (anonymous) return errno === 'ENOMEM' ? 'mmap.over-commit-limit' : undefined;
  return ['EINVAL', 'ENXIO', 'EOPNOTSUPP', 'EAGAIN'].includes(errno) ? 'mmap.refused-by-file' : undefined;
}

/** One page, asked for exclusively and refused, is in use. Of more pages some are. */
function learnInUse(call: MmapCall, before: Before, edit: SpaceEdit): void {
  const request = requestOf(call, before);
  const range = request === undefined ? undefined : fixedRange(request, before);
  if (range !== undefined && range.end - range.start === 1) edit.infer(range, {});
}

/** The address where the call names it; one that the kernel chooses is known only with the layout. */
function successValue(call: MmapCall, before: Before): bigint | undefined {
  const request = requestOf(call, before);
  if (request === undefined || request.length === 0n) return undefined;
  if (request.fixed) return request.addr;
  const placement = placeOf(call, request, before);
  return placement.kind === 'at' ? addressOf(placement.page) : undefined;
}

export const mmapRule: SyscallRule<MmapCall> = {
  call: 'mmap',
  checks: [...argumentChecks, ...placementChecks, ...fileChecks, ...anonymousChecks, ...regionChecks],
  apply(call, observed, before, edit) {
    if (observed.kind === 'success') applySuccess(call, observed.value, before, edit);
    else if (observed.kind === 'error') applyFailure(call, observed.errno, before, edit);
  },
  successValue,
};
