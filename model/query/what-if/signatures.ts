/**
 * What each judged call takes, argument by argument, in the order of strace's line: for telling a person what is missing or
 * misspelt, and for completion. What an argument means is decided by the call's own reader (kernel/typed-call.ts).
 */
import { cloneFlags } from '../../kernel/abi/clone-flags';
import type { FlagTable } from '../../kernel/abi/flag-table';
import { memfdFlags, sealCommands, secretFlags } from '../../kernel/abi/memfd-flags';
import {
  madviseAdvice,
  mlockallFlags,
  mlockFlags,
  mremapFlags,
  shmatFlags,
} from '../../kernel/abi/memory-flags';
import { policyAskFlags, policyModes, policyMoveFlags } from '../../kernel/abi/mempolicy-flags';
import { mmapFlags, protFlags } from '../../kernel/abi/mmap-flags';
import { userfaultfdFlags } from '../../kernel/abi/userfault-flags';
import { msyncFlags } from '../../kernel/msync/call';
import { rights } from '../../kernel/pkey/call';
import { prctlOptions, prctlSeconds } from '../../kernel/prctl/call';
import { flagNames as shadowStackFlags } from '../../kernel/shadow-stack/call';
import { limitWords } from '../../process/limits-calls';
import type { Architecture } from '../../process/world';

export interface Parameter {
  readonly name: string;
  /** 'any': structures, vectors, strings, and what is a number or a name by the call's other arguments. */
  readonly takes: 'address' | 'length' | 'number' | 'descriptor' | 'flags' | 'word' | 'any';
  /** The names of 'flags', and, with another meaning of '|', of a 'word', which is one name. */
  readonly names?: (architecture: Architecture) => FlagTable | readonly string[];
  /** Other words may stand there too: the call does more than the rules judge. */
  readonly open?: true;
}

export interface Signature {
  readonly parameters: readonly Parameter[];
  /** So many must be given. */
  readonly least: number;
  /**
   * What a success is: 'nothing' is 0; 'address' and 'descriptor' are what calls behind it need; a 'number' nothing hangs
   * on; 'never': the caller is gone.
   */
  readonly gives: 'nothing' | 'address' | 'descriptor' | 'number' | 'child' | 'never';
}

type Names = NonNullable<Parameter['names']>;

const address = (name = 'addr'): Parameter => ({ name, takes: 'address' });
const length = (name = 'length'): Parameter => ({ name, takes: 'length' });
const number = (name: string): Parameter => ({ name, takes: 'number' });
const fd = (name = 'fd'): Parameter => ({ name, takes: 'descriptor' });
const flags = (name: string, names: Names): Parameter => ({ name, takes: 'flags', names });
const word = (name: string, names: Names): Parameter => ({ name, takes: 'word', names });
const openWord = (name: string, names: Names): Parameter => ({ ...word(name, names), open: true });
const any = (name: string): Parameter => ({ name, takes: 'any' });

const prot = flags('prot', protFlags);
const noFlags = flags('flags', () => []);
const resource = word('resource', () => limitWords);

const call = (
  parameters: readonly Parameter[],
  gives: Signature['gives'] = 'nothing',
  least = parameters.length,
): Signature => ({ parameters, least, gives });

const mmap = call([address(), length(), prot, flags('flags', mmapFlags), fd(), number('offset')], 'address');
const fcntl = call([fd(), openWord('cmd', sealCommands), any('arg')], 'number', 2);
const vectors = [
  number('pid'),
  any('lvec'),
  number('liovcnt'),
  any('rvec'),
  number('riovcnt'),
  noFlags,
] as const;

const table: Readonly<Record<string, Signature>> = {
  mmap,
  mmap2: mmap,
  old_mmap: { ...mmap, least: 1 },
  munmap: call([address(), length()]),
  mremap: call(
    [
      address('old_address'),
      length('old_size'),
      length('new_size'),
      flags('flags', mremapFlags),
      address('new_address'),
    ],
    'address',
    4,
  ),
  mprotect: call([address(), length(), prot]),
  pkey_mprotect: call([address(), length(), prot, number('pkey')]),
  brk: call([address()], 'address'),
  madvise: call([address(), length(), word('advice', madviseAdvice)]),
  mlock: call([address(), length()]),
  munlock: call([address(), length()]),
  mlock2: call([address(), length(), flags('flags', mlockFlags)]),
  mlockall: call([flags('flags', mlockallFlags)]),
  munlockall: call([]),
  mseal: call([address('start'), length('len'), noFlags]),
  shmat: call([number('shmid'), address('shmaddr'), flags('shmflg', shmatFlags)], 'address'),
  shmdt: call([address('shmaddr')]),
  ipc: call([any('call'), any('first'), any('second'), any('third'), any('ptr')], 'number', 2),
  msync: call([address('start'), length('len'), flags('flags', msyncFlags)]),
  mincore: call([address('start'), length('len'), any('vec')]),
  remap_file_pages: call([address(), length('size'), prot, number('pgoff'), flags('flags', mmapFlags)]),
  process_madvise: call(
    [fd('pidfd'), any('vec'), number('vlen'), word('advice', madviseAdvice), noFlags],
    'number',
  ),
  process_mrelease: call([fd('pidfd'), noFlags]),
  cachestat: call([fd(), any('cstat_range'), any('cstat'), noFlags]),
  pkey_alloc: call([noFlags, flags('init_val', rights)], 'number', 1),
  pkey_free: call([number('pkey')]),
  process_vm_readv: call(vectors, 'number'),
  process_vm_writev: call(vectors, 'number'),
  mbind: call([
    address('start'),
    length('len'),
    flags('mode', policyModes),
    any('nmask'),
    number('maxnode'),
    flags('flags', policyMoveFlags),
  ]),
  set_mempolicy_home_node: call([address('start'), length('len'), number('home_node'), noFlags]),
  set_mempolicy: call([flags('mode', policyModes), any('nmask'), number('maxnode')]),
  get_mempolicy: call([
    any('policy'),
    any('nmask'),
    number('maxnode'),
    address('addr'),
    flags('flags', policyAskFlags),
  ]),
  move_pages: call(
    [
      number('pid'),
      number('nr_pages'),
      any('pages'),
      any('nodes'),
      any('status'),
      flags('flags', policyMoveFlags),
    ],
    'number',
  ),
  migrate_pages: call([number('pid'), number('maxnode'), any('old_nodes'), any('new_nodes')], 'number'),
  prctl: call(
    [
      openWord('option', () => prctlOptions),
      openWord('arg2', () => prctlSeconds),
      any('arg3'),
      any('arg4'),
      any('arg5'),
    ],
    'number',
    1,
  ),
  map_shadow_stack: call([address(), length('size'), flags('flags', shadowStackFlags)], 'address'),
  memfd_create: call([any('uname'), flags('flags', memfdFlags)], 'descriptor'),
  memfd_secret: call([flags('flags', secretFlags)], 'descriptor'),
  fcntl,
  fcntl64: fcntl,
  userfaultfd: call([flags('flags', userfaultfdFlags)], 'descriptor'),
  ioctl: call([fd(), any('cmd'), any('arg')], 'number', 2),
  setrlimit: call([resource, any('rlim')]),
  getrlimit: call([resource, any('rlim')]),
  ugetrlimit: call([resource, any('rlim')]),
  prlimit64: call([number('pid'), resource, any('new_limit'), any('old_limit')]),
  personality: call([any('persona')], 'number'),
  fork: call([], 'child'),
  vfork: call([], 'child'),
  // strace names clone's arguments, and which there are hangs on the flags.
  clone: call(
    [
      any('child_stack'),
      flags('flags', () => cloneFlags),
      any('parent_tid'),
      any('child_tidptr'),
      any('tls'),
    ],
    'child',
    1,
  ),
  clone3: call([any('uargs'), number('size')], 'child'),
  execve: call([any('filename'), any('argv'), any('envp')]),
  execveat: call([any('dirfd'), any('pathname'), any('argv'), any('envp'), any('flags')]),
  exit: call([number('status')], 'never'),
  _exit: call([number('status')], 'never'),
  exit_group: call([number('status')], 'never'),
};

/** Undefined for calls that no rule judges. i386's mmap takes a pointer to its six arguments, which strace may not read. */
export function signatureOf(name: string, architecture?: Architecture): Signature | undefined {
  const key = name === 'mmap' && architecture === 'i386' ? 'old_mmap' : name;
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The words that may stand there, in the order of their table. Empty where there is none, or none is known. */
export function wordsOf({ names }: Parameter, architecture: Architecture): readonly string[] {
  const known = names?.(architecture) ?? [];
  return isList(known) ? known : [...known.keys()];
}

/** The bits that a word stands for, where a table tells. */
export function bitsOf({ names }: Parameter, name: string, architecture: Architecture): number | undefined {
  const known = names?.(architecture) ?? [];
  return isList(known) ? undefined : known.get(name);
}

const isList = (known: FlagTable | readonly string[]): known is readonly string[] => Array.isArray(known);

/** `mremap(old_address, old_size, new_size, flags[, new_address])` */
export function shapeOf(name: string, { parameters, least }: Signature): string {
  const names = parameters.map((one) => one.name);
  const optional = names.slice(least).reduceRight((rest, one) => `[, ${one}${rest}]`, '');
  const needed = names.slice(0, least).join(', ');
  return `${name}(${needed}${needed === '' ? optional.replace('[, ', '[') : optional})`;
}
