/**
 * What is behind a descriptor, as the words of a log tell: the kind that a path or a `-y` decoration betrays.
 */
import type { EventIndex } from '../trace/positions';
import type { OpenFile } from './descriptors';

/** An open file of which nothing is known but that it is open, and what is given. */
export const unknownFile = (
  description: number,
  path = '',
  kind: OpenFile['kind'] = 'unknown',
  openedAt?: EventIndex,
): OpenFile => ({
  description,
  path,
  readable: undefined,
  writable: undefined,
  kind,
  size: undefined,
  seals: 0,
  closeOnExec: false,
  openedAt,
});

const PREFIXES: readonly (readonly [string, OpenFile['kind']])[] = [
  ['pipe:', 'pipe'],
  ['socket:', 'socket'],
  ['TCP', 'socket'],
  ['UDP', 'socket'],
  ['UNIX', 'socket'],
  ['NETLINK:', 'socket'],
  ['anon_inode:', 'anon-inode'],
  ['pid:', 'anon-inode'],
  ['{eventfd-', 'anon-inode'],
  ['signalfd:', 'anon-inode'],
  ['/memfd:', 'memfd'],
  ['/secretmem', 'secretmem'],
];

/** Devices that every Linux has under these names. Documentation/admin-guide/devices.rst */
const DEVICES: ReadonlySet<string> = new Set([
  '/dev/zero',
  '/dev/null',
  '/dev/full',
  '/dev/random',
  '/dev/urandom',
  '/dev/tty',
]);

/** The kind that a `-y` decoration or a path shows; 'unknown' where it could be several. */
export function kindOfTarget(target: string): OpenFile['kind'] {
  // -yy: /dev/null<char 1:3>
  if (target.endsWith('>')) {
    if (/<char \d+:\d+>$/.test(target)) return 'character';
    if (/<block \d+:\d+>$/.test(target)) return 'block';
  }
  for (const [prefix, kind] of PREFIXES) if (target.startsWith(prefix)) return kind;
  return DEVICES.has(target) ? 'character' : 'unknown';
}

/** The path in a decoration: without the device numbers of -yy. */
export const pathOfTarget = (target: string): string =>
  target.endsWith('>') ? target.replace(/<(?:char|block) \d+:\d+>$/, '') : target;
