/**
 * The kernel's side of a comparison: /proc/PID/maps parsed once a text, limits by name.
 */
import { realpathSync } from 'node:fs';
import { parseMapsFile, type SnapshotVma } from '../../../model/memory/maps-snapshot';
import type { LimitName, LimitValue } from '../../../model/process/limits';

let last: { readonly text: string; readonly vmas: readonly SnapshotVma[] } | undefined;

export function vmasOf(maps: string): readonly SnapshotVma[] {
  if (last?.text !== maps) last = { text: maps, vmas: parseMapsFile(maps).snapshots[0]?.vmas ?? [] };
  return last.vmas;
}

const LIMITS: readonly (readonly [LimitName, string])[] = [
  ['MEMLOCK', 'Max locked memory'],
  ['AS', 'Max address space'],
  ['DATA', 'Max data size'],
  ['STACK', 'Max stack size'],
];

/** Soft limits in bytes. */
export const limitsOf = (text: string): ReadonlyMap<LimitName, LimitValue> =>
  new Map(
    LIMITS.flatMap(([name, title]): [LimitName, LimitValue][] => {
      const line = text.split('\n').find((one) => one.startsWith(title));
      const soft = line?.slice(title.length).trim().split(/ +/)[0];
      return soft === undefined ? [] : [[name, soft === 'unlimited' ? 'infinity' : BigInt(soft)]];
    }),
  );

const DELETED = ' (deleted)';
const resolved = new Map<string, string>();

/** maps shows the file itself, a log the way that the program asked for. */
export function sameFile(asked: string, shown: string): boolean {
  const [a, b] = [asked, shown].map((path) =>
    path.endsWith(DELETED) ? path.slice(0, -DELETED.length) : path,
  );
  if (a === undefined || b === undefined || a === b) return true;
  // A file without a name has its inode's number for one.
  if (a.endsWith('/#?')) return b.startsWith(a.slice(0, -1)) && /^\d+$/.test(b.slice(a.length - 1));
  return real(a) === real(b) || lastPart(a) === lastPart(b);
}

function real(path: string): string {
  const known = resolved.get(path);
  if (known !== undefined) return known;
  let found = path;
  try {
    found = realpathSync(path);
  } catch {
    // Gone since: compared as it was asked for.
  }
  resolved.set(path, found);
  return found;
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
