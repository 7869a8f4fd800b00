/** map_shadow_stack(2) with typed arguments. arch/x86/kernel/shstk.c */
import { perArchitecture } from '../abi/flag-table';
import type { CallReader } from '../call-reader';
import type { CallEvent } from '../../trace/event';
import type { Given } from '../given';

export const SHADOW_STACK = { SET_TOKEN: 1, SET_MARKER: 2 } as const;
export const flagNames = perArchitecture({
  SHADOW_STACK_SET_TOKEN: SHADOW_STACK.SET_TOKEN,
  SHADOW_STACK_SET_MARKER: SHADOW_STACK.SET_MARKER,
});

export interface ShadowStackCall {
  readonly event: CallEvent;
  readonly call: 'map_shadow_stack';
  readonly addr: Given<bigint>;
  readonly length: Given<bigint>;
  readonly flags: Given<number>;
}

export const readShadowStack = (read: CallReader): ShadowStackCall => ({
  call: 'map_shadow_stack',
  event: read.event,
  addr: read.word(0, 'addr'),
  length: read.word(1, 'size'),
  flags: read.flags(2, 'flags', flagNames(read.architecture)),
});
