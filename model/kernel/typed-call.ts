/**
 * From a call as strace printed it to the arguments that the kernel received. Nothing is rounded or judged here: a
 * length of SIZE_MAX stays what it is, and an argument that the log does not show stays unknown.
 */
import type { CallEvent } from '../trace/event';
import type { Argument } from '../trace/value';
import type { Architecture } from '../process/world';
import { flagBits } from './abi/flag-value';
import type { FlagTable } from './abi/flag-table';
import {
  IPC,
  ipcCalls,
  madviseAdvice,
  mlockallFlags,
  mlockFlags,
  mremapFlags,
  shmatFlags,
} from './abi/memory-flags';
import { mmapFlags, protFlags } from './abi/mmap-flags';
import { nameOfUnnamed } from './abi/syscall-numbers';
import { wordBits } from './layout';
import type { Given, MemoryCall, MmapCall } from './memory-call';

const NOT_SHOWN: Given<never> = { value: undefined, span: undefined };
/** mseal has no flags yet. */
const NO_FLAGS: FlagTable = new Map();
const NONE: Given<number> = { value: 0, span: undefined };

/** The argument in its place; by name where `-N` printed names and they stand in another order. */
function argument(event: CallEvent, place: number, name: string): Argument | undefined {
  const arg = event.args[place];
  if (arg?.name === undefined || arg.name === name) return arg;
  return event.args.find((other) => other.name === name) ?? arg;
}

/** Reads the arguments of one call: all with the word size and flag names of one architecture. */
class Reader {
  constructor(
    private readonly event: CallEvent,
    private readonly architecture: Architecture,
  ) {}

  /** An address or length: `unsigned long` of the task; a negative decimal is the same word. */
  word(place: number, name: string): Given<bigint> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    const value = arg.value.kind === 'number' ? arg.value.value : undefined;
    return {
      value: value === undefined ? undefined : BigInt.asUintN(wordBits(this.architecture), value),
      span: arg.span,
    };
  }

  /** Bytes up to 2^44 even from a 32-bit task: mmap2 counts pages, and strace multiplies. */
  offset(place: number, name: string): Given<bigint> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    return {
      value: arg.value.kind === 'number' ? BigInt.asUintN(64, arg.value.value) : undefined,
      span: arg.span,
    };
  }

  flags(place: number, name: string, table: FlagTable): Given<number> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    const bits = flagBits(arg.value, table);
    return { value: bits === undefined ? undefined : Number(BigInt.asUintN(64, bits)), span: arg.span };
  }

  /** A C int: descriptors, keys, ids. `3</path>` is 3; 4294967295 of raw output is -1. */
  int(place: number, name: string): Given<number> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    const { value } = arg;
    if (value.kind === 'descriptor') return { value: value.fd, span: arg.span };
    if (value.kind === 'number') return { value: Number(BigInt.asIntN(32, value.value)), span: arg.span };
    return { value: undefined, span: arg.span };
  }
}

/**
 * The call with typed arguments, or undefined for a call that no rule here judges. `architecture` is the task's at this
 * event: it decides flag values, word size, and what `mmap` means on i386.
 */
export function memoryCallOf(event: CallEvent, architecture: Architecture): MemoryCall | undefined {
  return named(event.name, event, architecture);
}

function named(name: string, event: CallEvent, architecture: Architecture): MemoryCall | undefined {
  const read = new Reader(event, architecture);
  switch (name) {
    case 'mmap':
      // i386 has no other call of this name: strace prints the six words that number 90's pointer leads to.
      return mmapCall(read, event, architecture, architecture === 'i386' ? 'old_mmap' : 'mmap');
    case 'old_mmap':
    case 'mmap2':
      return mmapCall(read, event, architecture, name);
    case 'munmap':
      return { call: name, event, addr: read.word(0, 'addr'), length: read.word(1, 'length') };
    case 'mremap':
      return {
        call: name,
        event,
        oldAddress: read.word(0, 'old_address'),
        oldSize: read.word(1, 'old_size'),
        newSize: read.word(2, 'new_size'),
        flags: read.flags(3, 'flags', mremapFlags(architecture)),
        newAddress: read.word(4, 'new_address'),
      };
    case 'mprotect':
    case 'pkey_mprotect':
      return {
        call: name,
        event,
        addr: read.word(0, 'addr'),
        length: read.word(1, 'length'),
        prot: read.flags(2, 'prot', protFlags(architecture)),
        pkey: name === 'mprotect' ? { value: -1, span: undefined } : read.int(3, 'pkey'),
      };
    case 'brk':
      return { call: name, event, addr: read.word(0, 'addr') };
    case 'madvise':
      return {
        call: name,
        event,
        addr: read.word(0, 'addr'),
        length: read.word(1, 'length'),
        advice: read.flags(2, 'advice', madviseAdvice(architecture)),
      };
    case 'mlock':
    case 'munlock':
    case 'mlock2':
      return {
        call: name,
        event,
        addr: read.word(0, 'addr'),
        length: read.word(1, 'length'),
        flags: name === 'mlock2' ? read.flags(2, 'flags', mlockFlags(architecture)) : NONE,
      };
    case 'mlockall':
      return { call: name, event, flags: read.flags(0, 'flags', mlockallFlags(architecture)) };
    case 'munlockall':
      return { call: name, event, flags: NONE };
    case 'mseal':
      return {
        call: name,
        event,
        addr: read.word(0, 'start'),
        length: read.word(1, 'len'),
        flags: read.flags(2, 'flags', NO_FLAGS),
      };
    case 'shmat':
      return shmatCall(read, event, architecture, 0, 1, 2);
    case 'shmdt':
      return { call: name, event, addr: read.word(0, 'shmaddr') };
    case 'ipc':
      return ipcCall(read, event, architecture);
    default: {
      const unnamed = nameOfUnnamed(name, architecture);
      return unnamed === undefined ? undefined : named(unnamed, event, architecture);
    }
  }
}

function mmapCall(
  read: Reader,
  event: CallEvent,
  architecture: Architecture,
  entry: MmapCall['entry'],
): MmapCall {
  // Only a pointer: strace could not read the block of six words, and so could the kernel not.
  const unreadable = entry === 'old_mmap' && event.args.length === 1;
  return {
    call: 'mmap',
    entry,
    event,
    addr: unreadable ? NOT_SHOWN : read.word(0, 'addr'),
    length: read.word(1, 'length'),
    prot: read.flags(2, 'prot', protFlags(architecture)),
    flags: read.flags(3, 'flags', mmapFlags(architecture)),
    fd: read.int(4, 'fd'),
    offset: read.offset(5, 'offset'),
  };
}

function shmatCall(
  read: Reader,
  event: CallEvent,
  architecture: Architecture,
  shmid: number,
  addr: number,
  flags: number,
): MemoryCall {
  return {
    call: 'shmat',
    event,
    shmid: read.int(shmid, 'shmid'),
    addr: read.word(addr, 'shmaddr'),
    flags: read.flags(flags, 'shmflg', shmatFlags(architecture)),
  };
}

/** `ipc(SHMAT, shmid, flags, &result, addr)`: the kernel's order, as the raw call has it. ipc/syscall.c: ksys_ipc */
function ipcCall(read: Reader, event: CallEvent, architecture: Architecture): MemoryCall | undefined {
  const { value } = read.flags(0, 'call', ipcCalls(architecture));
  // The upper half is a version number.
  switch ((value ?? 0) & 0xffff) {
    case IPC.SHMAT:
      // Four arguments: printed as shmat's own three behind the name of the call.
      return event.args.length === 4
        ? shmatCall(read, event, architecture, 1, 2, 3)
        : shmatCall(read, event, architecture, 1, 4, 2);
    case IPC.SHMDT:
      return {
        call: 'shmdt',
        event,
        addr: event.args.length === 2 ? read.word(1, 'shmaddr') : read.word(4, 'shmaddr'),
      };
    default:
      return undefined;
  }
}
