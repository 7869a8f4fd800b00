/**
 * What a call of the fork family asks for, in both of clone's forms:
 *
 *     clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f…) = 11416
 *     clone3({flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_THREAD|…, child_tid=0x7f…, …} => {parent_tid=[11988]}, 88) = 11988
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, hasFlag, member } from './call-values';

export interface CloneRequest {
  /** CLONE_VM: one address space for both. */
  readonly sharesSpace: boolean;
  /** CLONE_FILES */
  readonly sharesDescriptors: boolean;
  /** CLONE_THREAD */
  readonly isThread: boolean;
  /** CLONE_VFORK: the parent sleeps until the child's exec or exit. */
  readonly isVfork: boolean;
  /** CLONE_NEWUSER: the child has no capability in its parent's user namespace. */
  readonly leavesNamespace?: true;
}

export const cloneCalls: ReadonlySet<string> = new Set([
  'fork',
  'vfork',
  'clone',
  'clone2',
  '__clone2',
  'clone3',
]);

const FORK: CloneRequest = { sharesSpace: false, sharesDescriptors: false, isThread: false, isVfork: false };

/** include/uapi/linux/sched.h */
const CLONE_VM = 0x100;
const CLONE_FILES = 0x400;
const CLONE_VFORK = 0x4000;
const CLONE_THREAD = 0x10000;
const CLONE_NEWUSER = 0x10000000;

/** Undefined for a call that makes no task. A clone whose flags the log does not show is taken for a fork. */
export function cloneRequestOf(call: CallEvent): CloneRequest | undefined {
  if (!cloneCalls.has(call.name)) return undefined;
  if (call.name === 'fork') return FORK;
  if (call.name === 'vfork') return { ...FORK, sharesSpace: true, isVfork: true };
  const flags = flagsOf(call);
  return {
    sharesSpace: hasFlag(flags, 'CLONE_VM', CLONE_VM) === true,
    sharesDescriptors: hasFlag(flags, 'CLONE_FILES', CLONE_FILES) === true,
    isThread: hasFlag(flags, 'CLONE_THREAD', CLONE_THREAD) === true,
    isVfork: hasFlag(flags, 'CLONE_VFORK', CLONE_VFORK) === true,
    ...(hasFlag(flags, 'CLONE_NEWUSER', CLONE_NEWUSER) === true ? { leavesNamespace: true } : {}),
  };
}

export function flagsOf(call: CallEvent): Value | undefined {
  if (call.name === 'clone3') return member(argument(call, 0), 'flags')?.value;
  const named = call.args.find((one) => one.name === 'flags');
  return named?.value ?? argument(call, 1);
}

export const sameRequest = (a: CloneRequest, b: CloneRequest): boolean =>
  a.sharesSpace === b.sharesSpace &&
  a.sharesDescriptors === b.sharesDescriptors &&
  a.isThread === b.isThread &&
  a.isVfork === b.isVfork;

export function howOf(request: CloneRequest): 'thread' | 'vfork' | 'shared-vm' | 'fork' {
  if (request.isThread) return 'thread';
  if (request.isVfork && request.sharesSpace) return 'vfork';
  return request.sharesSpace ? 'shared-vm' : 'fork';
}
