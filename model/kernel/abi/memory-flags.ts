/**
 * Flags of mremap, the mlock family, madvise and SysV shared memory. include/uapi/linux/mman.h,
 * include/uapi/asm-generic/mman-common.h, include/uapi/linux/shm.h
 */
import { perArchitecture } from './flag-table';

export const MREMAP = { MAYMOVE: 1, FIXED: 2, DONTUNMAP: 4 } as const;
export const mremapFlags = perArchitecture({
  MREMAP_MAYMOVE: MREMAP.MAYMOVE,
  MREMAP_FIXED: MREMAP.FIXED,
  MREMAP_DONTUNMAP: MREMAP.DONTUNMAP,
});

export const MLOCK = { ONFAULT: 1 } as const;
export const mlockFlags = perArchitecture({ MLOCK_ONFAULT: MLOCK.ONFAULT });

export const MCL = { CURRENT: 1, FUTURE: 2, ONFAULT: 4 } as const;
export const mlockallFlags = perArchitecture({
  MCL_CURRENT: MCL.CURRENT,
  MCL_FUTURE: MCL.FUTURE,
  MCL_ONFAULT: MCL.ONFAULT,
});

export const MADV = {
  NORMAL: 0,
  RANDOM: 1,
  SEQUENTIAL: 2,
  WILLNEED: 3,
  DONTNEED: 4,
  FREE: 8,
  REMOVE: 9,
  DONTFORK: 10,
  DOFORK: 11,
  MERGEABLE: 12,
  UNMERGEABLE: 13,
  HUGEPAGE: 14,
  NOHUGEPAGE: 15,
  DONTDUMP: 16,
  DODUMP: 17,
  WIPEONFORK: 18,
  KEEPONFORK: 19,
  COLD: 20,
  PAGEOUT: 21,
  POPULATE_READ: 22,
  POPULATE_WRITE: 23,
  DONTNEED_LOCKED: 24,
  COLLAPSE: 25,
  HWPOISON: 100,
  SOFT_OFFLINE: 101,
  GUARD_INSTALL: 102,
  GUARD_REMOVE: 103,
} as const;
/** Advice is a number, not bits: one name each. */
export const madviseAdvice = perArchitecture(
  Object.fromEntries(Object.entries(MADV).map(([name, value]) => [`MADV_${name}`, value])),
);

export const SHM = { RDONLY: 0o10000, RND: 0o20000, REMAP: 0o40000, EXEC: 0o100000 } as const;
export const shmatFlags = perArchitecture({
  SHM_RDONLY: SHM.RDONLY,
  SHM_RND: SHM.RND,
  SHM_REMAP: SHM.REMAP,
  SHM_EXEC: SHM.EXEC,
});

/** The first argument of ipc(2) for shared memory. include/uapi/linux/ipc.h */
export const IPC = { SHMAT: 21, SHMDT: 22 } as const;
export const ipcCalls = perArchitecture({ SHMAT: IPC.SHMAT, SHMDT: IPC.SHMDT, SHMGET: 23, SHMCTL: 24 });

export { READ_IMPLIES_EXEC } from '../../process/personality';

/** F_SEAL_* bits of a memfd. include/uapi/linux/fcntl.h */
export const SEAL = { SEAL: 1, SHRINK: 2, GROW: 4, WRITE: 8, FUTURE_WRITE: 16, EXEC: 32 } as const;
