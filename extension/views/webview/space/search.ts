/** Finds a row by an address, or by a part of a name; each time the next one, from the chosen row on. */
import { pageOfText } from '../../../../picture/address';
import type { Row } from '../../../../picture/rows';

/** Undefined where nothing fits. Hexadecimal digits are an address first, and a name where no address is meant. */
export function find(rows: readonly Row[], text: string, from: number): number | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const page = pageOfText(wanted);
  if (page !== undefined && (wanted.startsWith('0x') || wanted.length >= 5)) {
    const row = rows.findIndex(({ start, end }) => page >= start && page < end);
    if (row >= 0) return row;
  }
  const name = wanted.toLowerCase();
  const fits = ({ before, after }: Row): boolean =>
    [before, after].some((region) => region?.name.toLowerCase().includes(name) === true);
  for (let i = 1; i <= rows.length; i++) {
    const at = (from + i) % rows.length;
    const row = rows[at];
    if (row !== undefined && fits(row)) return at;
  }
  return undefined;
}
