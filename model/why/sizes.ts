/** Numbers as sentences carry them. */
import { addressOf, lengthOf, type PageRange } from '../memory/page';
import type { MessageValue } from './message-shape';
import { say } from './message';

const units = [
  [1n << 40n, 'TiB'],
  [1n << 30n, 'GiB'],
  [1n << 20n, 'MiB'],
  [1n << 10n, 'KiB'],
] as const;

/**
 * Exact: 8 KiB, 1 MiB, 1300 KiB, 8191 bytes. Not rounded, because a limit fails by one byte; but for what is larger than any
 * memory, of which nobody reads twelve digits: ~127.9 TiB.
 */
export function bytesInWords(bytes: bigint): MessageValue {
  const sign = bytes < 0n ? '-' : '';
  const size = bytes < 0n ? -bytes : bytes;
  if (size > 1n << 40n && size < LARGEST_SPACE && size % (1n << 30n) !== 0n) {
    const tenths = (size * 10n) >> 40n;
    return `~${sign}${tenths / 10n}.${tenths % 10n} TiB`;
  }
  for (const [unit, name] of units) {
    if (size !== 0n && size % unit === 0n) return `${sign}${size / unit} ${name}`;
  }
  return say(size === 1n ? 'size.byte' : 'size.bytes', { count: `${sign}${size}` });
}

/** For rows of a table, whose addresses are exact: ~565.2 GiB, where 592749512 KiB would be. */
export function bytesAtAGlance(bytes: bigint): MessageValue {
  const isLong = bytes > 1n << 34n && bytes < 1n << 40n && bytes % (1n << 30n) !== 0n;
  if (!isLong) return bytesInWords(bytes);
  const tenths = (bytes * 10n) >> 30n;
  return `~${tenths / 10n}.${tenths % 10n} GiB`;
}

/** No address space is larger: what is, is -1 or a number that was meant for something else. */
const LARGEST_SPACE = 1n << 57n;

export const pagesInWords = (pages: number | bigint): MessageValue => bytesInWords(BigInt(pages) * 4096n);

export const hexOf = (address: bigint): string => `0x${address.toString(16)}`;

/** `0x7f0000000000–0x7f0000002000`: half-open, as /proc/PID/maps counts. */
export const rangeInWords = ({ start, end }: PageRange): string =>
  `${hexOf(addressOf(start))}–${hexOf(addressOf(end))}`;

export const sizeOfRange = (range: PageRange): MessageValue => pagesInWords(lengthOf(range));
