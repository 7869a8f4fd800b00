/**
 * Reads the arguments of one call as the kernel received them, with the word size and the flag names of one architecture.
 * An argument that the log does not show, or shows in a form that cannot be read, is one without a value.
 */
import type { CallEvent } from '../trace/event';
import type { Argument } from '../trace/value';
import type { Architecture } from '../process/world';
import { flagNumber } from './abi/flag-value';
import type { FlagTable } from './abi/flag-table';
import { wordBits } from './layout';
import type { Given } from './given';

export const NOT_SHOWN: Given<never> = { value: undefined, span: undefined };
/** An argument that a call does not have, and that the kernel takes for 0. */
export const NONE: Given<number> = { value: 0, span: undefined };

/** The argument in its place; by name where `-N` printed names and they stand in another order. */
function argument(event: CallEvent, place: number, name: string): Argument | undefined {
  const arg = event.args[place];
  if (arg?.name === undefined || arg.name === name) return arg;
  return event.args.find((other) => other.name === name) ?? arg;
}

export class CallReader {
  constructor(
    readonly event: CallEvent,
    readonly architecture: Architecture,
  ) {}

  /** The argument as the log shows it: for structures, vectors and strings. */
  argument(place: number, name: string): Argument | undefined {
    return argument(this.event, place, name);
  }

  /** An address or length: `unsigned long` of the task; a negative decimal is the same word. */
  word(place: number, name: string): Given<bigint> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    const value = arg.value.kind === 'number' ? arg.value.value : undefined;
    return {
      value: value === undefined ? undefined : BigInt.asUintN(wordBits(this.architecture), value),
      span: arg.span,
    };
  }

  /** Bytes up to 2^44 even from a 32-bit task: mmap2 counts pages, and strace multiplies. */
  offset(place: number, name: string): Given<bigint> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    return {
      value: arg.value.kind === 'number' ? BigInt.asUintN(64, arg.value.value) : undefined,
      span: arg.span,
    };
  }

  flags(place: number, name: string, table: FlagTable): Given<number> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    return { value: flagNumber(arg.value, table), span: arg.span };
  }

  /** A C int: descriptors, keys, ids. `3</path>` is 3; 4294967295 of raw output is -1. */
  int(place: number, name: string): Given<number> {
    const arg = argument(this.event, place, name);
    if (arg === undefined) return NOT_SHOWN;
    const { value } = arg;
    if (value.kind === 'descriptor') return { value: value.fd, span: arg.span };
    if (value.kind === 'number') return { value: Number(BigInt.asIntN(32, value.value)), span: arg.span };
    return { value: undefined, span: arg.span };
  }
}
