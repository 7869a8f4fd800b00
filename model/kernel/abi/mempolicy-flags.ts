/** Modes and flags of the NUMA memory policy calls. include/uapi/linux/mempolicy.h */
import { perArchitecture } from './flag-table';

export const MPOL = {
  DEFAULT: 0,
  PREFERRED: 1,
  BIND: 2,
  INTERLEAVE: 3,
  LOCAL: 4,
  PREFERRED_MANY: 5,
  WEIGHTED_INTERLEAVE: 6,
} as const;

/** Or-ed to a mode. */
export const MPOL_F = { NUMA_BALANCING: 1 << 13, RELATIVE_NODES: 1 << 14, STATIC_NODES: 1 << 15 } as const;
export const MODE_FLAGS = MPOL_F.NUMA_BALANCING | MPOL_F.RELATIVE_NODES | MPOL_F.STATIC_NODES;

const named = (prefix: string, values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));

/** A mode is a number, its flags are bits above it: joined by `|` they never overlap. */
export const policyModes = perArchitecture({ ...named('MPOL_', MPOL), ...named('MPOL_F_', MPOL_F) });

/** mbind's, migrate_pages' and move_pages' flags. */
export const MPOL_MF = { STRICT: 1, MOVE: 2, MOVE_ALL: 4 } as const;
export const policyMoveFlags = perArchitecture(named('MPOL_MF_', { ...MPOL_MF, LAZY: 8 }));

/** get_mempolicy's flags. */
export const MPOL_GET = { NODE: 1, ADDR: 2, MEMS_ALLOWED: 4 } as const;
export const policyAskFlags = perArchitecture(named('MPOL_F_', MPOL_GET));
