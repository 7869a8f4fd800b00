/**
 * Descriptors of no file (anon_inode): most cannot be mapped, some have memory of their own. `-y` shows those that other lines
 * than the log's made.
 *
 *     io_uring_setup      rings that kernel and program share      io_uring/memmap.c: io_uring_mmap
 *     perf_event_open     a ring of samples                        kernel/events/core.c: perf_mmap
 *     bpf, KVM, others    some                                     kernel/bpf/syscall.c: bpf_map_mmap
 */
import { VmFlag } from '../../memory/vma';

const WITHOUT_MEMORY =
  /^(?:anon_inode:\[(?:eventfd|eventpoll|timerfd|signalfd|inotify|userfaultfd|pidfd|fanotify|landlock-ruleset|fscontext)\]|pid:|\{eventfd-|signalfd:)/;

/** `path`: of a descriptor of the kind 'anon-inode'. */
export const hasNoMemory = (path: string): boolean => WITHOUT_MEMORY.test(path);

/** What the kernel gives such a VMA beside what was asked for: none is locked. Measured on 6.18 */
const RINGS: ReadonlyMap<string, number> = new Map([
  ['anon_inode:[io_uring]', VmFlag.dontExpand | VmFlag.mixedMap],
  [
    'anon_inode:[perf_event]',
    VmFlag.io | VmFlag.pfnMap | VmFlag.dontCopy | VmFlag.dontExpand | VmFlag.dontDump,
  ],
]);

/** Undefined: no ring. */
export const ringFlags = (path: string): number | undefined => RINGS.get(path);

/** IORING_OFF_SQ_RING, IORING_OFF_CQ_RING, IORING_OFF_SQES: what libraries map. include/uapi/linux/io_uring.h */
const OF_RINGS: ReadonlySet<bigint> = new Set([0n, 0x800_0000n, 0x1000_0000n]);

/** Whether it is asked for as libraries ask for it: whether the ring is as large, a log seldom shows. */
export const isUsualRing = (path: string, offset: bigint, shared: boolean): boolean =>
  ringFlags(path) !== undefined && shared && OF_RINGS.has(offset);
