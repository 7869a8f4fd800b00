/**
 * shmat(2): maps a SysV segment. ipc/shm.c: do_shmat
 */
import type { SpaceEdit } from '../../memory/address-space';
import { addressOf, pageNumber, pageRange } from '../../memory/page';
import { Prot, VmFlag, type Vma } from '../../memory/vma';
import { SHM } from '../abi/memory-flags';
import type { Before } from '../check';
import type { ShmatCall } from '../mapping-call';
import { hugeUnitsIn } from '../huge-pages';
import { hugePageUnits, pageBytes } from '../layout';
import { futureFlags, readImpliesExec } from '../new-memory';
import { fillNewPages } from '../new-pages';
import { roundDown } from '../rounding';
import type { SyscallRule } from '../syscall-rule';
import { placeOf } from './placement';
import { leaveSplits, removalOf } from '../removal';
import { kernelVersion } from '../versions';
import { flag, pagesOfSegment, replacedRange, segmentOf, shmatChecks } from './shmat-checks';

/** Shared; each attachment has a file of its own, so that two never merge, and a part removed never heals. */
function attached(call: ShmatCall, before: Before, start: number, pages: number): Vma {
  const readOnly = flag(call, SHM.RDONLY);
  const access = Prot.read | (readOnly ? 0 : Prot.write) | (flag(call, SHM.EXEC) ? Prot.exec : 0);
  const { index } = call.event;
  const may = VmFlag.mayRead | VmFlag.mayExec | (readOnly ? 0 : VmFlag.mayWrite | VmFlag.shared);
  const future = futureFlags(before);
  const segment = segmentOf(call, before);
  const key = segment?.key;
  const hugePages = hugeUnitsIn(segment, before);
  const kind = hugePages === undefined ? future : VmFlag.hugeTlb | VmFlag.dontExpand;
  return {
    start: pageNumber(start),
    end: pageNumber(start + pages),
    prot: readImpliesExec(before, access),
    flags: may | VmFlag.mayShare | VmFlag.closeHook | kind,
    backing: {
      kind: 'sysv',
      object: index,
      shmid: call.shmid.value ?? -1,
      ...(key !== undefined && { key }),
      ...(hugePages !== undefined && hugePages !== hugePageUnits(before) && { hugePages }),
    },
    pgoff: 0,
    anonVma: 'none',
    shownAnonVma: undefined,
    forked: undefined,
    doubtfulBorders: undefined,
    anonName: undefined,
    extra: undefined,
    origin: {
      mapped: index,
      protected: undefined,
      locked: (kind & VmFlag.locked) === 0 ? undefined : before.space.futureLockSetAt,
      moved: undefined,
    },
    certainty: 'exact',
    proven: undefined,
  };
}

/** What a refused SHM_REMAP had split: for a limit at both ends, else up to what refused. As mmap with MAP_FIXED. */
function leaveRefused(call: ShmatCall, errno: string, before: Before, edit: SpaceEdit): void {
  const range = replacedRange(call, before);
  if (range === undefined || before.machine.kernel < kernelVersion(6, 12)) return;
  const broken = shmatChecks.find(
    (check) => check.errno === errno && check.test(call, before).answer === 'fails',
  )?.id;
  if (broken?.startsWith('shmat.remap-') === true) leaveSplits(removalOf(range, before), edit);
  if (broken !== 'shmat.over-address-space-limit') return;
  edit.splitAt(range.start);
  edit.splitAt(range.end);
}

export const shmatRule: SyscallRule<ShmatCall> = {
  call: 'shmat',
  checks: shmatChecks,
  apply(call, observed, before, edit) {
    if (observed.kind === 'error') leaveRefused(call, observed.errno, before, edit);
    if (observed.kind !== 'success') return;
    // ipc(SHMAT) answers 0 and stores the address in memory that no log shows.
    const address = call.event.name === 'ipc' && observed.value === 0n ? call.addr.value : observed.value;
    if (address === undefined || (address === 0n && call.event.name === 'ipc')) return;
    const start = pageNumber(Number(roundDown(address, pageBytes(before)) >> 12n));
    const pages = pagesOfSegment(call, before);
    if (pages !== undefined) {
      const vma = attached(call, before, start, pages);
      edit.map(vma);
      fillNewPages(vma, vma, edit);
      return;
    }
    // At least one page, of a segment that this log does not show being made.
    const { prot, flags, backing } = attached(call, before, start, 1);
    const first = pageRange(start, start + 1);
    edit.unmap(first);
    edit.infer(first, { prot, flags, backing });
  },
  successValue,
};

/** ipc(SHMAT) answers 0. */
function successValue(call: ShmatCall, before: Before): bigint | undefined {
  const { value } = call.addr;
  if (value === undefined || call.event.name === 'ipc') return undefined;
  if (value !== 0n) return roundDown(value, pageBytes(before));
  const pages = pagesOfSegment(call, before);
  if (pages === undefined) return undefined;
  const placement = placeOf(pages, hugeUnitsIn(segmentOf(call, before), before), before);
  return placement.kind === 'at' ? addressOf(placement.page) : undefined;
}
