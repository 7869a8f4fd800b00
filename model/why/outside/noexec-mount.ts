/**
 * Filesystems that the log shows being mounted noexec: their files are not mapped executable, and what is mapped of them does
 * not become so. mm/mmap.c: do_mmap, path_noexec
 */
import type { EventIndex } from '../../trace/positions';
import { argument, hasFlag, pathOf } from '../../process/call-values';
import type { CallEvent } from '../../trace/event';
import type { Subject } from '../subject';
import { earlierCalls } from './earlier-calls';

const CALLS = ['mount', 'umount', 'umount2'];

const MS_NOEXEC = 8;
/** They change how mounts spread, and nothing else. include/uapi/linux/mount.h */
const SPREADING = [
  ['MS_UNBINDABLE', 1 << 17],
  ['MS_PRIVATE', 1 << 18],
  ['MS_SLAVE', 1 << 19],
  ['MS_SHARED', 1 << 20],
] as const;

/** The call that mounted what the file lies on noexec; undefined: the log shows none, or it is no more. */
export function noexecMount(subject: Subject, path: string): EventIndex | undefined {
  const seen = new Set<string>();
  let deepest: { readonly place: string; readonly at: EventIndex | undefined } | undefined;
  for (const { event, call } of earlierCalls(subject, { names: CALLS })) {
    const place = pathOf(argument(call, call.name === 'mount' ? 1 : 0))?.replace(/(?<=.)\/+$/, '');
    if (place === undefined || seen.has(place) || !liesBelow(path, place) || spreadsOnly(call)) continue;
    seen.add(place);
    if (deepest !== undefined && deepest.place.length >= place.length) continue;
    const isNoexec = hasFlag(argument(call, 3), 'MS_NOEXEC', MS_NOEXEC) === true;
    deepest = { place, at: call.name === 'mount' && isNoexec ? event : undefined };
  }
  return deepest?.at;
}

const spreadsOnly = (call: CallEvent): boolean =>
  call.name === 'mount' && SPREADING.some(([name, bit]) => hasFlag(argument(call, 3), name, bit) === true);

/** One may be written in full and the other from the working directory. */
function liesBelow(path: string, place: string): boolean {
  if (place === '/') return path.startsWith('/');
  const below = place.replace(/^\.\//, '');
  return path.startsWith(`${below}/`) || (!below.startsWith('/') && path.includes(`/${below}/`));
}
