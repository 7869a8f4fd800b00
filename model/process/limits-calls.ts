/**
 * setrlimit, getrlimit, prlimit64 in their forms:
 *
 *     prlimit64(0, RLIMIT_MEMLOCK, {rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}, NULL) = 0
 *     setrlimit(RLIMIT_AS, {rlim_cur=8192*1024, rlim_max=RLIM_INFINITY}) = 0
 *     getrlimit(RLIMIT_STACK, {rlim_cur=8192*1024, rlim_max=RLIM64_INFINITY}) = 0
 */
import type { CallEvent } from '../trace/event';
import type { Value } from '../trace/value';
import { argument, choiceOf, intOf, member, numberOf, onExit, successOf } from './call-values';
import type { KnownLimit, LimitName, LimitValue } from './limits';
import { learnFromLimit } from './limit-privilege';
import type { Architecture, ProcessId, Task, World } from './world';
import type { WorldEdit } from './world-edit';

/** include/uapi/asm-generic/resource.h; all architectures of the model have these numbers. */
const NAMES: readonly LimitName[] = [
  'CPU',
  'FSIZE',
  'DATA',
  'STACK',
  'CORE',
  'RSS',
  'NPROC',
  'NOFILE',
  'MEMLOCK',
  'AS',
  'LOCKS',
  'SIGPENDING',
  'MSGQUEUE',
  'NICE',
  'RTPRIO',
  'RTTIME',
];
/** As strace prints them. */
export const limitWords: readonly string[] = NAMES.map((name) => `RLIMIT_${name}`);
const BY_NUMBER: ReadonlyMap<bigint, string> = new Map(
  NAMES.map((name, at) => [BigInt(at), `RLIMIT_${name}`]),
);
const BY_NAME: ReadonlyMap<string, LimitName> = new Map(NAMES.map((name) => [`RLIMIT_${name}`, name]));

/** Undefined for a number that no limit has. */
export const limitNameOf = (resource: Value | undefined): LimitName | undefined =>
  BY_NAME.get(choiceOf(resource, BY_NUMBER) ?? '');

export function setrlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  const given = argument(call, 1);
  const set = limitPairOf(given, is32Bit(task.architecture) ? 'word' : 'exact');
  learnFromLimit(call, limitNameOf(argument(call, 0)), set, task, edit);
  if (successOf(call) === undefined) return;
  keep(edit, task.process, argument(call, 0), set, 'set');
}

/** getrlimit and ugetrlimit. */
export function getrlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  const words = !is32Bit(task.architecture) ? 'exact' : call.name === 'getrlimit' ? 'cut' : 'word';
  keep(edit, task.process, argument(call, 0), limitPairOf(onExit(call.args[1]), words), 'read', words);
}

/** Whose setrlimit and getrlimit take limits of 32 bits. kernel/sys.c: COMPAT_SYSCALL_DEFINE2(setrlimit */
export const is32Bit = (architecture: Architecture): boolean =>
  architecture === 'i386' || architecture === 'arm';

/**
 * How wide the limits are that a call takes or gives: 64 bits; 32, of which the highest number is no limit; or the old
 * getrlimit's, cut at 2^31 - 1. kernel/sys.c: old_getrlimit
 */
export type LimitWords = 'exact' | 'word' | 'cut';

/** From this value on a call of that width says that there is no limit. */
const INFINITE_FROM: Readonly<Record<LimitWords, bigint>> = {
  exact: 0xffff_ffff_ffff_ffffn,
  word: 0xffff_ffffn,
  cut: 0x7fff_ffffn,
};

/**
 * prlimit64(pid, resource, new, old). The new limit is in force before the old one is written out, so a call that fails
 * with EFAULT on its last argument has set it all the same; on the first pointer it has not, but then strace could not read
 * the new values either. kernel/sys.c: do_prlimit; measured on 6.18
 */
export function prlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  const { result } = call;
  const pid = intOf(argument(call, 0));
  const process = processOf(pid, task, edit.world);
  if (process === undefined || result.kind === 'never' || result.kind === 'none') return;
  if (result.injected === 'result') return;
  const set = limitPairOf(argument(call, 2), 'exact');
  if (process === task.process) learnFromLimit(call, limitNameOf(argument(call, 1)), set, task, edit);
  const setsAll = result.kind === 'value' || result.errno === 'EFAULT';
  if (result.kind === 'value')
    keep(edit, process, argument(call, 1), limitPairOf(onExit(call.args[3]), 'exact'), 'read');
  if (setsAll) keep(edit, process, argument(call, 1), set, 'set');
}

/** 0 is the caller; a pid may be the tid of any of the process's threads. Undefined for one that the log does not show. */
export function processOf(pid: number | undefined, task: Task, world: World): ProcessId | undefined {
  if (pid === undefined || pid < 0) return undefined;
  if (pid === 0 || pid === task.tid) return task.process;
  for (const other of world.tasks())
    if (other.ended === undefined && (other.tid === pid || world.process(other.process)?.pid === pid))
      return other.process;
  return unbornOf(pid, world);
}

/** A child that a clone has made, and that the log has not shown a line of yet. */
function unbornOf(pid: number, world: World): ProcessId | undefined {
  let found: ProcessId | undefined;
  for (const process of world.processes()) if (process.pid === pid) found = process.id;
  if (found === undefined) return undefined;
  for (const task of world.tasks()) if (task.process === found) return undefined;
  return found;
}

type LimitPair = Pick<KnownLimit, 'soft' | 'hard'>;

function keep(
  edit: WorldEdit,
  id: ProcessId,
  resource: Value | undefined,
  given: LimitPair | undefined,
  how: KnownLimit['how'],
  words: LimitWords = 'exact',
): void {
  const name = limitNameOf(resource);
  if (name === undefined || given === undefined) return;
  edit.changeProcess(id, (process) => {
    const known = process.limits.get(name);
    // Reading what is known adds nothing: the call that set it is the better evidence.
    if (known !== undefined && how === 'read' && sameLimit(known.soft, given.soft, words)) {
      if (sameLimit(known.hard, given.hard, words)) return process;
    }
    const { soft, hard } = given;
    const limits = new Map(process.limits).set(name, { soft, hard, at: edit.event, how });
    return { ...process, limits };
  });
}

/** A narrow call calls endless what only does not fit into its words. */
const sameLimit = (known: LimitValue, shown: LimitValue, words: LimitWords): boolean =>
  known === shown || (shown === 'infinity' && known !== 'infinity' && known >= INFINITE_FROM[words]);

/** {rlim_cur=64*1024, rlim_max=RLIM64_INFINITY}; undefined where the line shows only an address. */
export function limitPairOf(given: Value | undefined, words: LimitWords): LimitPair | undefined {
  const soft = limitOf(member(given, 'rlim_cur')?.value, words);
  const hard = limitOf(member(given, 'rlim_max')?.value, words);
  return soft === undefined || hard === undefined ? undefined : { soft, hard };
}

/** `64*1024`, `RLIM64_INFINITY`, 2^64-1; of a 32-bit task 2^32-1. Bytes or a count. */
function limitOf(value: Value | undefined, words: LimitWords): LimitValue | undefined {
  if (value?.kind === 'flags') {
    const [first] = value.terms;
    const infinite = first !== undefined && 'name' in first && /^RLIM(64)?_INFINITY$/.test(first.name);
    return infinite ? 'infinity' : undefined;
  }
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const unsigned = BigInt.asUintN(64, number);
  return unsigned >= INFINITE_FROM[words] ? 'infinity' : unsigned;
}
