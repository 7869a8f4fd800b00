/**
 * What the pass learns of one physical line. One object serves all lines of a file: no allocation on the hot path.
 */

/** What a line is, for joining. The grammar's own distinction, in numbers. */
export const Role = {
  /** Nothing for an event: blank lines, summary tables, tips, fences of a paste. */
  blank: 0,
  /** A call with its result. */
  call: 1,
  /** A call whose line ends before its result, by a wrap, a message, the tracee's output or the end of the log. */
  open: 2,
  /** `read(3 <unfinished ...>` */
  unfinished: 3,
  /** `<... read resumed>"x", 1) = 1` */
  resumed: 4,
  /** `<... nanosleep resumed> <unfinished ...>` without a result, or cut like `open`. */
  resumedOpen: 5,
  /** `execve("x" <detached ...>` */
  detached: 6,
  /** `execve("x" <pid changed to 7 ...>` */
  pidChanged: 7,
  signal: 8,
  stop: 9,
  exit: 10,
  killed: 11,
  superseded: 12,
  personality: 13,
  attached: 14,
  detachNote: 15,
  message: 16,
  /** A frame of `-k`. */
  stack: 17,
  /** A line of a hexdump or of an iovec dump: belongs to the call above. */
  dump: 18,
  /** The end of a call that was cut: `) = 6`, `, child_tidptr=0x7f..) = 7`, ` <unfinished ...>`. */
  tail: 19,
  unparsed: 20,
  /** The first line of a tip of strace's: what follows is none of the trace. */
  tip: 21,
  /** A call whose result may be wrapped: `= -1 ENOMEM (Cannot`. It is whole if the next line does not go on with it. */
  halfResult: 22,
  /** `--- SIGSEGV {si_signo=SIGSEGV,`: the rest may stand on the next line. */
  halfSignal: 23,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

export type Clock = 'none' | 'day' | 'epoch';

export class LineFacts {
  role: Role = Role.blank;
  /** 1-based. */
  line = 0;
  /** -1 where the line names none. */
  tid = -1;
  /** Numbers of Names; 0 is none. */
  comm = 0;
  name = 0;
  errno = 0;
  /** Bits of EventFlag. */
  flags = 0;
  /** The tid that the line speaks of: attached, detached, changed to, execve's caller; the child of a clone. -1: none. */
  other = -1;
  /** For a tail: what the line says of its call: `call` (with a result), `halfResult`, `unfinished`, `detached` or `open`. */
  tail: Role = Role.open;
  clock: Clock = 'none';
  seconds = 0;
  nanos = 0;
  /** What -r says on a line without a time, in nanoseconds; -1 where it says nothing. */
  sinceLast = -1;
  /** What -T says at the end of the line; 0 where it says nothing. */
  durationNanos = 0;
  /** Bytes of the line in `buffer`, without its terminator. */
  start = 0;
  end = 0;
  /**
   * Where the name of a call with its result stands in `buffer`. `nameEnd` 0: the byte reader has not read the line as
   * one.
   */
  nameStart = 0;
  nameEnd = 0;
  /** The parenthesis in `buffer` that ends the arguments; -1: none. */
  callEnd = -1;
  /** Nothing but the tid, or nothing, stands before the event. Of lines that the byte reader understood only. */
  hasTidOnly = false;
  /** For `open` and `resumedOpen`: the role of a message of strace inside the line; blank: there is none. */
  inside: Role = Role.blank;
  /**
   * The text without colour, and without the prefix; of a line that may continue another all but what others put
   * before it. Only for lines that the grammar read.
   */
  body = '';
  /** The result's digits in `buffer` where it is a plain decimal number; empty otherwise. */
  resultStart = 0;
  resultEnd = 0;

  /** Forgets all but the place. */
  clear(): void {
    this.role = Role.unparsed;
    this.tid = -1;
    this.comm = 0;
    this.name = 0;
    this.errno = 0;
    this.flags = 0;
    this.other = -1;
    this.clock = 'none';
    this.sinceLast = -1;
    this.durationNanos = 0;
    this.nameEnd = 0;
    this.resultStart = 0;
    this.resultEnd = 0;
    this.body = '';
    this.inside = Role.blank;
    this.tail = Role.open;
  }
}
