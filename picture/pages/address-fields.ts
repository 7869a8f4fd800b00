/** The fields of an address as page tables read it, and its hexadecimal digits, of which some have bits in two fields. */
/** A field of the address; `low` and `high` are bits, both included. */
export interface AddressField {
  /** 0 is the top level; the byte in the page comes last, as 'offset'. */
  readonly kind: `level${number}` | 'offset';
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly value: bigint;
}

/** An address with the index that each level, from the top down, reads out of it; bits from the highest to the lowest. */
export interface WalkedAddress {
  readonly address: string;
  readonly steps: readonly {
    readonly level: string;
    readonly bits: readonly [high: number, low: number];
    readonly index: number;
  }[];
}

export function fieldsOf({ address, steps }: WalkedAddress, offsetName: string): readonly AddressField[] {
  const pageBits = steps.at(-1)?.bits[1] ?? 12;
  return [
    ...steps.map(({ level, bits: [high, low], index }, n): AddressField => {
      return { kind: `level${n}`, name: level, high, low, value: BigInt(index) };
    }),
    {
      kind: 'offset',
      name: offsetName,
      high: pageBits - 1,
      low: 0,
      value: BigInt.asUintN(pageBits, BigInt(address)),
    },
  ];
}

/** The address in binary, four by four as its hexadecimal digits are. */
export const binaryOf = ({ value, high, low }: AddressField): string =>
  value.toString(2).padStart(high - low + 1, '0');

interface Bits {
  readonly high: number;
  readonly low: number;
}

/** Fields of a few bits still need room for their names. */
const LEAST_ROOM = 5;

/** How wide a bit of the field is drawn, beside 1 of a long field's. */
export const roomOf = ({ high, low }: Bits): number => Math.max(1, LEAST_ROOM / (high - low + 1));

/** The digit's bits belong to two fields. */
export const isShared = ({ high, low }: Bits, fields: readonly Bits[]): boolean =>
  fields.some((field) => field.low > low && field.low <= high);

export interface Digit {
  readonly digit: string;
  readonly high: number;
  readonly low: number;
}

/** Hexadecimal digits from the highest down; the first may stand for fewer than four bits. */
export function digitsOf(address: bigint, bits: number): readonly Digit[] {
  return Array.from({ length: Math.ceil(bits / 4) }, (_, n) => {
    const low = (Math.ceil(bits / 4) - 1 - n) * 4;
    const high = Math.min(low + 3, bits - 1);
    const value = (address >> BigInt(low)) & ((1n << BigInt(high - low + 1)) - 1n);
    return { digit: value.toString(16), high, low };
  });
}
