/** Arguments that no address space has to do with: an offset below zero, a buffer too short, a limit passed. */
import { argument, choiceOf, intOf } from '../../process/call-values';
import type { MessageKey } from '../message';
import { account, type Finder } from './account';
import { fileAt } from './descriptor-history';
import { earlierCalls } from './earlier-calls';
import { numberAt } from './paths';

const WHENCE: ReadonlyMap<bigint, string> = new Map(
  ['SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'SEEK_DATA', 'SEEK_HOLE'].map((name, i) => [BigInt(i), name]),
);

/** lseek(2): a whence that is none, or a place before the beginning. */
export const seek: Finder = (subject, call) => {
  const whence = choiceOf(argument(call, 2), WHENCE);
  const offset = numberAt(call, 1);
  if (whence?.startsWith('SEEK_') !== true)
    return account(subject, 'outside.seek-whence', { call: call.name }, subject.event);
  if (offset !== undefined && offset < 0n)
    return account(subject, 'outside.seek-negative', { call: call.name, offset }, subject.event);
  return account(subject, 'outside.argument', { call: call.name }, subject.event);
};

export const truncation: Finder = (subject, call) => {
  const length = numberAt(call, 1);
  if (length !== undefined && length < 0n)
    return account(subject, 'outside.length-negative', { call: call.name, length }, subject.event);
  const fd = intOf(argument(call, 0));
  const file = fd === undefined ? undefined : fileAt(subject, fd);
  if (file?.writable === false && file.openedAt !== undefined)
    return account(subject, 'outside.truncate-read-only', { call: call.name, fd: fd ?? '' }, file.openedAt);
  return account(subject, 'outside.truncate-kind', { call: call.name });
};

export const bySentence =
  (key: MessageKey): Finder =>
  (subject, call) =>
    account(subject, key, { call: call.name }, subject.event);

/** EFBIG: beyond RLIMIT_FSIZE, or beyond what the filesystem can hold. */
export const tooBig: Finder = (subject, call) => {
  const { timeline, event } = subject;
  const world = timeline.worldAt(event);
  const task = world.task(call.task);
  const limit = task === undefined ? undefined : world.process(task.process)?.limits.get('FSIZE');
  return limit === undefined || limit.soft === 'infinity'
    ? account(subject, 'outside.file-too-big', { call: call.name })
    : account(subject, 'outside.file-size-limit', { call: call.name, limit: String(limit.soft) }, limit.at);
};

/** epoll_ctl(EPOLL_CTL_ADD) of what is in the set already. */
export const registeredTwice: Finder = (subject, call) => {
  const fd = intOf(argument(call, 2));
  for (const { event, call: added } of earlierCalls(subject, { names: ['epoll_ctl'], shared: 'descriptors' }))
    if (intOf(argument(added, 2)) === fd && intOf(argument(added, 0)) === intOf(argument(call, 0)))
      return account(subject, 'outside.epoll-twice', { call: call.name, fd: fd ?? '' }, event);
  return undefined;
};

/** The program's own strings are larger than what an execve takes. execve(2) */
export const argumentsTooLong: Finder = (subject, call) => {
  const world = subject.timeline.worldAt(subject.event);
  const task = world.task(call.task);
  const limit = task === undefined ? undefined : world.process(task.process)?.limits.get('STACK');
  return limit === undefined
    ? account(subject, 'outside.arguments-too-long', { call: call.name })
    : account(subject, 'outside.arguments-too-long', { call: call.name }, limit.at);
};
