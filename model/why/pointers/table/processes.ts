/** Processes: waiting, scheduling, limits, what a new one is given. */
import * as abi from '../abi-sizes';
import {
  undecoded,
  bytes,
  call,
  changes,
  orNull,
  path,
  reads,
  SOMETHING,
  STRINGS,
  upTo,
  writes,
} from '../notation';
import type { Rows } from './rows';

const waits = call(
  'pid',
  orNull(writes('wstatus', abi.INT)),
  'options',
  orNull(writes('rusage', abi.RUSAGE)),
).uses(['wstatus', 'rusage'], 'kernel/exit.c: wait4');
const limit = call('resource', writes('rlim', abi.RLIMIT));
/** Filename first, and found; the vectors are counted, and then the strings copied from the last to the first. */
const EXEC = 'fs/exec.c: do_execveat_common';

export const processes = {
  execve: call(path('pathname'), reads('argv', STRINGS), reads('envp', STRINGS)).uses(
    ['pathname', 'argv', 'envp', 'envp', 'argv'],
    EXEC,
  ),
  execveat: call('dirfd', path('pathname'), reads('argv', STRINGS), reads('envp', STRINGS), 'flags').uses(
    ['pathname', 'argv', 'envp', 'envp', 'argv'],
    EXEC,
  ),
  /** Where the tids go is written without a look at the result; only the pidfd's place counts. kernel/fork.c: copy_process */
  clone3: call(reads('cl_args', bytes('size')), 'size'),
  wait4: waits,
  waitpid: call('pid', orNull(writes('wstatus', abi.INT)), 'options'),
  waitid: call(
    'idtype',
    'id',
    orNull(writes('infop', abi.WAITID_INFO)),
    'options',
    orNull(writes('rusage', abi.RUSAGE)),
  ).uses(['rusage', 'infop'], 'kernel/exit.c: waitid'),
  getrusage: call('who', writes('usage', abi.RUSAGE)),
  getrlimit: limit,
  ugetrlimit: limit,
  setrlimit: call('resource', reads('rlim', abi.RLIMIT)),
  prlimit64: call(
    'pid',
    'resource',
    orNull(reads('new_limit', abi.RLIMIT64)),
    orNull(writes('old_limit', abi.RLIMIT64)),
  ).uses(['new_limit', 'old_limit'], 'kernel/sys.c: prlimit64'),
  sched_setparam: call('pid', reads('param', abi.SCHED_PARAM)),
  sched_getparam: call('pid', writes('param', abi.SCHED_PARAM)),
  sched_setscheduler: call('pid', 'policy', reads('param', abi.SCHED_PARAM)),
  sched_rr_get_interval: call('pid', writes('tp', abi.TIMESPEC)),
  sched_rr_get_interval_time64: call('pid', writes('tp', abi.TIMESPEC64)),
  sched_setaffinity: call('pid', 'cpusetsize', reads('mask', upTo('cpusetsize'))),
  sched_getaffinity: call('pid', 'cpusetsize', writes('mask', upTo('cpusetsize'))),
  sched_setattr: call('pid', reads('attr', SOMETHING), 'flags'),
  sched_getattr: call('pid', writes('attr', upTo('size')), 'size', 'flags'),
  getcpu: call(orNull(writes('cpu', abi.INT)), orNull(writes('node', abi.INT)), 'tcache').uses(
    ['cpu', 'node'],
    'kernel/sys.c: getcpu',
  ),
  rseq: call(undecoded(changes('rseq', upTo('rseq_len'))), 'rseq_len', 'flags', 'sig'),
  get_robust_list: call('pid', writes('head_ptr', abi.POINTER), writes('len_ptr', abi.LONG)).uses(
    ['len_ptr', 'head_ptr'],
    'kernel/futex/syscalls.c: get_robust_list',
  ),
  get_thread_area: call(changes('u_info', abi.USER_DESC)),
  set_thread_area: call(changes('u_info', abi.USER_DESC)),
  seccomp: call('operation', 'flags', orNull(undecoded(reads('args', SOMETHING)))),
  lsm_get_self_attr: call('attr', orNull(writes('ctx', SOMETHING)), changes('size', abi.INT), 'flags').uses(
    ['size', 'ctx', 'size'],
    'security/security.c: security_getselfattr',
  ),
  lsm_list_modules: call(writes('ids', SOMETHING), changes('size', abi.INT), 'flags'),
} satisfies Rows;
