/**
 * Data breakpoints, on a VMA, on the value of an expression, or on an address that a person types.
 */
import { Breakpoint } from '../breakpoints/breakpoint';
import { dataIdOf, findTouches, pagesAt } from '../breakpoints/data-breakpoint';
import type { WatchedPages } from '../breakpoints/data-breakpoint';
import { parseExpression } from '../expressions/compile';
import { EventScope } from '../expressions/event-scope';
import { evaluate } from '../../model/query/evaluator';
import type { QueryValue } from '../../model/query/value';
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { outlookOfFrame } from '../presentation/frame';
import { standing } from '../presentation/standing';
import type { PageRange } from '../../model/memory/page';
import type { Replay } from '../replay';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import type { Message } from '../../model/why/message-shape';
import { textOf } from '../../model/why/message';
import { tell, verbatim } from '../words/tell';

type DataBreakpoints = Pick<HandlerTable, 'dataBreakpointInfo' | 'setDataBreakpoints'>;

export const dataBreakpointHandlers = (state: SessionState): DataBreakpoints => ({
  dataBreakpointInfo: (args) => {
    const replay = state.launched('dataBreakpointInfo');
    const watched = ofVariable(state, args) ?? ofExpression(state, replay, args);
    if ('problem' in watched) return { dataId: null, description: textOf(watched.problem, state.language) };
    const dataId = dataIdOf(watched);
    return {
      dataId,
      description: dataId.slice(dataId.indexOf(':') + 1),
      accessTypes: ['write'],
      canPersist: false,
    };
  },

  setDataBreakpoints: (args) => {
    const all = args.breakpoints.map(
      (demand) =>
        new Breakpoint(
          state.breakpoints.nextId(),
          'data breakpoint',
          demand,
          (replay) => findTouches(replay, demand.dataId),
          verbatim(demand.dataId.slice(demand.dataId.indexOf(':') + 1)),
        ),
    );
    state.breakpoints.replace('data', all);
    return { breakpoints: all.map((breakpoint) => breakpoint.describe((line) => line, state.language)) };
  },
});

/** A VMA that the client shows as a variable. */
function ofVariable(state: SessionState, args: Dap.DataBreakpointInfoArguments): WatchedPages | undefined {
  if (args.variablesReference === undefined || args.asAddress === true) return undefined;
  const container = state.containers.get(args.variablesReference);
  return container?.members(0, container.indexed ?? 0).find(({ name }) => name === args.name)?.pages;
}

function ofExpression(
  state: SessionState,
  replay: Replay,
  args: Dap.DataBreakpointInfoArguments,
): WatchedPages | { readonly problem: Message } {
  const query = parseExpression(args.name);
  if ('problem' in query) return query;
  const frame = args.frameId === undefined ? undefined : state.frames.get(args.frameId);
  const outlook = outlookOfFrame(replay, frame);
  const { space } = standing(replay, outlook.position, outlook.task);
  if (!space) return { problem: tell('breakpoint.no-space') };
  const range = rangeOf(
    evaluate(query, new EventScope(replay, outlook)),
    BigInt(Math.max(1, Math.floor(args.bytes ?? 1))),
  );
  return range ? { space: space.id, range } : { problem: tell('breakpoint.no-address', { name: args.name }) };
}

function rangeOf(value: QueryValue, bytes: bigint): PageRange | undefined {
  if (value.kind === 'number')
    return value.value >= 4096n && value.value < 1n << 64n ? pagesAt(value.value, bytes) : undefined;
  if (value.kind === 'range')
    return value.from < value.to ? pagesAt(value.from, value.to - value.from) : undefined;
  if (value.kind !== 'record') return undefined;
  const start = value.member('start');
  const end = value.member('end');
  return start?.kind === 'number' && end?.kind === 'number'
    ? pagesAt(start.value, end.value - start.value)
    : undefined;
}
