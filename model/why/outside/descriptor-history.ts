/**
 * What became of a descriptor: the line that opened it, that closed it, that made it non-blocking. dup()ed numbers and those
 * that a child inherited are one open file description, and O_NONBLOCK is the description's. open(2), dup(2)
 */
import { eventIndex, type EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import { argument, choiceOf, hasFlag, intOf, numberOf, onExit, successOf } from '../../process/call-values';
import type { OpenFile } from '../../process/descriptors';
import type { Subject } from '../subject';
import { earlierCalls, type EarlierCall } from './earlier-calls';

/** Calls that answer with a new descriptor. */
const OPENING = [
  'open',
  'openat',
  'openat2',
  'creat',
  'socket',
  'accept',
  'accept4',
  'dup',
  'dup2',
  'dup3',
  'fcntl',
  'fcntl64',
  'epoll_create',
  'epoll_create1',
  'eventfd',
  'eventfd2',
  'timerfd_create',
  'signalfd',
  'signalfd4',
  'inotify_init',
  'inotify_init1',
  'memfd_create',
  'pidfd_open',
  'userfaultfd',
  'io_uring_setup',
  'perf_event_open',
  'fanotify_init',
  'bpf',
  'mq_open',
];
/** Calls that write two of them. */
const OPENING_PAIRS = ['pipe', 'pipe2', 'socketpair'];
/** All that give a number to a file. */
const ALL_OPENING = [...OPENING, ...OPENING_PAIRS];
const CLOSING = ['close', 'close_range', 'execve', 'execveat'];
const SETTING = ['fcntl', 'fcntl64', 'ioctl'];
const OPENING_OR_CLOSING = [...ALL_OPENING, ...CLOSING];
const OPENING_OR_SETTING = [...new Set([...ALL_OPENING, ...SETTING])];
const PAIRS: ReadonlySet<string> = new Set(OPENING_PAIRS);

export const fileAt = ({ timeline, event }: Subject, fd: number): OpenFile | undefined => {
  const world = timeline.worldAt(event);
  const task = world.task(timeline.recording.events.task(event));
  return task === undefined ? undefined : world.descriptors(task.descriptors)?.get(fd);
};

/** Whether a call gave this number to a file, and with which flags argument. */
function opens({ call }: EarlierCall, fd: number): boolean {
  if (PAIRS.has(call.name)) {
    const pair = onExit(call.args[call.name === 'socketpair' ? 3 : 0]);
    return pair?.kind === 'array' && pair.items.some(({ value }) => intOf(value) === fd);
  }
  if (call.name.startsWith('fcntl') && !isDuplicating(call)) return false;
  return successOf(call) === BigInt(fd);
}

const DUPLICATING: ReadonlyMap<bigint, string> = new Map([
  [0n, 'F_DUPFD'],
  [1030n, 'F_DUPFD_CLOEXEC'],
]);
const isDuplicating = (call: CallEvent): boolean => {
  const command = choiceOf(argument(call, 1), DUPLICATING);
  return command === 'F_DUPFD' || command === 'F_DUPFD_CLOEXEC';
};

/** The line that gave the number to what it stands for now. */
export function openingLine(subject: Subject, fd: number): EarlierCall | undefined {
  for (const earlier of earlierCalls(subject, {
    names: ALL_OPENING,
    shared: 'descriptors',
  }))
    if (opens(earlier, fd)) return earlier;
  return undefined;
}

/** The line that closed the number, if nothing opened it again. */
export function closingLine(subject: Subject, fd: number): EventIndex | undefined {
  const names = OPENING_OR_CLOSING;
  for (const earlier of earlierCalls(subject, { names, shared: 'descriptors', outcome: 'any' })) {
    const { event, call } = earlier;
    if (closes(subject, earlier, fd)) return event;
    if (call.result.kind === 'value' && opens(earlier, fd)) return undefined;
  }
  return undefined;
}

function closes(subject: Subject, { event, call }: EarlierCall, fd: number): boolean {
  switch (call.name) {
    case 'close':
      // Also a close that fails (EINTR, EIO) has closed it; one that finds nothing has not. close(2)
      return (
        intOf(argument(call, 0)) === fd && !(call.result.kind === 'error' && call.result.errno === 'EBADF')
      );
    case 'close_range': {
      const [first, last] = [numberOf(argument(call, 0)), numberOf(argument(call, 1))];
      const onlyMarks = hasFlag(argument(call, 2), 'CLOSE_RANGE_CLOEXEC', 4) === true;
      if (successOf(call) === undefined || first === undefined || onlyMarks) return false;
      return first <= BigInt(fd) && (last === undefined || BigInt(fd) <= last);
    }
    case 'execve':
    case 'execveat':
      return successOf(call) !== undefined && fileAt({ ...subject, event }, fd)?.closeOnExec === true;
    default:
      return false;
  }
}

/** A failing call that would have opened something: its -1 may be the descriptor of this call. */
export function failedOpening(subject: Subject): EventIndex | undefined {
  const names = ALL_OPENING;
  for (const { event, call } of earlierCalls(subject, { names, shared: 'process', outcome: 'error' })) {
    if (call.name.startsWith('fcntl') && !isDuplicating(call)) continue;
    return event;
  }
  return undefined;
}

export interface Waiting {
  readonly nonblocking: boolean;
  readonly at: EventIndex;
}

const NONBLOCK = 0o4000;

/** The line that says whether the description waits: fcntl, ioctl(FIONBIO), or the flags it was opened with. */
export function waitingOf(subject: Subject, fd: number): Waiting | undefined {
  const file = fileAt(subject, fd);
  const names = OPENING_OR_SETTING;
  for (const earlier of earlierCalls(subject, { names, shared: 'descriptors' })) {
    const { event, call } = earlier;
    const set = settingIn(call);
    if (set !== undefined) {
      const of = intOf(argument(call, 0));
      if (of !== undefined && isSame(subject, event, of, fd, file)) return { nonblocking: set, at: event };
      continue;
    }
    if (!opens(earlier, fd) || call.name.startsWith('dup') || isDuplicating(call)) continue;
    return { nonblocking: opensNonblocking(call), at: event };
  }
  return undefined;
}

const FIONBIO = new Map([[0x5421n, 'FIONBIO']]);

/** Undefined where the call is none that sets it. */
function settingIn(call: CallEvent): boolean | undefined {
  if (call.name === 'ioctl') {
    if (choiceOf(argument(call, 1), FIONBIO) !== 'FIONBIO') return undefined;
    const given = argument(call, 2);
    const [on] = given?.kind === 'array' ? given.items : [];
    return numberOf(on?.value) !== 0n;
  }
  if (!call.name.startsWith('fcntl')) return undefined;
  if (choiceOf(argument(call, 1), new Map([[4n, 'F_SETFL']])) !== 'F_SETFL') return undefined;
  return hasFlag(argument(call, 2), 'O_NONBLOCK', NONBLOCK) ?? undefined;
}

function isSame(
  subject: Subject,
  event: EventIndex,
  other: number,
  fd: number,
  file: OpenFile | undefined,
): boolean {
  if (other === fd) return true;
  const known = fileAt({ ...subject, event: eventIndex(event) }, other);
  return file !== undefined && known?.description === file.description;
}

const NONBLOCKING_FLAGS = [
  'O_NONBLOCK',
  'SOCK_NONBLOCK',
  'EFD_NONBLOCK',
  'TFD_NONBLOCK',
  'SFD_NONBLOCK',
  'IN_NONBLOCK',
  'PIDFD_NONBLOCK',
  'FAN_NONBLOCK',
];

/** Which argument of an opening call has the flags; raw numbers are looked at nowhere else. */
const FLAGS_ARGUMENT: Readonly<Record<string, number>> = {
  open: 1,
  openat: 2,
  socket: 1,
  socketpair: 1,
  accept4: 3,
  pipe2: 1,
  eventfd2: 1,
  timerfd_create: 1,
  signalfd4: 3,
  inotify_init1: 0,
  userfaultfd: 0,
};

function opensNonblocking(call: CallEvent): boolean {
  const flags = argument(call, FLAGS_ARGUMENT[call.name] ?? -1);
  return NONBLOCKING_FLAGS.some((name) => hasFlag(flags, name, NONBLOCK) === true);
}
