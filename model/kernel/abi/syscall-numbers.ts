/**
 * Numbers of the memory calls: a strace older than the kernel prints `syscall_0x1ce(...)` for a call whose name it does
 * not know. arch/x86/entry/syscalls/syscall_{64,32}.tbl, include/uapi/asm-generic/unistd.h, arch/arm/tools/syscall.tbl
 */
import type { Architecture } from '../../process/world';

type Numbers = Readonly<Record<string, number>>;

/** Calls since 5.1 have one number everywhere. */
const everywhere: Numbers = {
  process_madvise: 440,
  memfd_secret: 447,
  process_mrelease: 448,
  set_mempolicy_home_node: 450,
  cachestat: 451,
  map_shadow_stack: 453,
  mseal: 462,
};

const x86_64: Numbers = {
  ...everywhere,
  mmap: 9,
  mprotect: 10,
  munmap: 11,
  brk: 12,
  mremap: 25,
  msync: 26,
  mincore: 27,
  madvise: 28,
  shmget: 29,
  shmat: 30,
  shmdt: 67,
  mlock: 149,
  munlock: 150,
  mlockall: 151,
  munlockall: 152,
  remap_file_pages: 216,
  mbind: 237,
  process_vm_readv: 310,
  process_vm_writev: 311,
  mlock2: 325,
  pkey_mprotect: 329,
  pkey_alloc: 330,
  pkey_free: 331,
};

const i386: Numbers = {
  ...everywhere,
  brk: 45,
  old_mmap: 90,
  munmap: 91,
  ipc: 117,
  mprotect: 125,
  msync: 144,
  mlock: 150,
  munlock: 151,
  mlockall: 152,
  munlockall: 153,
  mremap: 163,
  mmap2: 192,
  mincore: 218,
  madvise: 219,
  remap_file_pages: 257,
  mbind: 274,
  process_vm_readv: 347,
  process_vm_writev: 348,
  mlock2: 376,
  pkey_mprotect: 380,
  pkey_alloc: 381,
  pkey_free: 382,
  shmget: 395,
  shmat: 397,
  shmdt: 398,
};

const generic64: Numbers = {
  ...everywhere,
  shmget: 194,
  shmat: 196,
  shmdt: 197,
  brk: 214,
  munmap: 215,
  mremap: 216,
  mmap: 222,
  mprotect: 226,
  msync: 227,
  mlock: 228,
  munlock: 229,
  mlockall: 230,
  munlockall: 231,
  mincore: 232,
  madvise: 233,
  remap_file_pages: 234,
  mbind: 235,
  process_vm_readv: 270,
  process_vm_writev: 271,
  mlock2: 284,
  pkey_mprotect: 288,
  pkey_alloc: 289,
  pkey_free: 290,
};

const arm: Numbers = {
  ...everywhere,
  brk: 45,
  munmap: 91,
  mprotect: 125,
  msync: 144,
  mlock: 150,
  munlock: 151,
  mlockall: 152,
  munlockall: 153,
  mremap: 163,
  mmap2: 192,
  mincore: 219,
  madvise: 220,
  remap_file_pages: 253,
  shmat: 305,
  shmdt: 306,
  shmget: 307,
  mbind: 319,
  process_vm_readv: 376,
  process_vm_writev: 377,
  mlock2: 390,
  pkey_mprotect: 394,
};

const byNumber = (numbers: Numbers): ReadonlyMap<number, string> =>
  new Map(Object.entries(numbers).map(([name, number]) => [number, name]));

const x86Names = byNumber(x86_64);
const genericNames = byNumber(generic64);
const NAMES: Readonly<Record<Architecture, ReadonlyMap<number, string>>> = {
  'x86-64': x86Names,
  x32: x86Names,
  i386: byNumber(i386),
  arm64: genericNames,
  riscv64: genericNames,
  arm: byNumber(arm),
};

/** x32 calls carry this bit. arch/x86/include/uapi/asm/unistd.h: __X32_SYSCALL_BIT */
const X32_BIT = 0x4000_0000;

export const syscallName = (number: number, architecture: Architecture): string | undefined =>
  NAMES[architecture].get(architecture === 'x32' ? number & ~X32_BIT : number);

/** The call's name where strace printed only its number: `syscall_0x1ce`, or `syscall_462` up to 4.20. */
export function nameOfUnnamed(printed: string, architecture: Architecture): string | undefined {
  if (!printed.startsWith('syscall_')) return undefined;
  const digits = printed.slice('syscall_'.length);
  if (digits.length === 0 || digits.length > 10) return undefined;
  const number = Number(digits);
  return Number.isInteger(number) ? syscallName(number, architecture) : undefined;
}
