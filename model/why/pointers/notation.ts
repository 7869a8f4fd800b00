/**
 * The notation of the table: one row a system call, its arguments as strace prints them, from left to right. A bare name is
 * a value, the others point somewhere and say what the kernel does there, and how far:
 *
 *     read:        call('fd', writes('buf', upTo('count')), 'count')
 *     stat:        call(path('pathname'), writes('statbuf', STAT))
 *     wait4:       call('pid', orNull(writes('wstatus', INT)), 'options', orNull(writes('rusage', RUSAGE)))
 *     getsockname: call('sockfd', writes('addr', lengthAt('addrlen', 128)), changes('addrlen', INT))
 *                    .uses(['addrlen', 'addr'], 'net/socket.c: move_addr_to_user')
 *
 * A length is named by the argument that holds it: the compiler refuses a row that has none of that name.
 */
import type { AbiSize, Direction, Extent } from './extent';

export interface PointerArgument<Name extends string = string, Needs extends string = string> {
  readonly name: Name;
  readonly direction: Direction;
  readonly extent: Extent;
  /** NULL is no pointer here: the kernel leaves it alone. */
  readonly orNull: boolean;
  /** strace prints its address whatever lies there: that it does proves nothing. */
  readonly undecoded?: true;
  /** For the compiler alone: the argument that the extent is counted by. */
  readonly needs?: Needs;
}

export type RowArgument = string | PointerArgument;

export interface Row {
  readonly arguments: readonly RowArgument[];
  /** The pointers in the kernel's order of use; undefined where that is not known or there is but one. */
  readonly order?: readonly string[];
  /** Where the order is read. */
  readonly source?: string;
}

/** `Needs`: the argument that an extent is counted by. */
interface Measure<Needs extends string = string> {
  readonly extent: Extent;
  readonly needs?: Needs;
}

type NameOf<A> = A extends string ? A : A extends PointerArgument<infer Name> ? Name : never;
type PointerNameOf<A> = A extends PointerArgument<infer Name> ? Name : never;
type NeedsOf<A> = A extends PointerArgument<string, infer Needs> ? Needs : never;
type Lacking<A extends readonly RowArgument[]> = Exclude<NeedsOf<A[number]>, NameOf<A[number]>>;
type Complete<A extends readonly RowArgument[]> = [Lacking<A>] extends [never]
  ? unknown
  : { readonly 'counted by an argument that the call has not': Lacking<A> };

export interface RowInMaking<Pointer extends string> extends Row {
  uses(order: readonly Pointer[], source: string): Row;
}

export function call<const A extends readonly RowArgument[]>(
  ...given: A & Complete<A>
): RowInMaking<PointerNameOf<A[number]>> {
  const row: Row = { arguments: given };
  return { ...row, uses: (order, source) => ({ ...row, order, source }) };
}

const pointing =
  (direction: Direction) =>
  <const Name extends string, const Needs extends string = never>(
    name: Name,
    size: AbiSize | Measure<Needs>,
  ): PointerArgument<Name, Needs> => ({
    name,
    direction,
    extent: typeof size === 'object' && 'extent' in size ? size.extent : { of: 'type', size },
    orNull: false,
  });

/** What the kernel does there. */
export const reads = pointing('in');
export const writes = pointing('out');
export const changes = pointing('in-out');

export const orNull = <const Name extends string, Needs extends string>(
  argument: PointerArgument<Name, Needs>,
): PointerArgument<Name, Needs> => ({ ...argument, orNull: true });

/** strace prints the address whatever lies there. */
export const undecoded = <const Name extends string, Needs extends string>(
  argument: PointerArgument<Name, Needs>,
): PointerArgument<Name, Needs> => ({ ...argument, undecoded: true });

/** All of what another argument counts: bytes, or elements of `unit`. */
export const bytes = <const N extends string>(argument: N): Measure<N> => times(argument, 1);
export const times = <const N extends string>(argument: N, unit: AbiSize): Measure<N> => ({
  extent: { of: 'count', argument, unit, filled: false },
});
/** From the first byte on as many as there are, at most what another argument counts. */
export const upTo = <const N extends string>(argument: N, unit: AbiSize = 1): Measure<N> => ({
  extent: { of: 'count', argument, unit, filled: true },
});
/** As many bytes as the int says that another argument points to, or fewer, and at most `limit`. */
export const lengthAt = <const N extends string>(argument: N, limit: number): Measure<N> => ({
  extent: { of: 'pointed-to', argument, limit },
});
export const bitsOf = <const N extends string>(argument: N): Measure<N> => ({
  extent: { of: 'bits', argument },
});
export const vector = <const N extends string>(argument: N, to: Direction): Measure<N> => ({
  extent: { of: 'vector', argument, to },
});
export const messages = <const N extends string>(argument: N, to: Direction): Measure<N> => ({
  extent: { of: 'messages', argument, to },
});
export const pointers = <const N extends string>(argument: N, each: AbiSize): Measure<N> => ({
  extent: { of: 'pointers', argument, each },
});
export const message = (to: Direction): Measure<never> => ({ extent: { of: 'message', to } });
export const STRINGS: Measure<never> = { extent: { of: 'strings' } };
export const MASK_AND_SIZE: Measure<never> = { extent: { of: 'mask-and-size' } };
export const SOMETHING: Measure<never> = { extent: { of: 'unknown' } };

/** A string of at most `limit` bytes, its NUL among them. */
export const text = <const Name extends string>(name: Name, limit: number): PointerArgument<Name, never> => ({
  name,
  direction: 'in',
  extent: { of: 'string', limit },
  orNull: false,
});
/** PATH_MAX. fs/namei.c: getname_flags */
export const path = <const Name extends string>(name: Name): PointerArgument<Name, never> => text(name, 4096);
