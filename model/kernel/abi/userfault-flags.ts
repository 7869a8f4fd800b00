/** userfaultfd(2) and its ioctls. include/uapi/linux/userfaultfd.h */
import { perArchitecture } from './flag-table';

export const UFFD = { USER_MODE_ONLY: 1, O_NONBLOCK: 0o4000, O_CLOEXEC: 0o2000000 } as const;
export const userfaultfdFlags = perArchitecture({
  UFFD_USER_MODE_ONLY: UFFD.USER_MODE_ONLY,
  O_NONBLOCK: UFFD.O_NONBLOCK,
  O_CLOEXEC: UFFD.O_CLOEXEC,
});

/** By their numbers within type 0xaa. */
export const UFFDIO = {
  REGISTER: 0x00,
  UNREGISTER: 0x01,
  WAKE: 0x02,
  COPY: 0x03,
  ZEROPAGE: 0x04,
  MOVE: 0x05,
  WRITEPROTECT: 0x06,
  CONTINUE: 0x07,
  POISON: 0x08,
  API: 0x3f,
} as const;
export type UserfaultRequest = keyof typeof UFFDIO;

/** Modes of UFFDIO_REGISTER. */
export const REGISTER_MODE = { MISSING: 1, WP: 2, MINOR: 4 } as const;
export const registerModes = perArchitecture(
  Object.fromEntries(
    Object.entries(REGISTER_MODE).map(([name, value]) => [`UFFDIO_REGISTER_MODE_${name}`, value]),
  ),
);

/** Modes of UFFDIO_COPY and UFFDIO_ZEROPAGE; the latter has the first only. */
export const FILL_MODE = { DONTWAKE: 1, WP: 2 } as const;
export const fillModes = perArchitecture({
  UFFDIO_COPY_MODE_DONTWAKE: FILL_MODE.DONTWAKE,
  UFFDIO_COPY_MODE_WP: FILL_MODE.WP,
  UFFDIO_ZEROPAGE_MODE_DONTWAKE: FILL_MODE.DONTWAKE,
});

const FEATURES = [
  'PAGEFAULT_FLAG_WP',
  'EVENT_FORK',
  'EVENT_REMAP',
  'EVENT_REMOVE',
  'MISSING_HUGETLBFS',
  'MISSING_SHMEM',
  'EVENT_UNMAP',
  'SIGBUS',
  'THREAD_ID',
  'MINOR_HUGETLBFS',
  'MINOR_SHMEM',
  'EXACT_ADDRESS',
  'WP_HUGETLBFS_SHMEM',
  'WP_UNPOPULATED',
  'POISON',
  'WP_ASYNC',
  'MOVE',
] as const;
export type UserfaultFeature = (typeof FEATURES)[number];
const numbers = Object.fromEntries(FEATURES.map((name, bit) => [name, 2 ** bit]));
export const featureBit = (name: UserfaultFeature): number => numbers[name] ?? 0;
export const ALL_FEATURES = 2 ** FEATURES.length - 1;
export const featureNames = perArchitecture(
  Object.fromEntries(FEATURES.map((name) => [`UFFD_FEATURE_${name}`, featureBit(name)])),
);
