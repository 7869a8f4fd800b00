/** fcntl: locks, owners, hints. fs/fcntl.c: do_fcntl; fs/locks.c: fcntl_getlk, fcntl_setlk */
import * as abi from '../abi-sizes';
import { call, changes, reads, writes } from '../notation';
import type { CommandRows } from './command-rows';

const asks = (size: typeof abi.FLOCK) => call('fd', 'cmd', changes('lock', size));
const sets = (size: typeof abi.FLOCK) => call('fd', 'cmd', reads('lock', size));

export const fcntl: CommandRows = {
  place: 1,
  rows: {
    F_GETLK: [5, asks(abi.FLOCK)],
    F_SETLK: [6, sets(abi.FLOCK)],
    F_SETLKW: [7, sets(abi.FLOCK)],
    F_GETLK64: [12, asks(abi.FLOCK64)],
    F_SETLK64: [13, sets(abi.FLOCK64)],
    F_SETLKW64: [14, sets(abi.FLOCK64)],
    F_OFD_GETLK: [36, asks(abi.FLOCK64)],
    F_OFD_SETLK: [37, sets(abi.FLOCK64)],
    F_OFD_SETLKW: [38, sets(abi.FLOCK64)],
    F_SETOWN_EX: [15, call('fd', 'cmd', reads('owner', abi.F_OWNER_EX))],
    F_GETOWN_EX: [16, call('fd', 'cmd', writes('owner', abi.F_OWNER_EX))],
    F_GETOWNER_UIDS: [17, call('fd', 'cmd', writes('uids', 8))],
    F_GET_RW_HINT: [1035, call('fd', 'cmd', writes('hint', abi.U64))],
    F_SET_RW_HINT: [1036, call('fd', 'cmd', reads('hint', abi.U64))],
    F_GET_FILE_RW_HINT: [1037, call('fd', 'cmd', writes('hint', abi.U64))],
    F_SET_FILE_RW_HINT: [1038, call('fd', 'cmd', reads('hint', abi.U64))],
  },
};
