/**
 * A set of NUMA nodes as a pointer to a bit mask and the number of its bits. The kernel takes one bit less than it is
 * told. mm/mempolicy.c: get_nodes
 *
 *     [0x0000000000000005], 64     nodes 0 and 2
 *     NULL, 0                      no nodes
 *     0x7ffd0fb0, 64               strace could not read it
 */
import type { Argument } from '../../trace/value';
import type { CallReader } from '../call-reader';
import type { Before, Verdict } from '../check';
import { pageBytes, wordBits } from '../layout';
import type { Given } from '../given';
import { canRead, pointerOf } from '../user-pointer';
import { argumentFact, demand, fails, NOT_REACHED } from '../verdict';

export interface NodeMask {
  readonly argument: Argument | undefined;
  readonly maxnode: Given<bigint>;
  /** The words shown, lowest first; undefined: the line shows none. */
  readonly words: readonly bigint[] | undefined;
}

interface Place {
  readonly place: number;
  readonly name: string;
}

export function maskAt(read: CallReader, mask: Place, maxnode: Place): NodeMask {
  const argument = read.argument(mask.place, mask.name);
  return { argument, maxnode: read.word(maxnode.place, maxnode.name), words: wordsOf(argument) };
}

function wordsOf(argument: Argument | undefined): readonly bigint[] | undefined {
  const value = argument?.value;
  if (value?.kind !== 'array' || value.abbreviated || value.unreadableAt !== undefined) return undefined;
  const words: bigint[] = [];
  for (const { value: item } of value.items) {
    if (item.kind !== 'number') return undefined;
    words.push(item.value);
  }
  return words;
}

const isNull = ({ argument }: NodeMask): boolean => pointerOf(argument).shows === 'null';

/** Bits that the kernel reads; 0: it does not look at the mask. Undefined: not shown. */
function bitsRead(mask: NodeMask, before: Before): bigint | undefined {
  const { value } = mask.maxnode;
  if (isNull(mask)) return 0n;
  return value === undefined ? undefined : BigInt.asUintN(wordBits(before.task.architecture), value - 1n);
}

/** The largest CONFIG_NODES_SHIFT. Most kernels are built for fewer nodes, and refuse those that they have not, too. */
const MOST_NODES = 1024n;

/** The nodes given, bit by bit; undefined where the line does not show them. */
export function nodesIn(mask: NodeMask, before: Before): bigint | undefined {
  const bits = bitsRead(mask, before);
  if (bits === 0n) return 0n;
  if (bits === undefined || mask.words === undefined || bits > MOST_NODES * 64n) return undefined;
  const wide = BigInt(wordBits(before.task.architecture));
  let nodes = 0n;
  for (const [index, word] of mask.words.entries()) nodes |= word << (BigInt(index) * wide);
  return BigInt.asUintN(Number(bits), nodes);
}

/** No more bits than a page holds, and none set for nodes that no kernel has. */
export function withinMost(mask: NodeMask, before: Before): Verdict {
  const bits = bitsRead(mask, before);
  if (bits === undefined || bits === 0n) return NOT_REACHED;
  const fact = argumentFact('maxnode', mask.maxnode);
  if (bits > pageBytes(before) * 8n) return fails(fact);
  const nodes = nodesIn(mask, before);
  return nodes === undefined ? NOT_REACHED : demand(nodes >> MOST_NODES === 0n, fact);
}

export function maskReadable(mask: NodeMask, before: Before): Verdict {
  const bits = bitsRead(mask, before);
  if (bits === undefined || bits === 0n || bits > pageBytes(before) * 8n) return NOT_REACHED;
  // A mask of one bit strace may leave unread.
  return canRead(pointerOf(mask.argument), Math.ceil(Number(bits) / 64) * 8, before);
}
