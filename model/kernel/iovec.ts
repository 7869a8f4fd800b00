/**
 * Vectors of ranges, `[{iov_base=0x7f…, iov_len=4096}, …]`, and the tests that every call makes that is given one.
 * lib/iov_iter.c: import_iovec, iovec_from_user
 */
import type { Argument, Value } from '../trace/value';
import type { CallReader } from './call-reader';
import type { Before, Check, Fact, Verdict } from './check';
import type { Given } from './given';
import {
  argumentFact,
  cannotTell,
  demand,
  fails,
  likelyPasses,
  NOT_REACHED,
  numberFact,
  passes,
  read,
  seen,
} from './verdict';
import { beyondUserSpace } from './user-memory';
import { wordBits } from './layout';
import { kernelVersion } from './versions';

/** `base` is undefined where strace prints what lies there in place of the address. */
export interface VectorElement {
  readonly base: bigint | undefined;
  readonly length: bigint | undefined;
}

export interface Vector {
  /** Where strace printed it as a number only. */
  readonly address: bigint | undefined;
  /** Those that the log shows: the first ones. */
  readonly elements: readonly VectorElement[];
  /** 'all', some ('shortened' by strace), or those before one that strace could not read. */
  readonly shown: 'all' | 'shortened' | 'readable';
}

export interface VectorArguments {
  /** Undefined where the log shows neither the elements nor that they could not be read. */
  readonly vector: Given<Vector>;
  /** `unsigned long`: a negative number is a large one. */
  readonly count: Given<bigint>;
}

/** Reads a vector and its count, which stands behind it. */
export function vectorAt(read: CallReader, place: number, name: string, countName: string): VectorArguments {
  const arg = read.argument(place, name);
  const count = read.word(place + 1, countName);
  const vector = arg === undefined ? undefined : vectorOf(arg, read.argument(place + 1, countName));
  return { vector: { value: vector, span: arg?.span }, count };
}

function vectorOf({ value }: Argument, count: Argument | undefined): Vector | undefined {
  if (value.kind === 'array') return ofItems(value.items, value.abbreviated, value.unreadableAt);
  if (value.kind !== 'number') return undefined;
  // `-e raw=…`, and calls that strace does not know, print every number in hexadecimal: then it is only an address.
  const isRaw = count?.value.kind !== 'number' || count.value.form === 'hex';
  return isRaw ? undefined : { address: value.value, elements: [], shown: 'readable' };
}

function ofItems(items: readonly Argument[], shortened: boolean, unreadableAt: bigint | undefined): Vector {
  const elements: VectorElement[] = [];
  for (const { value } of items) {
    if (value.kind !== 'struct')
      return { address: undefined, elements, shown: value.kind === 'number' ? 'readable' : 'shortened' };
    elements.push({ base: wordIn(value, 'iov_base'), length: wordIn(value, 'iov_len') });
  }
  const shown = unreadableAt !== undefined ? 'readable' : shortened ? 'shortened' : 'all';
  return { address: unreadableAt, elements, shown };
}

function wordIn(value: Extract<Value, { kind: 'struct' }>, name: string): bigint | undefined {
  const member = value.members.find((one) => one.name === name)?.value;
  return member?.kind === 'number' ? BigInt.asUintN(64, member.value) : undefined;
}

/** A vector is cut to what one call may move: INT_MAX in whole pages. include/linux/fs.h: MAX_RW_COUNT */
const MOST_BYTES = 0x7fff_f000n;
/** include/uapi/linux/uio.h: UIO_MAXIOV */
const MOST_ELEMENTS = 1024n;
/** A length is a ssize_t of the caller. */
const negativeFrom = ({ task }: Before): bigint => 1n << BigInt(wordBits(task.architecture) - 1);

export interface ImportedElement {
  readonly base: bigint | undefined;
  readonly length: bigint;
}

/** The elements that the log shows, the first ones, with their lengths as the kernel goes on with them. */
export function shownElements({ vector, count }: VectorArguments): readonly ImportedElement[] {
  if (count.value === 0n) return [];
  let room = MOST_BYTES;
  const imported: ImportedElement[] = [];
  for (const { base, length } of vector.value?.elements ?? []) {
    if (length === undefined) break;
    const kept = length < room ? length : room;
    room -= kept;
    imported.push({ base, length: kept });
  }
  return imported;
}

/** All elements; undefined where the log does not show them all. */
export function importedElements(given: VectorArguments): readonly ImportedElement[] | undefined {
  if (given.count.value === 0n) return [];
  const { value } = given.vector;
  const shown = value?.shown === 'all' ? shownElements(given) : undefined;
  return shown?.length === value?.elements.length ? shown : undefined;
}

/** Bytes in all elements; undefined where the log does not show all. */
export const bytesIn = (given: VectorArguments): bigint | undefined =>
  importedElements(given)?.reduce((sum, { length }) => sum + length, 0n);

interface ImportChecks<Call> {
  /** Before the dot of the ids, and the word before each fault. */
  readonly prefix: string;
  /** In demands: 'the vector'. */
  readonly words: string;
  readonly of: (call: Call) => VectorArguments;
  /** Whether the kernel gets to this vector. */
  readonly reached?: (call: Call, before: Before) => boolean;
  /** Ranges of another process are not tested to lie in user space. */
  readonly ranges: 'own' | 'remote';
}

/** The tests of a vector, in their order. */
export function importChecks<Call>(given: ImportChecks<Call>): readonly Check<Call>[] {
  const { prefix, words } = given;
  const test =
    (verdict: (args: VectorArguments, before: Before) => Verdict): Check<Call>['test'] =>
    (call, before) =>
      given.reached?.(call, before) === false ? NOT_REACHED : verdict(given.of(call), before);
  const sources = [seen('lib/iov_iter.c: iovec_from_user'), read('readv(2)', 'man-pages 6.20')] as const;
  const checks: Check<Call>[] = [
    {
      id: `${prefix}too-many-elements`,
      errno: 'EINVAL',
      sources,
      demand: `${words} has no more than 1024 elements`,
      test: test(({ count }) =>
        count.value === undefined
          ? cannotTell('unknown-argument')
          : demand(count.value <= MOST_ELEMENTS, argumentFact('vlen', count)),
      ),
    },
    {
      id: `${prefix}length-negative`,
      errno: 'EINVAL',
      sources,
      demand: `no length in ${words} is negative`,
      test: test((args, before) =>
        onElements(args, ({ length }) => length !== undefined && length >= negativeFrom(before)),
      ),
    },
    {
      id: `${prefix}vector-unreadable`,
      errno: 'EFAULT',
      sources: [seen('lib/iov_iter.c: copy_iovec_from_user')],
      demand: `all elements of ${words} can be read`,
      test: test(({ vector, count }) => {
        if (count.value === 0n) return NOT_REACHED;
        if (vector.value === undefined) return likelyPasses('unknown-argument');
        if (vector.value.shown !== 'readable') return passes();
        const { address } = vector.value;
        return address === undefined
          ? fails()
          : fails(argumentFact('vector', { value: address, span: vector.span }));
      }),
    },
  ];
  if (given.ranges === 'own')
    checks.push({
      id: `${prefix}element-beyond-user-space`,
      errno: 'EFAULT',
      sources: [seen('lib/iov_iter.c: import_iovec')],
      demand: `every range in ${words} lies within the addresses of user space`,
      test: test((args, before) =>
        onElements(
          args,
          ({ base, length }) =>
            base !== undefined &&
            length !== undefined &&
            beyondUserSpace(base, testedLength(args, length, before), before),
        ),
      ),
    });
  return checks;
}

/** Since 6.4 a single range is cut to what one call may move before it is tested. lib/iov_iter.c: import_ubuf */
const testedLength = ({ count }: VectorArguments, length: bigint, { machine }: Before): bigint =>
  count.value === 1n && machine.kernel >= kernelVersion(6, 4) && length > MOST_BYTES ? MOST_BYTES : length;

/** Fails at the first element that is `broken`. What strace left out is expected to be as it should. */
function onElements(
  { vector, count }: VectorArguments,
  broken: (element: VectorElement) => boolean,
): Verdict {
  if (count.value === 0n) return NOT_REACHED;
  if (vector.value === undefined) return likelyPasses('unknown-argument');
  for (const [index, element] of vector.value.elements.entries())
    if (broken(element)) return fails(...factsOf(element, index, vector));
  const hidden = vector.value.elements.some(({ base, length }) => base === undefined || length === undefined);
  return vector.value.shown === 'shortened' || hidden ? likelyPasses('unknown-argument') : passes();
}

function factsOf({ base, length }: VectorElement, index: number, { span }: Given<Vector>): readonly Fact[] {
  const facts: Fact[] = [numberFact('element', index + 1, 'count')];
  if (base !== undefined) facts.push(argumentFact('iov_base', { value: base, span }));
  if (length !== undefined) facts.push(argumentFact('iov_len', { value: length, span }));
  return facts;
}
