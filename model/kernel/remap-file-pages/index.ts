/**
 * remap_file_pages(2): other pages of the same file at the same addresses. Since 4.0 the kernel does it by an ordinary mmap
 * with MAP_FIXED, so that the VMA is cut. Before, one VMA kept pages in any order, which maps did not show.
 *
 *      [ pages 0 1 2 3 of a file ]      size of 1 page at page 1, pgoff 3
 *      [ 0 ][ 3 ][ 2 3           ]      three VMAs
 */
import { pageNumber, pageRange } from '../../memory/page';
import { copyOfVma } from '../../memory/copies';
import type { SpaceEdit } from '../../memory/address-space';
import { has, VmFlag, type Vma } from '../../memory/vma';
import { MAP } from '../abi/mmap-flags';
import type { Before } from '../check';
import { futureFlags } from '../new-memory';
import { leaveSplits, removalOf, REMOVAL_ERRNO } from '../removal';
import type { SyscallRule } from '../syscall-rule';
import { kernelVersion } from '../versions';
import type { RemapFilePagesCall } from './call';
import { EMULATED, remapChecks } from './checks';
import { requestOf, targetOf, type RemapRequest } from './request';

const KEPT =
  VmFlag.shared |
  VmFlag.mayShare |
  VmFlag.mayRead |
  VmFlag.mayWrite |
  VmFlag.mayExec |
  VmFlag.hugeTlb |
  VmFlag.lockUnsure |
  VmFlag.dontExpand |
  VmFlag.closeHook;

/** As mmap makes it: advice, policies and names of the old VMA are gone; its lock is asked for anew. */
function remapped(from: Vma, request: RemapRequest, call: RemapFilePagesCall, before: Before): Vma {
  const vma = copyOfVma(from);
  const locked = has(from, VmFlag.locked);
  vma.start = pageNumber(request.range.start);
  vma.end = pageNumber(request.range.end);
  vma.flags = (from.flags & KEPT) | futureFlags(before) | (locked ? VmFlag.locked : 0);
  vma.pgoff = Number(request.pgoff);
  vma.anonVma = 'none';
  vma.forked = undefined;
  vma.doubtfulBorders = undefined;
  vma.anonName = undefined;
  vma.extra = undefined;
  const isLocked = has(vma, VmFlag.locked);
  vma.origin = {
    mapped: call.event.index,
    protected: undefined,
    locked: isLocked ? (locked ? from.origin.locked : before.space.futureLockSetAt) : undefined,
    moved: undefined,
  };
  return vma;
}

/** Behind the object's end no page can be made present, and no failure to do so is told. */
function fill(vma: Vma, edit: SpaceEdit): void {
  const { backing, pgoff, start, end } = vma;
  if (backing.kind !== 'shmem' || backing.pages === undefined) {
    edit.pages.present(vma, 'attempted');
    return;
  }
  const inside = Math.min(end, start + Math.max(0, backing.pages - pgoff));
  if (start < inside) edit.pages.present(pageRange(start, inside), 'populated');
}

export const remapFilePagesRule: SyscallRule<RemapFilePagesCall> = {
  call: 'remap_file_pages',
  checks: remapChecks,
  apply(call, observed, before, edit) {
    const request = requestOf(call, before);
    if (request === undefined || observed.kind === 'none' || before.machine.kernel < EMULATED) return;
    const target = targetOf(request, before);
    if (observed.kind === 'error') {
      if (target.is !== 'vma' || before.machine.kernel < kernelVersion(6, 12)) return;
      const removal = removalOf(request.range, before);
      const { stop } = removal;
      if (stop === undefined || REMOVAL_ERRNO[stop.reason] !== observed.errno) return;
      // Whether the range is of one file is looked at before anything is cleared.
      const broken = remapChecks.find(
        (check) => check.errno === observed.errno && check.test(call, before).answer === 'fails',
      );
      if (broken?.id.startsWith('remap-file-pages.fixed-') === true) leaveSplits(removal, edit);
      return;
    }
    if (target.is === 'vma') {
      const vma = remapped(target.vma, request, call, before);
      edit.map(vma);
      if (!has(vma, VmFlag.lockOnFault) && ((call.flags.value ?? 0) & MAP.NONBLOCK) === 0) fill(vma, edit);
      return;
    }
    // Of what the log never showed, success proves: it is mapped, and shared.
    edit.infer(request.range, { flags: VmFlag.shared | VmFlag.mayShare });
  },
  successValue: () => 0n,
};
