/** process_vm_readv and process_vm_writev. */
import type { Value } from '../../../../model/trace/value';
import { drawn } from '../../memory/drawing';
import { p, type Case } from './case';
import { count, counted, KERNEL, vector, word } from './vectors';

const others = { 200: drawn('RR..'), 300: 'ended' } as const;

type Sides = readonly [local: readonly [Value, Value], remote: readonly [Value, Value]];
const move = (
  [local, remote]: Sides,
  pid = 200,
  name: 'process_vm_readv' | 'process_vm_writev' = 'process_vm_readv',
  flags = 0,
): Case['call'] => [name, pid, ...local, ...remote, flags];
const here = counted([p(0), 16]);
const there = counted([p(0, 8), 16]);

export const processVmCases: readonly Case[] = [
  {
    id: 'process-vm.unknown-flags',
    space: 'W',
    call: move([here, there], 200, undefined, 1),
    given: { others },
  },
  {
    id: 'process-vm.local-too-many-elements',
    space: 'W',
    call: move([[vector([p(0), 1]), count(1025)], there]),
    given: { others },
  },
  {
    id: 'process-vm.local-length-negative',
    space: 'W',
    call: move([counted([p(0), -1n]), there]),
    given: { others },
  },
  {
    id: 'process-vm.local-vector-unreadable',
    space: 'W',
    call: move([[word(8), count(1)], there]),
    given: { others },
  },
  {
    id: 'process-vm.local-element-beyond-user-space',
    space: 'W',
    call: move([counted([KERNEL, 16]), there]),
    given: { others },
    also: ['process-vm.local-unreachable'],
  },
  {
    id: 'process-vm.remote-too-many-elements',
    space: 'W',
    call: move([here, [vector([p(0), 1]), count(1025)]]),
    given: { others },
  },
  {
    id: 'process-vm.remote-length-negative',
    space: 'W',
    call: move([here, counted([p(0), -1n])]),
    given: { others },
  },
  {
    id: 'process-vm.remote-vector-unreadable',
    space: 'W',
    call: move([here, [word(8), count(1)]]),
    given: { others },
  },
  { id: 'process-vm.no-such-process', space: 'W', call: move([here, there], 300), given: { others } },
  { id: 'process-vm.no-such-process', space: 'W', call: move([here, there], 0), given: { others } },
  {
    id: 'process-vm.no-such-process',
    space: 'W',
    call: move([here, there], 400),
    given: { others },
    answer: 'open',
  },
  {
    id: 'process-vm.not-permitted',
    space: 'W',
    call: move([here, there]),
    given: { others },
    answer: 'no-trace',
  },
  {
    id: 'process-vm.remote-unreachable',
    space: 'W',
    call: move([here, counted([p(2), 16])]),
    given: { others },
  },
  {
    id: 'process-vm.remote-unreachable',
    space: 'W',
    call: move([here, there], 200, 'process_vm_writev'),
    given: { others },
  },
  { id: 'process-vm.remote-unreachable', space: 'WN', call: move([here, counted([p(1), 16])], 100) },
  {
    id: 'process-vm.local-unreachable',
    space: 'WR',
    call: move([counted([p(1), 16]), there]),
    given: { others },
  },
  {
    id: 'process-vm.local-unreachable',
    space: 'W?',
    call: move([counted([p(1), 16]), there]),
    given: { others },
    answer: 'no-trace',
  },
];
