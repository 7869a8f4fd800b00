/**
 * Every request that this adapter answers, with the types of its arguments and its answer. What is not here is refused.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { Message } from '../model/why/message-shape';
import { tell } from './words/tell';
import type { LaunchArguments } from './protocol/launch';
import type { CustomRequests } from './protocol/requests';

/** Cut a response type down to what a handler has to give. */
type BodyOf<Response extends Dap.Response> = Response extends { body: infer Body }
  ? Body
  : Response extends { body?: infer Body }
    ? Body | undefined
    : undefined;

interface DapRequest<Arguments, Response extends Dap.Response> {
  readonly arguments: Arguments;
  readonly body: BodyOf<Response>;
}

interface StandardRequests {
  initialize: DapRequest<Dap.InitializeRequestArguments, Dap.InitializeResponse>;
  launch: DapRequest<LaunchArguments, Dap.LaunchResponse>;
  attach: DapRequest<Dap.AttachRequestArguments, Dap.AttachResponse>;
  configurationDone: DapRequest<Dap.ConfigurationDoneArguments, Dap.ConfigurationDoneResponse>;
  disconnect: DapRequest<Dap.DisconnectArguments, Dap.DisconnectResponse>;
  restart: DapRequest<Dap.RestartArguments, Dap.RestartResponse>;
  restartFrame: DapRequest<Dap.RestartFrameArguments, Dap.RestartFrameResponse>;
  cancel: DapRequest<Dap.CancelArguments, Dap.CancelResponse>;
  threads: DapRequest<Record<string, never>, Dap.ThreadsResponse>;
  stackTrace: DapRequest<Dap.StackTraceArguments, Dap.StackTraceResponse>;
  scopes: DapRequest<Dap.ScopesArguments, Dap.ScopesResponse>;
  variables: DapRequest<Dap.VariablesArguments, Dap.VariablesResponse>;
  locations: DapRequest<Dap.LocationsArguments, Dap.LocationsResponse>;
  next: DapRequest<Dap.NextArguments, Dap.NextResponse>;
  stepIn: DapRequest<Dap.StepInArguments, Dap.StepInResponse>;
  stepOut: DapRequest<Dap.StepOutArguments, Dap.StepOutResponse>;
  stepBack: DapRequest<Dap.StepBackArguments, Dap.StepBackResponse>;
  continue: DapRequest<Dap.ContinueArguments, Dap.ContinueResponse>;
  reverseContinue: DapRequest<Dap.ReverseContinueArguments, Dap.ReverseContinueResponse>;
  pause: DapRequest<Dap.PauseArguments, Dap.PauseResponse>;
  goto: DapRequest<Dap.GotoArguments, Dap.GotoResponse>;
  gotoTargets: DapRequest<Dap.GotoTargetsArguments, Dap.GotoTargetsResponse>;
  setBreakpoints: DapRequest<Dap.SetBreakpointsArguments, Dap.SetBreakpointsResponse>;
  setFunctionBreakpoints: DapRequest<Dap.SetFunctionBreakpointsArguments, Dap.SetFunctionBreakpointsResponse>;
  setExceptionBreakpoints: DapRequest<
    Dap.SetExceptionBreakpointsArguments,
    Dap.SetExceptionBreakpointsResponse
  >;
  dataBreakpointInfo: DapRequest<Dap.DataBreakpointInfoArguments, Dap.DataBreakpointInfoResponse>;
  setDataBreakpoints: DapRequest<Dap.SetDataBreakpointsArguments, Dap.SetDataBreakpointsResponse>;
  breakpointLocations: DapRequest<Dap.BreakpointLocationsArguments, Dap.BreakpointLocationsResponse>;
  exceptionInfo: DapRequest<Dap.ExceptionInfoArguments, Dap.ExceptionInfoResponse>;
  evaluate: DapRequest<Dap.EvaluateArguments, Dap.EvaluateResponse>;
  completions: DapRequest<Dap.CompletionsArguments, Dap.CompletionsResponse>;
  source: DapRequest<Dap.SourceArguments, Dap.SourceResponse>;
  loadedSources: DapRequest<Dap.LoadedSourcesArguments, Dap.LoadedSourcesResponse>;
}

export type Requests = StandardRequests & CustomRequests;
export type Command = keyof Requests;
export type Arguments<C extends Command> = Requests[C]['arguments'];
export type Body<C extends Command> = Requests[C]['body'];

/** What a handler may use beside its arguments. */
export interface RequestContext {
  /** Aborted when the client cancels the request or leaves. */
  readonly signal: AbortSignal;
  /** Runs behind the answer: DAP wants the response of `continue` on the wire before its `stopped`. */
  readonly afterwards: (action: () => void) => void;
  /** Cancels all other requests; settles when they are answered. */
  readonly cancelOthers: () => Promise<void>;
}

export type Handler<C extends Command> = (
  args: Arguments<C>,
  request: RequestContext,
) => Body<C> | Promise<Body<C>>;

export type HandlerTable = { readonly [C in Command]: Handler<C> };

type Kind = 'number' | 'string' | 'object' | 'array';

/** Members without which a request has no meaning; checked before the handler sees it. */
export const requiredArguments: Readonly<Partial<Record<Command, Readonly<Record<string, Kind>>>>> = {
  initialize: {},
  restartFrame: { frameId: 'number' },
  stackTrace: { threadId: 'number' },
  scopes: { frameId: 'number' },
  variables: { variablesReference: 'number' },
  locations: { locationReference: 'number' },
  next: { threadId: 'number' },
  stepIn: { threadId: 'number' },
  stepOut: { threadId: 'number' },
  stepBack: { threadId: 'number' },
  goto: { threadId: 'number', targetId: 'number' },
  gotoTargets: { source: 'object', line: 'number' },
  setBreakpoints: { source: 'object' },
  setFunctionBreakpoints: { breakpoints: 'array' },
  dataBreakpointInfo: { name: 'string' },
  setDataBreakpoints: { breakpoints: 'array' },
  setExceptionBreakpoints: { filters: 'array' },
  breakpointLocations: { source: 'object', line: 'number' },
  exceptionInfo: { threadId: 'number' },
  evaluate: { expression: 'string' },
  completions: { text: 'string', column: 'number' },
  'pagewalk/series': { buckets: 'number' },
  'pagewalk/follow': { address: 'string', from: 'number', to: 'number' },
  'pagewalk/life': { start: 'string', event: 'number' },
  'pagewalk/vmas': { start: 'number', count: 'number' },
  'pagewalk/blame': { target: 'string' },
  'pagewalk/whatIf': { calls: 'array' },
};

const isKind = (value: unknown, kind: Kind): boolean =>
  kind === 'array'
    ? Array.isArray(value)
    : kind === 'object'
      ? typeof value === 'object' && value !== null
      : kind === 'number'
        ? Number.isFinite(value)
        : typeof value === kind;

/** What is wrong with arguments off the wire; undefined when nothing is. */
export function problemWith(command: Command, args: Readonly<Record<string, unknown>>): Message | undefined {
  for (const [key, kind] of Object.entries(requiredArguments[command] ?? {})) {
    if (!isKind(args[key], kind)) return tell(`error.needs-${kind}`, { key });
  }
  return undefined;
}
