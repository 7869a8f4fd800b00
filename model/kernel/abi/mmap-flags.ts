/**
 * Protection and mapping flags. include/uapi/asm-generic/mman-common.h and mman.h; arch/{x86,arm64}/include/uapi/asm/mman.h
 */
import { perArchitecture } from './flag-table';

export const PROT = {
  NONE: 0,
  READ: 1,
  WRITE: 2,
  EXEC: 4,
  /** Accepted by mprotect, without effect. */
  SEM: 8,
  GROWSDOWN: 0x0100_0000,
  GROWSUP: 0x0200_0000,
} as const;

export const protFlags = perArchitecture(
  {
    PROT_NONE: PROT.NONE,
    PROT_READ: PROT.READ,
    PROT_WRITE: PROT.WRITE,
    PROT_EXEC: PROT.EXEC,
    PROT_SEM: PROT.SEM,
    PROT_GROWSDOWN: PROT.GROWSDOWN,
    PROT_GROWSUP: PROT.GROWSUP,
  },
  { arm64: { PROT_BTI: 0x10, PROT_MTE: 0x20 } },
);

export const MAP = {
  /** A number of four bits, not flags: SHARED, PRIVATE, SHARED_VALIDATE or DROPPABLE. */
  TYPE: 0x0f,
  SHARED: 0x01,
  PRIVATE: 0x02,
  SHARED_VALIDATE: 0x03,
  DROPPABLE: 0x08,
  FIXED: 0x10,
  ANONYMOUS: 0x20,
  /** x86 only. */
  BIT32: 0x40,
  /** x86 only. */
  ABOVE4G: 0x80,
  GROWSDOWN: 0x0100,
  DENYWRITE: 0x0800,
  EXECUTABLE: 0x1000,
  LOCKED: 0x2000,
  NORESERVE: 0x4000,
  POPULATE: 0x8000,
  NONBLOCK: 0x1_0000,
  STACK: 0x2_0000,
  HUGETLB: 0x4_0000,
  SYNC: 0x8_0000,
  FIXED_NOREPLACE: 0x10_0000,
  UNINITIALIZED: 0x400_0000,
  HUGE_SHIFT: 26,
  HUGE_MASK: 0x3f,
} as const;

const x86 = { MAP_32BIT: MAP.BIT32, MAP_ABOVE4G: MAP.ABOVE4G };

export const mmapFlags = perArchitecture(
  {
    MAP_FILE: 0,
    MAP_SHARED: MAP.SHARED,
    MAP_PRIVATE: MAP.PRIVATE,
    MAP_SHARED_VALIDATE: MAP.SHARED_VALIDATE,
    MAP_DROPPABLE: MAP.DROPPABLE,
    MAP_FIXED: MAP.FIXED,
    MAP_ANONYMOUS: MAP.ANONYMOUS,
    MAP_ANON: MAP.ANONYMOUS,
    MAP_GROWSDOWN: MAP.GROWSDOWN,
    MAP_DENYWRITE: MAP.DENYWRITE,
    MAP_EXECUTABLE: MAP.EXECUTABLE,
    MAP_LOCKED: MAP.LOCKED,
    MAP_NORESERVE: MAP.NORESERVE,
    MAP_POPULATE: MAP.POPULATE,
    MAP_NONBLOCK: MAP.NONBLOCK,
    MAP_STACK: MAP.STACK,
    MAP_HUGETLB: MAP.HUGETLB,
    MAP_SYNC: MAP.SYNC,
    MAP_FIXED_NOREPLACE: MAP.FIXED_NOREPLACE,
    MAP_UNINITIALIZED: MAP.UNINITIALIZED,
  },
  { 'x86-64': x86, i386: x86, x32: x86 },
);

/**
 * The flags that MAP_SHARED_VALIDATE lets pass for every file. MAP_SYNC needs the file's consent; MAP_FIXED_NOREPLACE is
 * not among them. include/linux/mman.h: LEGACY_MAP_MASK
 */
export const LEGACY_MAP_MASK =
  (MAP.SHARED |
    MAP.PRIVATE |
    MAP.FIXED |
    MAP.ANONYMOUS |
    MAP.DENYWRITE |
    MAP.EXECUTABLE |
    MAP.UNINITIALIZED |
    MAP.GROWSDOWN |
    MAP.LOCKED |
    MAP.NORESERVE |
    MAP.POPULATE |
    MAP.NONBLOCK |
    MAP.STACK |
    MAP.HUGETLB |
    MAP.BIT32 |
    MAP.ABOVE4G |
    (MAP.HUGE_MASK << MAP.HUGE_SHIFT)) >>>
  0;
