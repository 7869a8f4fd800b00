/**
 * setrlimit, getrlimit and prlimit64 as the kernel receives them. getrlimit of i386 and arm is the old call that cuts at
 * 2^31 - 1; ugetrlimit is theirs that others call getrlimit.
 */
import type { CallEvent } from '../../trace/event';
import type { LimitName, LimitValue } from '../../process/limits';
import { is32Bit, limitNameOf, limitPairOf } from '../../process/limits-calls';
import type { CallReader } from '../call-reader';
import type { Given } from '../given';
import { pointerOf, type UserPointer } from '../user-pointer';

export interface LimitsCall {
  readonly call: 'setrlimit' | 'getrlimit' | 'prlimit64';
  readonly event: CallEvent;
  /** 0 is the caller; also of the calls that know no other. */
  readonly pid: Given<number>;
  /** Undefined for a number that is no limit's, where `resource` has one. */
  readonly limit: LimitName | undefined;
  readonly resource: Given<number>;
  /** Where the new limit stands; absent for a call that sets none. */
  readonly given: UserPointer | undefined;
  /** The new limit as the line shows it. */
  readonly next: { readonly soft: LimitValue; readonly hard: LimitValue } | undefined;
  /** Where the old limit is to go; absent for a call that reads none. */
  readonly old: UserPointer | undefined;
}

const CALLER: Given<number> = { value: 0, span: undefined };

export const readSetrlimit = (read: CallReader): LimitsCall => ({
  call: 'setrlimit',
  event: read.event,
  pid: CALLER,
  ...resourceOf(read, 0),
  ...newLimitOf(read, 1, is32Bit(read.architecture)),
  old: undefined,
});

export const readGetrlimit = (read: CallReader): LimitsCall => ({
  call: 'getrlimit',
  event: read.event,
  pid: CALLER,
  ...resourceOf(read, 0),
  given: undefined,
  next: undefined,
  old: pointerOf(read.argument(1, 'rlim')),
});

export function readPrlimit(read: CallReader): LimitsCall {
  const old = pointerOf(read.argument(3, 'old_limit'));
  return {
    call: 'prlimit64',
    event: read.event,
    pid: read.int(0, 'pid'),
    ...resourceOf(read, 1),
    ...newLimitOf(read, 2, false),
    old: old.shows === 'null' ? undefined : old,
  };
}

function resourceOf(read: CallReader, place: number): Pick<LimitsCall, 'resource' | 'limit'> {
  const argument = read.argument(place, 'resource');
  const value = argument?.value;
  const limit = limitNameOf(value);
  const number = value?.kind === 'number' ? Number(BigInt.asUintN(32, value.value)) : undefined;
  return { limit, resource: { value: number, span: argument?.span } };
}

function newLimitOf(read: CallReader, place: number, words32: boolean): Pick<LimitsCall, 'given' | 'next'> {
  const argument = read.argument(place, 'rlim');
  const given = pointerOf(argument);
  // prlimit64 takes NULL for "set none"; setrlimit reads it all the same.
  if (given.shows === 'null' && read.event.name === 'prlimit64') return { given: undefined, next: undefined };
  return { given, next: limitPairOf(argument?.value, words32 ? 'word' : 'exact') };
}
