/** prctl's options on memory. */
import { eventIndex } from '../../../../model/trace/positions';
import type { Value } from '../../../../model/trace/value';
import { p, PG, TASK_SIZE, type Case } from './case';

type Given = NonNullable<Case['given']>;
const span = { start: 0, end: 1 };
const text = (bytes: string, cut = false): Value => ({ kind: 'string', bytes, cut, span });

const NAME = ['prctl', 'PR_SET_VMA', 'PR_SET_VMA_ANON_NAME'] as const;
const named: Given = { modes: { anonymousNames: { taken: true, at: eventIndex(2) } } };

const nameCases: readonly Case[] = [
  {
    id: 'anon-name.not-in-this-kernel',
    space: 'W',
    call: [...NAME, p(0), PG, text('a')],
    given: { kernel: [5, 16] },
    answer: 'open',
  },
  { id: 'anon-name.not-built-in', space: 'W', call: [...NAME, p(0), PG, text('a')], answer: 'open' },
  {
    id: 'anon-name.not-built-in',
    space: 'W',
    call: [...NAME, p(0), PG, text('a')],
    given: { modes: { anonymousNames: { taken: false, at: eventIndex(2) } } },
  },
  {
    id: 'anon-name.unknown-operation',
    space: 'W',
    call: ['prctl', 'PR_SET_VMA', 1, p(0), PG, 0],
    given: named,
  },
  { id: 'anon-name.name-unreadable', space: 'W.', call: [...NAME, p(0), PG, p(1)], given: named },
  { id: 'anon-name.name-not-allowed', space: 'W', call: [...NAME, p(0), PG, text('a[0]')], given: named },
  {
    id: 'anon-name.name-not-allowed',
    space: 'W',
    call: [...NAME, p(0), PG, text('a'.repeat(80))],
    given: named,
  },
  {
    id: 'anon-name.name-not-allowed',
    space: 'W',
    call: [...NAME, p(0), PG, text('a'.repeat(32), true)],
    given: named,
    answer: 'open',
  },
  { id: 'anon-name.address-misaligned', space: 'W', call: [...NAME, p(0, 1), PG, text('a')], given: named },
  { id: 'anon-name.range-wraps', space: 'W', call: [...NAME, p(0), -1n, text('a')], given: named },
  { id: 'anon-name.of-file', space: 'WP', call: [...NAME, p(0), 2 * PG, text('a')], given: named },
  {
    id: 'anon-name.map-limit',
    space: 'WW',
    call: [...NAME, p(0), PG, text('a')],
    given: { ...named, machine: { maxMapCount: 1 } },
  },
  { id: 'anon-name.unmapped', space: 'W.', call: [...NAME, p(0), 2 * PG, text('a')], given: named },
];

const privileged: Given = { capabilities: { CAP_SYS_RESOURCE: 'yes' } };
const MDWE = 'PR_SET_MDWE';

const optionCases: readonly Case[] = [
  {
    id: 'set-mm.arguments-not-zero',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 'PR_SET_MM_BRK', p(0), 1, 0],
    given: privileged,
  },
  {
    id: 'set-mm.not-permitted',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 'PR_SET_MM_BRK', p(0), 0, 0],
    given: { capabilities: { CAP_SYS_RESOURCE: 'no' } },
  },
  {
    id: 'set-mm.address-out-of-range',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 'PR_SET_MM_BRK', TASK_SIZE, 0, 0],
    given: privileged,
  },
  {
    id: 'set-mm.unknown-operation',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 99, p(0), 0, 0],
    given: privileged,
  },
  {
    id: 'set-mm.numbers-not-fitting',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 'PR_SET_MM_BRK', p(0), 0, 0],
    given: privileged,
    answer: 'no-trace',
  },
  {
    id: 'set-mm.numbers-not-fitting',
    space: 'W',
    call: ['prctl', 'PR_SET_MM', 'PR_SET_MM_MAP', p(0), 0x68, 0],
    answer: 'open',
  },
  {
    id: 'prctl.option-not-in-this-kernel',
    space: 'W',
    call: ['prctl', 'PR_SET_MEMORY_MERGE', 1, 0, 0, 0],
    given: { kernel: [6, 3] },
  },
  { id: 'prctl.arguments-not-zero', space: 'W', call: ['prctl', MDWE, 1, 1, 0, 0] },
  { id: 'prctl.arguments-not-zero', space: 'W', call: ['prctl', 'PR_GET_THP_DISABLE', 1, 0, 0, 0] },
  {
    id: 'prctl.arguments-not-zero',
    space: 'W',
    call: ['prctl', 'PR_SET_THP_DISABLE', 1, 2, 0, 0],
    given: { kernel: [6, 17] },
  },
  { id: 'prctl.huge-page-flags', space: 'W', call: ['prctl', 'PR_SET_THP_DISABLE', 0, 2, 0, 0] },
  { id: 'prctl.write-execute-bits', space: 'W', call: ['prctl', MDWE, 'PR_MDWE_NO_INHERIT', 0, 0, 0] },
  {
    id: 'prctl.write-execute-bits',
    space: 'W',
    call: ['prctl', MDWE, 3, 0, 0, 0],
    given: { kernel: [6, 5] },
  },
  {
    id: 'prctl.write-execute-denied-for-good',
    space: 'W',
    call: ['prctl', MDWE, 0, 0, 0, 0],
    given: { modes: { denyWriteExecute: 1, deniedAt: eventIndex(2) } },
  },
  {
    id: 'mmap.write-and-execute-denied',
    space: 'W',
    call: ['mmap', 0, PG, 'PROT_WRITE|PROT_EXEC', 'MAP_PRIVATE|MAP_ANONYMOUS', -1, 0],
    given: { modes: { denyWriteExecute: 1 } },
  },
  {
    id: 'mprotect.write-and-execute-denied',
    space: 'WR',
    call: ['mprotect', p(0), 2 * PG, 'PROT_READ|PROT_EXEC'],
    given: { modes: { denyWriteExecute: 3 } },
  },
  {
    id: 'mprotect.write-and-execute-denied',
    space: 'X',
    call: ['mprotect', p(0), PG, 'PROT_WRITE|PROT_EXEC'],
    given: { modes: { denyWriteExecute: 1 } },
  },
];

export const prctlCases: readonly Case[] = [...nameCases, ...optionCases];
