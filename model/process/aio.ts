/**
 * io_setup(2), io_destroy(2): the context is the address of a ring that the kernel maps, although no mmap asks for it.
 *
 *     io_setup(8, [0x7f982d9ad000]) = 0      7f982d9ad000-7f982d9ae000 rw-s /[aio] (deleted)
 *
 * fs/aio.c: ioctx_alloc, aio_setup_ring, kill_ioctx; measured on 6.18
 */
import type { AddressSpace } from '../memory/address-space';
import { pageNumber, pageOf, pageRange, type PageNumber } from '../memory/page';
import { has, Prot, VmFlag } from '../memory/vma';
import type { CallEvent } from '../trace/event';
import { argument, numberOf, onExit, successOf } from './call-values';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** More is EINVAL: the ring would have 256 MiB. */
const MOST_EVENTS = 0x1000_0000n / 32n;

export function ioSetup(call: CallEvent, task: Task, edit: WorldEdit): void {
  const events = numberOf(argument(call, 0));
  const shown = onExit(call.args[1]);
  const context = numberOf(shown?.kind === 'array' ? shown.items[0]?.value : shown);
  if (successOf(call) === undefined || events === undefined || events > MOST_EVENTS) return;
  if (context === undefined || context === 0n) return;
  const description = edit.ids.description();
  edit.changeSpace(task.space, (space) => {
    const start = pageOf(context);
    const end = endOfRing(start, Number(events), space.now);
    if (end > space.now.taskSize) return;
    space.map({
      start,
      end,
      prot: Prot.read | Prot.write,
      // VM_DONTEXPAND keeps it from merging and from being locked.
      flags: VmFlag.mayRead | VmFlag.mayWrite | VmFlag.shared | VmFlag.mayShare | VmFlag.dontExpand,
      backing: { kind: 'file', description, path: '/[aio] (deleted)' },
      pgoff: 0,
      anonVma: 'none',
      shownAnonVma: undefined,
      forked: undefined,
      doubtfulBorders: undefined,
      anonName: undefined,
      extra: undefined,
      origin: { mapped: edit.event, protected: undefined, locked: undefined, moved: undefined },
      certainty: 'exact',
      proven: undefined,
    });
  });
}

export function ioDestroy(call: CallEvent, task: Task, edit: WorldEdit): void {
  const context = numberOf(argument(call, 0));
  if (successOf(call) === undefined || context === undefined) return;
  edit.changeSpace(task.space, (space) => {
    const ring = space.now.vmaAt(pageOf(context));
    if (ring?.backing.kind === 'file' && ring.backing.path.startsWith('/[aio]')) space.unmap(ring);
  });
}

/** Pages of a ring for so many events: each has 32 bytes, and so has the head. */
const pagesFor = (events: number): number => Math.ceil((32 + 32 * (events * 2 + 2)) / 4096);

/** Each processor that the machine might have takes four at least, and kernels are built for so many at most. NR_CPUS */
const OF_PROCESSORS = { least: 4, most: 4 * 8192 };

/**
 * How many processors there are no log shows. But the kernel fills the space from the top: what it puts into memory that is
 * known to be free ends where the next mapping begins.
 */
function endOfRing(start: PageNumber, events: number, space: AddressSpace): PageNumber {
  const least = pageNumber(start + pagesFor(Math.max(events, OF_PROCESSORS.least)));
  const most = start + pagesFor(Math.max(events, OF_PROCESSORS.most));
  const next = space.firstEndingAbove(start);
  if (next === undefined || next.start < least || next.start > most || has(next, VmFlag.growsDown))
    return least;
  const isFree = space.holesIn(pageRange(start, next.start)).every(({ state }) => state === 'free');
  return isFree && space.mmapBase?.direction !== 'up' ? next.start : least;
}
