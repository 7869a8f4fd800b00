/** The address of a walk in SVG: its digits, each on its four bits, and its fields with their names, bits and values. */
import { cut } from '../shown-text';
import { element, textElement, type SvgNode } from '../svg';
import { digitsOf, isShared, roomOf, type AddressField } from './address-fields';
import type { Box } from './routes';
import { CHARACTER, colourOf, MARGIN, STRIP, type WalkPalette } from './walk-look';

export interface Strip {
  readonly nodes: readonly SvgNode[];
  /** Of each field. */
  readonly boxes: readonly Box[];
}

/** Digits, on each of their four bits, and the fields' names, bits and values. */
export function stripOf(
  { fields, address }: { readonly fields: readonly AddressField[]; readonly address: string },
  palette: WalkPalette,
  width: number,
): Strip {
  const start = MARGIN + 22;
  const rooms = fields.map((field) => ({ ...field, room: roomOf(field) }));
  const all = rooms.reduce((sum, { high, low, room }) => sum + (high - low + 1) * room, 0);
  const unit = (width - MARGIN - start) / all;
  /** The left edge of a bit; of -1 the right end. */
  const edge = (bit: number): number =>
    start +
    unit *
      rooms.reduce((sum, { high, low, room }) => sum + Math.max(0, high - Math.max(bit, low - 1)) * room, 0);
  const text = (
    x: number,
    y: number,
    said: string,
    more: Readonly<Record<string, string | number>> = {},
  ): SvgNode => textElement('text', { x, y: STRIP + y, 'text-anchor': 'middle', ...more }, said);
  const boxes = fields.map(({ high, low }): Box => {
    return { x: edge(high), y: STRIP, width: edge(low - 1) - edge(high), height: 108 };
  });
  const bits = (fields[0]?.high ?? 47) + 1;
  const value = BigInt(address);
  return {
    boxes,
    nodes: [
      textElement('text', { x: MARGIN, y: STRIP + 17, fill: palette.faint, 'font-size': 14 }, '0x'),
      ...fields.flatMap((field, n) => {
        const { x, y, width: wide, height } = boxes[n] ?? { x: 0, y: 0, width: 0, height: 0 };
        const colour = colourOf(n, fields, palette);
        const isOffset = n === fields.length - 1;
        const said = isOffset ? `0x${field.value.toString(16)}` : String(field.value);
        const range = field.high === field.low ? String(field.high) : `${field.high}–${field.low}`;
        return [
          element('rect', {
            x,
            y,
            width: wide,
            height,
            fill: isOffset ? 'none' : colour,
            'fill-opacity': 0.2,
          }),
          element('path', { d: `M ${x} ${y} V ${y + height}`, stroke: colour }),
          element('rect', { x, y: y + height - 5, width: wide, height: 5, fill: colour }),
          text(x + wide / 2, 64, cut(field.name, Math.max(4, Math.floor(wide / CHARACTER))), {
            'font-size': 11,
          }),
          text(x + wide / 2, 79, range, { 'font-size': 10, fill: palette.faint }),
          text(x + wide / 2, 95, said, { 'font-weight': 'bold' }),
        ];
      }),
      ...digitsOf(value, bits).flatMap(({ digit, high, low }) => {
        const [from, to] = [edge(high), edge(low - 1)];
        const middle = (from + to) / 2;
        return [
          ...(isShared({ high, low }, fields)
            ? [
                element('rect', {
                  x: middle - 7,
                  y: STRIP + 3,
                  width: 14,
                  height: 17,
                  rx: 3,
                  fill: palette.paper,
                }),
              ]
            : []),
          text(middle, 17, digit, { 'font-size': 16 }),
          element('path', {
            d: `M ${from + 2} ${STRIP + 22} V ${STRIP + 25} H ${to - 2} V ${STRIP + 22}`,
            fill: 'none',
            stroke: palette.faint,
          }),
        ];
      }),
      ...Array.from({ length: bits }, (_, bit) =>
        text((edge(bit) + edge(bit - 1)) / 2, 40, String((value >> BigInt(bit)) & 1n), { 'font-size': 11 }),
      ),
    ],
  };
}
