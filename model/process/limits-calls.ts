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
import type { ProcessId, Task } from './world';
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
const BY_NUMBER: ReadonlyMap<bigint, string> = new Map(
  NAMES.map((name, at) => [BigInt(at), `RLIMIT_${name}`]),
);
const BY_NAME: ReadonlyMap<string, LimitName> = new Map(NAMES.map((name) => [`RLIMIT_${name}`, name]));

export function setrlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  keep(edit, task.process, argument(call, 0), argument(call, 1), 'set');
}

/** getrlimit and ugetrlimit. */
export function getrlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  if (successOf(call) === undefined) return;
  keep(
    edit,
    task.process,
    argument(call, 0),
    onExit(call.args[1]),
    'read',
    call.name === 'getrlimit' && is32Bit(task),
  );
}

/** 32-bit getrlimit, unlike ugetrlimit, cuts at 2^31 - 1: that value is no limit. kernel/sys.c: old_getrlimit */
const is32Bit = (task: Task): boolean => task.architecture === 'i386' || task.architecture === 'arm';
const OLD_INFINITY = 0x7fff_ffffn;

/**
 * prlimit64(pid, resource, new, old). The new limit is in force before the old one is written out, so a call that fails
 * with EFAULT on its last argument has set it all the same; on the first pointer it has not, but then strace could not read
 * the new values either. kernel/sys.c: do_prlimit; measured on 6.18
 */
export function prlimit(call: CallEvent, task: Task, edit: WorldEdit): void {
  const { result } = call;
  const process = processOf(intOf(argument(call, 0)), task, edit);
  if (process === undefined || result.kind === 'never' || result.kind === 'none') return;
  if (result.injected === 'result') return;
  const given = argument(call, 2);
  const setsAll = result.kind === 'value' || result.errno === 'EFAULT';
  if (result.kind === 'value') keep(edit, process, argument(call, 1), onExit(call.args[3]), 'read');
  if (setsAll && given?.kind === 'struct') keep(edit, process, argument(call, 1), given, 'set');
}

/** 0 is the caller; a pid may be the tid of any of the process's threads. */
function processOf(pid: number | undefined, task: Task, edit: WorldEdit): ProcessId | undefined {
  if (pid === undefined || pid < 0) return undefined;
  if (pid === 0 || pid === task.tid) return task.process;
  for (const other of edit.world.tasks())
    if (other.tid === pid && other.ended === undefined) return other.process;
  return undefined;
}

function keep(
  edit: WorldEdit,
  id: ProcessId,
  resource: Value | undefined,
  given: Value | undefined,
  how: KnownLimit['how'],
  old32 = false,
): void {
  const name = BY_NAME.get(choiceOf(resource, BY_NUMBER) ?? '');
  const soft = limitOf(member(given, 'rlim_cur')?.value, old32);
  const hard = limitOf(member(given, 'rlim_max')?.value, old32);
  if (name === undefined || soft === undefined || hard === undefined) return;
  edit.changeProcess(id, (process) => {
    const known = process.limits.get(name);
    // Reading what is known adds nothing: the call that set it is the better evidence.
    if (known?.soft === soft && known.hard === hard && how === 'read') return process;
    const limits = new Map(process.limits).set(name, { soft, hard, at: edit.event, how });
    return { ...process, limits };
  });
}

/** `64*1024`, `RLIM64_INFINITY`, 2^64-1; of a 32-bit task 2^32-1. Bytes or a count. */
function limitOf(value: Value | undefined, old32: boolean): LimitValue | undefined {
  if (value?.kind === 'flags') {
    const [first] = value.terms;
    const infinite = first !== undefined && 'name' in first && /^RLIM(64)?_INFINITY$/.test(first.name);
    return infinite ? 'infinity' : undefined;
  }
  const number = numberOf(value);
  if (number === undefined) return undefined;
  const unsigned = BigInt.asUintN(64, number);
  if (unsigned === 0xffff_ffff_ffff_ffffn || (old32 && unsigned >= OLD_INFINITY)) return 'infinity';
  return unsigned;
}
