/**
 * Names of the arguments of memory calls and of those that a person reads beside them, as `strace -N` prints them. Logs
 * without -N, that is nearly all, show positions only.
 */
const names: Readonly<Record<string, readonly string[]>> = {
  brk: ['addr'],
  madvise: ['addr', 'length', 'advice'],
  mincore: ['addr', 'length', 'vec'],
  mlock: ['addr', 'length'],
  mlock2: ['addr', 'length', 'flags'],
  mlockall: ['flags'],
  mmap: ['addr', 'length', 'prot', 'flags', 'fd', 'offset'],
  mmap2: ['addr', 'length', 'prot', 'flags', 'fd', 'offset'],
  old_mmap: ['addr', 'length', 'prot', 'flags', 'fd', 'offset'],
  mprotect: ['addr', 'length', 'prot'],
  mremap: ['old_address', 'old_size', 'new_size', 'flags', 'new_address'],
  mseal: ['addr', 'length', 'flags'],
  msync: ['addr', 'length', 'flags'],
  munlock: ['addr', 'length'],
  munmap: ['addr', 'length'],
  pkey_alloc: ['flags', 'access_rights'],
  pkey_free: ['pkey'],
  pkey_mprotect: ['addr', 'length', 'prot', 'pkey'],
  process_madvise: ['pidfd', 'iovec', 'vlen', 'advice', 'flags'],
  process_mrelease: ['pidfd', 'flags'],
  process_vm_readv: ['pid', 'local_iov', 'liovcnt', 'remote_iov', 'riovcnt', 'flags'],
  process_vm_writev: ['pid', 'local_iov', 'liovcnt', 'remote_iov', 'riovcnt', 'flags'],
  remap_file_pages: ['addr', 'size', 'prot', 'pgoff', 'flags'],
  cachestat: ['fd', 'cstat_range', 'cstat', 'flags'],
  shmat: ['shmid', 'shmaddr', 'shmflg'],
  shmdt: ['shmaddr'],
  execve: ['pathname', 'argv', 'envp'],
  read: ['fd', 'buf', 'count'],
  write: ['fd', 'buf', 'count'],
  pread64: ['fd', 'buf', 'count', 'offset'],
  pwrite64: ['fd', 'buf', 'count', 'offset'],
  open: ['pathname', 'flags', 'mode'],
  openat: ['dfd', 'pathname', 'flags', 'mode'],
  close: ['fd'],
  prlimit64: ['pid', 'resource', 'new_limit', 'old_limit'],
  setrlimit: ['resource', 'rlim'],
  getrlimit: ['resource', 'rlim'],
};

/** The name of the argument at a position; the position itself where none is known. */
export const argumentName = (call: string, position: number, given: string | undefined): string =>
  given ?? names[call]?.[position] ?? `[${position}]`;

/** Every name in the table, once: expressions know them. */
export const argumentNames: readonly string[] = [...new Set(Object.values(names).flat())];
