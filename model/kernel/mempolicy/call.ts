/**
 * The NUMA memory policy calls with typed arguments.
 */
import { policyAskFlags, policyModes, policyMoveFlags } from '../abi/mempolicy-flags';
import type { FlagTable } from '../abi/flag-table';
import type { CallReader } from '../call-reader';
import type { CallEvent } from '../../trace/event';
import type { Argument } from '../../trace/value';
import type { Given } from '../given';
import { maskAt, type NodeMask } from './node-mask';

/** The kernel takes the lower half for the mode; a number beyond 2^53 is one of all ones but the lowest bits. */
const intOf = ({ value, span }: Given<number>): Given<number> => ({
  value: value !== undefined && value > Number.MAX_SAFE_INTEGER ? 0xffff_ffff : value,
  span,
});

interface CallBase {
  readonly event: CallEvent;
}

export interface MbindCall extends CallBase {
  readonly call: 'mbind';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly mode: Given<number>;
  readonly mask: NodeMask;
  readonly flags: Given<number>;
}
export interface HomeNodeCall extends CallBase {
  readonly call: 'set_mempolicy_home_node';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly node: Given<bigint>;
  readonly flags: Given<bigint>;
}
export interface SetPolicyCall extends CallBase {
  readonly call: 'set_mempolicy';
  readonly mode: Given<number>;
  readonly mask: NodeMask;
}
export interface GetPolicyCall extends CallBase {
  readonly call: 'get_mempolicy';
  readonly mode: Argument | undefined;
  readonly mask: NodeMask;
  readonly addr: Given<bigint>;
  readonly flags: Given<number>;
}
export interface MigratePagesCall extends CallBase {
  readonly call: 'migrate_pages';
  readonly pid: Given<number>;
  readonly from: NodeMask;
  readonly to: NodeMask;
}
export interface MovePagesCall extends CallBase {
  readonly call: 'move_pages';
  readonly pid: Given<number>;
  readonly count: Given<bigint>;
  readonly pages: Argument | undefined;
  readonly nodes: Argument | undefined;
  readonly status: Argument | undefined;
  readonly flags: Given<number>;
}

export type MempolicyCall =
  MbindCall | HomeNodeCall | SetPolicyCall | GetPolicyCall | MigratePagesCall | MovePagesCall;

const NO_FLAGS: FlagTable = new Map();

/** Node and flags are `unsigned long`, of which strace prints the flags in hexadecimal. */
const bits = (read: CallReader, place: number, name: string): Given<bigint> => {
  const { value, span } = read.flags(place, name, NO_FLAGS);
  return { value: value === undefined ? undefined : BigInt(value), span };
};

export const readMbind = (read: CallReader): MbindCall => ({
  call: 'mbind',
  event: read.event,
  addr: read.word(0, 'start'),
  length: read.word(1, 'len'),
  mode: intOf(read.flags(2, 'mode', policyModes(read.architecture))),
  mask: maskAt(read, { place: 3, name: 'nmask' }, { place: 4, name: 'maxnode' }),
  flags: read.flags(5, 'flags', policyMoveFlags(read.architecture)),
});

export const readHomeNode = (read: CallReader): HomeNodeCall => ({
  call: 'set_mempolicy_home_node',
  event: read.event,
  addr: read.word(0, 'start'),
  length: read.word(1, 'len'),
  node: read.word(2, 'home_node'),
  flags: bits(read, 3, 'flags'),
});

export const readSetPolicy = (read: CallReader): SetPolicyCall => ({
  call: 'set_mempolicy',
  event: read.event,
  mode: intOf(read.flags(0, 'mode', policyModes(read.architecture))),
  mask: maskAt(read, { place: 1, name: 'nmask' }, { place: 2, name: 'maxnode' }),
});

export const readGetPolicy = (read: CallReader): GetPolicyCall => ({
  call: 'get_mempolicy',
  event: read.event,
  mode: read.argument(0, 'policy'),
  mask: maskAt(read, { place: 1, name: 'nmask' }, { place: 2, name: 'maxnode' }),
  addr: read.word(3, 'addr'),
  flags: read.flags(4, 'flags', policyAskFlags(read.architecture)),
});

export const readMigratePages = (read: CallReader): MigratePagesCall => ({
  call: 'migrate_pages',
  event: read.event,
  pid: read.int(0, 'pid'),
  from: maskAt(read, { place: 2, name: 'old_nodes' }, { place: 1, name: 'maxnode' }),
  to: maskAt(read, { place: 3, name: 'new_nodes' }, { place: 1, name: 'maxnode' }),
});

export const readMovePages = (read: CallReader): MovePagesCall => ({
  call: 'move_pages',
  event: read.event,
  pid: read.int(0, 'pid'),
  count: read.word(1, 'nr_pages'),
  pages: read.argument(2, 'pages'),
  nodes: read.argument(3, 'nodes'),
  status: read.argument(4, 'status'),
  flags: read.flags(5, 'flags', policyMoveFlags(read.architecture)),
});
