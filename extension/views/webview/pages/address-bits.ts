/**
 * An address as the page tables read it, as in a textbook: hexadecimal digits, their bits below, and each level's field with
 * the index that it holds. A digit whose bits belong to two fields stands on the border of both.
 *
 *     0x      7    f   f    f |   f    7  | e    7  |  0   0   0
 *          0111 1111 1|111 1111 11|11 0111 111|1 1110 0111|0000 0000 0000
 *          PGD 255    |PUD 511    |PMD 447    |PTE 487    |offset 0x000
 */
import { digitsOf, isShared, roomOf, type AddressField } from '../../../../picture/pages/address-fields';
import type { ViewStrings } from '../../words';
import { el } from '../dom';

export function addressBits(fields: readonly AddressField[], address: string, s: ViewStrings): HTMLElement {
  const bits = (fields[0]?.high ?? 47) + 1;
  const grid = el('ol', { class: 'bits', dir: 'ltr', 'aria-label': s.addressBits });
  const widths = fields.map(({ high, low }) => {
    return `repeat(${high - low + 1}, minmax(0, ${roomOf({ high, low }).toFixed(2)}fr))`;
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
      const style = `digit ${isShared({ high, low }, fields) ? 'shared' : ''}`;
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
