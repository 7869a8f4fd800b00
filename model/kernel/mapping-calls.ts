/**
 * The calls that make, change, lock and remove mappings: their forms and their rules.
 */
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
import { changing, type CallForm } from './call-form';
import { NONE, NOT_SHOWN, type CallReader } from './call-reader';
import type { MappingCall, MmapCall } from './mapping-call';
import { brkRule } from './brk';
import { madviseRule } from './madvise';
import { mlock2Rule, mlockRule, munlockRule } from './mlock';
import { mlockallRule, munlockallRule } from './mlockall';
import { mmapRule } from './mmap';
import { mprotectRule, pkeyMprotectRule } from './mprotect';
import { mremapRule } from './mremap';
import { msealRule } from './mseal';
import { munmapRule } from './munmap';
import { shmatRule } from './shm/shmat';
import { shmdtRule } from './shm/shmdt';

const space = changing<MappingCall>('space');

/** mseal has no flags yet. */
const NO_FLAGS: FlagTable = new Map();

/** By the name in a log. */
export const mappingForms: readonly (readonly [string, CallForm<MappingCall>])[] = [
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
];

/** By the call. */
export const mappingRules = {
  mmap: mmapRule,
  munmap: munmapRule,
  mremap: mremapRule,
  mprotect: mprotectRule,
  pkey_mprotect: pkeyMprotectRule,
  brk: brkRule,
  madvise: madviseRule,
  mlock: mlockRule,
  mlock2: mlock2Rule,
  munlock: munlockRule,
  mlockall: mlockallRule,
  munlockall: munlockallRule,
  mseal: msealRule,
  shmat: shmatRule,
  shmdt: shmdtRule,
} as const;

function mremapCall(read: CallReader): MappingCall {
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

function mprotectCall(read: CallReader, call: 'mprotect' | 'pkey_mprotect'): MappingCall {
  return {
    call,
    event: read.event,
    addr: read.word(0, 'addr'),
    length: read.word(1, 'length'),
    prot: read.flags(2, 'prot', protFlags(read.architecture)),
    pkey: call === 'mprotect' ? { value: -1, span: undefined } : read.int(3, 'pkey'),
  };
}

function mlockCall(read: CallReader, call: 'mlock' | 'mlock2' | 'munlock'): MappingCall {
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

function shmatCall(read: CallReader, shmid: number, addr: number, flags: number): MappingCall {
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
function ipcCall(read: CallReader): MappingCall | undefined {
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
