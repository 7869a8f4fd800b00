/**
 * Calls that open: each success is a new open file description. open(2), openat2(2), memfd_create(2), pipe(2) …
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import {
  argument,
  bytesOf,
  hasFlag,
  intOf,
  member,
  numberOf,
  onExit,
  pathOf,
  smallSuccessOf,
  fromUtf8,
} from './call-values';
import type { OpenFile } from './descriptors';
import { hugePagesAsked } from './huge-pages';
import { kindOfTarget, pathOfTarget, unknownFile } from './open-file';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** open's flags. include/uapi/asm-generic/fcntl.h; arm's differ in flags that are not read here, but for O_DIRECTORY. */
const O_CREAT = 0o100;
const O_TRUNC = 0o1000;
const O_APPEND = 0o2000;
const O_DIRECTORY = 0o200000;
const O_CLOEXEC = 0o2000000;
const O_PATH = 0o10000000;
const O_TMPFILE = 0o20200000;

export function open(call: CallEvent, task: Task, edit: WorldEdit): void {
  opened(call, task, edit, undefined, argument(call, 0), argument(call, 1));
}

export function openat(call: CallEvent, task: Task, edit: WorldEdit): void {
  opened(call, task, edit, argument(call, 0), argument(call, 1), argument(call, 2));
}

/** openat2(dirfd, path, {flags=…, mode=…, resolve=…}, size) */
export function openat2(call: CallEvent, task: Task, edit: WorldEdit): void {
  const flags = member(argument(call, 2), 'flags')?.value;
  opened(call, task, edit, argument(call, 0), argument(call, 1), flags);
}

/** creat(2) is open with O_CREAT|O_WRONLY|O_TRUNC. */
export function creat(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = smallSuccessOf(call);
  if (fd === undefined) return;
  const path = pathShown(call, undefined, argument(call, 0), task, edit);
  const file = { ...fresh(edit, path), readable: false, writable: true, size: 0n };
  put(edit, task, fd, inFilesystem(file, path, edit));
}

function opened(
  call: CallEvent,
  task: Task,
  edit: WorldEdit,
  directory: Value | undefined,
  name: Value | undefined,
  flags: Value | undefined,
): void {
  const fd = smallSuccessOf(call);
  if (fd === undefined) return;
  const again = reopened(name, task, edit);
  const unnamed = hasFlag(flags, 'O_TMPFILE', O_TMPFILE) === true;
  const named = again?.path ?? pathShown(call, directory, name, task, edit);
  const path = unnamed && decoration(call) === undefined ? unnamedIn(named) : named;
  const file = again ?? fresh(edit, path);
  const access = accessOf(flags);
  const onlyPath = hasFlag(flags, 'O_PATH', O_PATH) === true;
  const directoryAsked = hasFlag(flags, 'O_DIRECTORY', O_DIRECTORY) === true;
  const emptied = unnamed || (hasFlag(flags, 'O_TRUNC', O_TRUNC) === true && access?.writable === true);
  const made = hasFlag(flags, 'O_CREAT', O_CREAT) === true && hasFlag(flags, 'O_EXCL', 0o200) === true;
  const emptiedHere = emptied && (file.kind === 'unknown' || again !== undefined);
  const opened = {
    ...file,
    readable: onlyPath ? false : access?.readable,
    writable: onlyPath ? false : access?.writable,
    kind: onlyPath ? 'o-path' : unnamed || made ? 'regular' : directoryAsked ? 'directory' : file.kind,
    // A device or a pipe has no size to cut: its kind is known by name or not at all.
    size: again !== undefined && !emptied ? again.size : emptiedHere || made ? 0n : undefined,
    closeOnExec: hasFlag(flags, 'O_CLOEXEC', O_CLOEXEC) === true,
  } satisfies OpenFile;
  put(edit, task, fd, inFilesystem(opened, path, edit));
  if (hasFlag(flags, 'O_APPEND', O_APPEND) === true) edit.offsets.setAppends(file.description, true);
}

/** Of O_TMPFILE the path is the folder; maps shows the inode's number in it, which few lines do. fs/dcache.c: d_mark_tmpfile */
const unnamedIn = (folder: string): string =>
  folder === '' ? '' : `${folder.endsWith('/') ? folder : `${folder}/`}#? (deleted)`;

/** Of huge pages, where one of their filesystems has it. `path` decorated or as given. */
function inFilesystem(file: OpenFile, path: string, edit: WorldEdit): OpenFile {
  const hugePages = edit.hugeFilesystems.pagesOf(path);
  return hugePages === undefined ? file : { ...file, hugePages };
}

const OWN_DESCRIPTORS = ['/proc/self/fd/', '/proc/thread-self/fd/', '/dev/fd/'];

/** A memory file opened through its own number has a second description, and is the same file. */
function reopened(name: Value | undefined, task: Task, edit: WorldEdit): OpenFile | undefined {
  const given = bytesOf(name);
  if (given === undefined || !(given.startsWith('/proc/') || given.startsWith('/dev/'))) return undefined;
  const { pid } = edit.world.process(task.process) ?? {};
  const prefixes = pid === undefined ? OWN_DESCRIPTORS : [...OWN_DESCRIPTORS, `/proc/${pid}/fd/`];
  const prefix = prefixes.find((start) => given.startsWith(start));
  if (prefix === undefined) return undefined;
  const known = edit.world.descriptors(task.descriptors)?.get(Number(given.slice(prefix.length)));
  if (known?.kind !== 'memfd') return undefined;
  return {
    ...known,
    reopens: known.reopens ?? known.description,
    description: edit.ids.description(),
    // Which seals one has that the log did not see being made, nobody knows.
    openedAt: known.openedAt === undefined ? undefined : edit.event,
  };
}

/** O_ACCMODE is a number of two bits: 3 gives neither right (for ioctl only). */
export function accessOf(flags: Value | undefined): { readable: boolean; writable: boolean } | undefined {
  if (flags === undefined) return undefined;
  if (flags.kind === 'number') return accessOfBits(flags.value);
  if (hasFlag(flags, 'O_RDWR', 2) === true) return { readable: true, writable: true };
  if (hasFlag(flags, 'O_WRONLY', 1) === true) return { readable: false, writable: true };
  if (hasFlag(flags, 'O_ACCMODE', 3) === true) return { readable: false, writable: false };
  return flags.kind === 'flags' ? { readable: true, writable: false } : undefined;
}

export function accessOfBits(flags: bigint): { readable: boolean; writable: boolean } {
  const mode = Number(flags & 3n);
  return { readable: mode === 0 || mode === 2, writable: mode === 1 || mode === 2 };
}

/** memfd_create(2), memfd_secret(2): memory with a descriptor. */
export function memfdCreate(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = smallSuccessOf(call);
  if (fd === undefined) return;
  const name = argument(call, 0);
  const flags = argument(call, 1);
  const label = name?.kind === 'string' ? fromUtf8(name.bytes) : '';
  const hugePages = hugePagesAsked(flags, 'MFD_HUGETLB', 4);
  put(edit, task, fd, {
    ...fresh(edit, `/memfd:${label}`),
    ...memoryFile('memfd'),
    closeOnExec: hasFlag(flags, 'MFD_CLOEXEC', 1) === true,
    // Without MFD_ALLOW_SEALING or MFD_NOEXEC_SEAL the file is born with F_SEAL_SEAL. mm/memfd.c: memfd_alloc_file
    seals:
      hasFlag(flags, 'MFD_NOEXEC_SEAL', 8) === true
        ? 0x20
        : hasFlag(flags, 'MFD_ALLOW_SEALING', 2) === true
          ? 0
          : 1,
    ...(hugePages !== undefined && { hugePages }),
  });
}

export function memfdSecret(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = smallSuccessOf(call);
  if (fd === undefined) return;
  put(edit, task, fd, {
    ...fresh(edit, '/secretmem'),
    ...memoryFile('secretmem'),
    closeOnExec: hasFlag(argument(call, 0), 'O_CLOEXEC', O_CLOEXEC) === true,
  });
}

const memoryFile = (
  kind: 'memfd' | 'secretmem',
): Pick<OpenFile, 'kind' | 'readable' | 'writable' | 'size'> => ({
  kind,
  readable: true,
  writable: true,
  size: 0n,
});

/** pipe(2), socketpair(2): two descriptors in an array of the first or the last argument. */
export function pair(kind: 'pipe' | 'socket', arrayAt: number, flagsAt: number) {
  return (call: CallEvent, task: Task, edit: WorldEdit): void => {
    if (smallSuccessOf(call) === undefined) return;
    const array = onExit(call.args[arrayAt]);
    if (array?.kind !== 'array') return;
    const closeOnExec =
      hasFlag(argument(call, flagsAt), kind === 'pipe' ? 'O_CLOEXEC' : 'SOCK_CLOEXEC', O_CLOEXEC) === true;
    array.items.slice(0, 2).forEach(({ value }, end) => {
      const fd = intOf(value);
      if (fd === undefined) return;
      const target = value.kind === 'descriptor' ? fromUtf8(value.target) : `${kind}:`;
      const readable = kind === 'socket' || end === 0;
      const writable = kind === 'socket' || end === 1;
      put(edit, task, fd, { ...fresh(edit, target), kind, readable, writable, closeOnExec });
    });
  };
}

/** Where a call says close-on-exec: in a flag of one argument, or not at all. */
export type CloseOnExec = 'always' | 'never' | { readonly at: number; readonly flag: string };

/** Calls that return one descriptor of a known kind: socket, accept, eventfd, epoll_create, userfaultfd … */
export function special(kind: OpenFile['kind'], name: string, ask: CloseOnExec) {
  return (call: CallEvent, task: Task, edit: WorldEdit): void => {
    const fd = smallSuccessOf(call);
    if (fd === undefined) return;
    const asked = typeof ask === 'object' && hasFlag(argument(call, ask.at), ask.flag, O_CLOEXEC) === true;
    const path = decoration(call) ?? name;
    const closeOnExec = asked || ask === 'always';
    put(edit, task, fd, { ...fresh(edit, path), kind, readable: true, writable: true, closeOnExec });
  };
}

function fresh(edit: WorldEdit, path: string): OpenFile {
  return unknownFile(edit.ids.description(), pathOfTarget(path), kindOfTarget(path), edit.event);
}

function put(edit: WorldEdit, task: Task, fd: number, file: OpenFile): void {
  edit.setDescriptor(task.descriptors, fd, file);
  edit.offsets.opened(file);
}

function decoration(call: CallEvent): string | undefined {
  const shown = call.result.kind === 'value' ? call.result.decoration : undefined;
  return shown?.kind === 'descriptor' ? fromUtf8(shown.target) : undefined;
}

/** `= 3</tmp/x>` where the log decorates; else the name as given, joined to the directory it starts from. */
function pathShown(
  call: CallEvent,
  directory: Value | undefined,
  name: Value | undefined,
  task: Task,
  edit: WorldEdit,
): string {
  const shown = decoration(call);
  if (shown !== undefined) return shown;
  const given = pathOf(name) ?? '';
  if (given.startsWith('/') || given === '' || directory === undefined) return given;
  const base =
    directory.kind === 'descriptor'
      ? fromUtf8(directory.target)
      : edit.world.descriptors(task.descriptors)?.get(Number(numberOf(directory) ?? -1n))?.path;
  return base?.startsWith('/') === true ? `${base === '/' ? '' : base}/${given}` : given;
}
