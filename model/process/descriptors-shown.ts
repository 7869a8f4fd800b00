/**
 * What the decorations of `-y` teach: `mmap(…, 3</lib/libc.so.6>, 0)` names the file behind a number whose opening the log
 * does not show (inherited, received over a socket, or left out by a filter).
 */
import type { CallEvent } from '../trace/event';
import type { DescriptorValue } from '../trace/value';
import { fromUtf8 } from './call-values';
import type { OpenFile } from './descriptors';
import { kindOfTarget, pathOfTarget, unknownFile } from './open-file';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

export const showsDescriptor = (call: CallEvent): boolean =>
  call.args.some(({ value }) => value.kind === 'descriptor');

/**
 * Corrects the table by the decorated arguments of a call, before the call itself is looked at: they show what the
 * numbers stood for when it was entered.
 */
export function learnShown(call: CallEvent, task: Task, edit: WorldEdit): void {
  for (const { value } of call.args)
    if (value.kind === 'descriptor' && value.fd >= 0) learn(value, task, edit);
}

function learn(shown: DescriptorValue, task: Task, edit: WorldEdit): void {
  const known = edit.world.descriptors(task.descriptors)?.get(shown.fd);
  const target = fromUtf8(shown.target);
  if (known !== undefined && agrees(known, target)) return;
  const kind = kindOfTarget(target);
  const file: OpenFile =
    known?.path === ''
      ? { ...known, path: pathOfTarget(target), kind: known.kind === 'unknown' ? kind : known.kind }
      : { ...unknownFile(edit.ids.description()), path: pathOfTarget(target), kind };
  edit.setDescriptor(task.descriptors, shown.fd, file);
}

/**
 * Whether the file known is plausibly the one shown. A path as given (`./x`, `lib/../x`, a symbolic link) and the kernel's
 * own name of the file differ without being two files, so only a decoration of another kind, or another path where both
 * are the kernel's own, is a contradiction.
 */
function agrees(known: OpenFile, target: string): boolean {
  if (known.path === pathOfTarget(target)) return true;
  if (known.path === '') return false;
  const kind = kindOfTarget(target);
  if (known.openedAt === undefined) return false;
  return kind === 'unknown' || kind === known.kind || known.kind === 'unknown';
}
