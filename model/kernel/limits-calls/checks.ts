/**
 * The checks of setrlimit, getrlimit and prlimit64, in the kernel's order.
 * kernel/sys.c: sys_prlimit64, check_prlimit_permission, do_prlimit; measured on 6.18
 *
 *     new limit read | which process | resource known | soft <= hard | raised? | LSM || SET || old limit written
 *
 * What comes behind the setting can fail no more than the answer: the limit is in force.
 */
import type { KnownLimit, LimitName, LimitValue } from '../../process/limits';
import { isAbove } from '../../process/limit-privilege';
import { processOf } from '../../process/limits-calls';
import type { ProcessId } from '../../process/world';
import type { Before, Check, Fact, Verdict } from '../check';
import { capable, defaultMemlock } from '../limits';
import { canRead, canWrite } from '../user-pointer';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  manual,
  NO_TRACE,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
} from '../verdict';
import type { LimitsCall } from './call';

const page = manual('getrlimit(2)');
const source = seen('kernel/sys.c: do_prlimit');

/** struct rlimit64; the 32-bit calls have two words of four bytes. */
const bytesOf = (call: LimitsCall, before: Before): number =>
  call.call !== 'prlimit64' && (before.task.architecture === 'i386' || before.task.architecture === 'arm')
    ? 8
    : 16;

/** The process that a pid names: 'caller' where it is the caller's own; undefined: the log shows none. */
function targetOf({ pid }: LimitsCall, before: Before): ProcessId | undefined {
  if (pid.value === undefined) return undefined;
  if (pid.value === 0 || pid.value === before.process.pid) return before.process.id;
  return before.world === undefined ? undefined : processOf(pid.value, before.task, before.world);
}

function exists(call: LimitsCall, before: Before): Verdict {
  const { pid } = call;
  if (pid.value === undefined) return cannotTell('unknown-argument');
  if (pid.value < 0) return fails(argumentFact('pid', pid));
  return targetOf(call, before) === undefined ? cannotTell('no-trace', argumentFact('pid', pid)) : passes();
}

function mayChangeIt(call: LimitsCall, before: Before): Verdict {
  const target = targetOf(call, before);
  if (target === before.process.id) return passes();
  if (before.task.privileges.capabilities.get('CAP_SYS_RESOURCE')?.has === 'yes') return passes();
  // Tasks of one log mostly run under one user.
  return target === undefined
    ? cannotTell('unknown-capability', argumentFact('pid', call.pid))
    : likelyPasses('unknown-capability', argumentFact('pid', call.pid));
}

function isLimit({ limit, resource }: LimitsCall): Verdict {
  if (limit !== undefined) return passes();
  return resource.value === undefined
    ? cannotTell('unknown-argument')
    : fails(argumentFact('resource', resource));
}

const RLIM_INFINITY = 0xffff_ffff_ffff_ffffn;

const inNumbers = (name: 'soft' | 'hard' | 'hard-before', value: LimitValue, known?: KnownLimit): Fact =>
  numberFact(name, value === 'infinity' ? RLIM_INFINITY : value, 'count', known?.at);

/** With the values that are to be set; a check that needs them is not reached by a call that sets nothing. */
function ofNext(call: LimitsCall, test: (next: NonNullable<LimitsCall['next']>) => Verdict): Verdict {
  if (call.given === undefined) return NOT_REACHED;
  return call.next === undefined ? likelyPasses('unknown-argument') : test(call.next);
}

/** fs.nr_open as the kernel starts with it, and the most that it can be set to. fs/file.c: sysctl_nr_open */
const NR_OPEN = 1024n * 1024n;
const MOST_NR_OPEN = 0x7fff_ffc0n;

function fitsFileMaximum(call: LimitsCall, before: Before): Verdict {
  if (call.limit !== 'NOFILE') return NOT_REACHED;
  return ofNext(call, ({ hard }) => {
    const asked = inNumbers('hard', hard);
    if (isAbove(hard, MOST_NR_OPEN)) return fails(asked);
    const known = limitOfTarget(call, before);
    if (!isAbove(hard, NR_OPEN)) return likelyPasses('unknown-machine', asked);
    // A hard limit above the usual maximum shows a raised maximum.
    return known !== undefined && !isAbove(hard, known.hard)
      ? likelyPasses('unknown-machine', asked, inNumbers('hard-before', known.hard, known))
      : cannotTell('unknown-machine', asked);
  });
}

function limitOfTarget(call: LimitsCall, before: Before): KnownLimit | undefined {
  const target = targetOf(call, before);
  if (call.limit === undefined || target === undefined) return undefined;
  const process = target === before.process.id ? before.process : before.world?.process(target);
  return process?.limits.get(call.limit);
}

/** Limits whose hard value the kernel starts without any. include/asm-generic/resource.h: INIT_RLIMITS */
const ENDLESS: ReadonlySet<LimitName> = new Set([
  'CPU',
  'FSIZE',
  'DATA',
  'STACK',
  'CORE',
  'RSS',
  'AS',
  'LOCKS',
  'RTTIME',
]);

/** The hard values that the kernel starts others with: who sets less hardly ever raises. */
function firstHard(limit: LimitName, before: Before): bigint | undefined {
  switch (limit) {
    case 'MEMLOCK':
      return BigInt(defaultMemlock(before)) << 12n;
    case 'NOFILE':
      return 4096n;
    case 'MSGQUEUE':
      return 819200n;
    case 'NICE':
    case 'RTPRIO':
      return 0n;
    default:
      return undefined;
  }
}

function mayRaise(call: LimitsCall, before: Before): Verdict {
  return ofNext(call, ({ hard }) => {
    const known = limitOfTarget(call, before);
    const asked = inNumbers('hard', hard);
    // No limit is below it, so nothing is raised.
    if (hard === 0n) return passes(asked);
    if (known !== undefined) {
      const facts = [asked, inNumbers('hard-before', known.hard, known)];
      return isAbove(hard, known.hard) ? capable(before, 'CAP_SYS_RESOURCE', ...facts) : passes(...facts);
    }
    if (before.task.privileges.capabilities.get('CAP_SYS_RESOURCE')?.has === 'yes') return passes();
    const first = call.limit === undefined ? undefined : firstHard(call.limit, before);
    const isUsual = call.limit !== undefined && ENDLESS.has(call.limit);
    return isUsual || (first !== undefined && !isAbove(hard, first))
      ? likelyPasses('unknown-limit', asked)
      : cannotTell('unknown-limit', asked);
  });
}

type LimitsCheck = Check<LimitsCall>;

const newLimitUnreadable: LimitsCheck = {
  id: 'rlimit.new-limit-unreadable',
  errno: 'EFAULT',
  sources: [seen('kernel/sys.c: sys_prlimit64'), page],
  demand: 'the new limit can be read from where the call says it stands',
  test: (call, before) =>
    call.given === undefined
      ? NOT_REACHED
      : call.given.shows === 'address' && call.next !== undefined
        ? passes()
        : canRead(call.given, bytesOf(call, before), before),
};

const unknownResource: LimitsCheck = {
  id: 'rlimit.unknown-resource',
  errno: 'EINVAL',
  sources: [source, page],
  demand: 'the resource is one of the sixteen that the kernel has',
  test: isLimit,
};

const ofProcess: readonly LimitsCheck[] = [
  {
    id: 'rlimit.no-such-process',
    errno: 'ESRCH',
    sources: [seen('kernel/sys.c: sys_prlimit64'), page],
    demand: 'a process of that pid exists',
    test: exists,
  },
  {
    id: 'rlimit.not-permitted-for-process',
    errno: 'EPERM',
    sources: [read('kernel/sys.c: check_prlimit_permission'), page],
    demand: 'the process is of the same user and group, or the caller has CAP_SYS_RESOURCE',
    test: mayChangeIt,
  },
];

const ofNewLimit: readonly LimitsCheck[] = [
  {
    id: 'rlimit.soft-above-hard',
    errno: 'EINVAL',
    sources: [source, page],
    demand: 'the soft limit is not above the hard limit',
    test: (call) =>
      ofNext(call, ({ soft, hard }) =>
        demand(!isAbove(soft, hard), inNumbers('soft', soft), inNumbers('hard', hard)),
      ),
  },
  {
    id: 'rlimit.above-file-maximum',
    errno: 'EPERM',
    sources: [source, page],
    demand: 'the hard limit of RLIMIT_NOFILE is not above fs.nr_open',
    test: fitsFileMaximum,
  },
  {
    id: 'rlimit.may-not-raise',
    errno: 'EPERM',
    sources: [source, page],
    demand: 'the hard limit is not raised, or the caller has CAP_SYS_RESOURCE',
    test: mayRaise,
  },
  {
    id: 'rlimit.refused-by-security-module',
    errno: 'EPERM',
    sources: [read('kernel/sys.c: do_prlimit')],
    demand: 'no security module refuses it',
    test: (call) => (call.given === undefined ? NOT_REACHED : NO_TRACE),
  },
];

const oldLimitUnwritable: LimitsCheck = {
  id: 'rlimit.old-limit-unwritable',
  errno: 'EFAULT',
  sources: [seen('kernel/sys.c: sys_prlimit64'), page],
  demand: 'the old limit can be written to where the call wants it (a new one is set all the same)',
  test: (call, before) =>
    call.old === undefined ? NOT_REACHED : canWrite(call.old, bytesOf(call, before), before),
};

export const setrlimitChecks: readonly LimitsCheck[] = [newLimitUnreadable, unknownResource, ...ofNewLimit];
export const getrlimitChecks: readonly LimitsCheck[] = [unknownResource, oldLimitUnwritable];
export const prlimitChecks: readonly LimitsCheck[] = [
  newLimitUnreadable,
  ...ofProcess,
  unknownResource,
  ...ofNewLimit,
  oldLimitUnwritable,
];
