/**
 * The requests that set breakpoints. Each replaces all of its kind, and answers for each in the order asked.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { Breakpoint } from '../breakpoints/breakpoint';
import { findFailures } from '../breakpoints/exception-filter';
import { findFunction } from '../breakpoints/function-breakpoint';
import { findLine } from '../breakpoints/line-breakpoint';
import { filterLabel, isFilter } from '../capabilities';
import { fromClientLine, toClientColumn, toClientLine } from '../client-traits';
import { errors } from '../errors';
import { lineNumber } from '../../model/trace/positions';
import { placeOf } from '../presentation/frame';
import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
import { tell, verbatim } from '../words/tell';

type Breakpoints = Pick<
  HandlerTable,
  'setBreakpoints' | 'setFunctionBreakpoints' | 'setExceptionBreakpoints' | 'breakpointLocations'
>;

/** Lines that one request may ask for; VS Code asks for one. */
const MOST_LINES = 10_000;

export const breakpointHandlers = (state: SessionState): Breakpoints => {
  const toLine = (line: number): number => toClientLine(state.client, line);
  const set = (
    group: string,
    all: readonly Breakpoint[],
  ): { breakpoints: ReturnType<Breakpoint['describe']>[] } => {
    state.breakpoints.replace(group, all);
    return { breakpoints: all.map((breakpoint) => breakpoint.describe(toLine, state.language)) };
  };
  return {
    setBreakpoints: (args) => {
      const path = args.source.path ?? '';
      const asked: readonly Dap.SourceBreakpoint[] =
        args.breakpoints ?? (args.lines ?? []).map((line) => ({ line }));
      const all = asked.map((demand) => {
        const line = fromClientLine(state.client, demand.line);
        return new Breakpoint(
          state.breakpoints.nextId(),
          'breakpoint',
          demand,
          (replay) => findLine(replay, path, line),
          tell('breakpoint.line', { line }),
        );
      });
      return set(`lines of ${path}`, all);
    },

    setFunctionBreakpoints: (args) =>
      set(
        'functions',
        args.breakpoints.map(
          (demand) =>
            new Breakpoint(
              state.breakpoints.nextId(),
              'function breakpoint',
              demand,
              (replay) => findFunction(replay, demand.name),
              verbatim(demand.name),
            ),
        ),
      ),

    setExceptionBreakpoints: (args) => {
      // VS Code sends all in filterOptions and leaves filters empty; other clients know filters only.
      const asked = [...args.filters.map((filterId) => ({ filterId })), ...(args.filterOptions ?? [])];
      return set(
        'exceptions',
        asked.map((demand) => exceptionBreakpoint(state, demand)),
      );
    },

    breakpointLocations: (args) => {
      const replay = state.launched('breakpointLocations');
      const file = replay.fileAt(args.source.path ?? '');
      if (file === undefined) throw errors.unknownSource(args.source.path ?? '');
      const first = fromClientLine(state.client, args.line);
      const last = Math.min(
        fromClientLine(state.client, args.endLine ?? args.line),
        first + MOST_LINES,
        replay.recording.files[file]?.lines ?? 0,
      );
      const breakpoints = [];
      for (let line = Math.max(1, first); line <= last; line++) {
        const event = replay.recording.events.eventAtLine(file, lineNumber(line));
        if (event === undefined) continue;
        const place =
          args.endLine === undefined ? placeOf(replay, replay.recording.decode(event)) : undefined;
        const onLine = place !== undefined && 'column' in place && place.line === line;
        breakpoints.push({
          line: toLine(line),
          ...(onLine ? { column: toClientColumn(state.client, place.column) } : {}),
        });
      }
      return { breakpoints };
    },
  };
};

function exceptionBreakpoint(
  state: SessionState,
  demand: { readonly filterId: string; readonly condition?: string },
): Breakpoint {
  const { filterId } = demand;
  const filter = isFilter(filterId) ? filterId : undefined;
  return new Breakpoint(
    state.breakpoints.nextId(),
    'exception',
    demand,
    (replay) =>
      filter === undefined
        ? { problem: tell('breakpoint.no-filter', { filter: filterId }) }
        : findFailures(replay, filter),
    filter === undefined ? verbatim(filterId) : filterLabel(filter),
  );
}
