/**
 * From a call as strace printed it to the arguments that the kernel received. Nothing is rounded or judged here: a
 * length of SIZE_MAX stays what it is, and an argument that the log does not show stays unknown.
 */
import type { CallEvent } from '../trace/event';
import type { Architecture } from '../process/world';
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
import { askingForms } from './asking-calls';
import { CallReader, NONE, NOT_SHOWN } from './call-reader';
import type { MemoryCall, MmapCall } from './memory-call';
import { policyForms } from './policy-calls';
import { processForms } from './process-calls';

/** What stands behind a name in a log. */
export interface CallForm {
  /** Undefined where calls of this name are judged only in some forms, and this is another one. */
  readonly read: (read: CallReader) => MemoryCall | undefined;
  /**
   * What a call of this name changes. 'space': the address space, by its rule's `apply`; it is decoded while the log is
   * read. 'world': something else, by model/process. 'nothing': it only asks; it is decoded when somebody looks.
   */
  readonly changes: 'space' | 'world' | 'nothing';
}

const space = (read: CallForm['read']): CallForm => ({ read, changes: 'space' });

/** mseal has no flags yet. */
const NO_FLAGS: FlagTable = new Map();

const forms: ReadonlyMap<string, CallForm> = new Map<string, CallForm>([
  // i386 has no other call of this name: strace prints the six words that number 90's pointer leads to.
  ['mmap', space((read) => mmapCall(read, read.architecture === 'i386' ? 'old_mmap' : 'mmap'))],
  ['old_mmap', space((read) => mmapCall(read, 'old_mmap'))],
  ['mmap2', space((read) => mmapCall(read, 'mmap2'))],
  [
    'munmap',
    space((read) => ({
      call: 'munmap',
      event: read.event,
      addr: read.word(0, 'addr'),
      length: read.word(1, 'length'),
    })),
  ],
  ['mremap', space(mremapCall)],
  ['mprotect', space((read) => mprotectCall(read, 'mprotect'))],
  ['pkey_mprotect', space((read) => mprotectCall(read, 'pkey_mprotect'))],
  ['brk', space((read) => ({ call: 'brk', event: read.event, addr: read.word(0, 'addr') }))],
  [
    'madvise',
    space((read) => ({
      call: 'madvise',
      event: read.event,
      addr: read.word(0, 'addr'),
      length: read.word(1, 'length'),
      advice: read.flags(2, 'advice', madviseAdvice(read.architecture)),
    })),
  ],
  ['mlock', space((read) => mlockCall(read, 'mlock'))],
  ['munlock', space((read) => mlockCall(read, 'munlock'))],
  ['mlock2', space((read) => mlockCall(read, 'mlock2'))],
  [
    'mlockall',
    space((read) => ({
      call: 'mlockall',
      event: read.event,
      flags: read.flags(0, 'flags', mlockallFlags(read.architecture)),
    })),
  ],
  ['munlockall', space((read) => ({ call: 'munlockall', event: read.event, flags: NONE }))],
  [
    'mseal',
    space((read) => ({
      call: 'mseal',
      event: read.event,
      addr: read.word(0, 'start'),
      length: read.word(1, 'len'),
      flags: read.flags(2, 'flags', NO_FLAGS),
    })),
  ],
  ['shmat', space((read) => shmatCall(read, 0, 1, 2))],
  ['shmdt', space((read) => ({ call: 'shmdt', event: read.event, addr: read.word(0, 'shmaddr') }))],
  ['ipc', space(ipcCall)],
  ...askingForms,
  ...policyForms,
  ...processForms,
]);

/** Every name that may stand in a log for a call that a rule judges. */
export const judgedNames: readonly string[] = [...forms.keys()];

/** A strace older than the kernel prints a call that it does not know as `syscall_0x1ce`. */
const isUnnamed = (name: string): boolean => name.startsWith('syscall_');

/** Whether a call of this name may be one that a rule judges. Cheap: asked for every event. */
export const mayBeJudged = (name: string): boolean => forms.has(name) || isUnnamed(name);

/** Whether a call of this name may change an address space. */
export const mayChangeSpace = (name: string): boolean =>
  forms.get(name)?.changes === 'space' || isUnnamed(name);

/**
 * The call with typed arguments, or undefined for a call that no rule here judges. `architecture` is the task's at this
 * event: it decides flag values, word size, and what `mmap` means on i386.
 */
export function memoryCallOf(event: CallEvent, architecture: Architecture): MemoryCall | undefined {
  const name = forms.has(event.name) ? event.name : nameOfUnnamed(event.name, architecture);
  return name === undefined ? undefined : forms.get(name)?.read(new CallReader(event, architecture));
}

function mremapCall(read: CallReader): MemoryCall {
  return {
    call: 'mremap',
    event: read.event,
    oldAddress: read.word(0, 'old_address'),
    oldSize: read.word(1, 'old_size'),
    newSize: read.word(2, 'new_size'),
    flags: read.flags(3, 'flags', mremapFlags(read.architecture)),
    newAddress: read.word(4, 'new_address'),
  };
}

function mprotectCall(read: CallReader, call: 'mprotect' | 'pkey_mprotect'): MemoryCall {
  return {
    call,
    event: read.event,
    addr: read.word(0, 'addr'),
    length: read.word(1, 'length'),
    prot: read.flags(2, 'prot', protFlags(read.architecture)),
    pkey: call === 'mprotect' ? { value: -1, span: undefined } : read.int(3, 'pkey'),
  };
}

function mlockCall(read: CallReader, call: 'mlock' | 'mlock2' | 'munlock'): MemoryCall {
  return {
    call,
    event: read.event,
    addr: read.word(0, 'addr'),
    length: read.word(1, 'length'),
    flags: call === 'mlock2' ? read.flags(2, 'flags', mlockFlags(read.architecture)) : NONE,
  };
}

function mmapCall(read: CallReader, entry: MmapCall['entry']): MmapCall {
  const { event, architecture } = read;
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

function shmatCall(read: CallReader, shmid: number, addr: number, flags: number): MemoryCall {
  const { event, architecture } = read;
  return {
    call: 'shmat',
    event,
    shmid: read.int(shmid, 'shmid'),
    addr: read.word(addr, 'shmaddr'),
    flags: read.flags(flags, 'shmflg', shmatFlags(architecture)),
  };
}

/** `ipc(SHMAT, shmid, flags, &result, addr)`: the kernel's order, as the raw call has it. ipc/syscall.c: ksys_ipc */
function ipcCall(read: CallReader): MemoryCall | undefined {
  const { event, architecture } = read;
  const { value } = read.flags(0, 'call', ipcCalls(architecture));
  // The upper half is a version number.
  switch ((value ?? 0) & 0xffff) {
    case IPC.SHMAT:
      // Four arguments: printed as shmat's own three behind the name of the call.
      return event.args.length === 4 ? shmatCall(read, 1, 2, 3) : shmatCall(read, 1, 4, 2);
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
