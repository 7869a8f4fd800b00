/** NUMA memory policies. */
import { VmFlag } from '../../../../model/memory/vma';
import type { Value } from '../../../../model/trace/value';
import { eventIndex } from '../../../../model/trace/positions';
import { ShownNodes } from '../../../../model/kernel/shown-nodes';
import { drawn, edited, pages } from '../../memory/drawing';
import { changed, flagged, p, PG, type Case } from './case';

const span = { start: 0, end: 1 };
const word = (value: bigint | number): Value => ({ kind: 'number', value: BigInt(value), form: 'hex', span });
const NULL = 0;
const list = (...items: readonly (bigint | number)[]): Value => ({
  kind: 'array',
  items: items.map((item) => ({ value: word(item), span })),
  abbreviated: false,
  span,
});

const NODE0 = list(1);
const BIND = 'MPOL_BIND';
const DEFAULT = 'MPOL_DEFAULT';
type Circumstances = NonNullable<Case['given']>;
const privileged: Circumstances = { capabilities: { CAP_SYS_NICE: 'yes' } };
const full: Circumstances = { machine: { maxMapCount: 1 } };

/** A policy of mbind's on pages of the drawing. */
const policy = (drawing: string, from: number, to: number, value: string): Case['space'] =>
  changed(drawing, from, to, { extra: `policy:${value}` });

/** The first of two pages is there. */
const populated = edited(drawn('WW'), (edit) => edit.pages.present(pages(0, 1), 'populated')).space;
const beforeHole = edited(drawn('WR.W'), (edit) => edit.pages.present(pages(0, 1), 'populated')).space;

const unusable = (node: number): ShownNodes => {
  const nodes = new ShownNodes();
  nodes.mayNotUse(1n << BigInt(node), eventIndex(0));
  return nodes;
};

export const policyCases: readonly Case[] = [
  { id: 'mempolicy.unknown-mode', space: 'W', call: ['mbind', p(0), PG, 99, NODE0, 64, 0] },
  {
    id: 'mempolicy.unknown-mode',
    space: 'W',
    call: ['mbind', p(0), PG, 6, NODE0, 64, 0],
    given: { kernel: [6, 8] },
  },
  {
    id: 'mempolicy.flags-conflict',
    space: 'W',
    call: ['set_mempolicy', `${BIND}|MPOL_F_STATIC_NODES|MPOL_F_RELATIVE_NODES`, NODE0, 64],
  },
  {
    id: 'mempolicy.flags-conflict',
    space: 'W',
    call: ['set_mempolicy', 'MPOL_INTERLEAVE|MPOL_F_NUMA_BALANCING', NODE0, 64],
  },
  { id: 'mempolicy.too-many-nodes', space: 'W', call: ['set_mempolicy', BIND, NODE0, 1 << 20] },
  { id: 'mempolicy.mask-unreadable', space: 'W.', call: ['mbind', p(0), PG, BIND, p(1), 64, 0] },
  {
    id: 'mempolicy.mask-unreadable',
    space: 'W?',
    call: ['mbind', p(0), PG, BIND, p(1), 64, 0],
    answer: 'open',
  },
  { id: 'mempolicy.nodes-not-fitting', space: 'W', call: ['mbind', p(0), PG, BIND, NULL, 0, 0] },
  { id: 'mempolicy.nodes-not-fitting', space: 'W', call: ['mbind', p(0), PG, DEFAULT, NODE0, 64, 0] },
  { id: 'mempolicy.nodes-not-fitting', space: 'W', call: ['set_mempolicy', 'MPOL_LOCAL', NODE0, 64] },
  {
    id: 'mempolicy.no-such-node',
    space: 'W',
    call: ['mbind', p(0), PG, BIND, list(2), 64, 0],
    answer: 'open',
  },
  {
    id: 'mempolicy.no-such-node',
    space: 'W',
    call: ['mbind', p(0), PG, BIND, NODE0, 64, 0],
    answer: 'no-trace',
  },
  {
    id: 'mempolicy.not-built-in',
    space: 'W',
    call: ['mbind', p(0), PG, BIND, NODE0, 64, 0],
    given: { machine: { architecture: 'i386' } },
    answer: 'open',
  },
  { id: 'mbind.unknown-flags', space: 'W', call: ['mbind', p(0), PG, BIND, NODE0, 64, 8] },
  {
    id: 'mbind.not-permitted',
    space: 'W',
    call: ['mbind', p(0), PG, BIND, NODE0, 64, 'MPOL_MF_MOVE_ALL'],
    given: { capabilities: { CAP_SYS_NICE: 'no' } },
  },
  { id: 'mbind.address-misaligned', space: 'W', call: ['mbind', p(0, 1), PG, BIND, NODE0, 64, 0] },
  { id: 'mbind.range-wraps', space: 'W', call: ['mbind', p(0), -8192n, BIND, NODE0, 64, 0] },
  { id: 'mbind.unmapped', space: 'W.W', call: ['mbind', p(0), 3 * PG, BIND, NODE0, 64, 0] },
  { id: 'mbind.unmapped', space: 'W..', call: ['mbind', p(1), PG, DEFAULT, NULL, 0, 0] },
  { id: 'mbind.unmapped', space: 'W?', call: ['mbind', p(0), 2 * PG, BIND, NODE0, 64, 0], answer: 'open' },
  { id: 'mbind.map-limit', space: 'WW', call: ['mbind', p(0), PG, BIND, NODE0, 64, 0], given: full },
  {
    id: 'mbind.indivisible',
    space: flagged('WW', 0, 2, VmFlag.unsplittable),
    call: ['mbind', p(0), PG, BIND, NODE0, 64, 0],
  },
  {
    id: 'mbind.misplaced',
    space: 'W',
    call: ['mbind', p(0), PG, BIND, NODE0, 64, 'MPOL_MF_STRICT'],
    answer: 'no-trace',
  },
  {
    id: 'mbind.misplaced',
    space: populated,
    call: ['mbind', p(0), 2 * PG, 'MPOL_LOCAL', NULL, 0, 'MPOL_MF_STRICT'],
  },
  {
    id: 'mbind.misplaced',
    space: populated,
    call: ['mbind', p(0), 2 * PG, 'MPOL_PREFERRED', list(0), 64, 'MPOL_MF_STRICT'],
  },
  {
    id: 'mbind.misplaced',
    space: populated,
    call: ['mbind', p(1), PG, 'MPOL_LOCAL', NULL, 0, 'MPOL_MF_STRICT'],
    answer: 'open',
  },
  {
    id: 'mbind.misplaced',
    space: populated,
    call: ['mbind', p(0), PG, 'MPOL_LOCAL', NULL, 0, 'MPOL_MF_STRICT|MPOL_MF_MOVE'],
    answer: 'no-trace',
  },
  // A mapping is refused when the kernel comes to it; those before it were looked through by then.
  {
    id: 'mbind.misplaced-before-hole',
    space: beforeHole,
    call: ['mbind', p(0), 4 * PG, 'MPOL_LOCAL', NULL, 0, 'MPOL_MF_STRICT'],
    also: ['mbind.unmapped', 'mbind.misplaced'],
  },
  {
    id: 'mbind.misplaced-before-hole',
    space: 'WR.W',
    call: ['mbind', p(0), 4 * PG, 'MPOL_LOCAL', NULL, 0, 'MPOL_MF_STRICT'],
    answer: 'open',
    also: ['mbind.unmapped'],
  },
  {
    id: 'home-node.not-in-this-kernel',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 0, 0],
    given: { kernel: [5, 16] },
  },
  {
    id: 'home-node.address-misaligned',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0, 1), PG, 0, 0],
  },
  {
    id: 'home-node.unknown-flags',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 0, 1],
  },
  {
    id: 'home-node.no-such-node',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 4096, 0],
  },
  {
    id: 'home-node.no-such-node',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 3, 0],
    answer: 'open',
  },
  {
    id: 'home-node.no-such-node',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 3, 0],
    given: { machine: { shownNodes: unusable(3) } },
  },
  {
    id: 'home-node.range-wraps',
    space: policy('W', 0, 1, '2:0:1'),
    call: ['set_mempolicy_home_node', p(0), -8192n, 0, 0],
  },
  {
    id: 'home-node.other-policy',
    space: policy('W', 0, 1, '3:0:1'),
    call: ['set_mempolicy_home_node', p(0), PG, 0, 0],
  },
  { id: 'home-node.no-policy', space: 'W', call: ['set_mempolicy_home_node', p(0), PG, 0, 0] },
  {
    id: 'home-node.no-policy',
    space: 'W?',
    call: ['set_mempolicy_home_node', p(0), 2 * PG, 0, 0],
    answer: 'open',
  },
  { id: 'get-mempolicy.mask-too-short', space: 'W', call: ['get_mempolicy', NULL, p(0), 0, NULL, 0] },
  { id: 'get-mempolicy.unknown-flags', space: 'W', call: ['get_mempolicy', NULL, NULL, 0, NULL, 8] },
  { id: 'get-mempolicy.flags-conflict', space: 'W', call: ['get_mempolicy', NULL, NULL, 0, NULL, 5] },
  { id: 'get-mempolicy.address-without-flag', space: 'W', call: ['get_mempolicy', NULL, NULL, 0, p(0), 0] },
  { id: 'get-mempolicy.unmapped', space: 'W.', call: ['get_mempolicy', NULL, NULL, 0, p(1), 2] },
  {
    id: 'get-mempolicy.unmapped',
    space: 'W?',
    call: ['get_mempolicy', NULL, NULL, 0, p(1), 2],
    answer: 'open',
  },
  { id: 'get-mempolicy.page-unusable', space: 'N', call: ['get_mempolicy', NULL, NULL, 0, p(0), 3] },
  {
    id: 'get-mempolicy.no-next-node',
    space: 'W',
    call: ['get_mempolicy', NULL, NULL, 0, NULL, 'MPOL_F_NODE'],
    answer: 'open',
  },
  { id: 'get-mempolicy.pointer-not-writable', space: 'WR', call: ['get_mempolicy', p(1), NULL, 0, p(0), 2] },
  {
    id: 'migrate-pages.no-such-process',
    space: 'W',
    call: ['migrate_pages', 4711, 64, NODE0, NODE0],
    answer: 'open',
  },
  {
    id: 'migrate-pages.not-permitted',
    space: 'W',
    call: ['migrate_pages', 0, 64, NODE0, NODE0],
    answer: 'no-trace',
  },
  {
    id: 'migrate-pages.no-such-node',
    space: 'W',
    call: ['migrate_pages', 0, 64, NODE0, list(0)],
    given: privileged,
  },
  { id: 'move-pages.unknown-flags', space: 'W', call: ['move_pages', 0, 1, list(p(0)), NULL, p(0), 1] },
  {
    id: 'move-pages.not-permitted',
    space: 'W',
    call: ['move_pages', 0, 1, list(p(0)), NULL, p(0), 'MPOL_MF_MOVE_ALL'],
    given: { capabilities: { CAP_SYS_NICE: 'no' } },
  },
  {
    id: 'move-pages.no-such-process',
    space: 'W',
    call: ['move_pages', 4711, 1, list(p(0)), NULL, p(0), 0],
    answer: 'open',
  },
  { id: 'move-pages.list-unreadable', space: 'W.', call: ['move_pages', 0, 1, p(1), NULL, p(0), 0] },
  {
    id: 'move-pages.no-such-node',
    space: 'W',
    call: ['move_pages', 0, 1, list(p(0)), list(7), p(0), 0],
    answer: 'open',
  },
  {
    id: 'move-pages.status-not-writable',
    space: 'WR',
    call: ['move_pages', 0, 1, list(p(0)), NULL, p(1), 0],
  },
];
