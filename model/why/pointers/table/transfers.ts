/** Calls that move bytes between a file and a buffer, or several; of which a bad page may let a part be moved. */
import * as abi from '../abi-sizes';
import { undecoded, bytes, call, changes, orNull, reads, upTo, vector, writes } from '../notation';
import type { Rows } from './rows';

const fills = call('fd', writes('buf', upTo('count')), 'count', 'offset');
const drains = call('fd', reads('buf', upTo('count')), 'count', 'offset');
const fillsSeveral = call('fd', reads('iov', vector('iovcnt', 'out')), 'iovcnt', 'offset', 'flags');
const drainsSeveral = call('fd', reads('iov', vector('iovcnt', 'in')), 'iovcnt', 'offset', 'flags');
const sends = (offset: typeof abi.LONG) =>
  call('out_fd', 'in_fd', orNull(changes('offset', offset)), 'count');

export const transfers = {
  read: fills,
  pread: fills,
  pread64: fills,
  write: drains,
  pwrite: drains,
  pwrite64: drains,
  readv: fillsSeveral,
  preadv: fillsSeveral,
  preadv2: fillsSeveral,
  writev: drainsSeveral,
  pwritev: drainsSeveral,
  pwritev2: drainsSeveral,
  vmsplice: drainsSeveral,
  getrandom: call(writes('buf', upTo('buflen')), 'buflen', 'flags'),
  sendfile: sends(abi.LONG),
  sendfile64: sends(abi.U64),
  splice: call(
    'fd_in',
    orNull(changes('off_in', abi.U64)),
    'fd_out',
    orNull(changes('off_out', abi.U64)),
    'len',
    'flags',
  ).uses(['off_out', 'off_in'], 'fs/splice.c: __do_splice'),
  copy_file_range: call(
    'fd_in',
    orNull(changes('off_in', abi.U64)),
    'fd_out',
    orNull(changes('off_out', abi.U64)),
    'len',
    'flags',
  ).uses(['off_in', 'off_out'], 'fs/read_write.c: copy_file_range'),
  syslog: call('type', writes('bufp', upTo('len')), 'len'),
  kexec_load: call(
    'entry',
    'nr_segments',
    undecoded(reads('segments', upTo('nr_segments', { lp64: 32, ilp32: 16 }))),
    'flags',
  ),
  init_module: call(undecoded(reads('module_image', bytes('len'))), 'len', reads('param_values', 1)).uses(
    ['module_image', 'param_values'],
    'kernel/module/main.c: init_module',
  ),
  finit_module: call('fd', reads('param_values', 1), 'flags'),
} satisfies Rows;
