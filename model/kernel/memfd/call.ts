/**
 * memfd_create(2), memfd_secret(2), and the two commands of fcntl(2) on seals.
 */
import {
  F_ADD_SEALS,
  F_GET_SEALS,
  memfdFlags,
  sealCommands,
  sealFlags,
  secretFlags,
} from '../abi/memfd-flags';
import { NONE, type CallReader } from '../call-reader';
import type { CallEvent } from '../../trace/event';
import type { Argument } from '../../trace/value';
import type { Given } from '../given';

interface CallBase {
  readonly event: CallEvent;
}

export interface MemfdCreateCall extends CallBase {
  readonly call: 'memfd_create';
  readonly name: Argument | undefined;
  readonly flags: Given<number>;
}
export interface MemfdSecretCall extends CallBase {
  readonly call: 'memfd_secret';
  readonly flags: Given<number>;
}
/** Only fcntl's commands on seals. */
export interface SealsCall extends CallBase {
  readonly call: 'fcntl';
  readonly command: 'add' | 'get';
  readonly fd: Given<number>;
  /** 0 where the command takes none. */
  readonly seals: Given<number>;
}

export type MemfdCall = MemfdCreateCall | MemfdSecretCall | SealsCall;

export const readMemfdCreate = (read: CallReader): MemfdCreateCall => ({
  call: 'memfd_create',
  event: read.event,
  name: read.argument(0, 'uname'),
  flags: read.flags(1, 'flags', memfdFlags(read.architecture)),
});

export const readMemfdSecret = (read: CallReader): MemfdSecretCall => ({
  call: 'memfd_secret',
  event: read.event,
  flags: read.flags(0, 'flags', secretFlags(read.architecture)),
});

/** Undefined for every other command. */
export function readSeals(read: CallReader): SealsCall | undefined {
  const command = read.flags(1, 'cmd', sealCommands(read.architecture)).value;
  if (command !== F_ADD_SEALS && command !== F_GET_SEALS) return undefined;
  return {
    call: 'fcntl',
    event: read.event,
    command: command === F_ADD_SEALS ? 'add' : 'get',
    fd: read.int(0, 'fd'),
    seals: command === F_ADD_SEALS ? read.flags(2, 'arg', sealFlags(read.architecture)) : NONE,
  };
}
