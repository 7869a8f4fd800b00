/**
 * What the client said of itself in `initialize`, with the defaults of the protocol where it said nothing.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { errors } from './errors';

export interface ClientTraits {
  readonly linesFromOne: boolean;
  readonly columnsFromOne: boolean;
  readonly uris: boolean;
  readonly progress: boolean;
  readonly variableType: boolean;
}

export const defaultTraits: ClientTraits = {
  linesFromOne: true,
  columnsFromOne: true,
  uris: false,
  progress: false,
  variableType: false,
};

export function traitsOf(args: Partial<Dap.InitializeRequestArguments>): ClientTraits {
  // The specification's default is 'path': a client that leaves it out is right.
  const format = args.pathFormat ?? 'path';
  if (format !== 'path' && format !== 'uri') throw errors.pathFormat(format);
  return {
    linesFromOne: args.linesStartAt1 ?? true,
    columnsFromOne: args.columnsStartAt1 ?? true,
    uris: format === 'uri',
    progress: args.supportsProgressReporting ?? false,
    variableType: args.supportsVariableType ?? false,
  };
}

/** The client's own counting of a 1-based line, and back. */
export const toClientLine = (client: ClientTraits, line: number): number =>
  client.linesFromOne ? line : line - 1;
export const fromClientLine = (client: ClientTraits, line: number): number =>
  client.linesFromOne ? line : line + 1;
/** From a 0-based UTF-16 column. */
export const toClientColumn = (client: ClientTraits, column: number): number =>
  client.columnsFromOne ? column + 1 : column;
