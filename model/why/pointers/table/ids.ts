/** Who a process is: users, groups, capabilities, names of the machine. */
import * as abi from '../abi-sizes';
import type { AbiSize } from '../extent';
import { bytes, call, changes, orNull, reads, times, upTo, writes } from '../notation';
import type { Rows } from './rows';

const threeIds = (size: AbiSize) =>
  call(writes('real', size), writes('effective', size), writes('saved', size)).uses(
    ['real', 'effective', 'saved'],
    'kernel/sys.c: getresuid',
  );
const getsGroups = (size: AbiSize) => call('size', writes('list', upTo('size', size)));
const setsGroups = (size: AbiSize) => call('size', reads('list', times('size', size)));
const named = call(reads('name', bytes('len')), 'len');

export const ids = {
  getresuid: threeIds(abi.OLD_ID),
  getresgid: threeIds(abi.OLD_ID),
  getresuid32: threeIds(abi.INT),
  getresgid32: threeIds(abi.INT),
  getresuid16: threeIds(abi.ID16),
  getresgid16: threeIds(abi.ID16),
  getgroups: getsGroups(abi.OLD_ID),
  getgroups32: getsGroups(abi.INT),
  getgroups16: getsGroups(abi.ID16),
  setgroups: setsGroups(abi.OLD_ID),
  setgroups32: setsGroups(abi.INT),
  setgroups16: setsGroups(abi.ID16),
  capget: call(changes('hdrp', abi.CAP_HEADER), orNull(writes('datap', abi.CAP_DATA))).uses(
    ['hdrp', 'datap'],
    'kernel/capability.c: capget',
  ),
  capset: call(changes('hdrp', abi.CAP_HEADER), reads('datap', abi.CAP_DATA)).uses(
    ['hdrp', 'datap'],
    'kernel/capability.c: capset',
  ),
  uname: call(writes('buf', abi.UTSNAME)),
  olduname: call(writes('buf', abi.OLD_UTSNAME)),
  oldolduname: call(writes('buf', abi.OLDER_UTSNAME)),
  sethostname: named,
  setdomainname: named,
  gethostname: call(writes('name', upTo('len')), 'len'),
  sysinfo: call(writes('info', abi.SYSINFO)),
} satisfies Rows;
