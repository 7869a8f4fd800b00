/**
 * A userfaultfd in the world: what UFFDIO_API agreed on stands with the open file; which memory it is asked for, with the
 * VMAs. When its last descriptor is closed, that memory is ordinary again. fs/userfaultfd.c: userfaultfd_release
 */
import type { CallEvent } from '../trace/event';
import { copyOfVma } from '../memory/copies';
import { extraOf, withExtra } from '../memory/extra';
import { pageRange } from '../memory/page';
import { VmFlag, type Vma } from '../memory/vma';
import type { AddressSpace } from '../memory/address-space';
import {
  argument,
  bytesOf,
  choiceOf,
  hasFlag,
  intOf,
  member,
  smallSuccessOf,
  successOf,
} from './call-values';
import type { OpenFile } from './descriptors';
import { special } from './descriptors-open';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

export const USERFAULTFD_PATH = 'anon_inode:[userfaultfd]';
export const isUserfault = ({ path }: OpenFile): boolean => path === USERFAULTFD_PATH;

/** Bits of OpenFile.userfault. */
export const UserfaultState = {
  /** UFFDIO_API has succeeded. */
  started: 1,
  /** A child of fork keeps the registrations; else it has none. */
  followsFork: 2,
  /** Memory that mremap moves keeps its registration; else it loses it. */
  followsMove: 4,
  /** Write protection without a handler: any kind of memory will do. */
  asynchronous: 8,
  /** UFFDIO_WRITEPROTECT was used: writes to pages that are there may be left to it as well. */
  protects: 16,
  /** UFFD_USER_MODE_ONLY: faults of the kernel's own fail. */
  userOnly: 32,
  /** UFFDIO_COPY, UFFDIO_ZEROPAGE, UFFDIO_MOVE or UFFDIO_CONTINUE was used. */
  fills: 64,
} as const;

/** userfaultfd(2), or the device that hands them out. Asked for every call that opens something. */
export function opensUserfault(call: CallEvent): boolean {
  switch (call.name) {
    case 'userfaultfd':
      return true;
    case 'open':
      return bytesOf(argument(call, 0)) === USERFAULT_DEVICE;
    case 'openat':
      return bytesOf(argument(call, 1)) === USERFAULT_DEVICE;
    default:
      return false;
  }
}
const USERFAULT_DEVICE = '/dev/userfaultfd';

const REQUESTS: ReadonlyMap<bigint, string> = new Map([
  [0xc018aa3fn, 'UFFDIO_API'],
  [0xc018aa06n, 'UFFDIO_WRITEPROTECT'],
  [0xc028aa03n, 'UFFDIO_COPY'],
  [0xc020aa04n, 'UFFDIO_ZEROPAGE'],
  [0xc028aa05n, 'UFFDIO_MOVE'],
  [0xc020aa07n, 'UFFDIO_CONTINUE'],
  [0xaa00n, 'USERFAULTFD_IOC_NEW'],
]);

const FILLS: ReadonlySet<string> = new Set([
  'UFFDIO_COPY',
  'UFFDIO_ZEROPAGE',
  'UFFDIO_MOVE',
  'UFFDIO_CONTINUE',
]);

/** ioctl(3</dev/userfaultfd>, USERFAULTFD_IOC_NEW, flags) = 4; ioctl(4, UFFDIO_API, {api=0xaa, features=…}) = 0 */
export function userfaultIoctl(call: CallEvent, task: Task, edit: WorldEdit): void {
  const request = choiceOf(argument(call, 1), REQUESTS);
  if (request === 'USERFAULTFD_IOC_NEW')
    special('anon-inode', USERFAULTFD_PATH, { at: 2, flag: 'O_CLOEXEC' })(call, task, edit);
  else if (request !== undefined && FILLS.has(request))
    // Of several pages some may have been filled, whatever the answer.
    remember(call, task, edit, UserfaultState.fills);
  else if (successOf(call) !== 0n) return;
  else if (request === 'UFFDIO_API') started(call, task, edit);
  else if (request === 'UFFDIO_WRITEPROTECT') remember(call, task, edit, UserfaultState.protects);
}

/** userfaultfd(UFFD_USER_MODE_ONLY) = 3 */
export function userfaultfd(call: CallEvent, task: Task, edit: WorldEdit): void {
  special('anon-inode', USERFAULTFD_PATH, { at: 0, flag: 'O_CLOEXEC' })(call, task, edit);
  const fd = smallSuccessOf(call);
  if (fd === undefined || hasFlag(argument(call, 0), 'UFFD_USER_MODE_ONLY', 1) !== true) return;
  const file = edit.world.descriptors(task.descriptors)?.get(fd);
  if (file !== undefined)
    edit.setDescriptor(task.descriptors, fd, { ...file, userfault: UserfaultState.userOnly });
}

function started(call: CallEvent, task: Task, edit: WorldEdit): void {
  const asked = member(argument(call, 2), 'features')?.value;
  const has = (name: string, bit: number): boolean =>
    hasFlag(asked, `UFFD_FEATURE_${name}`, 2 ** bit) === true;
  const userfault =
    UserfaultState.started |
    (has('EVENT_FORK', 1) ? UserfaultState.followsFork : 0) |
    (has('EVENT_REMAP', 2) ? UserfaultState.followsMove : 0) |
    (has('WP_ASYNC', 15) ? UserfaultState.asynchronous : 0);
  remember(call, task, edit, userfault);
}

/** Of all numbers of the descriptor. */
function remember(call: CallEvent, task: Task, edit: WorldEdit, bits: number): void {
  const fd = intOf(argument(call, 0));
  if (fd === undefined) return;
  const file = edit.world.descriptors(task.descriptors)?.get(fd);
  if (file === undefined || !isUserfault(file)) return;
  const userfault = (file.userfault ?? 0) | bits;
  if (userfault === file.userfault) return;
  for (const table of [...edit.world.descriptorTables()])
    for (const [number, one] of [...table.entries()])
      if (one.description === file.description) edit.setDescriptor(table.id, number, { ...one, userfault });
}

/** The VMA without any registration; the same one where it has none. */
export function unregistered(vma: Vma): Vma {
  if ((vma.flags & VmFlag.userfault) === 0 && extraOf(vma, 'userfault') === undefined) return vma;
  const next = copyOfVma(vma);
  next.flags &= ~VmFlag.userfault;
  next.extra = withExtra(vma.extra, 'userfault', undefined);
  return next;
}

/** Whether the registration of a VMA is one of the description. */
export const isRegisteredWith = (vma: Vma, description: number): boolean =>
  extraOf(vma, 'userfault')?.startsWith(`${description}:`) === true;

/** A descriptor was closed: where no other stands for the same open file, its registrations end. */
export function releaseUserfault(file: OpenFile | undefined, edit: WorldEdit): void {
  if (file === undefined || !isUserfault(file)) return;
  const { description } = file;
  for (const table of edit.world.descriptorTables())
    for (const [, other] of table.entries()) if (other.description === description) return;
  for (const space of [...edit.world.spaces()])
    if (hasRegistration(space, description))
      edit.changeSpace(space.id, (draft) =>
        draft.modify(pageRange(0, space.taskSize), (vma) =>
          isRegisteredWith(vma, description) ? unregistered(vma) : vma,
        ),
      );
}

function hasRegistration(space: AddressSpace, description: number): boolean {
  for (const vma of space.vmas()) if (isRegisteredWith(vma, description)) return true;
  return false;
}
