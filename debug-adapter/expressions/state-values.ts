/**
 * Names and functions for the state before an event: the process and its address space. Sizes are bytes.
 */
import { has, VmFlag } from '../../model/memory/vma';
import type { Vma } from '../../model/memory/vma';
import type { AddressSpace } from '../../model/memory/address-space';
import { mapsLine, permissionsOf, shownOffset } from '../../model/memory/maps-format';
import { nameOf } from '../../model/memory/names';
import { addressOf, lengthOf, pageOf } from '../../model/memory/page';
import type { LimitName } from '../../model/process/limits';
import type { QueryValue } from '../../model/query/value';
import { NOTHING, booleanValue, numberValue, stringValue, unknownValue } from '../../model/query/value';
import type { ScopeState } from './scope-state';
import type { NamedValue } from './event-values';
import type { Message } from '../../model/why/message-shape';
import { tell, told } from '../words/tell';

export interface NamedFunction {
  readonly detail: Message;
  value(scope: ScopeState, args: readonly QueryValue[]): QueryValue;
}

const named = (detail: Message, value: (scope: ScopeState) => QueryValue): NamedValue => ({ detail, value });
const bytes = (pages: number): QueryValue => numberValue(BigInt(pages) << 12n);
const noSpace = unknownValue(tell('unknown.no-space'));

const ofSpace =
  (value: (space: AddressSpace) => QueryValue) =>
  ({ standing: { space } }: ScopeState): QueryValue =>
    space ? value(space) : noSpace;

const addressOrUnknown = (value: bigint | undefined): QueryValue =>
  value === undefined ? unknownValue(tell('unknown.not-shown')) : numberValue(value, 'hex');

export const stateNames: ReadonlyMap<string, NamedValue> = new Map([
  [
    'locked',
    named(
      tell('name.locked'),
      ofSpace((space) =>
        space.locked === undefined ? unknownValue(tell('unknown.locked')) : bytes(space.locked),
      ),
    ),
  ],
  [
    'size',
    named(
      tell('name.size'),
      ofSpace((space) =>
        space.complete ? bytes(space.total) : unknownValue(tell('unknown.part-of-memory')),
      ),
    ),
  ],
  [
    'vmas',
    named(
      tell('name.vmas'),
      ofSpace((space) =>
        space.complete ? numberValue(space.mapCount) : unknownValue(tell('unknown.part-of-memory')),
      ),
    ),
  ],
  [
    'brk',
    named(
      tell('name.brk'),
      ofSpace((space) => addressOrUnknown(space.brk)),
    ),
  ],
  ['tid', named(tell('name.tid'), (scope) => idValue(scope.replay.taskInfo(scope.outlook.task)?.tid))],
  [
    'pid',
    named(tell('name.pid'), (scope) =>
      idValue(scope.standing.process?.pid ?? scope.replay.taskInfo(scope.outlook.task)?.tid),
    ),
  ],
  [
    'comm',
    named(tell('name.comm'), ({ standing: { task } }) =>
      task?.comm === undefined ? unknownValue(tell('unknown.comm')) : stringValue(task.comm),
    ),
  ],
  [
    'executable',
    named(tell('name.executable'), ({ standing: { process } }) =>
      process?.executable === undefined
        ? unknownValue(tell('unknown.no-execve'))
        : stringValue(process.executable),
    ),
  ],
  ['limits', named(tell('name.limits'), limitsValue)],
]);

const idValue = (id: number | undefined): QueryValue =>
  id === undefined ? unknownValue(tell('unknown.no-pid')) : numberValue(id);

function limitsValue({ standing: { process }, replay }: ScopeState): QueryValue {
  const limits = process?.limits;
  return {
    kind: 'record',
    text:
      limits && limits.size > 0
        ? [...limits.keys()].map((name) => `RLIMIT_${name}`).join(', ')
        : told(replay.language, 'unknown.no-limits'),
    member: (asked) => {
      const name = asked.replace(/^RLIMIT_/, '').toUpperCase();
      const limit = limits?.get(name as LimitName);
      if (!limit) return unknownValue(tell('unknown.limit', { name }));
      return limit.soft === 'infinity' ? { kind: 'symbol', name: 'RLIM_INFINITY' } : numberValue(limit.soft);
    },
  };
}

export const stateFunctions: ReadonlyMap<string, NamedFunction> = new Map([
  [
    'vma',
    {
      detail: tell('name.vma'),
      value: (scope, args) => atAddress(scope, args, vmaAt),
    },
  ],
  [
    'mapped',
    {
      detail: tell('name.mapped'),
      value: (scope, args) => atAddress(scope, args, stateAt),
    },
  ],
]);

function atAddress(
  { standing: { space } }: ScopeState,
  args: readonly QueryValue[],
  look: (space: AddressSpace, address: bigint) => QueryValue,
): QueryValue {
  const [address] = args;
  if (args.length !== 1 || address?.kind !== 'number') return unknownValue(tell('unknown.one-address'));
  return space ? look(space, address.value) : noSpace;
}

function vmaAt(space: AddressSpace, address: bigint): QueryValue {
  const vma = space.vmaAt(pageOf(address));
  if (vma) return vmaValue(vma, space);
  return space.stateAt(pageOf(address)) === 'free' ? NOTHING : unknownValue(tell('unknown.there'));
}

function stateAt(space: AddressSpace, address: bigint): QueryValue {
  const state = space.stateAt(pageOf(address));
  return state === 'unknown' ? unknownValue(tell('unknown.there')) : booleanValue(state === 'mapped');
}

export const vmaValue = (vma: Vma, space: AddressSpace): QueryValue => ({
  kind: 'record',
  text: mapsLine(vma, space).replace(/\s+/g, ' ').trim(),
  member: (name) => vmaMembers.get(name)?.(vma, space),
});

const vmaMembers: ReadonlyMap<string, (vma: Vma, space: AddressSpace) => QueryValue> = new Map([
  ['start', (vma) => numberValue(addressOf(vma.start), 'hex')],
  ['end', (vma) => numberValue(addressOf(vma.end), 'hex')],
  ['size', (vma) => bytes(lengthOf(vma))],
  ['prot', (vma) => stringValue(permissionsOf(vma).slice(0, 3))],
  ['share', (vma) => stringValue(permissionsOf(vma).slice(3))],
  ['offset', (vma) => numberValue(shownOffset(vma), 'hex')],
  [
    'name',
    (vma, space) => {
      const name = nameOf(vma, space);
      return name === undefined ? NOTHING : stringValue(name);
    },
  ],
  ['locked', (vma) => booleanValue(has(vma, VmFlag.locked))],
]);

export const vmaMemberNames = [...vmaMembers.keys()];
