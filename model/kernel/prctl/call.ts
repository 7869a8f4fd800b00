/**
 * prctl(2), as far as it is about memory. Other options are not of this family.
 *
 *     prctl(PR_SET_VMA, PR_SET_VMA_ANON_NAME, 0x7f0000000000, 8192, "stack of worker")
 *     prctl(0x41 …, 0x1, 0, 0, 0)                     PR_SET_MDWE to a strace that is older
 */
import type { CallReader } from '../call-reader';
import type { CallEvent } from '../../trace/event';
import type { Argument, Value } from '../../trace/value';
import type { Given } from '../given';

/** include/uapi/linux/prctl.h */
const OPTIONS = {
  PR_SET_MM: 35,
  PR_SET_THP_DISABLE: 41,
  PR_GET_THP_DISABLE: 42,
  PR_SET_MDWE: 65,
  PR_GET_MDWE: 66,
  PR_SET_MEMORY_MERGE: 67,
  PR_GET_MEMORY_MERGE: 68,
  PR_SET_VMA: 0x53564d41,
} as const;
export type PrctlOption = keyof typeof OPTIONS;

/** As strace prints them. */
export const prctlOptions: readonly string[] = Object.keys(OPTIONS);

const BY_NUMBER: ReadonlyMap<bigint, PrctlOption> = new Map(
  Object.entries(OPTIONS).map(([name, number]) => [BigInt(number), name as PrctlOption]),
);

const isOption = (name: string): name is PrctlOption => Object.hasOwn(OPTIONS, name);

/** Names of second arguments; what is no name here is read as the number that it is. */
const SECOND: ReadonlyMap<string, bigint> = new Map([
  ['PR_SET_VMA_ANON_NAME', 0n],
  ['PR_MDWE_REFUSE_EXEC_GAIN', 1n],
  ['PR_MDWE_NO_INHERIT', 2n],
  ['PR_SET_MM_START_CODE', 1n],
  ['PR_SET_MM_END_CODE', 2n],
  ['PR_SET_MM_START_DATA', 3n],
  ['PR_SET_MM_END_DATA', 4n],
  ['PR_SET_MM_START_STACK', 5n],
  ['PR_SET_MM_START_BRK', 6n],
  ['PR_SET_MM_BRK', 7n],
  ['PR_SET_MM_ARG_START', 8n],
  ['PR_SET_MM_ARG_END', 9n],
  ['PR_SET_MM_ENV_START', 10n],
  ['PR_SET_MM_ENV_END', 11n],
  ['PR_SET_MM_AUXV', 12n],
  ['PR_SET_MM_EXE_FILE', 13n],
  ['PR_SET_MM_MAP', 14n],
  ['PR_SET_MM_MAP_SIZE', 15n],
  ['PR_THP_DISABLE_EXCEPT_ADVISED', 2n],
]);

/** Words for second arguments. */
export const prctlSeconds: readonly string[] = [...SECOND.keys()];

export interface PrctlCall {
  readonly event: CallEvent;
  readonly call: 'prctl';
  readonly option: PrctlOption;
  /** prctl's arguments behind the option, in order. */
  readonly arg2: Given<bigint>;
  readonly arg3: Given<bigint>;
  readonly arg4: Given<bigint>;
  readonly arg5: Given<bigint>;
  /** The last as shown: a name for memory. */
  readonly name: Argument | undefined;
}

function optionOf(value: Value | undefined): PrctlOption | undefined {
  if (value?.kind === 'number') return BY_NUMBER.get(value.value);
  const term = value?.kind === 'flags' ? value.terms[0] : undefined;
  if (term === undefined) return undefined;
  if ('name' in term) return isOption(term.name) ? term.name : undefined;
  return 'bits' in term ? BY_NUMBER.get(term.bits) : undefined;
}

function given(argument: Argument | undefined): Given<bigint> {
  if (argument === undefined) return { value: undefined, span: undefined };
  const { value, span } = argument;
  if (value.kind === 'number') return { value: BigInt.asUintN(64, value.value), span };
  if (value.kind !== 'flags') return { value: undefined, span };
  let bits = 0n;
  for (const term of value.terms) {
    const known = 'name' in term ? SECOND.get(term.name) : 'bits' in term ? term.bits : undefined;
    if (known === undefined) return { value: undefined, span };
    bits |= known;
  }
  return { value: bits, span };
}

/** What strace leaves out, the option does not look at. */
const UNUSED: Given<bigint> = { value: 0n, span: undefined };

/** Undefined for options that are not about memory. */
export function readPrctl(read: CallReader): PrctlCall | undefined {
  const option = optionOf(read.argument(0, 'option')?.value);
  if (option === undefined) return undefined;
  const at = (place: number): Given<bigint> => {
    const argument = read.event.args[place];
    return argument === undefined ? UNUSED : given(argument);
  };
  return {
    call: 'prctl',
    event: read.event,
    option,
    arg2: at(1),
    arg3: at(2),
    arg4: at(3),
    arg5: at(4),
    name: read.event.args[4],
  };
}
