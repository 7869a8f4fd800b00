/**
 * One line of maps as data: `7f3d25241000-7f3d25243000 r-xp 00002000 fe:00 260131   /usr/bin/a b (deleted)`.
 */
import { isDigit, isHex, MapsScanner, type MapsFault } from './maps-scanner';
import { pageNumber, pageOf, type PageRange } from './page';
import { Prot } from './vma';

export interface MapsLine extends PageRange {
  /** Undefined for `???p`, which this tool prints where a log shows no protection. */
  readonly prot: Prot | undefined;
  readonly share: 'private' | 'shared' | 'unknown';
  /** In pages. */
  readonly pgoff: number;
  /** As printed: `fe:00`. */
  readonly device: string;
  /** In decimal. */
  readonly inode: string;
  /** The last column with `\012` as line end; '' where there is none. */
  readonly name: string;
}

export interface Fault {
  readonly fault: MapsFault;
  /** 1-based. */
  readonly column: number;
}

export type LineOrFault = MapsLine | Fault;

export const isFault = (read: object): read is Fault => 'fault' in read;

/** `start-end`, at the scanner's place. */
export const readRange = (scanner: MapsScanner): PageRange | Fault => {
  const fault = (kind: MapsFault, column = scanner.column): Fault => ({ fault: kind, column });
  const column = scanner.column;
  const start = scanner.take(isHex, 16);
  if (start === undefined || !scanner.literal('-')) return fault('address-expected');
  const endColumn = scanner.column;
  const end = scanner.take(isHex, 17);
  if (end === undefined) return fault('address-expected');
  const from = BigInt(`0x${start}`);
  const to = BigInt(`0x${end}`);
  if (to <= from || to > 1n << 64n) return fault('empty-range', endColumn);
  if ((from & 4095n) !== 0n) return fault('unaligned', column);
  if ((to & 4095n) !== 0n) return fault('unaligned', endColumn);
  return { start: pageOf(from), end: pageNumber(Number(to >> 12n)) };
};

export const readMapsLine = (text: string): LineOrFault => {
  const scanner = new MapsScanner(text);
  const range = readRange(scanner);
  if (isFault(range)) return range;
  const fault = (kind: MapsFault): Fault => ({ fault: kind, column: scanner.column });
  if (!scanner.spaces()) return fault('permissions-expected');
  const permissionsAt = scanner.column;
  const permissions = permissionsFrom(scanner.take(isPermission, 4));
  if (permissions === undefined) return { fault: 'permissions-expected', column: permissionsAt };
  if (!scanner.spaces()) return fault('offset-expected');
  const offset = scanner.take(isHex, 16);
  if (offset === undefined || !scanner.spaces()) return fault('offset-expected');
  const device = scanner.take(isDevice, 17);
  if (device?.includes(':') !== true || !scanner.spaces()) return fault('device-expected');
  const inode = scanner.take(isDigit, 20);
  if (inode === undefined || !(scanner.atEnd || scanner.spaces())) return fault('inode-expected');
  return {
    ...range,
    ...permissions,
    pgoff: Number(BigInt(`0x${offset}`) >> 12n),
    device,
    inode,
    name: scanner.rest().replaceAll('\\012', '\n'),
  };
};

const isDevice = (code: number): boolean => isHex(code) || code === 0x3a;
const isPermission = (code: number): boolean => code > 0x20;

/** `rw-p`; `?` where nothing is known. */
const permissionsFrom = (text: string | undefined): Pick<MapsLine, 'prot' | 'share'> | undefined => {
  if (text?.length !== 4) return undefined;
  const shares: Readonly<Record<string, MapsLine['share']>> = { p: 'private', s: 'shared', '?': 'unknown' };
  const share = shares[text.charAt(3)];
  if (share === undefined) return undefined;
  if (text.startsWith('???')) return { prot: undefined, share };
  const letters: readonly (readonly [string, Prot])[] = [
    ['r', Prot.read],
    ['w', Prot.write],
    ['x', Prot.exec],
  ];
  let prot = 0;
  for (const [at, [letter, bit]] of letters.entries()) {
    const found = text.charAt(at);
    if (found === letter) prot |= bit;
    else if (found !== '-') return undefined;
  }
  return { prot, share };
};
