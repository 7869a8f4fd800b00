/** Who made it so, as text of the console: each line of the log with what it did. */
import { blameOf, type Blame } from '../../model/why/blame/blame';
import { pagesOfAddress, targetOf, type Target } from '../../model/why/blame/target';
import { textOf } from '../../model/why/message';
import { evaluate } from '../../model/query/evaluator';
import { errors } from '../errors';
import { parseExpression } from '../expressions/compile';
import { EventScope } from '../expressions/event-scope';
import type { Outlook } from '../outlook';
import type { Replay } from '../replay';
import { boundedText } from './event-text';
import { tell, told } from '../words/tell';

/** @throws UserError where the words are neither something to ask about nor an expression that gives an address. */
export function blameText(replay: Replay, outlook: Outlook, words: string): string {
  const blame = blameOf(replay.timeline, outlook.task, targetIn(replay, outlook, words), outlook.position);
  return blame === undefined
    ? told(replay.language, 'console.nothing-of-space')
    : blameLines(replay, blame).join('\n');
}

function targetIn(replay: Replay, outlook: Outlook, words: string): Target {
  const target = targetOf(words);
  if (target !== undefined) return target;
  const query = words === '' ? undefined : parseExpression(words);
  const value =
    query === undefined || 'problem' in query ? undefined : evaluate(query, new EventScope(replay, outlook));
  if (value?.kind === 'number' && value.value >= 0n && value.value < 1n << 64n)
    return pagesOfAddress(value.value);
  throw errors.expression(tell('console.nothing-to-blame', { text: words }));
}

const CALL_WIDTH = 160;

function blameLines(replay: Replay, { now, deeds, notes }: Blame): readonly string[] {
  const { language } = replay;
  return [
    textOf(now, language),
    ...deeds.map(
      ({ event, text }) =>
        `  ${textOf(text, language)}: ${boundedText(replay.recording.decode(event), CALL_WIDTH)}`,
    ),
    ...notes.map((note) => `  ${textOf(note, language)}`),
  ];
}
