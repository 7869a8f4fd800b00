/**
 * What a file is and how large: fstat, ftruncate, lseek to the end, writes that extend it, the seals of a memfd.
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, hasFlag, intOf, member, numberOf, onExit, pathOf, successOf } from './call-values';
import { isSameFile, type OpenFile } from './descriptors';
import { pagesOf, sizeTold, tellMappings } from './mapped-files';
import { unknownFile } from './open-file';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

/** fstat(fd, {st_mode=S_IFREG|0644, st_size=43963, ...}) */
export function fstat(call: CallEvent, task: Task, edit: WorldEdit): void {
  learnStat(call, task, edit, onExit(call.args[1]), 'st_mode', 'st_size');
}

/** newfstatat(3, "", {…}, AT_EMPTY_PATH): of a descriptor only with an empty path. */
export function newfstatat(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (isEmpty(argument(call, 1))) learnStat(call, task, edit, onExit(call.args[2]), 'st_mode', 'st_size');
}

export function statx(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (isEmpty(argument(call, 1))) learnStat(call, task, edit, onExit(call.args[4]), 'stx_mode', 'stx_size');
}

const isEmpty = (path: Value | undefined): boolean =>
  (path?.kind === 'string' && path.bytes === '' && !path.cut) ||
  // statx(fd, NULL, …) since 6.11
  (path?.kind === 'number' && path.form === 'null');

const TYPES: readonly (readonly [string, number, OpenFile['kind']])[] = [
  ['S_IFREG', 0o100000, 'regular'],
  ['S_IFDIR', 0o040000, 'directory'],
  ['S_IFCHR', 0o020000, 'character'],
  ['S_IFBLK', 0o060000, 'block'],
  ['S_IFIFO', 0o010000, 'pipe'],
  ['S_IFSOCK', 0o140000, 'socket'],
];
const S_IFMT = 0o170000n;

function typeOf(mode: Value | undefined): OpenFile['kind'] | undefined {
  if (mode?.kind === 'number') return TYPES.find(([, bits]) => (mode.value & S_IFMT) === BigInt(bits))?.[2];
  return TYPES.find(([name, bits]) => hasFlag(mode, name, bits) === true)?.[2];
}

function learnStat(
  call: CallEvent,
  task: Task,
  edit: WorldEdit,
  stat: Value | undefined,
  modeName: string,
  sizeName: string,
): void {
  const fd = intOf(argument(call, 0));
  if (fd === undefined || fd < 0 || successOf(call) === undefined) return;
  const kind = typeOf(member(stat, modeName)?.value);
  const size = numberOf(member(stat, sizeName)?.value);
  if (kind === undefined && size === undefined) return;
  const known = edit.world.descriptors(task.descriptors)?.get(fd);
  const file = known ?? unknownFile(edit.ids.description());
  // A memfd is a regular file to stat, and a descriptor opened with O_PATH stays one.
  const keeps = file.kind === 'memfd' || file.kind === 'secretmem' || file.kind === 'o-path';
  const nextKind = keeps ? file.kind : (kind ?? file.kind);
  const nextSize = kind === 'regular' ? (size ?? file.size) : file.size;
  if (known?.kind === nextKind && known.size === nextSize) return;
  edit.setDescriptor(task.descriptors, fd, { ...file, kind: nextKind, size: nextSize });
}

export function ftruncate(call: CallEvent, task: Task, edit: WorldEdit): void {
  const fd = intOf(argument(call, 0));
  const size = numberOf(argument(call, 1));
  if (successOf(call) !== undefined && size !== undefined && size >= 0n) resize(task, edit, fd, () => size);
}

/** fallocate(fd, mode, offset, length): without FALLOC_FL_KEEP_SIZE the file reaches the end of the range. */
export function fallocate(call: CallEvent, task: Task, edit: WorldEdit): void {
  const offset = numberOf(argument(call, 2));
  const length = numberOf(argument(call, 3));
  if (successOf(call) === undefined || offset === undefined || length === undefined) return;
  if (numberOf(argument(call, 1)) !== 0n) return;
  resize(task, edit, intOf(argument(call, 0)), (before) => larger(before, offset + length));
}

/** lseek(fd, 0, SEEK_END) = the size */
export function lseek(call: CallEvent, task: Task, edit: WorldEdit): void {
  const at = successOf(call);
  const offset = numberOf(argument(call, 1));
  if (at === undefined || offset === undefined) return;
  const fd = intOf(argument(call, 0));
  const file = fd === undefined ? undefined : edit.world.descriptors(task.descriptors)?.get(fd);
  if (file !== undefined) edit.offsets.moved(file.description, at);
  if (hasFlag(argument(call, 2), 'SEEK_END', 2) !== true) return;
  const end = at - offset;
  if (end >= 0n) resize(task, edit, fd, () => end, true);
}

/** truncate("/x", size): every open description of that path. One relative to a directory is not told from others. */
export function truncate(call: CallEvent, task: Task, edit: WorldEdit): void {
  const path = pathOf(argument(call, 0));
  const size = numberOf(argument(call, 1));
  if (successOf(call) === undefined || path === undefined || size === undefined) return;
  const isWhole = path.startsWith('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const isPerhaps = (other: string): boolean => other === name || other.endsWith(`/${name}`);
  changeAll(edit, (file) =>
    isWhole && file.path === path
      ? { ...file, size }
      : isPerhaps(file.path)
        ? { ...file, size: undefined }
        : file,
  );
  if (edit.offsets.areAnyMapped)
    tellMappings(task, edit, (backing) =>
      isWhole && backing.path === path ? pagesOf(size) : isPerhaps(backing.path) ? undefined : backing.pages,
    );
}

/** Undefined stays undefined: a lower bound is no size. */
export const larger = (before: bigint | undefined, end: bigint): bigint | undefined =>
  before === undefined || before >= end ? before : end;

/** All numbers of the description, in every table, show the new size: it is the file's. */
function resize(
  task: Task,
  edit: WorldEdit,
  fd: number | undefined,
  next: (before: bigint | undefined) => bigint | undefined,
  onlyFiles = false,
): void {
  const file = fd === undefined ? undefined : edit.world.descriptors(task.descriptors)?.get(fd);
  if (file === undefined) return;
  if (onlyFiles && file.kind !== 'regular' && file.kind !== 'memfd' && file.kind !== 'unknown') return;
  const before = sizeBefore(edit, file);
  const size = next(before);
  if (size === before && size !== undefined) return;
  setSize(task, edit, file, size);
}

/** As any number of the file knows it: fstat tells it of the one that was asked about. */
function sizeBefore(edit: WorldEdit, file: OpenFile): bigint | undefined {
  if (file.size !== undefined) return file.size;
  for (const table of edit.world.descriptorTables())
    for (const [, one] of table.entries())
      if (one.size !== undefined && isSameFile(one, file)) return one.size;
  return undefined;
}

/**
 * The file's new size. Another description of the same path that showed the same size is of the same file; one that did not
 * no longer knows its own. `file` may be a number that does not know the size while others of its description do.
 */
export function setSize(task: Task, edit: WorldEdit, file: OpenFile, size: bigint | undefined): void {
  if (size === file.size && size !== undefined) return;
  const before = sizeBefore(edit, file);
  if (edit.offsets.isMapped(file)) tellMappings(task, edit, sizeTold(file, before, size));
  const { path, kind } = file;
  const isNamed = path.startsWith('/') && kind !== 'memfd' && kind !== 'secretmem';
  changeAll(edit, (one) =>
    isSameFile(one, file)
      ? one.size === size
        ? one
        : { ...one, size }
      : isNamed && one.path === path && one.size !== undefined
        ? { ...one, size: one.size === before ? size : undefined }
        : one,
  );
}

const SEALS: readonly (readonly [string, number])[] = [
  ['F_SEAL_SEAL', 1],
  ['F_SEAL_SHRINK', 2],
  ['F_SEAL_GROW', 4],
  ['F_SEAL_WRITE', 8],
  ['F_SEAL_FUTURE_WRITE', 16],
  ['F_SEAL_EXEC', 32],
];

const F_SEAL_EXEC = 32;
const IMPLIED_BY_EXEC = 2 | 4 | 8 | 16;

/** fcntl(fd, F_ADD_SEALS, …) = 0 */
export function addSeals(call: CallEvent, task: Task, edit: WorldEdit, fd: number): void {
  const given = argument(call, 2);
  let seals = 0;
  for (const [name, bits] of SEALS) if (hasFlag(given, name, bits) === true) seals |= bits;
  const file = edit.world.descriptors(task.descriptors)?.get(fd);
  // A file that may be executed is sealed against writing with it, in every way. mm/memfd.c: memfd_add_seals
  if (file !== undefined && (seals & ~file.seals & F_SEAL_EXEC) !== 0) seals |= IMPLIED_BY_EXEC;
  if (file === undefined || (file.seals & seals) === seals) return;
  changeAll(edit, (one) =>
    isSameFile(one, file) ? { ...one, seals: one.seals | seals, sealedAt: edit.event } : one,
  );
}

/** `change` gives back the same object for what stays as it is. */
function changeAll(edit: WorldEdit, change: (file: OpenFile) => OpenFile): void {
  for (const table of [...edit.world.descriptorTables()]) {
    for (const [fd, file] of [...table.entries()]) {
      const next = change(file);
      if (next !== file) edit.setDescriptor(table.id, fd, next);
    }
  }
}
