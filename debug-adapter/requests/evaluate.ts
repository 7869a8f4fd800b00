/**
 * Evaluate, for watches, hovers, the console and copying; and completions. A hover speaks of the line under the pointer,
 * everything else of the frame that the person has chosen.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { fromClientLine } from '../client-traits';
import { errors } from '../errors';
import { parseExpression } from '../expressions/compile';
import { EventScope } from '../expressions/event-scope';
import type { Outlook } from '../outlook';
import { vocabularyFor } from '../expressions/vocabulary';
import { candidatesAt } from '../../model/query/candidates';
import type { Candidate } from '../../model/query/candidates';
import { evaluate } from '../../model/query/evaluator';
import { lineNumber } from '../../model/trace/positions';
import { outlookOfFrame } from '../presentation/frame';
import { queryItem } from '../presentation/query-item';
import { visibleLines } from '../presentation/visible-lines';
import type { Replay } from '../replay';
import type { HandlerTable, RequestContext } from '../request-table';
import type { SessionState } from '../session-state';
import { argumentCompletions, callCompletions } from './call-completions';
import { consoleCommands, type ConsoleAnswer } from './console';
import { reference, typeOf } from './variables';
import { isCall, tryAlone, tryInConsole, type Tried } from './what-if';

type Evaluating = Pick<HandlerTable, 'evaluate' | 'completions'>;

export const evaluateHandlers = (state: SessionState): Evaluating => ({
  evaluate: async (args, request) => {
    const replay = state.launched('evaluate');
    const outlook = outlookOf(state, replay, args);
    const text = args.expression.trim();
    if (args.context === 'repl') {
      const answer = await consoleAnswer(state, replay, outlook, text, request);
      if (answer !== undefined)
        return typeof answer === 'string'
          ? { result: visibleLines(answer), variablesReference: 0 }
          : triedBody(state, answer);
    }
    if (isCall(text, args.context === 'repl')) {
      const isConsole = args.context === 'repl';
      return triedBody(
        state,
        isConsole ? tryInConsole(state, replay, outlook, text) : tryAlone(replay, outlook, text),
      );
    }
    const query = parseExpression(text);
    if ('problem' in query) throw errors.expression(query.problem);
    const value = evaluate(query, new EventScope(replay, outlook));
    const key = `${outlook.position}/${outlook.task}/${outlook.event ?? 'over'}/=${text}`;
    const item = queryItem(replay, outlook, value, key, args.context);
    return {
      // A copy is what the log says, byte for byte.
      result: args.context === 'clipboard' ? item.value : visibleLines(item.value),
      ...typeOf(state, item.type),
      ...(item.madeBy === undefined ? {} : { valueLocationReference: item.madeBy + 1 }),
      ...(item.children === undefined ? { variablesReference: 0 } : reference(state, item.children)),
      presentationHint: { attributes: ['readOnly'] },
    };
  },

  completions: (args) => {
    const { replay } = state;
    const lines = args.text.split('\n');
    const line = Math.max(
      0,
      fromClientLine(state.client, args.line ?? (state.client.linesFromOne ? 1 : 0)) - 1,
    );
    const text = lines[line] ?? '';
    const offset = Math.max(0, Math.min(text.length, args.column - (state.client.columnsFromOne ? 1 : 0)));
    const inCall = replay && argumentCompletions(state, replay, outlookOf(state, replay, args), text, offset);
    if (inCall !== undefined) return { targets: inCall };
    const { start, end, candidates } = candidatesAt(text, offset, vocabularyFor(replay, state.language));
    const isFirst = /^\s*\w*$/.test(text.slice(0, offset));
    const begun = text.slice(start, end);
    const commands = isFirst ? Object.keys(consoleCommands).filter((name) => name.startsWith(begun)) : [];
    return {
      targets: [
        ...commands.map((label): Dap.CompletionItem => ({
          label,
          type: 'keyword',
          start,
          length: end - start,
        })),
        ...candidates.map((candidate) => completion(candidate, start, end)),
        ...(isFirst ? callCompletions(replay, begun, start) : []),
      ],
    };
  },
});

const triedBody = (state: SessionState, { text, children }: Tried): Dap.EvaluateResponse['body'] => ({
  result: visibleLines(text),
  ...typeOf(state, 'call'),
  ...reference(state, children),
  presentationHint: { attributes: ['readOnly'] },
});

const kinds: Readonly<Record<Candidate['kind'], Dap.CompletionItemType>> = {
  name: 'variable',
  function: 'function',
  member: 'property',
  value: 'value',
  operator: 'keyword',
  unit: 'unit',
};

/** `start` counts from 0 in DAP, whatever the client's columns count from. */
const completion = ({ text, kind, detail }: Candidate, start: number, end: number): Dap.CompletionItem => ({
  label: text,
  ...(detail === undefined ? {} : { detail }),
  type: kinds[kind],
  start,
  length: end - start,
});

function outlookOf(
  state: SessionState,
  replay: Replay,
  args: Pick<Dap.EvaluateArguments, 'context' | 'frameId' | 'line' | 'source'>,
): Outlook {
  const hovered = args.context === 'hover' ? hoveredEvent(state, replay, args) : undefined;
  if (hovered) return hovered;
  if (args.frameId !== undefined) {
    const frame = state.frames.get(args.frameId);
    if (!frame) throw errors.noSuchReference('frame', args.frameId);
    return frame;
  }
  return outlookOfFrame(replay, undefined);
}

function hoveredEvent(
  state: SessionState,
  replay: Replay,
  args: Pick<Dap.EvaluateArguments, 'line' | 'source'>,
): Outlook | undefined {
  if (args.line === undefined || args.source?.path === undefined) return undefined;
  const file = replay.fileAt(args.source.path);
  if (file === undefined) return undefined;
  const line = lineNumber(fromClientLine(state.client, args.line));
  const event = replay.recording.events.eventAtLine(file, line);
  return event === undefined
    ? undefined
    : { position: event, task: replay.recording.events.task(event), event };
}

async function consoleAnswer(
  state: SessionState,
  replay: Replay,
  outlook: Outlook,
  text: string,
  request: RequestContext,
): Promise<ConsoleAnswer | undefined> {
  const [word = '', ...rest] = text.split(/\s+/);
  const command = Object.hasOwn(consoleCommands, word) ? consoleCommands[word] : undefined;
  return command?.(state, replay, outlook, rest.join(' '), request);
}
