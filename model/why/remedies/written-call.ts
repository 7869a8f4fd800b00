/**
 * An altered call is written as strace would print it, and read back by the log's own grammar: what is offered as text is
 * what the rules have judged.
 *
 *     mprotect(0x7f0000000123, 4096, PROT_READ) = -1 EINVAL        the line
 *     mprotect(0x7f0000000000, 4387, PROT_READ)                    two arguments put in; the rest word by word as it was
 */
import type { CallEvent, EventBase } from '../../trace/event';
import type { Architecture } from '../../process/world';
import { namesOf, type FlagTable } from '../../kernel/abi/flag-table';
import type { Given } from '../../kernel/given';
import type { MemoryCall } from '../../kernel/memory-call';
import { memoryCallOf } from '../../kernel/typed-call';
import { readCall } from '../../trace/grammar';

/** An argument of the call, and what stands in its place; undefined: it is left out. */
export type NewArgument = readonly [argument: Given<unknown>, text: string | undefined];

/** Longer arguments are vectors and strings, which no remedy concerns. */
const LONGEST_CALL = 4000;

/** Undefined where the call cannot be written: the line is cut, or an argument to be changed is not in it. */
export function rewritten(
  { event }: MemoryCall,
  changes: readonly NewArgument[],
  architecture: Architecture,
): MemoryCall | undefined {
  if (!event.complete) return undefined;
  const texts: (string | undefined)[] = argumentTexts(event);
  for (const [given, text] of changes) {
    const place = event.args.findIndex(({ span }) => span === given.span);
    const argument = event.args[place];
    if (argument === undefined) return undefined;
    texts[place] = argument.name === undefined || text === undefined ? text : `${argument.name}=${text}`;
  }
  const shown = texts.filter((text) => text !== undefined);
  return written(`${event.name}(${shown.join(', ')})`, event, architecture);
}

/** A call of another name, or with other arguments, by the same task in the same place. */
export function written(text: string, event: EventBase, architecture: Architecture): MemoryCall | undefined {
  if (text.length > LONGEST_CALL) return undefined;
  const body = readCall(`${text} = 0`, 0);
  if (body?.complete !== true) return undefined;
  return memoryCallOf({ ...event, ...body, text: { ...event.text, text } }, architecture);
}

/** The call as it would stand in a log, without an answer. */
export function textOfCall({ event }: MemoryCall): string {
  return `${event.name}(${argumentTexts(event).join(', ')})`;
}

/** As they were given; what the kernel made of one (`[0] => [3]`) is no part of the call. */
const argumentTexts = ({ args, text }: CallEvent): string[] =>
  args.map(({ name, value: { span } }) => {
    const words = text.text.slice(span.start, span.end);
    return name === undefined ? words : `${name}=${words}`;
  });

export const addressText = (address: bigint): string =>
  address === 0n ? 'NULL' : `0x${BigInt.asUintN(64, address).toString(16)}`;

/** Names where the line has names; a number where it has one. `none`: what strace prints for no bit at all. */
export function flagsText(
  call: MemoryCall,
  given: Given<unknown>,
  bits: number,
  table: FlagTable,
  none = '0',
): string {
  const argument = call.event.args.find(({ span }) => span === given.span);
  if (argument?.value.kind === 'number' && argument.value.form !== 'null' && argument.value.value !== 0n)
    return `0x${(bits >>> 0).toString(16)}`;
  const { names, rest } = namesOf(bits, table);
  const parts = [...names, ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])];
  return parts.length === 0 ? none : parts.join('|');
}
