/**
 * An address as the page tables read it, as in a textbook: hexadecimal digits, their bits below, and each level's field with
 * the index that it holds. A digit whose bits belong to two fields stands on the border of both.
 *
 *     0x      7    f   f    f |   f    7  | e    7  |  0   0   0
 *          0111 1111 1|111 1111 11|11 0111 111|1 1110 0111|0000 0000 0000
 *          PGD 255    |PUD 511    |PMD 447    |PTE 487    |offset 0x000
 */
import type { PageWalkBody } from '../../../../debug-adapter/page-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';

/** A field of the address; `low` and `high` are bits, both included. */
export interface AddressField {
  /** 0 is the top level; the byte in the page comes last, as 'offset'. */
  readonly kind: `level${number}` | 'offset';
  readonly name: string;
  readonly high: number;
  readonly low: number;
  readonly value: bigint;
}

export function fieldsOf(
  { address, steps }: Pick<PageWalkBody, 'address' | 'steps'>,
  offsetName: string,
): readonly AddressField[] {
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

/** Fields of a few bits still need room for their names. */
const LEAST_ROOM = 5;

export function addressBits(fields: readonly AddressField[], address: string, s: ViewStrings): HTMLElement {
  const bits = (fields[0]?.high ?? 47) + 1;
  const grid = el('ol', { class: 'bits', dir: 'ltr', 'aria-label': s.addressBits });
  const widths = fields.map(({ high, low }) => {
    const room = Math.max(1, LEAST_ROOM / (high - low + 1));
    return `repeat(${high - low + 1}, minmax(0, ${room.toFixed(2)}fr))`;
  });
  grid.style.gridTemplateColumns = `auto ${widths.join(' ')}`;
  const place = (element: HTMLElement, high: number, low: number): HTMLElement => {
    element.style.gridColumn = `${bits - high + 1} / ${bits - low + 2}`;
    return element;
  };
  grid.append(
    el('li', { class: 'lead', 'aria-hidden': 'true' }, '0x'),
    ...fields.map((field) => place(fieldElement(field), field.high, field.low)),
    ...digitsOf(BigInt(address), bits).map(({ digit, high, low }) => {
      const isShared = fields.some((field) => field.low > low && field.low <= high);
      const style = `digit ${isShared ? 'shared' : ''}`;
      return place(el('li', { class: style, 'aria-hidden': 'true' }, el('span', {}, digit)), high, low);
    }),
    ...Array.from({ length: bits }, (_, n) => {
      const bit = bits - 1 - n;
      const value = (BigInt(address) >> BigInt(bit)) & 1n;
      return place(el('li', { class: 'bit', 'aria-hidden': 'true' }, String(value)), bit, bit);
    }),
  );
  return grid;
}

function fieldElement(field: AddressField): HTMLElement {
  const { kind, name, high, low, value } = field;
  const shown = kind === 'offset' ? `0x${value.toString(16)}` : String(value);
  return el(
    'li',
    { class: `field ${kind}`, 'data-field': kind },
    el('span', { class: 'name' }, name),
    el('span', { class: 'range' }, high === low ? String(high) : `${high}–${low}`),
    el('strong', { class: 'value' }, shown),
  );
}

interface Digit {
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
