/**
 * The Call and Result scopes: what the event says, in its own words.
 */
import type { CallEvent, TraceEvent } from '../../model/trace/event';
import { explain } from '../../model/why/explain';
import { textOf } from '../../model/why/message';
import type { Replay } from '../replay';
import { argumentName } from './argument-names';
import type { Item } from './container';
import { boundedText, wordsAt } from './event-text';
import { argumentItem, valueItem } from './value-items';

export function callItems(event: TraceEvent, path: string): readonly Item[] {
  const line: Item = { name: 'line', value: String(event.line), type: 'number', evaluateName: 'line' };
  switch (event.kind) {
    case 'call':
      return [
        { name: 'call', value: event.name, type: 'name', evaluateName: 'call' },
        ...event.args.map((argument, i) =>
          argumentItem(
            event,
            argument,
            argumentName(event.name, i, argument.name),
            `${path}/${i}`,
            argumentPath(event, i),
          ),
        ),
        line,
        ...durationItems(event),
      ];
    case 'signal':
      return [
        { name: 'signal', value: event.signal, type: 'name', evaluateName: 'signal' },
        ...event.info.map((member, i) =>
          argumentItem(event, member, member.name ?? `[${i}]`, `${path}/${i}`, undefined),
        ),
        line,
      ];
    case 'exit':
      return [{ name: 'status', value: String(event.status), type: 'number' }, line];
    case 'killed':
      return [
        { name: 'signal', value: event.signal, type: 'name' },
        { name: 'core dumped', value: String(event.coreDumped), type: 'truth' },
        line,
      ];
    case 'unparsed':
      return [
        { name: 'text', value: boundedText(event, 4096), type: 'text' },
        { name: 'why', value: unparsedWords[event.why], type: 'text' },
        line,
      ];
    default:
      return [{ name: 'text', value: boundedText(event, 4096), type: 'text' }, line];
  }
}

const unparsedWords = {
  'not-strace': "this is no form of strace's output known here",
  binary: 'these are no characters of a text',
  'too-long': 'the line is too long to be read',
  truncated: 'the line ends in the middle',
} as const;

/** A named argument is reached by name in every log; the rest by position. */
function argumentPath(event: CallEvent, i: number): string {
  const name = argumentName(event.name, i, event.args[i]?.name);
  return /^[a-z_]\w*$/i.test(name) ? `arg.${name}` : `args[${i}]`;
}

function durationItems(event: CallEvent): readonly Item[] {
  if (event.duration === undefined) return [];
  const text = `${Number(event.duration / 1000n) / 1e6} s`;
  return [{ name: 'duration', value: text, type: 'time' }];
}

export function resultItems(replay: Replay, event: TraceEvent, path: string): readonly Item[] {
  if (event.kind !== 'call') return [];
  return [...answerItems(event, path), ...verdictItems(replay, event)];
}

function answerItems(event: CallEvent, path: string): readonly Item[] {
  const { result } = event;
  const injected: readonly Item[] =
    result.kind !== 'never' && result.injected !== 'no'
      ? [{ name: 'injected', value: injectionWords[result.injected], type: 'text' }]
      : [];
  switch (result.kind) {
    case 'value': {
      const { decoration } = result;
      const item = { name: 'value', value: valueWords(event), type: 'number', evaluateName: 'ret' };
      const more =
        decoration === undefined
          ? []
          : [valueItem(event, decoration, 'meaning', `${path}/meaning`, undefined)];
      return [item, ...more, ...injected];
    }
    case 'error':
      return [
        { name: 'errno', value: result.errno, type: 'name', evaluateName: 'errno' },
        { name: 'message', value: result.message, type: 'text' },
        ...injected,
      ];
    case 'none':
      return [
        { name: 'value', value: result.reason ?? 'none: the call did not return', type: 'text' },
        ...injected,
      ];
    case 'never':
      return [{ name: 'value', value: `not in this recording (${result.why})`, type: 'text' }];
  }
}

const injectionWords = {
  result: 'strace made this answer up; the kernel did not see the call',
  args: 'strace changed the arguments',
  delayed: 'strace delayed the call',
} as const;

function valueWords(event: CallEvent): string {
  return event.result.kind === 'value' ? wordsAt(event, event.result.span, 256) : '';
}

/** What the rules say of it. */
function verdictItems(replay: Replay, event: CallEvent): readonly Item[] {
  const predicted = replay.timeline.judge(event.index)?.predicted;
  const items: Item[] = [];
  if (predicted !== undefined) {
    const value =
      predicted.kind === 'success'
        ? `success${predicted.value === undefined ? '' : `, 0x${predicted.value.toString(16)}`}`
        : predicted.kind === 'error'
          ? `${predicted.errno} (${predicted.cause})`
          : `cannot be told: ${predicted.because.code} (${predicted.cause})`;
    items.push({ name: 'predicted', value, type: 'judgement' });
    items.push({ name: 'agreement', value: replay.timeline.agreement(event.index), type: 'judgement' });
  }
  if (event.result.kind === 'error') {
    const explanation = explain(replay.timeline, event.index);
    if (explanation)
      items.push({ name: 'why', value: textOf(explanation.headline, replay.language), type: 'text' });
  }
  return items;
}
