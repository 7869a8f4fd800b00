/**
 * Descriptors that come from elsewhere: over a socket, out of another process, or as the handle of a child. Which file
 * stands behind such a number no log shows, but with `-y`; that it is no longer what it was, it does:
 *
 *     recvmsg(4, {…, msg_control=[{cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[5, 6]}], …}, 0) = 1
 *
 * net/core/scm.c: scm_detach_fds
 */
import type { CallEvent } from '../trace/event';
import type { Argument, Value } from '../trace/value';
import { argument, choiceOf, fromUtf8, hasFlag, intOf, member, onExit, smallSuccessOf } from './call-values';
import type { CloseOnExec } from './descriptors-open';
import { flagsOf } from './clone-request';
import type { OpenFile } from './descriptors';
import { kindOfTarget, pathOfTarget, unknownFile } from './open-file';
import type { Task } from './world';
import type { WorldEdit } from './world-edit';

const MSG_CMSG_CLOEXEC = 0x4000_0000;
const O_CLOEXEC = 0o2000000;
/** Of SOL_SOCKET. include/linux/socket.h */
const TYPES: ReadonlyMap<bigint, string> = new Map([
  [1n, 'SCM_RIGHTS'],
  [4n, 'SCM_PIDFD'],
]);

export function recvmsg(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (smallSuccessOf(call) === undefined) return;
  receive(onExit(call.args[1]), closesOnExec(call, 2), task, edit);
}

/** recvmmsg(fd, [{msg_hdr={…}, msg_len=1}, …], vlen, flags, timeout) = messages */
export function recvmmsg(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (smallSuccessOf(call) === undefined) return;
  const messages = onExit(call.args[1]);
  if (messages?.kind !== 'array') return;
  for (const { value } of messages.items)
    receive(member(value, 'msg_hdr')?.value, closesOnExec(call, 3), task, edit);
}

const closesOnExec = (call: CallEvent, flagsAt: number): boolean =>
  hasFlag(argument(call, flagsAt), 'MSG_CMSG_CLOEXEC', MSG_CMSG_CLOEXEC) === true;

function receive(message: Value | undefined, closeOnExec: boolean, task: Task, edit: WorldEdit): void {
  const control = onExit(member(message, 'msg_control'));
  for (const { value } of itemsOf(control)) {
    const type = choiceOf(member(value, 'cmsg_type')?.value, TYPES);
    if (type !== 'SCM_RIGHTS' && type !== 'SCM_PIDFD') continue;
    for (const given of itemsOf(member(value, 'cmsg_data')?.value)) put(given.value, closeOnExec, task, edit);
  }
}

const itemsOf = (value: Value | undefined): readonly Argument[] =>
  value?.kind === 'array' ? value.items : [];

/**
 * Calls that return a descriptor of which they do not say what it is: pidfd_getfd (kernel/pid.c: always close-on-exec),
 * open_by_handle_at, mq_open; fsmount and open_tree give one that only names a place (fs/namespace.c: O_PATH).
 */
export const returned =
  (ask: CloseOnExec, kind?: OpenFile['kind']) =>
  (call: CallEvent, task: Task, edit: WorldEdit): void => {
    const fd = smallSuccessOf(call);
    if (fd === undefined) return;
    const asked = typeof ask === 'object' && hasFlag(argument(call, ask.at), ask.flag, O_CLOEXEC) === true;
    const shown = call.result.kind === 'value' ? call.result.decoration : undefined;
    putNumber(fd, shown, asked || ask === 'always', task, edit, kind);
  };

/** Those whose success is a descriptor; of the others it is 0 or a count. include/uapi/linux/bpf.h: enum bpf_cmd */
const BPF_COMMANDS: ReadonlyMap<bigint, string> = new Map([
  [0n, 'BPF_MAP_CREATE'],
  [5n, 'BPF_PROG_LOAD'],
  [7n, 'BPF_OBJ_GET'],
  [13n, 'BPF_PROG_GET_FD_BY_ID'],
  [14n, 'BPF_MAP_GET_FD_BY_ID'],
  [17n, 'BPF_RAW_TRACEPOINT_OPEN'],
  [18n, 'BPF_BTF_LOAD'],
  [19n, 'BPF_BTF_GET_FD_BY_ID'],
  [28n, 'BPF_LINK_CREATE'],
  [30n, 'BPF_LINK_GET_FD_BY_ID'],
  [32n, 'BPF_ENABLE_STATS'],
  [33n, 'BPF_ITER_CREATE'],
  [36n, 'BPF_TOKEN_CREATE'],
]);
const GIVES_DESCRIPTOR: ReadonlySet<string | undefined> = new Set(BPF_COMMANDS.values());

/** bpf(BPF_MAP_CREATE, {…}, 112) = 3, close-on-exec always. kernel/bpf/syscall.c: bpf_map_new_fd, bpf_prog_new_fd */
export function bpf(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (GIVES_DESCRIPTOR.has(choiceOf(argument(call, 0), BPF_COMMANDS)))
    returned('always', 'anon-inode')(call, task, edit);
}

const CLONE_PIDFD = 0x1000;

/**
 * CLONE_PIDFD: clone writes the child's descriptor where parent_tid points, clone3 where pidfd does. kernel/fork.c:
 * copy_process
 */
export function childDescriptor(call: CallEvent, task: Task, edit: WorldEdit): void {
  const child = smallSuccessOf(call);
  if (child === undefined || hasFlag(flagsOf(call), 'CLONE_PIDFD', CLONE_PIDFD) !== true) return;
  const shown =
    call.name === 'clone3'
      ? member(onExit(call.args[0]), 'pidfd')
      : call.args.find(({ name }) => name === 'parent_tid');
  const [fd] = itemsOf(onExit(shown));
  const number = intOf(fd?.value);
  if (number === undefined || number < 0) return;
  edit.setDescriptor(task.descriptors, number, {
    ...unknownFile(edit.ids.description()),
    path: `pid:${child}`,
    kind: 'anon-inode',
    closeOnExec: true,
  });
}

function put(value: Value, closeOnExec: boolean, task: Task, edit: WorldEdit): void {
  const fd = intOf(value);
  if (fd !== undefined && fd >= 0) putNumber(fd, value, closeOnExec, task, edit);
}

function putNumber(
  fd: number,
  shown: Value | undefined,
  closeOnExec: boolean,
  task: Task,
  edit: WorldEdit,
  kind?: OpenFile['kind'],
): void {
  const target = shown?.kind === 'descriptor' ? fromUtf8(shown.target) : '';
  edit.setDescriptor(task.descriptors, fd, {
    ...unknownFile(edit.ids.description()),
    path: pathOfTarget(target),
    kind: kind ?? kindOfTarget(target),
    closeOnExec,
  });
}
