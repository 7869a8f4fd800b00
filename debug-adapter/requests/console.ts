/**
 * Commands of the debug console, beside expressions: they go somewhere or print more than a value.
 */
import { eventNear } from '../breakpoints/line-breakpoint';
import { errors } from '../errors';
import { blameText } from '../presentation/blame-text';
import { parseCondition } from '../expressions/compile';
import { fileIndex, eventIndex } from '../../model/trace/positions';
import { explain } from '../../model/why/explain';
import type { Message } from '../../model/why/message-shape';
import { say, textOf } from '../../model/why/message';
import { mapsLines } from '../../model/memory/maps-format';
import { manualText } from '../presentation/manual-text';
import { standing } from '../presentation/standing';
import type { Outlook } from '../outlook';
import type { Replay } from '../replay';
import { Slices } from '../running/slices';
import type { RequestContext } from '../request-table';
import type { SessionState } from '../session-state';
import { forgetTried, triedMaps, triedSoFar, type Tried } from './what-if';
import { lineWords, tell, told } from '../words/tell';

type ConsoleCommand = (
  state: SessionState,
  replay: Replay,
  outlook: Outlook,
  rest: string,
  request: RequestContext,
) => ConsoleAnswer | Promise<ConsoleAnswer>;

/** Text, or text that unfolds. */
export type ConsoleAnswer = string | Tried;

export const consoleCommands: Readonly<Record<string, ConsoleCommand>> = {
  help: ({ language }) => told(language, 'console.help'),
  maps: (_state, replay, outlook) => mapsText(replay, outlook),
  why: (_state, replay, outlook) => whyText(replay, outlook),
  manual: (_state, replay, outlook, rest) => manualText(replay, outlook, rest),
  blame: (_state, replay, outlook, rest) => blameText(replay, outlook, rest),
  whatif: (state, replay, outlook, rest) =>
    rest === 'maps' ? triedMaps(state, replay, outlook) : triedSoFar(state, replay, outlook),
  reset: (state, replay) => forgetTried(state, replay),
  goto: (state, _replay, _outlook, rest, request) => {
    const replay = state.stopped('goto');
    if (!/^[1-9]\d{0,14}$/.test(rest)) throw errors.expression(tell('console.no-line', { text: rest }));
    const { file } = placeHere(replay);
    const found = eventNear(replay, file, Number(rest));
    if (!found) throw errors.noEventAtLine(Number(rest));
    request.afterwards(() =>
      state.stopAt(replay, found.event, replay.taskNear(found.event), { reason: 'goto' }),
    );
    return textOf(lineWords(found.line), state.language);
  },
  find: (state, _replay, _outlook, rest, request) => find(state, state.stopped('find'), rest, 1, request),
  rfind: (state, _replay, _outlook, rest, request) => find(state, state.stopped('rfind'), rest, -1, request),
};

export function mapsText(replay: Replay, outlook: Outlook): string {
  const { space } = standing(replay, outlook.position, outlook.task);
  if (!space) return told(replay.language, 'console.nothing-of-space');
  return [...mapsLines(space)].join('\n');
}

function whyText(replay: Replay, { event }: Outlook): string {
  const explanation = event === undefined ? undefined : explain(replay.timeline, event);
  if (!explanation) return textOf(say('report.nothing-here'), replay.language);
  const text = (message: Message): string => textOf(message, replay.language);
  return [
    text(explanation.headline),
    ...explanation.causes.flatMap((cause) => [
      `${cause.id}: ${text(cause.text)}`,
      ...cause.evidence.map((evidence) => `  ${text(lineWords(evidence.line))}: ${text(evidence.text)}`),
      ...(cause.howToFindOut === undefined
        ? []
        : [`  ${text(say('report.how', { how: cause.howToFindOut }))}`]),
    ]),
    ...(explanation.divergence ? [text(explanation.divergence)] : []),
    ...explanation.remedies.flatMap((remedy) => [
      `→ ${text(remedy.text)}`,
      ...(remedy.tryCall === undefined ? [] : [`  ${remedy.tryCall}`]),
    ]),
  ].join('\n');
}

/** The file that a bare line number counts in: the one the session stands in. */
function placeHere(replay: Replay): { readonly file: ReturnType<typeof fileIndex> } {
  const event = replay.nextShown(replay.position) ?? replay.previousShown(replay.end);
  return { file: event === undefined ? fileIndex(0) : replay.recording.events.file(event) };
}

async function find(
  state: SessionState,
  replay: Replay,
  text: string,
  step: 1 | -1,
  { signal, afterwards }: RequestContext,
): Promise<string> {
  const condition = parseCondition(text);
  if ('problem' in condition) throw errors.expression(condition.problem);
  const slices = new Slices(state.host, signal);
  for (let e = replay.position + step; e >= 0 && e < replay.end; e += step) {
    const event = eventIndex(e);
    if (replay.stopsIn(event) && condition.answer(replay, event) === true) {
      afterwards(() => state.stopAt(replay, event, replay.taskNear(event), { reason: 'goto' }));
      return textOf(lineWords(replay.lineOf(event)), state.language);
    }
    if (e % 32 === 0 && slices.due()) await slices.breathe();
  }
  return told(state.language, step > 0 ? 'console.none-after' : 'console.none-before');
}
