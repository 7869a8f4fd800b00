/**
 * Arguments and results as variables. The value shown is the log's own words: a person can find it in the line. What can
 * be taken apart unfolds.
 */
import type { TraceEvent } from '../../model/trace/event';
import type { Argument, FlagTerm, Value } from '../../model/trace/value';
import { bounded, wordsAt } from './event-text';
import { group } from './container';
import type { Container, Item } from './container';
import type { SpokenLanguage, TypeName } from '../words/language';
import { told } from '../words/tell';

/** What strace printed, as a type. */
const typeNames: Readonly<Record<Value['kind'], TypeName>> = {
  number: 'number',
  flags: 'flags',
  string: 'bytes',
  struct: 'structure',
  array: 'array',
  descriptor: 'descriptor',
  call: 'expression',
  omitted: 'not-shown',
  opaque: 'text',
};

const MOST_MEMBERS = 1000;

/** One argument. `path` names its container; `evaluateName` is the expression that gives it. */
export function argumentItem(
  language: SpokenLanguage,
  event: TraceEvent,
  argument: Argument,
  name: string,
  path: string,
  evaluateName: string | undefined,
): Item {
  const { value, onExit } = argument;
  const before = valueItem(language, event, value, name, path, evaluateName);
  if (onExit === undefined) return before;
  return {
    ...before,
    value: `${before.value} => ${wordsAt(event, onExit.span)}`,
    children: group(`${path}~`, () => [
      valueItem(language, event, value, told(language, 'value.on-entry'), `${path}~0`, undefined),
      valueItem(language, event, onExit, told(language, 'value.on-exit'), `${path}~1`, undefined),
    ]),
  };
}

export function valueItem(
  language: SpokenLanguage,
  event: TraceEvent,
  value: Value,
  name: string,
  path: string,
  evaluateName: string | undefined,
): Item {
  const children = partsOf(language, event, value, path);
  return {
    name,
    value: wordsAt(event, value.span),
    type: typeNames[value.kind],
    ...(evaluateName === undefined ? {} : { evaluateName }),
    ...(children === undefined ? {} : { children }),
  };
}

function partsOf(
  language: SpokenLanguage,
  event: TraceEvent,
  value: Value,
  path: string,
): Container | undefined {
  const list = (members: readonly Argument[], label: (member: Argument, i: number) => string): Container =>
    group(path, () =>
      members
        .slice(0, MOST_MEMBERS)
        .map((member, i) =>
          argumentItem(language, event, member, label(member, i), `${path}.${i}`, undefined),
        ),
    );
  switch (value.kind) {
    case 'struct':
      return value.members.length === 0
        ? undefined
        : list(value.members, (member, i) => member.name ?? `[${i}]`);
    case 'array':
      return value.items.length === 0 ? undefined : list(value.items, (_, i) => `[${i}]`);
    case 'call':
      return value.args.length === 0 ? undefined : list(value.args, (member, i) => member.name ?? `[${i}]`);
    case 'flags':
      return value.terms.length < 2
        ? undefined
        : group(path, () => value.terms.map((term, i) => termItem(event, term, i)));
    case 'descriptor':
      return group(path, () => [
        { name: 'fd', value: String(value.fd), type: 'number' },
        { name: told(language, 'value.target'), value: bounded(value.target, 4096), type: 'text' },
        ...(value.deleted
          ? [{ name: told(language, 'value.deleted'), value: 'true', type: 'boolean' as const }]
          : []),
      ]);
    case 'number':
      return value.form === 'product' || (value.form === 'decimal' && value.value >= 4096n)
        ? group(path, () => otherForms(value.value, language))
        : undefined;
    default:
      return undefined;
  }
}

const termItem = (event: TraceEvent, term: FlagTerm, i: number): Item => ({
  name: `[${i}]`,
  value: wordsAt(event, term.span),
  type: 'flag',
});

/** Sizes are easier in pages and kilobytes, addresses in hexadecimal. */
function otherForms(value: bigint, language: SpokenLanguage): readonly Item[] {
  const forms: Item[] = [
    { name: told(language, 'value.decimal'), value: String(value), type: 'number' },
    {
      name: told(language, 'value.hexadecimal'),
      value: `0x${BigInt.asUintN(64, value).toString(16)}`,
      type: 'number',
    },
  ];
  if (value % 1024n === 0n) forms.push({ name: 'KiB', value: String(value / 1024n), type: 'number' });
  if (value % 4096n === 0n)
    forms.push({ name: told(language, 'value.pages'), value: String(value / 4096n), type: 'number' });
  return forms;
}
