/**
 * Reading the decoded arguments of a call: numbers, flags, paths, members. Everything answers undefined where the log
 * does not show it, for a log is hostile input and half a value would be a wrong one.
 */
import type { CallEvent } from '../trace/event';
import type { Argument, StructValue, Value } from '../trace/value';

/** What the call answered in the kernel; undefined for an error, for no answer, and where strace made the answer up. */
export function successOf(call: CallEvent): bigint | undefined {
  const { result } = call;
  return result.kind === 'value' && result.injected !== 'result' ? result.value : undefined;
}

/** A success as a small number: a descriptor, a pid. */
export function smallSuccessOf(call: CallEvent): number | undefined {
  const value = successOf(call);
  return value === undefined || value < 0n || value > 0xffff_ffffn ? undefined : Number(value);
}

/** The value of the nth argument. */
export const argument = (call: CallEvent, at: number): Value | undefined => call.args[at]?.value;

/** What the kernel wrote there, where the log shows both (`{fd=3} => {fd=4}`), else the one value shown. */
export const onExit = (given: Argument | undefined): Value | undefined => given?.onExit ?? given?.value;

export function numberOf(value: Value | undefined): bigint | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'number') return value.value;
  if (value.kind === 'descriptor') return BigInt(value.fd);
  return undefined;
}

/** A descriptor or pid argument; a 32-bit int, so 0xffffffff is -1. */
export function intOf(value: Value | undefined): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : Number(BigInt.asIntN(32, number));
}

/**
 * Whether a flags argument has a flag: by name, or by its bits where strace printed a number. Undefined where the argument
 * cannot be read.
 */
export function hasFlag(value: Value | undefined, name: string, bits: number): boolean | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'number') return (value.value & BigInt(bits)) === BigInt(bits);
  if (value.kind !== 'flags') return undefined;
  return value.terms.some((term) =>
    'name' in term ? term.name === name : 'bits' in term && (term.bits & BigInt(bits)) === BigInt(bits),
  );
}

/** The one name of an argument that is a choice: `F_DUPFD`, `RLIMIT_MEMLOCK`. A number is looked up in `numbers`. */
export function choiceOf(value: Value | undefined, numbers: ReadonlyMap<bigint, string>): string | undefined {
  if (value === undefined) return undefined;
  if (value.kind === 'number') return numbers.get(value.value);
  const first = value.kind === 'flags' ? value.terms[0] : undefined;
  if (first === undefined) return undefined;
  if ('name' in first) return first.name;
  return 'bits' in first ? numbers.get(first.bits) : undefined;
}

export function member(value: Value | undefined, name: string): Argument | undefined {
  return value?.kind === 'struct' ? memberOf(value, name) : undefined;
}

const memberOf = (struct: StructValue, name: string): Argument | undefined =>
  struct.members.find((one) => one.name === name);

/** A whole string as its bytes, one unit each: enough where it is held against ASCII, and never another string. */
export const bytesOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' && !value.cut ? value.bytes : undefined;

/** A path as people read it. Its bytes are UTF-8 by custom; others are kept one unit a byte. */
export function pathOf(value: Value | undefined): string | undefined {
  if (value?.kind !== 'string' || value.cut) return undefined;
  return fromUtf8(value.bytes);
}

/** Undoes UTF-8 in a string of one unit per byte; gives it back unchanged where it is no UTF-8. */
export function fromUtf8(bytes: string): string {
  let ascii = true;
  for (let i = 0; i < bytes.length && ascii; i++) ascii = bytes.charCodeAt(i) < 0x80;
  if (ascii) return bytes;
  let escaped = '';
  for (let i = 0; i < bytes.length; i++)
    escaped += `%${bytes.charCodeAt(i).toString(16).padStart(2, '0').slice(-2)}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return bytes;
  }
}
