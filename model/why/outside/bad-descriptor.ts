/** EBADF and its like: the number stands for nothing, or for something that cannot do this. */
import type { CallEvent } from '../../trace/event';
import { argument, hasFlag, intOf } from '../../process/call-values';
import { quote } from '../message';
import type { Subject } from '../subject';
import { account, type Finder, type OutsideAccount } from './account';
import { closingLine, failedOpening, fileAt, openingLine } from './descriptor-history';

/** Calls whose descriptor is not the first argument. */
const AT: Readonly<Record<string, readonly number[]>> = {
  mmap: [4],
  mmap2: [4],
  epoll_ctl: [2, 0],
  copy_file_range: [0, 2],
  splice: [0, 2],
  tee: [0, 1],
  renameat: [0, 2],
  renameat2: [0, 2],
  linkat: [0, 2],
  symlinkat: [1],
  sendfile: [0, 1],
  sendfile64: [0, 1],
};

const AT_FDCWD = -100;
/** Above this a number is no descriptor: the hard limit of fs.nr_open. */
const MOST_DESCRIPTORS = 1 << 20;

export const badDescriptor: Finder = (subject, call) => {
  const numbers = (AT[call.name] ?? [0])
    .map((at) => intOf(argument(call, at)))
    .filter((fd) => fd !== undefined && fd !== AT_FDCWD);
  const accounts = numbers.map((fd) => ofNumber(subject, call, fd ?? -1));
  return accounts.find((one) => one !== undefined) ?? undefined;
};

function ofNumber(subject: Subject, call: CallEvent, fd: number): OutsideAccount | undefined {
  const values = { call: call.name, fd };
  if (/^dup[23]$/.test(call.name)) {
    const to = intOf(argument(call, 1)) ?? 0;
    if (to < 0 || to >= MOST_DESCRIPTORS)
      return account(subject, 'outside.fd-too-high', { ...values, fd: to }, subject.event);
  }
  if (fd < 0) {
    const failed = failedOpening(subject);
    return failed === undefined
      ? account(subject, 'outside.fd-negative', values, subject.event)
      : account(subject, 'outside.fd-of-failure', values, failed);
  }
  const file = fileAt(subject, fd);
  const opened = file?.openedAt;
  const lines = opened === undefined ? [] : [opened];
  const path = quote(file?.path ?? '');
  if (file?.kind === 'o-path') return account(subject, 'outside.fd-path-only', { ...values, path }, ...lines);
  const wants = accessOf(call);
  const closed = closingLine(subject, fd);
  if (closed !== undefined) return account(subject, 'outside.fd-closed', values, closed);
  if (wants === 'write' && file?.writable === false)
    return account(
      subject,
      opened === undefined ? 'outside.fd-not-writable' : 'outside.fd-read-only',
      { ...values, path },
      ...lines,
    );
  if (wants === 'read' && file?.readable === false)
    return account(
      subject,
      opened === undefined ? 'outside.fd-not-readable' : 'outside.fd-write-only',
      { ...values, path },
      ...lines,
    );
  const opening = file === undefined ? openingLine(subject, fd) : undefined;
  if (
    opening !== undefined &&
    hasFlag(argument(opening.call, opening.call.name === 'open' ? 1 : 2), 'O_PATH', 0o10000000)
  )
    return account(subject, 'outside.fd-path-only', { ...values, path }, opening.event);
  return file === undefined && opening === undefined
    ? account(subject, 'outside.fd-never-opened', values)
    : undefined;
}

function accessOf({ name }: CallEvent): 'read' | 'write' | undefined {
  if (/^(write|writev|pwrite|ftruncate|fallocate|sendfile)/.test(name)) return 'write';
  return /^(read|readv|pread|getdents)/.test(name) ? 'read' : undefined;
}

/** EMFILE: the numbers are used up; ENFILE: those of the whole machine. getrlimit(2) */
export const tooManyDescriptors: Finder = (subject, call) => {
  const { timeline, event } = subject;
  const world = timeline.worldAt(event);
  const task = world.task(call.task);
  const limit = task === undefined ? undefined : world.process(task.process)?.limits.get('NOFILE');
  return limit === undefined
    ? account(subject, 'outside.descriptor-limit', { call: call.name })
    : account(
        subject,
        'outside.descriptor-limit-shown',
        { call: call.name, limit: String(limit.soft) },
        limit.at,
      );
};

/** Of what kind the file is that cannot do this: a pipe has no position, a file is no terminal. */
export const wrongKind =
  (
    key:
      | 'outside.no-position'
      | 'outside.no-terminal'
      | 'outside.no-socket'
      | 'outside.no-directory'
      | 'outside.directory-read',
  ): Finder =>
  (subject, call) => {
    const fd = intOf(argument(call, 0));
    if (fd === undefined || fd < 0) return undefined;
    const file = fileAt(subject, fd);
    const opened = file?.openedAt ?? openingLine(subject, fd)?.event;
    const values = { call: call.name, fd };
    return opened === undefined
      ? account(subject, `${key}-unseen`, values)
      : account(subject, key, values, opened);
  };
