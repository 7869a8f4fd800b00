/** Memory that one pointer leads to: a structure, a buffer, a string. */
import type { Argument, Value } from '../../trace/value';
import { numberOf } from '../../process/call-values';
import { wordBits } from '../../kernel/layout';
import type { Message } from '../message-shape';
import type { CallLine } from './call-line';
import { sizeIn, type Direction, type Extent } from './extent';
import type { MemoryUse, Turns } from './memory-use';
import type { PointerArgument } from './notation';

/** A fixed amount: `least` bytes are used whatever happens. */
export interface Amount {
  readonly least: bigint;
  readonly most: bigint;
  readonly isString?: boolean;
}

export const exactly = (bytes: number | bigint): Amount => ({ least: BigInt(bytes), most: BigInt(bytes) });

export function countedUses(
  line: CallLine,
  given: Argument,
  what: Message,
  { direction, extent, undecoded }: PointerArgument,
): Turns {
  const amount = amountOf(line, extent);
  if (amount.most === 0n) return [];
  const all = turns(line, given, what, direction, amount);
  return undecoded === true
    ? all.map((turn) => turn.map((use) => ({ ...use, refusedToStrace: false })))
    : all;
}

function amountOf(line: CallLine, extent: Extent): Amount {
  switch (extent.of) {
    case 'type':
      return exactly(sizeIn(line.architecture, extent.size));
    case 'count': {
      const count = line.number(extent.argument);
      const unit = BigInt(sizeIn(line.architecture, extent.unit));
      if (count === undefined) return { least: unit, most: unit };
      // A negative count is refused before anything is used, or is a large one: size_t.
      const bytes = BigInt.asUintN(wordBits(line.architecture), count) * unit;
      return extent.filled ? { least: bytes < unit ? bytes : unit, most: bytes } : exactly(bytes);
    }
    case 'pointed-to': {
      const length = firstNumber(line.argument(extent.argument)?.value);
      if (length === undefined) return { least: 1n, most: 1n };
      if (length <= 0n) return exactly(0);
      const limit = BigInt(extent.limit);
      return { least: 1n, most: length < limit ? length : limit };
    }
    case 'bits': {
      const word = wordBits(line.architecture) / 8;
      const bits = line.number(extent.argument) ?? 1n;
      if (bits <= 0n) return exactly(0);
      const bytes = ((bits + BigInt(word * 8 - 1)) / BigInt(word * 8)) * BigInt(word);
      return { least: BigInt(word), most: bytes };
    }
    case 'string':
      return { least: 1n, most: BigInt(extent.limit), isString: true };
    default:
      return { least: 1n, most: 1n };
  }
}

/** `[16]` */
function firstNumber(value: Value | undefined): bigint | undefined {
  return value?.kind === 'array' ? numberOf(value.items[0]?.value) : undefined;
}

/** What is read and then written takes two turns. */
export function turns(
  line: CallLine,
  given: Argument,
  what: Message,
  direction: Direction,
  amount: Amount,
): Turns {
  const use = (does: MemoryUse['does']): readonly MemoryUse[] =>
    usesAt(line, given, what, does, amount, direction);
  switch (direction) {
    case 'in':
      return [use('read')];
    case 'out':
      return [use('write')];
    case 'in-out':
      return [use('read'), use('write')];
  }
}

/** The use of what one printed value stands for. Of an array that breaks off, the first element that is not there. */
export function usesAt(
  line: CallLine,
  given: Argument,
  what: Message,
  does: MemoryUse['does'],
  { least, most, isString = false }: Amount,
  direction: Direction = does === 'read' ? 'in' : 'out',
): readonly MemoryUse[] {
  const { value } = given;
  const common = { does, what, least, most, isString };
  const address = line.address(value);
  if (address !== undefined) {
    const refusedToStrace = direction !== 'out' && !line.isRaw && address !== 0n && !isCommented(value);
    return [{ ...common, address, shown: 'address', refusedToStrace }];
  }
  const known = { ...common, address: undefined, refusedToStrace: false };
  if (value.kind === 'array' && value.unreadableAt !== undefined)
    return [
      {
        ...common,
        address: value.unreadableAt,
        least: 1n,
        shown: 'address',
        refusedToStrace: true,
      },
    ];
  return [{ ...known, shown: shownOf(value, common) }];
}

function shownOf(value: Value, { most, isString }: Pick<MemoryUse, 'most' | 'isString'>): MemoryUse['shown'] {
  switch (value.kind) {
    case 'string':
      return isString || (!value.cut && BigInt(value.bytes.length) >= most) ? 'all' : 'start';
    case 'array':
      return value.abbreviated ? 'start' : 'all';
    case 'omitted':
    case 'opaque':
      return 'nothing';
    default:
      return 'all';
  }
}

/** `0x7ffe… / * 57 vars * /`: strace has read it and only counts. */
const isCommented = (value: Value): boolean =>
  value.comment !== undefined && !value.comment.includes('unterminated');
