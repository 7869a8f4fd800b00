/**
 * userfaultfd(2) and the ioctls of its descriptor with typed arguments.
 *
 *     ioctl(3, UFFDIO_REGISTER, {range={start=0x7f0000000000, len=0x2000}, mode=UFFDIO_REGISTER_MODE_MISSING, ioctls=…}) = 0
 *     ioctl(3, UFFDIO_UNREGISTER, {start=0x7f0000000000, len=0x2000}) = 0
 *     ioctl(3, UFFDIO_COPY, {dst=0x7f0000000000, src=0x7f0000100000, len=0x1000, mode=0, copy=0x1000}) = 0
 */
import { flagBits } from '../abi/flag-value';
import type { FlagTable } from '../abi/flag-table';
import {
  featureNames,
  fillModes,
  registerModes,
  UFFDIO,
  userfaultfdFlags,
  type UserfaultRequest,
} from '../abi/userfault-flags';
import type { CallReader } from '../call-reader';
import type { CallEvent } from '../../trace/event';
import type { Argument, Value } from '../../trace/value';
import type { Given } from '../given';

interface CallBase {
  readonly event: CallEvent;
}

export interface UserfaultfdCall extends CallBase {
  readonly call: 'userfaultfd';
  readonly flags: Given<number>;
}

/** Only requests of a userfaultfd. */
export interface UserfaultCall extends CallBase {
  readonly call: 'ioctl';
  readonly request: UserfaultRequest;
  readonly fd: Given<number>;
  /** The structure, or its address where strace does not show it. */
  readonly structure: Argument | undefined;
  /** What it is about: `range`, or the destination of a copy. */
  readonly start: Given<bigint>;
  readonly length: Given<bigint>;
  readonly source: Given<bigint>;
  readonly mode: Given<bigint>;
  /** UFFDIO_API's. */
  readonly version: Given<bigint>;
  readonly features: Given<bigint>;
}

const NUMBERED: ReadonlyMap<number, UserfaultRequest> = new Map(
  Object.entries(UFFDIO).map(([name, number]) => [number, name as UserfaultRequest]),
);
const isRequest = (name: string): name is UserfaultRequest => Object.hasOwn(UFFDIO, name);

/** `UFFDIO_COPY`, or the number: 0xc028aa03 has the type 0xaa and the number 3 in its lower half. */
export function requestOf(value: Value | undefined): UserfaultRequest | undefined {
  // Without a size it is another: 0xaa00, USERFAULTFD_IOC_NEW.
  if (value?.kind === 'number')
    return value.value > 0xffffn && ((value.value >> 8n) & 0xffn) === 0xaan
      ? NUMBERED.get(Number(value.value & 0xffn))
      : undefined;
  const term = value?.kind === 'flags' ? value.terms[0] : undefined;
  if (term === undefined || !('name' in term) || !term.name.startsWith('UFFDIO_')) return undefined;
  const name = term.name.slice('UFFDIO_'.length);
  return isRequest(name) ? name : undefined;
}

const memberOf = (value: Value | undefined, name: string): Argument | undefined =>
  value?.kind === 'struct' ? value.members.find((member) => member.name === name) : undefined;

const NO_NAMES: FlagTable = new Map();

function given(argument: Argument | undefined, names: FlagTable = NO_NAMES): Given<bigint> {
  if (argument === undefined) return { value: undefined, span: undefined };
  return { value: flagBits(argument.value, names), span: argument.span };
}

export function readUserfault(read: CallReader): UserfaultCall | undefined {
  const request = requestOf(read.argument(1, 'cmd')?.value);
  if (request === undefined) return undefined;
  const structure = read.argument(2, 'arg');
  const value = structure?.value;
  const range = memberOf(value, 'range')?.value ?? value;
  const modes = request === 'REGISTER' ? registerModes(read.architecture) : fillModes(read.architecture);
  return {
    call: 'ioctl',
    event: read.event,
    request,
    fd: read.int(0, 'fd'),
    structure,
    start: given(memberOf(range, request === 'COPY' ? 'dst' : 'start')),
    length: given(memberOf(range, 'len')),
    source: given(memberOf(value, 'src')),
    mode: given(memberOf(value, 'mode'), modes),
    version: given(memberOf(value, 'api')),
    features: given(memberOf(value, 'features'), featureNames(read.architecture)),
  };
}

export const readUserfaultfd = (read: CallReader): UserfaultfdCall => ({
  call: 'userfaultfd',
  event: read.event,
  flags: read.flags(0, 'flags', userfaultfdFlags(read.architecture)),
});
