/**
 * From what strace printed for a flags argument to the bits that the kernel received.
 */
import type { FlagsValue, Value } from '../../trace/value';
import type { FlagTable } from './flag-table';

/** `21<<MAP_HUGE_SHIFT`: the same shift under three names. */
const HUGE_SHIFTS: ReadonlySet<string> = new Set(['MAP_HUGE_SHIFT', 'MFD_HUGE_SHIFT', 'SHM_HUGE_SHIFT']);
const HUGE_SHIFT = 26n;

/**
 * The bits of a flags argument: names joined by `|`, a raw number (of `-X raw`, or with the names in a comment by
 * `-X verbose`), bits without a name, and sizes of huge pages. Undefined where a name is not in the table or the
 * argument is no number at all: half a flag word would be a wrong one.
 */
export function flagBits(value: Value, table: FlagTable): bigint | undefined {
  if (value.kind === 'number') return value.value;
  return value.kind === 'flags' ? termBits(value, table) : undefined;
}

/** The same as a number: exact, for flag words have few bits. Names alone, as nearly all flags are, need no bigint. */
export function flagNumber(value: Value, table: FlagTable): number | undefined {
  const named = value.kind === 'flags' ? namedBits(value, table) : undefined;
  if (named !== undefined) return named;
  const bits = flagBits(value, table);
  return bits === undefined ? undefined : Number(BigInt.asUintN(64, bits));
}

/** Undefined where any term is not a name of the table. */
function namedBits({ terms }: FlagsValue, table: FlagTable): number | undefined {
  let bits = 0;
  for (const term of terms) {
    const known = 'name' in term ? table.get(term.name) : undefined;
    if (known === undefined) return undefined;
    bits |= known;
  }
  return bits >>> 0;
}

function termBits(value: FlagsValue, table: FlagTable): bigint | undefined {
  let low = 0;
  let high = 0n;
  for (const term of value.terms) {
    if ('name' in term) {
      const bits = table.get(term.name);
      if (bits === undefined) return undefined;
      low |= bits;
    } else if ('bits' in term) {
      high |= term.bits;
    } else if (HUGE_SHIFTS.has(term.shift)) {
      high |= term.shifted << HUGE_SHIFT;
    } else {
      return undefined;
    }
  }
  return BigInt(low >>> 0) | high;
}

/** Names that the table lacks: for a message that says which word of the line was not understood. */
export const unknownNames = (value: Value, table: FlagTable): readonly string[] =>
  value.kind === 'flags'
    ? value.terms.flatMap((term) => ('name' in term && !table.has(term.name) ? [term.name] : []))
    : [];
