/**
 * The line that made a mapped file as long as it is. A file is known by its description, and by its path as long as no line
 * took the name away from it.
 */
import type { EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import { pagesFor } from '../../memory/page';
import type { Backing, Vma } from '../../memory/vma';
import { argument, hasFlag, intOf, numberOf, pathOf, successOf } from '../../process/call-values';
import { fileOfDescription, type DescriptorTable, type OpenFile } from '../../process/descriptors';
import { fileAt } from '../outside/descriptor-history';
import { earlierCalls, type EarlierCall } from '../outside/earlier-calls';
import type { Fault } from './account';

type FileBacking = Extract<Backing, { kind: 'file' }>;

/** What is mapped, and the words that name it: as maps prints it, and as the program gave it when it opened it. */
interface MappedFile {
  readonly backing: FileBacking;
  readonly names: ReadonlySet<string>;
}

const RESIZING = [
  'ftruncate',
  'ftruncate64',
  'truncate',
  'truncate64',
  'memfd_create',
  'open',
  'openat',
  'creat',
];
const UNNAMING = ['unlink', 'unlinkat', 'rename', 'renameat', 'renameat2'];

export interface LengthBehind {
  readonly open: OpenFile | undefined;
  /** The line that made the file so long, where one did. */
  readonly change: { readonly at: EventIndex; readonly size: bigint } | undefined;
  /** Bytes; undefined where the log does not show them. */
  readonly size: bigint | undefined;
  /** Pages of 4096 bytes that have something of the file. */
  readonly pages: number | undefined;
}

/** How long the file behind a VMA is, as far as the log shows. `wanted`: how many pages of it would be needed. */
export function lengthBehind(fault: Fault, backing: FileBacking, vma: Vma, wanted: number): LengthBehind {
  const { subject, signal } = fault;
  const world = subject.timeline.worldAt(subject.event);
  const task = world.task(signal.task);
  const table = task === undefined ? undefined : world.descriptors(task.descriptors);
  const open = table === undefined ? undefined : fileOfDescription(backing.description, table);
  const known = open?.size;
  const changed = lastResize(fault, backing, vma.origin.mapped);
  // What the log followed comes first; a cut by another name it may not have seen to be this file's.
  const isKnown = known !== undefined && wanted > pagesFor(known);
  const change = isKnown && changed?.size !== known ? undefined : changed;
  const size = isKnown ? known : change?.size;
  return { open, change, size, pages: size === undefined ? backing.pages : pagesFor(size) };
}

const ASKING = ['fstat', 'fstat64', 'newfstatat', 'statx'];

/** The line that showed how long the file is: its descriptor was asked for. */
export function lengthShownAt(fault: Fault, backing: FileBacking): EventIndex | undefined {
  for (const { event, call } of earlierCalls(fault.subject, { names: ASKING })) {
    const fd = intOf(argument(call, 0));
    const file = fd === undefined || fd < 0 ? undefined : tableOf(fault, call, event)?.get(fd);
    if (file !== undefined && isFile(file, backing) && successOf(call) !== undefined) return event;
  }
  return undefined;
}

/** Undefined where no line set it; writes may have made the file longer since. */
function lastResize(
  fault: Fault,
  backing: FileBacking,
  mapped: EventIndex | undefined,
): { at: EventIndex; size: bigint } | undefined {
  const { subject } = fault;
  const given = mapped === undefined ? undefined : nameWhenOpened(fault, mapped);
  const file = { backing, names: new Set([bare(backing.path), ...(given === undefined ? [] : [given])]) };
  for (const { event, call } of earlierCalls(subject, { names: RESIZING })) {
    const size = sizeSetBy(fault, { event, call }, file);
    if (size !== undefined) return { at: event, size };
  }
  return undefined;
}

function sizeSetBy(fault: Fault, { event, call }: EarlierCall, mapped: MappedFile): bigint | undefined {
  const { backing } = mapped;
  switch (call.name) {
    case 'memfd_create': {
      const own = call.task === fault.signal.task;
      return own && bare(backing.path) === `/memfd:${pathOf(argument(call, 0)) ?? ''}` ? 0n : undefined;
    }
    case 'truncate':
    case 'truncate64':
      return isNamed(fault, call, event, 0, mapped) ? numberOf(argument(call, 1)) : undefined;
    case 'creat':
      return isNamed(fault, call, event, 0, mapped) ? 0n : undefined;
    case 'open':
    case 'openat': {
      const at = call.name === 'open' ? 0 : 1;
      const cuts = hasFlag(argument(call, at + 1), 'O_TRUNC', 0o1000) === true;
      return cuts && isNamed(fault, call, event, at, mapped) ? 0n : undefined;
    }
    default: {
      const fd = intOf(argument(call, 0));
      const file = fd === undefined ? undefined : tableOf(fault, call, event)?.get(fd);
      return file !== undefined && isFile(file, backing) ? numberOf(argument(call, 1)) : undefined;
    }
  }
}

/** The path in the words of the call that opened what the mmap maps: with -y the log knows the file by another. */
function nameWhenOpened({ subject }: Fault, mapped: EventIndex): string | undefined {
  const { recording } = subject.timeline;
  const call = recording.decode(mapped);
  const fd = call.kind === 'call' && call.name.startsWith('mmap') ? intOf(argument(call, 4)) : undefined;
  const openedAt = fd === undefined ? undefined : fileAt({ ...subject, event: mapped }, fd)?.openedAt;
  const opening = openedAt === undefined ? undefined : recording.decode(openedAt);
  if (opening?.kind !== 'call') return undefined;
  return opening.name === 'openat' ? pathOf(argument(opening, 1)) : pathOf(argument(opening, 0));
}

function tableOf({ subject }: Fault, call: CallEvent, event: EventIndex): DescriptorTable | undefined {
  const world = subject.timeline.worldAt(event);
  const caller = world.task(call.task);
  return caller === undefined ? undefined : world.descriptors(caller.descriptors);
}

const bare = (path: string): string => path.replace(/ \(deleted\)$/, '');

/** The description that is mapped, or another of the same name that no memory file shares. */
const isFile = (file: OpenFile, { description, path }: FileBacking): boolean =>
  file.description === description ||
  file.reopens === description ||
  (file.kind !== 'memfd' && file.path !== '' && bare(file.path) === bare(path));

/** The call names the path that the mapped file was opened by, which is still the file's. */
function isNamed(
  { subject }: Fault,
  call: CallEvent,
  event: EventIndex,
  at: number,
  { names }: MappedFile,
): boolean {
  const named = pathOf(argument(call, at));
  if (named === undefined || !names.has(named)) return false;
  const opened = openingOf(subject, named, event);
  for (const { event: taken, call: unnaming } of earlierCalls(subject, { names: UNNAMING, before: event })) {
    if (opened !== undefined && taken < opened) return true;
    if (unnaming.args.some((_, i) => pathOf(argument(unnaming, i)) === named)) return false;
  }
  return true;
}

/** When the path was opened before: the opening that made it may be the one that is mapped. */
function openingOf(subject: Fault['subject'], path: string, before: EventIndex): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: ['open', 'openat', 'creat'], before }))
    if (successOf(call) !== undefined && pathOf(argument(call, call.name === 'openat' ? 1 : 0)) === path)
      return event;
  return undefined;
}
