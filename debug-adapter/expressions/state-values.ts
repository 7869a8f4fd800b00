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
import type { EventScope } from './event-scope';
import type { NamedValue } from './event-values';

export interface NamedFunction {
  readonly detail: string;
  value(scope: EventScope, args: readonly QueryValue[]): QueryValue;
}

const named = (detail: string, value: (scope: EventScope) => QueryValue): NamedValue => ({ detail, value });
const bytes = (pages: number): QueryValue => numberValue(BigInt(pages) << 12n);
const noSpace = unknownValue('no address space is known here');

const ofSpace =
  (value: (space: AddressSpace) => QueryValue) =>
  ({ standing: { space } }: EventScope): QueryValue =>
    space ? value(space) : noSpace;

const addressOrUnknown = (value: bigint | undefined): QueryValue =>
  value === undefined ? unknownValue('the log has not shown it') : numberValue(value, 'hex');

export const stateNames: ReadonlyMap<string, NamedValue> = new Map([
  [
    'locked',
    named(
      'VmLck in bytes: locked > 64KiB',
      ofSpace((space) =>
        space.locked === undefined
          ? unknownValue('the log cannot tell how much was locked before')
          : bytes(space.locked),
      ),
    ),
  ],
  [
    'size',
    named(
      'VmSize in bytes',
      ofSpace((space) =>
        space.complete ? bytes(space.total) : unknownValue('the log does not show all of the memory'),
      ),
    ),
  ],
  [
    'vmas',
    named(
      'number of VMAs',
      ofSpace((space) =>
        space.complete
          ? numberValue(space.mapCount)
          : unknownValue('the log does not show all of the memory'),
      ),
    ),
  ],
  [
    'brk',
    named(
      'the break',
      ofSpace((space) => addressOrUnknown(space.brk)),
    ),
  ],
  ['tid', named('tid of the task', (scope) => idValue(scope.replay.taskInfo(scope.outlook.task)?.tid))],
  [
    'pid',
    named('pid of the process, or the tid that the line shows', (scope) =>
      idValue(scope.standing.process?.pid ?? scope.replay.taskInfo(scope.outlook.task)?.tid),
    ),
  ],
  [
    'comm',
    named('name of the task', ({ standing: { task } }) =>
      task?.comm === undefined ? unknownValue('the log does not show it') : stringValue(task.comm),
    ),
  ],
  [
    'executable',
    named('path of the last execve', ({ standing: { process } }) =>
      process?.executable === undefined
        ? unknownValue('the log shows no execve')
        : stringValue(process.executable),
    ),
  ],
  ['limits', named('resource limits: limits.MEMLOCK', limitsValue)],
]);

const idValue = (id: number | undefined): QueryValue =>
  id === undefined ? unknownValue('the log shows no pid') : numberValue(id);

function limitsValue({ standing: { process } }: EventScope): QueryValue {
  const limits = process?.limits;
  return {
    kind: 'record',
    text:
      limits && limits.size > 0
        ? [...limits.keys()].map((name) => `RLIMIT_${name}`).join(', ')
        : 'none shown so far',
    member: (asked) => {
      const name = asked.replace(/^RLIMIT_/, '').toUpperCase();
      const limit = limits?.get(name as LimitName);
      if (!limit) return unknownValue(`the log has not shown RLIMIT_${name}`);
      return limit.soft === 'infinity' ? { kind: 'symbol', name: 'RLIM_INFINITY' } : numberValue(limit.soft);
    },
  };
}

export const stateFunctions: ReadonlyMap<string, NamedFunction> = new Map([
  [
    'vma',
    {
      detail: 'the VMA at an address: vma(0x7f…).prot',
      value: (scope, args) => atAddress(scope, args, vmaAt),
    },
  ],
  [
    'mapped',
    {
      detail: 'whether a page is mapped: mapped(0x7f…)',
      value: (scope, args) => atAddress(scope, args, stateAt),
    },
  ],
]);

function atAddress(
  { standing: { space } }: EventScope,
  args: readonly QueryValue[],
  look: (space: AddressSpace, address: bigint) => QueryValue,
): QueryValue {
  const [address] = args;
  if (args.length !== 1 || address?.kind !== 'number') return unknownValue('it takes one address');
  return space ? look(space, address.value) : noSpace;
}

function vmaAt(space: AddressSpace, address: bigint): QueryValue {
  const vma = space.vmaAt(pageOf(address));
  if (vma) return vmaValue(vma, space);
  return space.stateAt(pageOf(address)) === 'free'
    ? NOTHING
    : unknownValue('the log does not show what is there');
}

function stateAt(space: AddressSpace, address: bigint): QueryValue {
  const state = space.stateAt(pageOf(address));
  return state === 'unknown'
    ? unknownValue('the log does not show what is there')
    : booleanValue(state === 'mapped');
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
