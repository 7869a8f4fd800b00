/** The control calls of SysV IPC and the keys. ipc/msg.c, ipc/sem.c, ipc/shm.c; security/keys/keyctl.c */
import * as abi from '../abi-sizes';
import type { AbiSize } from '../extent';
import { undecoded, call, reads, SOMETHING, text, upTo, writes, type Row } from '../notation';
import type { CommandRows } from './command-rows';

/** IPC_64 among the bits of a number only says which structure is meant. */
const COMMAND = 0xffn;

const gets = (size: AbiSize): Row => call('id', 'cmd', writes('buf', size));
const sets = (size: AbiSize): Row => call('id', 'cmd', reads('buf', size));

export const msgctl: CommandRows = {
  place: 1,
  mask: COMMAND,
  rows: {
    IPC_SET: [1, sets(abi.MSQID)],
    IPC_STAT: [2, gets(abi.MSQID)],
    IPC_INFO: [3, gets(32)],
    MSG_STAT: [11, gets(abi.MSQID)],
    MSG_INFO: [12, gets(32)],
    MSG_STAT_ANY: [13, gets(abi.MSQID)],
  },
};

export const shmctl: CommandRows = {
  place: 1,
  mask: COMMAND,
  rows: {
    IPC_SET: [1, sets(abi.SHMID)],
    IPC_STAT: [2, gets(abi.SHMID)],
    IPC_INFO: [3, gets({ lp64: 72, ilp32: 36 })],
    SHM_STAT: [13, gets(abi.SHMID)],
    SHM_INFO: [14, gets({ lp64: 48, ilp32: 24 })],
    SHM_STAT_ANY: [15, gets(abi.SHMID)],
  },
};

const getsSemaphores = (size: AbiSize): Row => call('id', 'semnum', 'cmd', writes('arg', size));
const setsSemaphores = (size: AbiSize): Row => call('id', 'semnum', 'cmd', undecoded(reads('arg', size)));
const SEMID: AbiSize = { lp64: 104, ilp32: 64, arm64: 88, riscv64: 88 };

export const semctl: CommandRows = {
  place: 2,
  mask: COMMAND,
  rows: {
    IPC_SET: [1, setsSemaphores(SEMID)],
    IPC_STAT: [2, getsSemaphores(SEMID)],
    IPC_INFO: [3, getsSemaphores(40)],
    GETALL: [13, call('id', 'semnum', 'cmd', writes('arg', SOMETHING))],
    SETALL: [17, call('id', 'semnum', 'cmd', undecoded(reads('arg', SOMETHING)))],
    SEM_STAT: [18, getsSemaphores(SEMID)],
    SEM_INFO: [19, getsSemaphores(40)],
    SEM_STAT_ANY: [20, getsSemaphores(SEMID)],
  },
};

export const keyctl: CommandRows = {
  place: 0,
  rows: {
    KEYCTL_JOIN_SESSION_KEYRING: [1, call('operation', text('name', 4096))],
    KEYCTL_UPDATE: [2, call('operation', 'key', reads('payload', upTo('plen')), 'plen')],
    KEYCTL_DESCRIBE: [6, call('operation', 'key', writes('buffer', upTo('buflen')), 'buflen')],
    KEYCTL_SEARCH: [
      10,
      call('operation', 'keyring', text('type', 32), text('description', 4096), 'destination'),
    ],
    KEYCTL_READ: [11, call('operation', 'key', writes('buffer', upTo('buflen')), 'buflen')],
    KEYCTL_INSTANTIATE: [12, call('operation', 'key', reads('payload', upTo('plen')), 'plen', 'keyring')],
    KEYCTL_GET_SECURITY: [17, call('operation', 'key', writes('buffer', upTo('buflen')), 'buflen')],
  },
};
