/** Requests handed over in blocks: asynchronous I/O, io_uring, programs for the kernel, keys, events. */
import * as abi from '../abi-sizes';
import {
  undecoded,
  bytes,
  call,
  changes,
  orNull,
  pointers,
  reads,
  SOMETHING,
  text,
  times,
  upTo,
  writes,
} from '../notation';
import type { Rows } from './rows';

const getsEvents = (timeout: typeof abi.TIMESPEC) =>
  call(
    'ctx_id',
    'min_nr',
    'nr',
    writes('events', upTo('nr', abi.IO_EVENT)),
    orNull(reads('timeout', timeout)),
  ).uses(['timeout', 'events'], 'fs/aio.c: io_getevents');

export const requests = {
  io_setup: call('nr_events', changes('ctx_idp', abi.LONG)),
  io_submit: call('ctx_id', 'nr', reads('iocbpp', pointers('nr', abi.IOCB))),
  io_cancel: call('ctx_id', reads('iocb', abi.IOCB), writes('result', abi.IO_EVENT)),
  io_getevents: getsEvents(abi.TIMESPEC),
  io_getevents_time64: getsEvents(abi.TIMESPEC64),
  io_pgetevents: call(
    'ctx_id',
    'min_nr',
    'nr',
    writes('events', upTo('nr', abi.IO_EVENT)),
    orNull(reads('timeout', abi.TIMESPEC)),
    orNull(reads('usig', abi.IOVEC)),
  ).uses(['timeout', 'usig', 'events'], 'fs/aio.c: io_pgetevents'),
  io_uring_setup: call('entries', changes('params', abi.IO_URING_PARAMS)),
  io_uring_enter: call(
    'fd',
    'to_submit',
    'min_complete',
    'flags',
    orNull(undecoded(reads('arg', SOMETHING))),
    'argsz',
  ),
  io_uring_register: call('fd', 'opcode', orNull(undecoded(reads('arg', SOMETHING))), 'nr_args'),
  bpf: call('cmd', reads('attr', bytes('size')), 'size'),
  perf_event_open: call(reads('attr', SOMETHING), 'pid', 'cpu', 'group_fd', 'flags'),
  add_key: call(
    text('type', 32),
    orNull(text('description', 4096)),
    orNull(reads('payload', bytes('plen'))),
    'plen',
    'keyring',
  ).uses(['type', 'description', 'payload'], 'security/keys/keyctl.c: add_key'),
  request_key: call(
    text('type', 32),
    text('description', 4096),
    orNull(text('callout_info', 4096)),
    'keyring',
  ).uses(['type', 'description', 'callout_info'], 'security/keys/keyctl.c: request_key'),
  futex_waitv: call(
    reads('waiters', times('nr_futexes', 24)),
    'nr_futexes',
    'flags',
    orNull(reads('timeout', abi.TIMESPEC64)),
    'clockid',
  ).uses(['timeout', 'waiters'], 'kernel/futex/syscalls.c: futex_waitv'),
  futex_wait: call(
    reads('uaddr', abi.INT),
    'val',
    'mask',
    'flags',
    orNull(reads('timeout', abi.TIMESPEC64)),
    'clockid',
  ).uses(['timeout', 'uaddr'], 'kernel/futex/syscalls.c: futex_wait'),
  delete_module: call(text('name', 56), 'flags'),
  reboot: call('magic', 'magic2', 'cmd', orNull(text('arg', 256))),
  kexec_file_load: call(
    'kernel_fd',
    'initrd_fd',
    'cmdline_len',
    reads('cmdline', bytes('cmdline_len')),
    'flags',
  ),
  _sysctl: call(undecoded(reads('args', { lp64: 80, ilp32: 40 }))),
  sysfs: call('option', orNull(reads('arg1', SOMETHING)), orNull(writes('arg2', SOMETHING))),
} satisfies Rows;
