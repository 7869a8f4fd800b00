/**
 * An address as the page tables read it, as in a textbook: each level's index in a box of its own, with its bits.
 *
 *     PGD 47–39     PUD 38–30     PMD 29–21     PTE 20–12     offset 11–0
 *     011111111     111111111     110111111     111101111     0x000
 *        255           511           447           495
 */
import type { PageWalkBody } from '../../../../debug-adapter/page-protocol';
import type { ViewStrings } from '../../words';
import { el } from '../dom';

export function addressBits({ address, steps }: PageWalkBody, s: ViewStrings): HTMLElement {
  const last = steps.at(-1);
  const offsetBits = last?.bits[1] ?? 12;
  const offset = BigInt.asUintN(offsetBits, BigInt(address));
  return el(
    'ol',
    { class: 'bits', dir: 'ltr', 'aria-label': s.addressBits },
    ...steps.map(({ level, bits: [high, low], index }, i) =>
      box(
        `level${i}`,
        `${level} ${high}–${low}`,
        index.toString(2).padStart(high - low + 1, '0'),
        String(index),
      ),
    ),
    box(
      'offset',
      `${s.offset} ${offsetBits - 1}–0`,
      offset.toString(2).padStart(offsetBits, '0'),
      `0x${offset.toString(16)}`,
    ),
  );
}

const box = (kind: string, title: string, binary: string, value: string): HTMLElement =>
  el(
    'li',
    { class: `box ${kind}` },
    el('span', { class: 'title' }, title),
    el('span', { class: 'binary', 'aria-hidden': 'true' }, binary),
    el('strong', { class: 'value' }, value),
  );
