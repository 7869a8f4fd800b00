/**
 * The values that strace prints, as it prints them. Numbers are exact in all 64 bits. A name that stands for bits
 * (`PROT_READ|0x20`) stays a name here: what it means depends on the architecture and is decided in kernel/abi/.
 */
import type { Span } from './span';

export interface Argument {
  /** `-N` of strace 6.16, members of a structure, siginfo. */
  readonly name?: string;
  readonly value: Value;
  /** What the kernel had written there when the call returned: the right side of `{fd=3} => {fd=4}`. */
  readonly onExit?: Value;
  readonly span: Span;
}

export type Value =
  | NumberValue
  | FlagsValue
  | StringValue
  | StructValue
  | ArrayValue
  | DescriptorValue
  | CallValue
  | OmittedValue
  | OpaqueValue;

interface ValueBase {
  readonly span: Span;
  /** The words of a comment after the value, bare: `MAP_???` of `0x20 / * MAP_??? * /` (without the blanks). */
  readonly comment?: string;
  /** `--secontext`: the SELinux context of the path or descriptor, ` [user_home_t]` behind it. */
  readonly securityContext?: string;
}

/** `8192`, `0x7f…`, `NULL` (0), `8192*1024`, `21<<MAP_HUGE_SHIFT`, `-1`. Octal as strace prints modes: `0644`. */
export interface NumberValue extends ValueBase {
  readonly kind: 'number';
  readonly value: bigint;
  readonly form: 'decimal' | 'hex' | 'octal' | 'null' | 'product';
}

/** `PROT_READ|PROT_WRITE|0x20`, a single name such as `MADV_DONTNEED`, a set `~[RTMIN RT_1]`. Terms in their order. */
export interface FlagsValue extends ValueBase {
  readonly kind: 'flags';
  readonly terms: readonly FlagTerm[];
  /** `~[…]`: all of the set but these. */
  readonly complement?: true;
}

export type FlagTerm =
  | { readonly name: string; readonly span: Span }
  | { readonly bits: bigint; readonly span: Span }
  /** `21<<MAP_HUGE_SHIFT` */
  | { readonly shifted: bigint; readonly shift: string; readonly span: Span };

/** A string or buffer with its escapes undone. */
export interface StringValue extends ValueBase {
  readonly kind: 'string';
  /** One unit per byte (0 to 255): the log does not say which encoding the program means. */
  readonly bytes: string;
  /** `...` behind the quote: the tracee's string goes on, cut by `-s`. */
  readonly cut: boolean;
}

export interface StructValue extends ValueBase {
  readonly kind: 'struct';
  readonly members: readonly Argument[];
  /** `...` among the members: shortened by strace. */
  readonly abbreviated: boolean;
}

export interface ArrayValue extends ValueBase {
  readonly kind: 'array';
  readonly items: readonly Argument[];
  readonly abbreviated: boolean;
  /** `[0x…, ... / * 0x7f… * /]`: the address of the first element that strace could not read. */
  readonly unreadableAt?: bigint;
}

/** `3</etc/hostname>`, `AT_FDCWD</tmp>`, `8</tmp/x>(deleted)`, `4<TCP:[…]>`. */
export interface DescriptorValue extends ValueBase {
  readonly kind: 'descriptor';
  /** AT_FDCWD is -100. */
  readonly fd: number;
  /** What stands between the angle brackets, escapes undone. */
  readonly target: string;
  readonly deleted: boolean;
}

/** `makedev(0x1, 0x3)`, `WIFEXITED(s) && WEXITSTATUS(s) == 3` (name of the first), `htons(80)`. */
export interface CallValue extends ValueBase {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Argument[];
}

/** `...` alone. */
export interface OmittedValue extends ValueBase {
  readonly kind: 'omitted';
}

/** A well-delimited argument whose inside is in no form known here. `text` is as in the log. */
export interface OpaqueValue extends ValueBase {
  readonly kind: 'opaque';
  readonly text: string;
}
