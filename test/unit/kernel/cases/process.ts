/** setrlimit and prlimit64, personality, the fork family, execve: calls that concern the process. */
import type { Value } from '../../../../model/trace/value';
import type { Written } from '../before';
import { VmFlag } from '../../../../model/memory/vma';
import { flagged, p, PG, type Case } from './case';

const span = { start: 0, end: 1 };
const number = (value: bigint | number): Value => ({
  kind: 'number',
  value: BigInt(value),
  form: 'hex',
  span,
});
const flags = (text: string): Value => ({
  kind: 'flags',
  terms: text.split('|').map((name) => ({ name, span })),
  span,
});
const text = (bytes: string, cut = false): Value => ({ kind: 'string', bytes, cut, span });
const array = (...items: readonly Value[]): Value => ({
  kind: 'array',
  items: items.map((value) => ({ value, span })),
  abbreviated: false,
  span,
});
const struct = (members: Readonly<Record<string, Value | bigint | number | string>>): Value => ({
  kind: 'struct',
  members: Object.entries(members).map(([name, value]) => ({
    ...(name === '' ? {} : { name }),
    value: typeof value === 'object' ? value : typeof value === 'string' ? flags(value) : number(value),
    span,
  })),
  abbreviated: false,
  span,
});
const limit = (cur: bigint | number, max: bigint | number): Value => struct({ rlim_cur: cur, rlim_max: max });
const INFINITY = 0xffff_ffff_ffff_ffffn;

const above = { limits: { MEMLOCK: 4096n }, hard: { MEMLOCK: 8192n } } as const;
const prlimit = (resource: Written, next: Written, old: Written = 0, pid: Written = 0): Case['call'] => [
  'prlimit64',
  pid,
  resource,
  next,
  old,
];

const limitCases: readonly Case[] = [
  { id: 'rlimit.new-limit-unreadable', space: 'WWN', call: ['setrlimit', 'RLIMIT_AS', p(2)] },
  { id: 'rlimit.new-limit-unreadable', space: 'WW.', call: prlimit('RLIMIT_AS', p(1, 4090)) },
  { id: 'rlimit.new-limit-unreadable', space: 'WW?', call: prlimit('RLIMIT_AS', 16) },
  { id: 'rlimit.new-limit-unreadable', space: '??', call: prlimit('RLIMIT_AS', p(1)), answer: 'open' },
  { id: 'rlimit.no-such-process', space: 'W', call: prlimit('RLIMIT_AS', 0, 0, -5) },
  { id: 'rlimit.no-such-process', space: 'W', call: prlimit('RLIMIT_AS', 0, 0, 4711), answer: 'open' },
  {
    id: 'rlimit.not-permitted-for-process',
    space: 'W',
    call: prlimit('RLIMIT_AS', 0, 0, 4711),
    answer: 'open',
  },
  { id: 'rlimit.unknown-resource', space: 'W', call: prlimit(16, limit(0, 0)) },
  { id: 'rlimit.unknown-resource', space: 'W', call: ['setrlimit', 0xffff_ffffn, limit(0, 0)] },
  {
    id: 'rlimit.unknown-resource',
    space: 'W',
    call: ['getrlimit', 77, 0x7000],
    also: ['rlimit.old-limit-unwritable'],
  },
  { id: 'rlimit.soft-above-hard', space: 'W', call: prlimit('RLIMIT_AS', limit(2, 1)) },
  { id: 'rlimit.soft-above-hard', space: 'W', call: ['setrlimit', 9, limit(INFINITY, 1)] },
  {
    id: 'rlimit.above-file-maximum',
    space: 'W',
    call: prlimit('RLIMIT_NOFILE', limit(1, INFINITY)),
    given: { limits: { NOFILE: 1n } },
  },
  {
    id: 'rlimit.above-file-maximum',
    space: 'W',
    call: prlimit('RLIMIT_NOFILE', limit(1, 2_000_000)),
    given: { limits: { NOFILE: 1n }, hard: { NOFILE: 1_000_000n } },
    answer: 'open',
  },
  {
    id: 'rlimit.may-not-raise',
    space: 'W',
    call: prlimit('RLIMIT_MEMLOCK', limit(0, 8193)),
    given: { ...above, capabilities: { CAP_SYS_RESOURCE: 'no' } },
  },
  {
    id: 'rlimit.may-not-raise',
    space: 'W',
    call: prlimit('RLIMIT_MEMLOCK', limit(0, 8193)),
    given: above,
    answer: 'open',
  },
  {
    id: 'rlimit.may-not-raise',
    space: 'W',
    call: prlimit('RLIMIT_NPROC', limit(0, 8193)),
    answer: 'open',
  },
  {
    id: 'rlimit.refused-by-security-module',
    space: 'W',
    call: prlimit('RLIMIT_AS', limit(1, 1)),
    answer: 'no-trace',
  },
  { id: 'rlimit.old-limit-unwritable', space: 'WR', call: prlimit('RLIMIT_AS', limit(1, 1), p(1)) },
  { id: 'rlimit.old-limit-unwritable', space: 'W.', call: ['getrlimit', 'RLIMIT_AS', p(1)] },
  {
    id: 'rlimit.old-limit-unwritable',
    space: 'W?',
    call: ['getrlimit', 'RLIMIT_AS', p(1)],
    answer: 'no-trace',
  },
  {
    id: 'personality.without-compat',
    space: 'W',
    call: ['personality', 'PER_LINUX32'],
    given: { architecture: 'arm64' },
    answer: 'no-trace',
  },
];

type Members = Parameters<typeof struct>[0];
const block = (members: Members = {}, size: Written = 88): Case['call'] => [
  'clone3',
  struct({ flags: 0, exit_signal: 0, stack: 0, stack_size: 0, ...members }),
  size,
];
const nobody = { CAP_SYS_RESOURCE: 'no', CAP_SYS_ADMIN: 'no' } as const;

const forkCases: readonly Case[] = [
  { id: 'clone.no-such-call', space: 'W', call: block(), given: { kernel: [5, 2] } },
  { id: 'clone.block-too-long', space: 'W', call: block({}, 4097) },
  { id: 'clone.block-too-short', space: 'W', call: block({}, 63) },
  { id: 'clone.block-unreadable', space: 'W', call: ['clone3', 16, 64], also: [] },
  { id: 'clone.block-unreadable', space: 'W.', call: ['clone3', p(0, 4090), 88] },
  { id: 'clone.unknown-arguments', space: 'W', call: block({ '': text('\0\x01', true) }, 96) },
  { id: 'clone.invalid-set-tid', space: 'W', call: block({ set_tid: p(0), set_tid_size: 33 }) },
  { id: 'clone.invalid-set-tid', space: 'W', call: block({ set_tid: p(0), set_tid_size: 0 }) },
  { id: 'clone.invalid-set-tid', space: 'W', call: block({ set_tid: 0, set_tid_size: 1 }) },
  { id: 'clone.invalid-exit-signal', space: 'W', call: block({ exit_signal: 65 }) },
  { id: 'clone.invalid-cgroup', space: 'W', call: block({ flags: 'CLONE_INTO_CGROUP', cgroup: 1n << 33n }) },
  { id: 'clone.invalid-cgroup', space: 'W', call: block({ flags: 'CLONE_INTO_CGROUP', cgroup: 12345 }, 80) },
  { id: 'clone.set-tid-unreadable', space: 'W.', call: block({ set_tid: p(1), set_tid_size: 1 }) },
  { id: 'clone.unknown-flags', space: 'W', call: block({ flags: 1n << 40n }) },
  { id: 'clone.reserved-flags', space: 'W', call: block({ flags: 0x40_0000 }) },
  { id: 'clone.reserved-flags', space: 'W', call: block({ flags: 17 }) },
  {
    id: 'clone.handlers-shared-and-cleared',
    space: 'W',
    call: block({ flags: 'CLONE_VM|CLONE_SIGHAND|CLONE_CLEAR_SIGHAND' }),
  },
  {
    id: 'clone.thread-with-exit-signal',
    space: 'W',
    call: block({ flags: 'CLONE_VM|CLONE_SIGHAND|CLONE_THREAD', exit_signal: 'SIGCHLD' }),
  },
  { id: 'clone.invalid-stack', space: 'W', call: block({ stack: p(0) }) },
  { id: 'clone.invalid-stack', space: 'W', call: block({ stack_size: PG }) },
  { id: 'clone.invalid-stack', space: 'W', call: block({ stack: p(0), stack_size: INFINITY }) },
  {
    id: 'clone.pidfd-and-parent-tid',
    space: 'W',
    call: ['clone', 'CLONE_PIDFD|CLONE_PARENT_SETTID|SIGCHLD'],
  },
  {
    id: 'clone.pidfd-and-parent-tid',
    space: 'W',
    call: block({ flags: 'CLONE_PIDFD|CLONE_PARENT_SETTID', pidfd: p(0), parent_tid: p(0) }),
  },
  { id: 'clone.namespace-shares-filesystem', space: 'W', call: ['clone', 'CLONE_NEWUSER|CLONE_FS'] },
  { id: 'clone.thread-without-handlers', space: 'W', call: ['clone', 'CLONE_VM|CLONE_THREAD'] },
  { id: 'clone.handlers-without-memory', space: 'W', call: ['clone', 'CLONE_SIGHAND|SIGCHLD'] },
  { id: 'clone.sibling-of-init', space: 'W', call: ['clone', 'CLONE_PARENT'], answer: 'no-trace' },
  {
    id: 'clone.thread-in-new-namespace',
    space: 'W',
    call: ['clone', 'CLONE_VM|CLONE_SIGHAND|CLONE_THREAD|CLONE_NEWPID'],
    also: ['clone.may-not-make-namespace'],
  },
  {
    id: 'clone.pidfd-of-thread',
    space: 'W',
    call: ['clone', 'CLONE_VM|CLONE_SIGHAND|CLONE_THREAD|CLONE_PIDFD'],
    given: { kernel: [6, 8] },
  },
  { id: 'clone.pidfd-detached', space: 'W', call: ['clone', 0x40_1011] },
  {
    id: 'clone.over-process-limit',
    space: 'W',
    call: ['fork'],
    given: { limits: { NPROC: 0n }, capabilities: nobody },
  },
  {
    id: 'clone.over-process-limit',
    space: 'W',
    call: ['vfork'],
    given: { limits: { NPROC: 0n } },
    answer: 'open',
  },
  { id: 'clone.too-many-tasks', space: 'W', call: ['vfork'], answer: 'no-trace' },
  {
    id: 'clone.over-commit-limit',
    space: flagged('WWWW', 0, 4, VmFlag.account),
    call: ['fork'],
    given: { machine: { memory: 2n << 12n } },
  },
  { id: 'clone.may-not-make-namespace', space: 'W', call: ['clone', 'CLONE_NEWNET|SIGCHLD'] },
  {
    id: 'clone.semaphores-in-new-namespace',
    space: 'W',
    call: ['clone', 'CLONE_NEWIPC|CLONE_SYSVSEM'],
    given: { capabilities: { CAP_SYS_ADMIN: 'yes' } },
  },
  {
    id: 'clone.may-not-choose-tid',
    space: 'W',
    call: block({ set_tid: array(number(5)), set_tid_size: 1 }),
    answer: 'open',
  },
  {
    id: 'clone.tid-in-use',
    space: 'W',
    call: block({ set_tid: array(number(5)), set_tid_size: 1 }),
    given: { capabilities: { CAP_SYS_ADMIN: 'yes' } },
    answer: 'open',
  },
  { id: 'clone.pidfd-unwritable', space: 'WR', call: block({ flags: 'CLONE_PIDFD', pidfd: p(1) }) },
  { id: 'clone.no-control-group', space: 'W', call: block({ flags: 'CLONE_INTO_CGROUP', cgroup: 9 }) },
  {
    id: 'clone.no-control-group',
    space: 'W',
    call: block({ flags: 'CLONE_INTO_CGROUP', cgroup: 3 }),
    given: { files: { 3: { kind: 'regular' } } },
  },
  {
    id: 'clone.no-control-group',
    space: 'W',
    call: block({ flags: 'CLONE_INTO_CGROUP', cgroup: 3 }),
    given: { files: { 3: { kind: 'directory' } } },
    answer: 'open',
  },
  { id: 'clone.kernel-memory', space: 'W', call: ['fork'], answer: 'no-trace' },
];

const exec = (path: Written, argv: Written = 0, envp: Written = 0): Case['call'] => [
  'execve',
  path,
  argv,
  envp,
];
const program = text('/bin/true');

const execCases: readonly Case[] = [
  { id: 'execve.path-unreadable', space: 'W.', call: exec(p(1)) },
  { id: 'execve.path-unreadable', space: 'W', call: exec(16) },
  { id: 'execve.path-unreadable', space: 'W', call: ['execveat', -100, p(1), 0, 0, 0] },
  { id: 'execve.path-too-long', space: 'W', call: exec(text('a'.repeat(4096))) },
  { id: 'execve.path-empty', space: 'W', call: exec(text('')) },
  {
    id: 'execve.path-empty',
    space: 'W',
    call: ['execveat', 3, text(''), 0, 0, 0],
    given: { files: { 3: {} } },
  },
  { id: 'execve.too-many-processes', space: 'W', call: exec(program), answer: 'no-trace' },
  { id: 'execve.unknown-flags', space: 'W', call: ['execveat', -100, program, 0, 0, 1] },
  {
    id: 'execve.unknown-flags',
    space: 'W',
    call: ['execveat', -100, program, 0, 0, 'AT_EXECVE_CHECK'],
    given: { kernel: [6, 13] },
  },
  { id: 'execve.directory-not-open', space: 'W', call: ['execveat', 9, text('true'), 0, 0, 0] },
  { id: 'execve.no-such-file', space: 'W', call: exec(program), answer: 'open' },
  ...[
    'path-through-file',
    'too-many-links',
    'not-executable',
    'written-to',
    'too-many-files',
    'not-permitted',
    'unknown-format',
    'interpreter-refused',
    'kernel-memory',
  ].map((id): Case => ({ id: `execve.${id}`, space: 'W', call: exec(program), answer: 'no-trace' })),
  { id: 'execve.arguments-unreadable', space: 'W.', call: exec(program, p(1)), also: [] },
  {
    id: 'execve.arguments-unreadable',
    space: 'W.',
    call: exec(program, array(text('x'), number(p(1)))),
    also: [],
  },
  { id: 'execve.environment-unreadable', space: 'WN', call: exec(program, 0, p(1)), also: [] },
  {
    id: 'execve.string-too-long',
    space: 'W',
    call: exec(program, array(text('a'.repeat(131072)))),
    also: ['execve.over-stack-limit'],
    given: { limits: { STACK: 0n } },
  },
  {
    id: 'execve.over-stack-limit',
    space: 'W',
    call: exec(program, array(text('a'.repeat(70000)), text('a'.repeat(70000), true))),
    given: { limits: { STACK: 1n << 19n } },
    also: [],
  },
];

export const processCases: readonly Case[] = [...limitCases, ...forkCases, ...execCases];
