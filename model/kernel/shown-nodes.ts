/**
 * Which nodes of memory (NUMA) a log shows to be there, and to be for the process to use: by what get_mempolicy told, and by
 * policies that were set or refused. As far as it is known of all nodes at once, bit by bit.
 *
 *     get_mempolicy(NULL, [0x1], 1024, NULL, MPOL_F_MEMS_ALLOWED) = 0        node 0 may be used, no other
 *     mbind(…, MPOL_BIND, [0x2], 64, 0) = -1 EINVAL                          node 1 may not
 *
 * A node may be there and have no memory, or none for this process: then a policy may not name it alone, but it can be a home.
 */
import type { EventIndex } from '../trace/positions';
import { AsOf } from './shown-memory';

/** Sets of nodes, bit n for node n. */
export interface NodeBounds {
  readonly usable: bigint;
  readonly unusable: bigint;
  readonly online: bigint;
  readonly offline: bigint;
}

const NOTHING: NodeBounds = { usable: 0n, unusable: 0n, online: 0n, offline: 0n };

export class ShownNodes {
  private readonly nodes = new AsOf<NodeBounds>();

  before(event: EventIndex): NodeBounds {
    return this.nodes.before(event) ?? NOTHING;
  }

  /** The later word counts: the nodes that a process may use can be changed by others. */
  mayUse(nodes: bigint, at: EventIndex): void {
    this.tell(
      ({ usable, unusable, online, offline }) => ({
        usable: usable | nodes,
        unusable: unusable & ~nodes,
        online: online | nodes,
        offline: offline & ~nodes,
      }),
      at,
    );
  }

  mayNotUse(nodes: bigint, at: EventIndex): void {
    this.tell(
      (known) => ({
        ...known,
        usable: known.usable & ~nodes,
        unusable: known.unusable | nodes,
      }),
      at,
    );
  }

  isThere(nodes: bigint, at: EventIndex): void {
    this.tell((known) => ({ ...known, online: known.online | nodes, offline: known.offline & ~nodes }), at);
  }

  /** What is not there cannot be used. */
  isNotThere(nodes: bigint, at: EventIndex): void {
    this.tell(
      ({ usable, unusable, online, offline }) => ({
        usable: usable & ~nodes,
        unusable: unusable | nodes,
        online: online & ~nodes,
        offline: offline | nodes,
      }),
      at,
    );
  }

  private tell(change: (known: NodeBounds) => NodeBounds, at: EventIndex): void {
    const known = this.nodes.last ?? NOTHING;
    const next = change(known);
    const isNew =
      next.usable !== known.usable ||
      next.unusable !== known.unusable ||
      next.online !== known.online ||
      next.offline !== known.offline;
    if (isNew) this.nodes.tell(next, at);
  }
}
