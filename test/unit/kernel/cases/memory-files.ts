/** Memory files and their seals; shadow stacks. */
import { VmFlag } from '../../../../model/memory/vma';
import type { Value } from '../../../../model/trace/value';
import { ShownFilesystems } from '../../../../model/kernel/shown-filesystems';
import { changed, p, PG, withFacts, type Case } from './case';

const span = { start: 0, end: 1 };
const text = (bytes: string, cut = false): Value => ({ kind: 'string', bytes, cut, span });

const memfd = { kind: 'memfd', path: '/memfd:m' } as const;
const mapped = changed('SS', 0, 2, {
  backing: { kind: 'file', description: 103, path: '/memfd:m' },
  flags: VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayShare | VmFlag.shared,
});

const memfdCases: readonly Case[] = [
  {
    id: 'memfd-create.not-in-this-kernel',
    space: 'W',
    call: ['memfd_create', text('m'), 0],
    given: { kernel: [3, 16] },
  },
  { id: 'memfd-create.unknown-flags', space: 'W', call: ['memfd_create', text('m'), 0x100] },
  { id: 'memfd-create.unknown-flags', space: 'W', call: ['memfd_create', text('m'), 21 << 26] },
  {
    id: 'memfd-create.unknown-flags',
    space: 'W',
    call: ['memfd_create', text('m'), 'MFD_NOEXEC_SEAL'],
    given: { kernel: [6, 2] },
  },
  {
    id: 'memfd-create.exec-and-noexec',
    space: 'W',
    call: ['memfd_create', text('m'), 'MFD_EXEC|MFD_NOEXEC_SEAL'],
  },
  {
    id: 'memfd-create.executable-forbidden',
    space: 'W',
    call: ['memfd_create', text('m'), 0],
    answer: 'no-trace',
  },
  { id: 'memfd-create.name-unreadable', space: 'W.', call: ['memfd_create', p(1), 0] },
  { id: 'memfd-create.name-too-long', space: 'W', call: ['memfd_create', text('m'.repeat(250)), 0] },
  {
    id: 'memfd-create.name-too-long',
    space: 'W',
    call: ['memfd_create', text('m'.repeat(32), true), 0],
    answer: 'open',
  },
  {
    id: 'memfd-create.huge-page-size',
    space: 'W',
    call: ['memfd_create', text('m'), Number(4n | (63n << 26n))],
  },
  {
    id: 'memfd-create.too-many-descriptors',
    space: 'W',
    call: ['memfd_create', text('m'), 0],
    answer: 'no-trace',
  },
  {
    id: 'memfd-secret.not-in-this-kernel',
    space: 'W',
    call: ['memfd_secret', 0],
    given: { kernel: [5, 13] },
  },
  { id: 'memfd-secret.not-enabled', space: 'W', call: ['memfd_secret', 0], answer: 'no-trace' },
  {
    id: 'memfd-secret.not-enabled',
    space: 'W',
    call: ['memfd_secret', 0],
    given: { kernel: [6, 4] },
    answer: 'open',
  },
  { id: 'memfd-secret.unknown-flags', space: 'W', call: ['memfd_secret', 5] },
  {
    id: 'madvise.file-sealed',
    space: mapped,
    call: ['madvise', p(0), PG, 'MADV_REMOVE'],
    given: { files: { 3: { ...memfd, seals: 16 } } },
  },
  { id: 'seals.fd-not-open', space: 'W', call: ['fcntl', 9, 'F_GET_SEALS'], also: ['seals.not-sealable'] },
  {
    id: 'seals.not-open-for-writing',
    space: 'W',
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_GROW'],
    given: { files: { 3: { ...memfd, writable: false } } },
  },
  {
    id: 'seals.unknown',
    space: 'W',
    call: ['fcntl', 3, 'F_ADD_SEALS', 0x100],
    given: { files: { 3: memfd } },
  },
  {
    id: 'seals.unknown',
    space: 'W',
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_FUTURE_WRITE'],
    given: { files: { 3: memfd }, kernel: [5, 0] },
  },
  {
    id: 'seals.not-sealable',
    space: 'W',
    call: ['fcntl', 3, 'F_GET_SEALS'],
    given: { files: { 3: { kind: 'secretmem' } } },
  },
  {
    id: 'seals.not-sealable',
    space: 'W',
    call: ['fcntl', 3, 'F_GET_SEALS'],
    given: { files: { 3: { kind: 'regular' } } },
    answer: 'open',
  },
  ...['/home/me/x', '/home/me/more/x'].map((path): Case => ({
    id: 'seals.not-sealable',
    space: 'W',
    call: ['fcntl', 3, 'F_GET_SEALS'],
    given: {
      files: { 3: { kind: 'regular', path } },
      machine: { filesystems: new ShownFilesystems(new Set(['/home/me/', '/'])) },
    },
  })),
  {
    id: 'seals.not-sealable',
    space: 'W',
    call: ['fcntl', 3, 'F_GET_SEALS'],
    given: {
      files: { 3: { kind: 'regular', path: '/home/x' } },
      machine: { filesystems: new ShownFilesystems(new Set(['/home/me/', '/'])) },
    },
    answer: 'open',
  },
  {
    id: 'seals.sealed',
    space: 'W',
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_GROW'],
    given: { files: { 3: { ...memfd, seals: 1 } } },
  },
  {
    id: 'seals.mapped-writable',
    space: mapped,
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_WRITE'],
    given: { files: { 3: memfd } },
  },
  {
    id: 'seals.mapped-writable',
    space: mapped,
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_EXEC'],
    given: { files: { 3: memfd } },
  },
  {
    id: 'seals.mapped-writable',
    space: 'W',
    call: ['fcntl', 3, 'F_ADD_SEALS', 'F_SEAL_WRITE'],
    given: { files: { 3: memfd } },
    answer: 'no-trace',
  },
];

/** What no log shows, of every call: whether the machine has shadow stacks. Behind it, what is wrong with the call. */
const STACK = 1n << 36n;
const stackCases: readonly Case[] = [
  {
    id: 'shadow-stack.not-in-this-kernel',
    space: 'W',
    call: ['map_shadow_stack', 0, PG, 0],
    given: { kernel: [6, 5] },
  },
  { id: 'shadow-stack.not-built-in', space: 'W', call: ['map_shadow_stack', 0, PG, 0], answer: 'open' },
  { id: 'shadow-stack.no-hardware', space: 'W', call: ['map_shadow_stack', 0, PG, 0], answer: 'open' },
  ...(
    [
      ['shadow-stack.unknown-flags', [0, PG, 4]],
      ['shadow-stack.too-small', [0, 4, 1]],
      ['shadow-stack.too-low', [PG, PG, 0]],
      ['shadow-stack.too-large', [0, -1n, 0]],
      ['shadow-stack.length-zero', [0, 0, 0]],
      ['shadow-stack.range-in-use', [p(0), PG, 0]],
    ] as const
  ).map(([id, args]): Case => ({ id, space: 'W', call: ['map_shadow_stack', ...args], also: [] })),
  {
    id: 'shadow-stack.map-limit',
    space: 'W.W',
    call: ['map_shadow_stack', STACK, PG, 0],
    given: { machine: { maxMapCount: 1 } },
    also: [],
  },
  {
    id: 'shadow-stack.over-lock-limit',
    space: withFacts('W', { futureLock: 'locked' }),
    call: ['map_shadow_stack', STACK, PG, 0],
    given: { limits: { MEMLOCK: 1n } },
    also: [],
  },
  {
    id: 'shadow-stack.over-address-space-limit',
    space: 'W',
    call: ['map_shadow_stack', STACK, PG, 0],
    given: { limits: { AS: 4096n } },
    also: [],
  },
];

export const memoryFileCases: readonly Case[] = [...memfdCases, ...stackCases];
