/**
 * Memory calls that failed, and fatal signals, by the text of their lines: told without the adapter, for whatever part of a log
 * is in sight. The expressions are fixed; nothing of a log becomes part of one.
 */

/** The end of a call, whole or resumed, not words in an argument: `mmap(…) = -1 ENOMEM (…)`, `<... mmap resumed>…) = -1 ENOMEM (…)`. */
const FAILED_CALL =
  /^[^\"(]*(?:\(\+ +[\d.]+\) )?(?:\b|<\.\.\. )(?:mmap2?|old_mmap|munmap|mremap|mprotect|pkey_mprotect|pkey_alloc|brk|madvise|process_madvise|mlock2?|mlockall|munlock|munlockall|mseal|shmat|shmdt|msync|mincore|remap_file_pages|mbind)(?:\(| resumed>).* = -1 E[A-Z]+/;

const FATAL_SIGNAL = /(?:--- (?:SIGSEGV|SIGBUS) \{|\+\+\+ killed by SIG[A-Z]+)/;

/** More of a line than this is not read: the answer of a longer one is not looked for. */
const LONGEST_LINE = 8192;

export const isFailing = (line: string): boolean =>
  line.length <= LONGEST_LINE && (FAILED_CALL.test(line) || FATAL_SIGNAL.test(line));
