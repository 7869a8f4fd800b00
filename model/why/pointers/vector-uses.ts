/**
 * A vector of ranges: the array itself, then what each element leads to. All elements are tested to lie in user space before
 * the first is used. lib/iov_iter.c: __import_iovec
 */
import type { Argument } from '../../trace/value';
import { member, numberOf } from '../../process/call-values';
import type { Message } from '../message-shape';
import { say } from '../message';
import * as abi from './abi-sizes';
import type { CallLine } from './call-line';
import { exactly, usesAt } from './counted-uses';
import { sizeIn, type Direction } from './extent';
import type { MemoryUse } from './memory-use';

/** The kernel takes no more. include/uapi/linux/uio.h: UIO_MAXIOV */
const MOST_ELEMENTS = 1024n;

export function vectorUses(
  line: CallLine,
  given: Argument,
  what: Message,
  count: bigint | undefined,
  to: Direction,
): readonly MemoryUse[] {
  if (count !== undefined && (count <= 0n || count > MOST_ELEMENTS)) return [];
  const bytes = BigInt(sizeIn(line.architecture, abi.IOVEC)) * (count ?? 1n);
  const array = usesAt(line, given, what, 'read', exactly(bytes));
  if (given.value.kind !== 'array') return array;
  const elements = given.value.items.flatMap((item, at) =>
    elementUses(line, item, say('pointer.element', { index: at + 1, what }), to),
  );
  const outside = elements.filter(({ address }) => address !== undefined && address >> 63n === 1n);
  const inside = elements.filter((element) => !outside.includes(element));
  return [...array, ...outside, ...inside];
}

function elementUses(line: CallLine, item: Argument, what: Message, to: Direction): readonly MemoryUse[] {
  const base = member(item.value, 'iov_base');
  const length = numberOf(member(item.value, 'iov_len')?.value);
  if (base === undefined || length === undefined || length === 0n) return [];
  const most = BigInt.asUintN(64, length);
  // Sockets, pipes and files take or give less where that is all they have room for.
  return usesAt(line, base, what, to === 'in' ? 'read' : 'write', { least: 1n, most });
}
