/**
 * Calls that had to wait and were told not to, waited long enough, or were woken by a signal: EAGAIN, EINPROGRESS, ETIMEDOUT,
 * EINTR.
 */
import { EventKind } from '../../trace/event-table';
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import { argument, choiceOf, hasFlag, intOf, numberOf } from '../../process/call-values';
import { quote } from '../message';
import type { Subject } from '../subject';
import { account, type Finder, type OutsideAccount } from './account';
import { closingLine, fileAt, openingLine, waitingOf } from './descriptor-history';
import { earlierCalls } from './earlier-calls';

/** Calls whose flags may say that this one time they shall not wait: which argument, which flag. */
const DONT_WAIT: Readonly<Record<string, readonly [number, string, number]>> = {
  recv: [3, 'MSG_DONTWAIT', 0x40],
  recvfrom: [3, 'MSG_DONTWAIT', 0x40],
  recvmsg: [2, 'MSG_DONTWAIT', 0x40],
  recvmmsg: [3, 'MSG_DONTWAIT', 0x40],
  send: [3, 'MSG_DONTWAIT', 0x40],
  sendto: [3, 'MSG_DONTWAIT', 0x40],
  sendmsg: [2, 'MSG_DONTWAIT', 0x40],
  sendmmsg: [3, 'MSG_DONTWAIT', 0x40],
  preadv2: [5, 'RWF_NOWAIT', 8],
  pwritev2: [5, 'RWF_NOWAIT', 8],
  splice: [5, 'SPLICE_F_NONBLOCK', 2],
  tee: [3, 'SPLICE_F_NONBLOCK', 2],
  vmsplice: [3, 'SPLICE_F_NONBLOCK', 2],
  flock: [1, 'LOCK_NB', 4],
  semop: [1, 'IPC_NOWAIT', 0o4000],
  msgrcv: [4, 'IPC_NOWAIT', 0o4000],
  msgsnd: [3, 'IPC_NOWAIT', 0o4000],
};

const WRITING =
  /^(write|writev|pwrite64|pwritev2?|send|sendto|sendmsg|sendmmsg|sendfile|sendfile64|splice|tee)$/;
const READING =
  /^(read|readv|pread64|preadv2?|recv|recvfrom|recvmsg|recvmmsg|accept|accept4|copy_file_range|vmsplice|splice|tee|connect|mq_timedreceive|mq_timedsend)$/;

export const wouldBlock: Finder = (subject, call) => {
  const once = DONT_WAIT[call.name];
  const values = { call: call.name };
  if (once !== undefined && hasFlag(argument(call, once[0]), once[1], once[2]) === true) {
    if (call.name === 'flock') return account(subject, 'outside.lock-held', values, ...otherLock(subject));
    return account(subject, 'outside.dont-wait', { ...values, flag: once[1] }, subject.event);
  }
  const writes = WRITING.test(call.name);
  if (!writes && !READING.test(call.name)) return undefined;
  const fd = intOf(argument(call, 0));
  if (fd === undefined) return undefined;
  const waiting = waitingOf(subject, fd);
  if (waiting?.nonblocking === true)
    return account(
      subject,
      writes ? 'outside.nonblocking-write' : 'outside.nonblocking',
      { ...values, fd },
      waiting.at,
    );
  const timeout = timeoutOf(subject, fd, writes);
  if (timeout !== undefined) return account(subject, 'outside.socket-timeout', { ...values, fd }, timeout);
  return account(subject, 'outside.nonblocking-unseen', { ...values, fd });
};

/** setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, …): waits so long and answers EAGAIN then. socket(7) */
function timeoutOf(subject: Subject, fd: number, writes: boolean): EventIndex | undefined {
  const wanted = writes ? 'SO_SNDTIMEO' : 'SO_RCVTIMEO';
  const numbers = new Map([
    [20n, 'SO_RCVTIMEO'],
    [21n, 'SO_SNDTIMEO'],
    [66n, 'SO_RCVTIMEO'],
    [67n, 'SO_SNDTIMEO'],
  ]);
  for (const { event, call } of earlierCalls(subject, { names: ['setsockopt'], shared: 'descriptors' })) {
    const option = choiceOf(argument(call, 2), numbers) ?? '';
    if (intOf(argument(call, 0)) === fd && option.startsWith(wanted)) return event;
  }
  return undefined;
}

const otherLock = (subject: Subject): readonly EventIndex[] => {
  for (const { event } of earlierCalls(subject, { names: ['flock'] })) return [event];
  return [];
};

/** fcntl(F_SETLK): another holds a lock on the range. fcntl(2) */
export const recordLock: Finder = (subject, call) => {
  const command = choiceOf(argument(call, 1), LOCKING) ?? '';
  if (!/^F_(OFD_)?SETLK/.test(command)) return undefined;
  for (const { event, call: other } of earlierCalls(subject, { names: ['fcntl', 'fcntl64'] }))
    if (/^F_(OFD_)?SETLK/.test(choiceOf(argument(other, 1), LOCKING) ?? ''))
      return account(subject, 'outside.lock-held', { call: call.name }, event);
  return account(subject, 'outside.lock-held', { call: call.name });
};
const LOCKING = new Map([
  [6n, 'F_SETLK'],
  [7n, 'F_SETLKW'],
  [37n, 'F_OFD_SETLK'],
  [38n, 'F_OFD_SETLKW'],
]);

/** The value was another by the time the kernel looked: a wake-up that came first. futex(2) */
export const futexValue: Finder = (subject, call) => {
  const operation =
    choiceOf(
      argument(call, 1),
      new Map([
        [0n, 'FUTEX_WAIT'],
        [128n, 'FUTEX_WAIT_PRIVATE'],
        [9n, 'FUTEX_WAIT_BITSET'],
        [137n, 'FUTEX_WAIT_BITSET_PRIVATE'],
      ]),
    ) ?? '';
  if (call.name !== 'futex' || !/^FUTEX_(WAIT|CMP_REQUEUE)/.test(operation)) return undefined;
  const expected = numberOf(argument(call, 2));
  return account(
    subject,
    'outside.futex-value',
    { call: call.name, expected: expected ?? '' },
    subject.event,
  );
};

/** connect(2) of a non-blocking socket answers at once and goes on. */
export const connecting: Finder = (subject, call, errno) => {
  const fd = intOf(argument(call, 0));
  if (fd === undefined) return undefined;
  const values = { call: call.name, fd };
  if (errno === 'EALREADY') {
    for (const { event, call: other } of earlierCalls(subject, {
      names: ['connect'],
      shared: 'descriptors',
      outcome: 'error',
    }))
      if (intOf(argument(other, 0)) === fd)
        return account(subject, 'outside.connect-under-way', values, event);
    return undefined;
  }
  const waiting = waitingOf(subject, fd);
  return waiting?.nonblocking === true
    ? account(subject, 'outside.connect-goes-on', values, waiting.at)
    : account(subject, 'outside.connect-goes-on-unseen', values);
};

export const timedOut: Finder = (subject, call) => {
  const values = { call: call.name };
  if (call.name.startsWith('futex')) return account(subject, 'outside.waited-in-vain', values, subject.event);
  return /^(connect|read|recv\w*|write|send\w*)$/.test(call.name)
    ? account(subject, 'outside.peer-silent', values)
    : account(subject, 'outside.waited-in-vain', values, subject.event);
};

/** The signal's own line follows the interrupted call. */
export const interrupted = (subject: Subject, call: CallEvent): OutsideAccount => {
  const { events } = subject.timeline.recording;
  for (let row = subject.event + 1; row < events.length && row < subject.event + 10_000; row++) {
    const at = eventIndex(row);
    if (events.task(at) !== call.task) continue;
    if (events.kind(at) !== EventKind.signal) break;
    return account(
      subject,
      'outside.interrupted-by',
      { call: call.name, signal: quote(events.name(at)) },
      at,
    );
  }
  return account(subject, 'outside.interrupted', { call: call.name });
};

/** A write that nobody can read any more: the read end, or the other socket, is closed. pipe(7) */
export const noReader: Finder = (subject, call) => {
  const fd = intOf(argument(call, 0));
  const values = { call: call.name, fd: fd ?? '' };
  const opened = fd === undefined ? undefined : openingLine(subject, fd);
  if (fd === undefined || opened === undefined) return account(subject, 'outside.no-reader', values);
  const shut = shutdownLine(subject, fd);
  if (shut !== undefined) return account(subject, 'outside.shut-down', values, shut);
  const pair = argument(opened.call, opened.call.name === 'socketpair' ? 3 : 0);
  const [first, second] = pair?.kind === 'array' ? pair.items.map(({ value }) => intOf(value)) : [];
  const other = first === fd ? second : second === fd ? first : undefined;
  const closed =
    other === undefined || fileAt(subject, other) !== undefined ? undefined : closingLine(subject, other);
  return closed === undefined
    ? account(subject, 'outside.no-reader', values, opened.event)
    : account(subject, 'outside.reader-closed', { ...values, other: other ?? '' }, closed, opened.event);
};

function shutdownLine(subject: Subject, fd: number): EventIndex | undefined {
  for (const { event, call } of earlierCalls(subject, { names: ['shutdown'], shared: 'descriptors' }))
    if (intOf(argument(call, 0)) === fd) return event;
  return undefined;
}
