/**
 * Calls that write to a file, and so may make it larger: write(2) and its kin, at the offset of the description or at one
 * that they name. Only those on descriptions whose size is known are looked at (file-offsets.ts).
 */
import type { CallEvent } from '../trace/event';
import { argument, intOf, numberOf, successOf } from './call-values';
import type { OpenFile } from './descriptors';
import { larger, setSize } from './descriptors-size';
import type { FileOffsets } from './file-offsets';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';
import type { WorldState } from './world-state';

/** Each with the place of the descriptor written to, of an offset, and of a descriptor that it reads from. */
interface WriteForm {
  readonly fd: number;
  /** Of the offset; -1 in pwritev2 and NULL elsewhere stand for the description's own. */
  readonly offset?: number;
  readonly from?: number;
}

const forms: ReadonlyMap<string, WriteForm> = new Map<string, WriteForm>([
  ['write', { fd: 0 }],
  ['writev', { fd: 0 }],
  ['pwrite64', { fd: 0, offset: 3 }],
  ['pwritev', { fd: 0, offset: 3 }],
  ['pwritev2', { fd: 0, offset: 3 }],
  ['sendfile', { fd: 0, from: 1 }],
  ['sendfile64', { fd: 0, from: 1 }],
  ['copy_file_range', { fd: 2, offset: 3, from: 0 }],
  ['splice', { fd: 2, offset: 3, from: 0 }],
]);

export const writeCalls: ReadonlySet<string> = new Set(forms.keys());
/** Calls that move the offset of a description, and no more. */
export const readCalls: ReadonlySet<string> = new Set(['read', 'readv']);

/**
 * Whether a write has to be decoded: not where all that is seen of its line is a first argument that names a descriptor
 * nobody follows. `first`: that argument; undefined where it is not seen.
 */
export function mayGrowFile(
  name: string,
  first: number | undefined,
  task: Task,
  world: WorldState,
  offsets: FileOffsets,
): boolean {
  const form = forms.get(name);
  if (first === undefined || form?.fd !== 0 || form.from !== undefined) return true;
  const file = world.descriptors(task.descriptors)?.get(first);
  if (file !== undefined && offsets.follows(file)) return true;
  passedOver(offsets, world);
  return false;
}

export function written(call: CallEvent, task: Task, edit: WorldEdit): void {
  const form = forms.get(call.name);
  const bytes = successOf(call);
  if (form === undefined || bytes === undefined || bytes <= 0n) return;
  const { offsets } = edit;
  const source = form.from === undefined ? undefined : fileAt(call, form.from, task, edit);
  if (source !== undefined) offsets.lost(source.description);
  const file = fileAt(call, form.fd, task, edit);
  if (file === undefined || !offsets.follows(file)) {
    passedOver(offsets, edit.world);
    return;
  }
  const named = form.offset === undefined ? 'own' : namedOffset(call, form.offset);
  const start = named === 'own' ? offsets.of(file) : named;
  const end = start === undefined || !offsets.isWorthIt(file) ? undefined : start + bytes;
  setSize(task, edit, file, end === undefined ? undefined : larger(file.size, end));
  if (named !== 'own') return;
  if (end === undefined) offsets.lost(file.description);
  else offsets.moved(file.description, end);
}

/** Undefined: the log does not show it. */
function namedOffset(call: CallEvent, at: number): bigint | 'own' | undefined {
  const value = argument(call, at);
  const [shown] = value?.kind === 'array' ? value.items : [];
  const number = numberOf(shown?.value ?? value);
  if (value?.kind === 'number' && value.form === 'null') return 'own';
  // -1: strace prints it as an unsigned word, of 32 bits up to 6.1.
  if (call.name === 'pwritev2' && (number === -1n || number === 0xffff_ffffn || number === 2n ** 64n - 1n))
    return 'own';
  return number !== undefined && number >= 0n ? number : undefined;
}

function fileAt(call: CallEvent, at: number, task: Task, edit: WorldEdit): OpenFile | undefined {
  const fd = intOf(argument(call, at));
  return fd === undefined ? undefined : edit.world.descriptors(task.descriptors)?.get(fd);
}

/** A write to what is not followed. */
function passedOver(offsets: FileOffsets, world: WorldState): void {
  if (!offsets.missed()) return;
  const open = new Set<number>();
  for (const table of world.descriptorTables())
    for (const [, { description }] of table.entries()) open.add(description);
  offsets.retain(open);
}
