/**
 * Arguments as values of expressions: numbers stay exact, flags keep their words, texts lose strace's escapes.
 */
import { flagBits } from '../../model/kernel/abi/flag-value';
import type { FlagTable } from '../../model/kernel/abi/flag-table';
import type { Argument, FlagsValue, Value } from '../../model/trace/value';
import { numberValue, stringValue, unknownValue } from '../../model/query/value';
import type { QueryValue } from '../../model/query/value';
import { tell } from '../words/tell';

/** `text`: the event's text, for what is shown as the log has it. */
export function argumentValue(value: Value, text: string, constants: FlagTable): QueryValue {
  const nested = (argument: Argument): QueryValue => argumentValue(argument.value, text, constants);
  switch (value.kind) {
    case 'number':
      return numberValue(value.value, value.form === 'hex' || value.form === 'null' ? 'hex' : undefined);
    case 'flags':
      return flagsValue(value, constants);
    case 'string':
      return stringValue(textOfBytes(value.bytes));
    case 'array':
      return { kind: 'list', items: value.items.map(nested) };
    case 'struct':
      return membersOf(value.members, text.slice(value.span.start, value.span.end), nested);
    case 'descriptor':
      return {
        kind: 'record',
        text: text.slice(value.span.start, value.span.end),
        member: (name) =>
          name === 'fd' ? numberValue(value.fd) : name === 'path' ? stringValue(value.target) : undefined,
      };
    case 'omitted':
      return unknownValue(tell('unknown.left-out'));
    default:
      return stringValue(text.slice(value.span.start, value.span.end));
  }
}

export const membersOf = (
  members: readonly Argument[],
  text: string,
  nested: (argument: Argument) => QueryValue,
): QueryValue => ({
  kind: 'record',
  text,
  member: (name) => {
    const found = members.find((member) => member.name === name);
    return found && nested(found);
  },
});

function flagsValue(value: FlagsValue, constants: FlagTable): QueryValue {
  const symbols = value.terms.flatMap((term) => ('name' in term ? [term.name] : []));
  const bits = flagBits(value, constants);
  if (bits !== undefined)
    return { kind: 'number', value: bits, shown: 'hex', ...(symbols.length > 0 && { symbols }) };
  const [only] = symbols;
  if (only !== undefined && value.terms.length === 1) return { kind: 'symbol', name: only };
  return { kind: 'list', items: symbols.map((name) => ({ kind: 'symbol', name })) };
}

/** One unit a byte becomes UTF-8, which paths nearly always are. */
const textOfBytes = (bytes: string): string =>
  new TextDecoder().decode(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
