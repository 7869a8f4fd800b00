/**
 * Calls that were tried, as variables that unfold: each with its answer, its checklist in the kernel's order, and what it
 * would change.
 */
import type { ExplainedStep } from '../../model/query/what-if/step';
import type { ChecklistItem } from '../../model/why/explanation';
import type { Message } from '../../model/why/message-shape';
import { say, textOf } from '../../model/why/message';
import { sourceInWords } from '../../model/why/source-in-words';
import type { Language } from '../../model/why/words/language';
import type { TypeName } from '../words/language';
import { group, type Item } from './container';
import { answerText, restingPlaces } from './what-if-text';

/** @param key names the row of calls for ever: the position, the task, and what was tried. */
export function stepItem(step: ExplainedStep, name: string, language: Language, key: string): Item {
  return {
    name,
    value: `${step.text} ${answerText(step)}`,
    type: 'call',
    children: group(key, () => stepItems(step, language, key)),
  };
}

/** What a call unfolds to. */
export function stepItems(step: ExplainedStep, language: Language, key: string): readonly Item[] {
  const words = (message: Message): string => textOf(message, language);
  const { explanation } = step;
  const { checklist, effects, causes, remedies, headline } = explanation;
  const plain = (name: Message, value: Message, type: TypeName = 'text'): Item => ({
    name: words(name),
    value: words(value),
    type,
  });
  return [
    {
      name: words(say('whatif.answer')),
      value: answerText(step).slice(2),
      type: 'answer',
    },
    ...(causes.length === 0 && effects.length === 0 ? [plain(say('whatif.cause'), headline)] : []),
    ...causes.map((cause, i): Item => {
      const members = [
        ...cause.evidence.map(({ line, text, event }): Item => ({
          name: words(say('report.place', { line })),
          value: words(text),
          type: 'line',
          madeBy: event,
        })),
        ...(i === 0 && step.restsOn.length > 0
          ? [plain(say('whatif.cause'), say('whatif.rests-on', { calls: restingPlaces(step) }))]
          : []),
        ...sourceItems(cause.sources, words),
      ];
      return {
        name: cause.id,
        value: words(cause.text),
        type: 'cause',
        children: group(`${key}/cause${i}`, () => members),
      };
    }),
    ...listItem(say('whatif.changes'), effects, words, `${key}/changes`),
    {
      name: words(say('whatif.checklist')),
      value: words(counted(checklist)),
      type: 'checklist',
      children: group(`${key}/checks`, () =>
        checklist.map((item) => checkItem(item, words, `${key}/checks`)),
      ),
    },
    ...remedies.map(({ text, tryCall }): Item => ({
      ...plain(say('whatif.remedy'), text, 'remedy'),
      ...(tryCall === undefined ? {} : { evaluateName: tryCall }),
    })),
    ...(step.applied === true ? [] : [plain(say('whatif.note'), step.applied)]),
  ];
}

type Words = (message: Message) => string;

function counted(checklist: readonly ChecklistItem[]): Message {
  const count = (...states: readonly ChecklistItem['state'][]): number =>
    checklist.filter(({ state }) => states.includes(state)).length;
  return say('whatif.checks', {
    passed: count('passed'),
    broken: count('broken'),
    open: count('cannot-tell'),
    skipped: count('not-reached', 'after'),
  });
}

function checkItem({ id, errno, state, text, why, sources }: ChecklistItem, words: Words, key: string): Item {
  const members: readonly Item[] = [
    { name: errno, value: words(text), type: 'text' },
    ...(why === undefined
      ? []
      : [{ name: words(say('whatif.cause')), value: words(why), type: 'text' as const }]),
    ...sourceItems(sources, words),
  ];
  const reason = why === undefined ? '' : ` — ${words(why)}`;
  return {
    name: id,
    value: `${words(say(`whatif.${state}`))}: ${words(text)}${reason}`,
    type: 'check',
    children: group(`${key}/${id}`, () => members),
  };
}

const sourceItems = (sources: ChecklistItem['sources'], words: Words): readonly Item[] =>
  sources.map((source) => ({
    name: words(say('whatif.sources')),
    value: words(sourceInWords(source)),
    type: 'source',
  }));

function listItem(name: Message, messages: readonly Message[], words: Words, key: string): readonly Item[] {
  const [first] = messages;
  if (first === undefined) return [];
  if (messages.length === 1) return [{ name: words(name), value: words(first), type: 'effect' }];
  const members = messages.map((message, i): Item => ({
    name: String(i + 1),
    value: words(message),
    type: 'effect',
  }));
  return [
    {
      name: words(name),
      value: String(messages.length),
      type: 'effect',
      children: group(key, () => members),
    },
  ];
}
