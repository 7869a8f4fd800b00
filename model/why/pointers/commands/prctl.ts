/** prctl and arch_prctl: the operations that point somewhere. kernel/sys.c: prctl; arch/x86/kernel/process_64.c */
import * as abi from '../abi-sizes';
import { call, reads, SOMETHING, text, writes } from '../notation';
import type { CommandRows } from './command-rows';

const number = call('option', writes('arg2', abi.INT));

export const prctl: CommandRows = {
  place: 0,
  rows: {
    PR_GET_PDEATHSIG: [2, number],
    PR_GET_UNALIGN: [5, number],
    PR_GET_FPEMU: [9, number],
    PR_GET_FPEXC: [11, number],
    PR_SET_NAME: [15, call('option', text('name', 16))],
    PR_GET_NAME: [16, call('option', writes('name', 16))],
    PR_GET_ENDIAN: [19, number],
    PR_GET_TSC: [25, number],
    PR_GET_CHILD_SUBREAPER: [37, number],
    // A kernel of 64 bits writes as many to a task of 32.
    PR_GET_TID_ADDRESS: [40, call('option', writes('addr', 8))],
    PR_SET_SECCOMP: [22, call('option', 'mode', reads('filter', { lp64: 16, ilp32: 8 }))],
    PR_GET_AUXV: [0x41555856, call('option', writes('auxv', SOMETHING), 'size')],
    PR_SCHED_CORE: [62, call('option', 'operation', 'pid', 'type', writes('cookie', abi.U64))],
  },
};

/** ARCH_SET_FS and ARCH_SET_GS take an address and do not look at what is there. */
export const archPrctl: CommandRows = {
  place: 0,
  rows: {
    ARCH_GET_GS: [0x1004, call('code', writes('addr', abi.LONG))],
    ARCH_GET_FS: [0x1003, call('code', writes('addr', abi.LONG))],
    ARCH_GET_UNTAG_MASK: [0x4001, call('code', writes('addr', abi.LONG))],
    ARCH_GET_MAX_TAG_BITS: [0x4003, call('code', writes('addr', abi.LONG))],
    ARCH_GET_XCOMP_SUPP: [0x1021, call('code', writes('addr', abi.U64))],
    ARCH_GET_XCOMP_PERM: [0x1022, call('code', writes('addr', abi.U64))],
    ARCH_GET_XCOMP_GUEST_PERM: [0x1024, call('code', writes('addr', abi.U64))],
    ARCH_SHSTK_STATUS: [0x5005, call('code', writes('addr', abi.U64))],
  },
};
