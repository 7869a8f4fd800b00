/**
 * What-if: calls that a person writes in the console, watches, or that a panel asks about. What is tried in the console
 * builds on itself until `reset`, or until the person stands elsewhere.
 */
import { isCallName } from '../../model/query/what-if/read-call';
import { differences } from '../../model/query/what-if/difference';
import { columnOf, isProblem, type Problem } from '../../model/query/what-if/problem';
import { placeOf, spaceOf, tryCalls, whatIfAt, type WhatIfState } from '../../model/query/what-if/what-if';
import type { ExplainedStep } from '../../model/query/what-if/step';
import { mapsLines } from '../../model/memory/maps-format';
import { readPrefix } from '../../model/trace/grammar';
import type { Message } from '../../model/why/message-shape';
import { say, textOf } from '../../model/why/message';
import { errors } from '../errors';
import type { Outlook } from '../outlook';
import { isKnownName } from '../expressions/vocabulary';
import { group, type Container } from '../presentation/container';
import { richText } from '../presentation/rich-text';
import { stepItem, stepItems } from '../presentation/what-if-items';
import { answerText, stepLines } from '../presentation/what-if-text';
import { explainedSteps, whatIfBody } from '../presentation/what-if-view';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { outlookOf } from './views';
import { tell } from '../words/tell';

export const whatIfHandlers = (session: SessionState): Pick<HandlerTable, 'pagewalk/whatIf'> => ({
  'pagewalk/whatIf': (args) => {
    const replay = session.launched('pagewalk/whatIf');
    const { position, task } = outlookOf(session, replay, args);
    let state = whatIfAt(replay.timeline, position, task);
    for (const [call, text] of args.calls.entries()) {
      if (typeof text !== 'string')
        throw errors.badArguments('pagewalk/whatIf', tell('error.calls-are-strings'));
      const next = tryCalls(state, text);
      if (isProblem(next)) return whatIfBody(state, problemBody(next, call, replay), replay.language);
      state = next;
    }
    return whatIfBody(state, null, replay.language);
  },
});

const problemBody = (found: Problem, call: number, { language }: Replay) => ({
  call,
  column: columnOf(found),
  endColumn: found.end + 1,
  text: richText(found.message, language),
});

const CALL = /^([A-Za-z_]\w*)\s*\(/;

/** Whether a text is a call to be tried, and no expression. `guess`: also where no call of that name is known. */
export function isCall(text: string, guess: boolean): boolean {
  const plain = CALL.exec(text);
  if (plain !== null) {
    const [, name = ''] = plain;
    return isCallName(name) || (guess && !isKnownName(name));
  }
  // A whole line of a log, pasted.
  const [, name = ''] = CALL.exec(text.slice(readPrefix(text).at)) ?? [];
  return name !== '' && isCallName(name);
}

export interface Tried {
  readonly text: string;
  readonly children: Container;
}

/** Tries the calls of a text on top of what was tried before. @throws UserError with the column of what cannot be read. */
export function tryInConsole(session: SessionState, replay: Replay, outlook: Outlook, text: string): Tried {
  const before = session.whatIf;
  const here = triedHere(session, replay, outlook);
  const start = here ?? whatIfAt(replay.timeline, outlook.position, outlook.task);
  const state = tryAll(start, text);
  session.whatIf = state;
  const isLeft = here === undefined && before?.timeline === replay.timeline && before.steps.length > 0;
  const left = isLeft ? [say('whatif.anew', { line: placeHere(before) })] : [];
  const header = here === undefined ? [...left, whereItBegins(state)] : [];
  return shown(state, start.steps.length, header, replay);
}

/** Tries calls by themselves: for watches, which are evaluated again at every stop. */
export function tryAlone(replay: Replay, outlook: Outlook, text: string): Tried {
  const state = tryAll(whatIfAt(replay.timeline, outlook.position, outlook.task), text);
  const results = explainedSteps(state).map((step) => {
    const answer = answerText(step).slice('= '.length);
    const { outcome, headline } = step.explanation;
    return outcome === 'succeeded' ? answer : `${answer}: ${textOf(headline, replay.language)}`;
  });
  return { text: results.join('; '), children: childrenOf(state, 0, replay) };
}

function tryAll(start: WhatIfState, text: string): WhatIfState {
  const state = tryCalls(start, text);
  if (isProblem(state))
    throw errors.expression(say('whatif.column', { column: columnOf(state), problem: state.message }));
  return state;
}

/** The row and what it leaves: the console's `whatif`. */
export function triedSoFar(session: SessionState, replay: Replay, outlook: Outlook): Tried | string {
  const state = triedHere(session, replay, outlook);
  const words = (message: Message): string => textOf(message, replay.language);
  if (state === undefined || state.steps.length === 0) return words(say('whatif.nothing-yet'));
  const text = [
    words(whereItBegins(state)),
    ...explainedSteps(state).flatMap((step, i) => firstLine(step, i + 1, replay)),
    words(say('whatif.differences')),
    ...differences(state).map((message) => `    ${words(message)}`),
  ].join('\n');
  return { text, children: childrenOf(state, 0, replay) };
}

/** `whatif maps`: the address space behind the calls. */
export function triedMaps(session: SessionState, replay: Replay, outlook: Outlook): string {
  const state = triedHere(session, replay, outlook);
  const space = state && spaceOf(state);
  if (state === undefined) return textOf(say('whatif.nothing-yet'), replay.language);
  return space === undefined
    ? textOf(say('whatif.no-space'), replay.language)
    : [...mapsLines(space)].join('\n');
}

const firstLine = (step: ExplainedStep, number: number, { language }: Replay): readonly string[] =>
  [...stepLines(step, number, language, false)].slice(0, 1).map(({ text }) => text);

export function forgetTried(session: SessionState, { language }: Replay): string {
  session.whatIf = undefined;
  return textOf(say('whatif.forgotten'), language);
}

/** What has been tried where the person looks; undefined: nothing. */
export const triedHere = (
  session: SessionState,
  replay: Replay,
  outlook: Outlook,
): WhatIfState | undefined =>
  session.whatIf !== undefined && isHere(session.whatIf, replay, outlook) ? session.whatIf : undefined;

const isHere = (state: WhatIfState, replay: Replay, { position, task }: Outlook): boolean =>
  state.timeline === replay.timeline && state.position === position && state.task === task;

const whereItBegins = (state: WhatIfState): Message =>
  state.position >= state.timeline.end
    ? say('whatif.begins-at-end')
    : say('whatif.begins', { line: placeHere(state) });

const placeHere = ({ timeline, position }: WhatIfState) => ({
  event: position,
  line: placeOf(timeline, position).line,
});

function shown(state: WhatIfState, from: number, header: readonly Message[], replay: Replay): Tried {
  const lines = explainedSteps(state, from).flatMap((step, i) =>
    [...stepLines(step, from + i + 1, replay.language, false)].map(({ text }) => text),
  );
  return {
    text: [...header.map((message) => textOf(message, replay.language)), ...lines].join('\n'),
    children: childrenOf(state, from, replay),
  };
}

function childrenOf(state: WhatIfState, from: number, { language }: Replay): Container {
  const key = `what-if/${state.position}/${state.task}/${state.steps.map(({ text, answer }) => `${text}${'by' in answer ? answer.by : ''}`).join(';')}/${from}`;
  return group(key, () => {
    const steps = explainedSteps(state, from);
    const [only] = steps;
    return steps.length === 1 && only !== undefined
      ? stepItems(only, language, `${key}/0`)
      : steps.map((step, i) => stepItem(step, `$${from + i + 1}`, language, `${key}/${i}`));
  });
}
