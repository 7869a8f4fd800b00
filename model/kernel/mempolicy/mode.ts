/**
 * What a memory policy is: a mode, its flags, and nodes. mm/mempolicy.c: sanitize_mpol_flags, mpol_new, __mpol_equal
 */
import { MODE_FLAGS, MPOL, MPOL_F } from '../abi/mempolicy-flags';
import type { Before, KernelVersion } from '../check';
import type { Given } from '../given';
import { kernelVersion } from '../versions';
import { nodesIn, type NodeMask } from './node-mask';

export interface PolicyRequest {
  readonly mode: Given<number>;
  readonly mask: NodeMask;
}

/** Modes that came after 2.6.7. */
const SINCE: ReadonlyMap<number, KernelVersion> = new Map([
  [MPOL.LOCAL, kernelVersion(3, 8)],
  [MPOL.PREFERRED_MANY, kernelVersion(5, 15)],
  [MPOL.WEIGHTED_INTERLEAVE, kernelVersion(6, 9)],
]);

export const bareMode = (mode: number): number => (mode & ~MODE_FLAGS) >>> 0;

export const knownMode = (mode: number, { machine }: Before): boolean =>
  bareMode(mode) <= MPOL.WEIGHTED_INTERLEAVE && (SINCE.get(bareMode(mode)) ?? 0) <= machine.kernel;

/** Both kinds of nodes at once, and automatic balancing with a mode that it does not go with. */
export function flagsFit(mode: number, { machine }: Before): boolean {
  const kinds = MPOL_F.STATIC_NODES | MPOL_F.RELATIVE_NODES;
  if ((mode & kinds) === kinds) return false;
  if ((mode & MPOL_F.NUMA_BALANCING) === 0) return true;
  const bare = bareMode(mode);
  return (
    machine.kernel >= kernelVersion(5, 12) &&
    (bare === MPOL.BIND || (bare === MPOL.PREFERRED_MANY && machine.kernel >= kernelVersion(6, 10)))
  );
}

/** Some modes want nodes, some will not have any. */
export function nodesFit(mode: number, nodes: bigint): boolean {
  const pinned = (mode & (MPOL_F.STATIC_NODES | MPOL_F.RELATIVE_NODES)) !== 0;
  switch (bareMode(mode)) {
    case MPOL.DEFAULT:
      return nodes === 0n;
    case MPOL.PREFERRED:
      return nodes !== 0n || !pinned;
    case MPOL.LOCAL:
      return nodes === 0n && !pinned;
    default:
      return nodes !== 0n;
  }
}

/** The policy as a word that is equal for equal policies; undefined: the default, or not shown. */
export function policyOf({ mode, mask }: PolicyRequest, before: Before): string | undefined {
  if (mode.value === undefined || bareMode(mode.value) === MPOL.DEFAULT) return undefined;
  const nodes = nodesIn(mask, before);
  const bare = bareMode(mode.value);
  // Without nodes the preferred one is the local one.
  const isLocal = bare === MPOL.LOCAL || (bare === MPOL.PREFERRED && nodes === 0n);
  if (isLocal) return `${MPOL.LOCAL}:${mode.value & MODE_FLAGS}`;
  return `${bare}:${mode.value & MODE_FLAGS}:${nodes === undefined ? '?' : nodes.toString(16)}`;
}

/** The mode in such a word. */
export const modeOf = (policy: string): number => Number(policy.split(':')[0]);
