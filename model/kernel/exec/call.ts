/**
 * execve and execveat as the kernel receives them.
 *
 *     execve("/bin/ls", ["ls", "-l"], 0x7ffc… 23 vars) = 0
 *     execveat(3, "", ["a"], NULL, AT_EMPTY_PATH) = 0
 */
import type { CallEvent } from '../../trace/event';
import type { Argument } from '../../trace/value';
import { countedVector } from '../../process/environment-shown';
import { flagTable, type FlagTable } from '../abi/flag-table';
import { NONE, type CallReader } from '../call-reader';
import type { Given } from '../given';
import { pointerOf, type UserPointer } from '../user-pointer';

export interface ExecCall {
  readonly call: 'execve' | 'execveat';
  readonly event: CallEvent;
  /** AT_FDCWD (-100) of execve. */
  readonly directory: Given<number>;
  readonly path: PathGiven;
  readonly arguments: StringVector;
  readonly environment: StringVector;
  readonly flags: Given<number>;
}

export interface PathGiven {
  readonly at: UserPointer;
  /** One unit a byte; undefined where the line shows only the address, or not all of it. */
  readonly text: string | undefined;
  /** Bytes, as many as the line shows: strace cuts paths only where the kernel refuses them. */
  readonly length: number;
}

/** A NULL-terminated vector of strings, as far as the line shows it. */
export interface StringVector {
  readonly at: UserPointer;
  /** Undefined where not even that is shown. */
  readonly count: number | undefined;
  /** Bytes of the strings with their end marks: at least so many. */
  readonly bytes: number;
  /** Of the longest string, likewise. */
  readonly longest: number;
  /** Whether `bytes` is all of them. */
  readonly whole: boolean;
  /** The address of a string, or of a part of the vector, that strace could not read. */
  readonly unreadable: bigint | undefined;
}

export const AT = {
  FDCWD: -100,
  SYMLINK_NOFOLLOW: 0x100,
  EMPTY_PATH: 0x1000,
  EXECVE_CHECK: 0x1_0000,
} as const;
const atFlags: FlagTable = flagTable({
  AT_SYMLINK_NOFOLLOW: AT.SYMLINK_NOFOLLOW,
  AT_EMPTY_PATH: AT.EMPTY_PATH,
  AT_EXECVE_CHECK: AT.EXECVE_CHECK,
});

export const readExecve = (read: CallReader): ExecCall => ({
  call: 'execve',
  event: read.event,
  directory: { value: AT.FDCWD, span: undefined },
  path: pathOf(read.argument(0, 'filename')),
  arguments: vectorOf(read.argument(1, 'argv')),
  environment: vectorOf(read.argument(2, 'envp')),
  flags: NONE,
});

export function readExecveat(read: CallReader): ExecCall {
  const directory = read.argument(0, 'dirfd');
  const isWorkingDirectory = directory?.value.kind === 'flags';
  return {
    call: 'execveat',
    event: read.event,
    directory: isWorkingDirectory ? { value: AT.FDCWD, span: directory.span } : read.int(0, 'dirfd'),
    path: pathOf(read.argument(1, 'pathname')),
    arguments: vectorOf(read.argument(2, 'argv')),
    environment: vectorOf(read.argument(3, 'envp')),
    flags: read.flags(4, 'flags', atFlags),
  };
}

function pathOf(argument: Argument | undefined): PathGiven {
  const value = argument?.value;
  return {
    at: pointerOf(argument),
    text: value?.kind === 'string' && !value.cut ? value.bytes : undefined,
    length: value?.kind === 'string' ? value.bytes.length : 0,
  };
}

function vectorOf(argument: Argument | undefined): StringVector {
  const at = pointerOf(argument);
  const value = argument?.value;
  if (at.shows === 'null') return { at, count: 0, bytes: 0, longest: 0, whole: true, unreadable: undefined };
  if (value?.kind !== 'array') {
    const count = countedVector(value)?.count;
    return { at, count, bytes: 0, longest: 0, whole: false, unreadable: undefined };
  }
  let bytes = 0;
  let longest = 0;
  let whole = !value.abbreviated;
  let unreadable = value.unreadableAt;
  for (const { value: item } of value.items) {
    if (item.kind === 'string') {
      bytes += item.bytes.length + 1;
      longest = Math.max(longest, item.bytes.length + 1);
      whole &&= !item.cut;
    } else {
      whole = false;
      if (item.kind === 'number') unreadable ??= BigInt.asUintN(64, item.value);
    }
  }
  return { at, count: value.items.length, bytes, longest, whole, unreadable };
}
