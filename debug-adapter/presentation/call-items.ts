/**
 * The Call and Result scopes: what the event says, in its own words.
 */
import type { CallEvent, TraceEvent } from '../../model/trace/event';
import { explain } from '../../model/why/explain';
import { becauseInWords } from '../../model/why/facts';
import { textOf } from '../../model/why/message';
import type { Replay } from '../replay';
import { argumentName } from './argument-names';
import type { Item } from './container';
import { boundedText, wordsAt } from './event-text';
import { argumentItem, valueItem } from './value-items';
import type { Judgement } from '../../model/kernel/check';
import type { Message } from '../../model/why/message-shape';
import type { SpokenLanguage } from '../words/language';
import { tell, told } from '../words/tell';

export function callItems({ language }: Replay, event: TraceEvent, path: string): readonly Item[] {
  const line: Item = {
    name: told(language, 'logged.line'),
    value: String(event.line),
    type: 'number',
    evaluateName: 'line',
  };
  switch (event.kind) {
    case 'call':
      return [
        { name: told(language, 'logged.call'), value: event.name, type: 'name', evaluateName: 'call' },
        ...event.args.map((argument, i) =>
          argumentItem(
            language,
            event,
            argument,
            argumentName(event.name, i, argument.name),
            `${path}/${i}`,
            argumentPath(event, i),
          ),
        ),
        line,
        ...durationItems(event, language),
      ];
    case 'signal':
      return [
        { name: told(language, 'logged.signal'), value: event.signal, type: 'name', evaluateName: 'signal' },
        ...event.info.map((member, i) =>
          argumentItem(language, event, member, member.name ?? `[${i}]`, `${path}/${i}`, undefined),
        ),
        line,
      ];
    case 'exit':
      return [{ name: told(language, 'logged.status'), value: String(event.status), type: 'number' }, line];
    case 'killed':
      return [
        { name: told(language, 'logged.signal'), value: event.signal, type: 'name' },
        { name: told(language, 'logged.core-dumped'), value: String(event.coreDumped), type: 'boolean' },
        line,
      ];
    case 'unparsed':
      return [
        { name: told(language, 'logged.text'), value: boundedText(event, 4096), type: 'text' },
        { name: told(language, 'logged.why'), value: told(language, `logged.${event.why}`), type: 'text' },
        line,
      ];
    default:
      return [{ name: told(language, 'logged.text'), value: boundedText(event, 4096), type: 'text' }, line];
  }
}

/** A named argument is reached by name in every log; the rest by position. */
function argumentPath(event: CallEvent, i: number): string {
  const name = argumentName(event.name, i, event.args[i]?.name);
  return /^[a-z_]\w*$/i.test(name) ? `arg.${name}` : `args[${i}]`;
}

function durationItems(event: CallEvent, language: SpokenLanguage): readonly Item[] {
  if (event.duration === undefined) return [];
  const text = `${Number(event.duration / 1000n) / 1e6} s`;
  return [{ name: told(language, 'logged.duration'), value: text, type: 'time' }];
}

export function resultItems(replay: Replay, event: TraceEvent, path: string): readonly Item[] {
  if (event.kind !== 'call') return [];
  return [...answerItems(replay.language, event, path), ...verdictItems(replay, event)];
}

function answerItems(language: SpokenLanguage, event: CallEvent, path: string): readonly Item[] {
  const { result } = event;
  const injected: readonly Item[] =
    result.kind !== 'never' && result.injected !== 'no'
      ? [
          {
            name: told(language, 'logged.injected'),
            value: told(language, `logged.injected-${result.injected}`),
            type: 'text',
          },
        ]
      : [];
  switch (result.kind) {
    case 'value': {
      const { decoration } = result;
      const item: Item = {
        name: told(language, 'logged.value'),
        value: valueWords(event),
        type: 'number',
        evaluateName: 'ret',
      };
      const more =
        decoration === undefined
          ? []
          : [
              valueItem(
                language,
                event,
                decoration,
                told(language, 'logged.meaning'),
                `${path}/meaning`,
                undefined,
              ),
            ];
      return [item, ...more, ...injected];
    }
    case 'error':
      return [
        { name: 'errno', value: result.errno, type: 'name', evaluateName: 'errno' },
        { name: told(language, 'logged.message'), value: result.message, type: 'text' },
        ...injected,
      ];
    case 'none':
      return [
        {
          name: told(language, 'logged.value'),
          value: result.reason ?? told(language, 'logged.no-return'),
          type: 'text',
        },
        ...injected,
      ];
    case 'never':
      return [
        {
          name: told(language, 'logged.value'),
          value: told(language, 'logged.never', { why: result.why }),
          type: 'text',
        },
      ];
  }
}

function valueWords(event: CallEvent): string {
  return event.result.kind === 'value' ? wordsAt(event, event.result.span, 256) : '';
}

/** What the rules say of it. */
function verdictItems({ timeline, language }: Replay, event: CallEvent): readonly Item[] {
  const predicted = timeline.judge(event.index)?.predicted;
  const items: Item[] = [];
  if (predicted !== undefined) {
    const value = textOf(predictionInWords(predicted), language);
    items.push({ name: told(language, 'logged.predicted'), value, type: 'judgement' });
    items.push({
      name: told(language, 'logged.agreement'),
      value: told(language, `logged.${timeline.agreement(event.index)}`),
      type: 'judgement',
    });
  }
  if (event.result.kind === 'error') {
    const explanation = explain(timeline, event.index);
    if (explanation)
      items.push({
        name: told(language, 'logged.why'),
        value: textOf(explanation.headline, language),
        type: 'text',
      });
  }
  return items;
}

function predictionInWords(predicted: Judgement['predicted']): Message {
  switch (predicted.kind) {
    case 'success':
      return predicted.value === undefined
        ? tell('logged.predicted-success')
        : tell('logged.predicted-value', { value: `0x${predicted.value.toString(16)}` });
    case 'error':
      return tell('logged.predicted-error', { errno: predicted.errno, cause: predicted.cause });
    case 'undecidable':
      return tell('logged.predicted-open', {
        because: becauseInWords(predicted.because),
        cause: predicted.cause,
      });
  }
}
