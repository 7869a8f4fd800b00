/** Who a process is: users, groups, capabilities, names of the machine. */
import * as abi from '../abi-sizes';
import { bytes, call, changes, orNull, reads, times, upTo, writes } from '../notation';
import type { Rows } from './rows';

const threeIds = (size: number) =>
  call(writes('real', size), writes('effective', size), writes('saved', size)).uses(
    ['real', 'effective', 'saved'],
    'kernel/sys.c: getresuid',
  );
const getsGroups = (size: number) => call('size', writes('list', upTo('size', size)));
const setsGroups = (size: number) => call('size', reads('list', times('size', size)));
const named = call(reads('name', bytes('len')), 'len');

export const ids = {
  getresuid: threeIds(abi.INT),
  getresgid: threeIds(abi.INT),
  getresuid32: threeIds(abi.INT),
  getresgid32: threeIds(abi.INT),
  getresuid16: threeIds(abi.GID16),
  getresgid16: threeIds(abi.GID16),
  getgroups: getsGroups(abi.INT),
  getgroups32: getsGroups(abi.INT),
  getgroups16: getsGroups(abi.GID16),
  setgroups: setsGroups(abi.INT),
  setgroups32: setsGroups(abi.INT),
  setgroups16: setsGroups(abi.GID16),
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
