/**
 * What the cases of test/kernel/signals/faults.c are: the signal, how certain its cause is, the cause, and words of the lines
 * that prove it, in their order.
 */
export interface FaultCase {
  readonly name: string;
  readonly signal: string;
  readonly certainty: 'proven' | 'likely' | 'outside';
  readonly id: string;
  readonly evidence: readonly RegExp[];
  /** A word of the sentence about what became of the process. */
  readonly outcome?: RegExp;
}

type Row = readonly [string, string, FaultCase['certainty'], string, readonly RegExp[], RegExp?];

const MMAP = /^mmap\(/;
const UNMAP = /^munmap\(/;

const rows: readonly Row[] = [
  ['null_read', 'SIGSEGV', 'proven', 'fault.null', [], /was killed/],
  ['null_write', 'SIGSEGV', 'proven', 'fault.null', []],
  ['null_jump', 'SIGSEGV', 'proven', 'fault.null', []],
  ['unmapped', 'SIGSEGV', 'proven', 'fault.unmapped', [UNMAP]],
  ['moved', 'SIGSEGV', 'proven', 'fault.moved', [/^mremap\(/]],
  ['detached', 'SIGSEGV', 'proven', 'fault.unmapped', [/^shmdt\(/]],
  ['replaced', 'SIGSEGV', 'proven', 'fault.replaced', [/^mmap\(0x.*PROT_NONE.*MAP_FIXED/]],
  ['none', 'SIGSEGV', 'proven', 'fault.protected', [MMAP, /^mprotect\(.*PROT_NONE/]],
  ['read_only', 'SIGSEGV', 'proven', 'fault.protected', [MMAP]],
  ['made_ro', 'SIGSEGV', 'proven', 'fault.protected', [MMAP, /^mprotect\(.*PROT_READ\)/]],
  ['jump_nx', 'SIGSEGV', 'proven', 'fault.protected', [MMAP]],
  ['jump_free', 'SIGSEGV', 'proven', 'fault.unmapped', [UNMAP]],
  ['behind', 'SIGSEGV', 'proven', 'fault.unmapped', [UNMAP]],
  ['wild', 'SIGSEGV', 'proven', 'fault.never-mapped', []],
  ['non_canon', 'SIGSEGV', 'likely', 'signal.not-canonical', []],
  ['kernel_addr', 'SIGSEGV', 'proven', 'fault.kernel-address', []],
  ['write_text', 'SIGSEGV', 'likely', 'fault.protected', []],
  ['stack_over', 'SIGSEGV', 'likely', 'signal.stack-overflow', [/RLIMIT_STACK, \{rlim_cur=256\*1024/]],
  ['thread_over', 'SIGSEGV', 'proven', 'signal.thread-stack-overflow', [MMAP, /^mprotect\(/, /^clone3?\(/]],
  ['guard', 'SIGSEGV', 'proven', 'fault.guard', [/^madvise\(/]],
  ['survives', 'SIGSEGV', 'proven', 'fault.protected', [MMAP], /handler set at/],
  ['in_handler', 'SIGSEGV', 'proven', 'fault.protected', [MMAP], /handler set at/],
  ['ignored', 'SIGSEGV', 'proven', 'fault.null', [], /to be ignored/],
  ['kill_self', 'SIGSEGV', 'outside', 'outside.signal-sent', [/^kill\(/]],
  ['raised', 'SIGBUS', 'outside', 'outside.signal-sent', [/^tgkill\(/]],
  ['killed', 'SIGSEGV', 'outside', 'outside.signal-sent', [/^kill\(/]],
  ['bus_short', 'SIGBUS', 'proven', 'fault.beyond-file', [/^openat\(/, /^ftruncate\(\d+, 100\)/, MMAP]],
  ['bus_cut', 'SIGBUS', 'proven', 'fault.beyond-file', [/^openat\(/, MMAP, /^ftruncate\(\d+, 4106\)/]],
  ['bus_closed', 'SIGBUS', 'proven', 'fault.beyond-file', [/^ftruncate\(\d+, 4096\)/, MMAP]],
  ['bus_memfd', 'SIGBUS', 'proven', 'fault.beyond-file', [/^memfd_create\(/, MMAP, /^ftruncate\(/]],
  ['bus_huge', 'SIGBUS', 'outside', 'outside.huge-page-pool', [MMAP]],
  ['bus_align', 'SIGBUS', 'proven', 'signal.unaligned', []],
  ['bus_uffd', 'SIGBUS', 'proven', 'fault.userfault', [/^ioctl\(.*UFFDIO_REGISTER/]],
  ['dont_fork', 'SIGSEGV', 'proven', 'fault.not-inherited', [/MADV_DONTFORK/, /^(clone|fork|vfork)/]],
  ['by_thread', 'SIGSEGV', 'proven', 'fault.unmapped', [UNMAP]],
  ['aborts', 'SIGABRT', 'outside', 'outside.signal-sent', [/^tgkill\(.*SIGABRT/]],
  ['fpe', 'SIGFPE', 'outside', 'outside.signal', []],
  ['ill', 'SIGILL', 'outside', 'outside.signal', []],
  ['trap', 'SIGTRAP', 'outside', 'outside.signal', []],
  ['cpu', 'SIGXCPU', 'outside', 'outside.limit', [/RLIMIT_CPU/]],
  ['fsz', 'SIGXFSZ', 'outside', 'outside.limit', [/RLIMIT_FSIZE/]],
  ['pipe_sig', 'SIGPIPE', 'outside', 'outside.no-reader', [/^write\(.*EPIPE/]],
  ['alarmed', 'SIGALRM', 'outside', 'outside.timer', [/^alarm\(/]],
  ['sigkill', 'SIGKILL', 'outside', 'outside.signal-sent', [/^kill\(.*SIGKILL/]],
  ['sigsys', 'SIGSYS', 'outside', 'outside.seccomp', [/PR_SET_SECCOMP, SECCOMP_MODE_FILTER/]],
  ['strict', 'SIGKILL', 'outside', 'outside.seccomp', [/SECCOMP_MODE_STRICT/]],
  ['pdeath', 'SIGTERM', 'outside', 'outside.signal-sent', [/PR_SET_PDEATHSIG/]],
];

export const faultCases: readonly FaultCase[] = rows.map(
  ([name, signal, certainty, id, evidence, outcome]) => ({
    name,
    signal,
    certainty,
    id,
    evidence,
    ...(outcome === undefined ? {} : { outcome }),
  }),
);
