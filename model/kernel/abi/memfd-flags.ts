/** Flags of memfd_create, memfd_secret and seals. include/uapi/linux/memfd.h, include/uapi/linux/fcntl.h */
import { perArchitecture } from './flag-table';
import { SEAL } from './memory-flags';

export const MFD = { CLOEXEC: 1, ALLOW_SEALING: 2, HUGETLB: 4, NOEXEC_SEAL: 8, EXEC: 16 } as const;
export const memfdFlags = perArchitecture({
  MFD_CLOEXEC: MFD.CLOEXEC,
  MFD_ALLOW_SEALING: MFD.ALLOW_SEALING,
  MFD_HUGETLB: MFD.HUGETLB,
  MFD_NOEXEC_SEAL: MFD.NOEXEC_SEAL,
  MFD_EXEC: MFD.EXEC,
});

/** memfd_secret takes one flag of open's. */
export const O_CLOEXEC = 0o2000000;
export const secretFlags = perArchitecture({ O_CLOEXEC });

export const F_ADD_SEALS = 1033;
export const F_GET_SEALS = 1034;
export const sealCommands = perArchitecture({ F_ADD_SEALS, F_GET_SEALS });
export const sealFlags = perArchitecture(
  Object.fromEntries(Object.entries(SEAL).map(([name, value]) => [`F_SEAL_${name}`, value])),
);
