/**
 * What the adapter offers, and which failures it can stop at. Nothing is offered that would not work both ways in time:
 * VS Code shows the buttons for reverse as soon as `supportsStepBack` is there.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';

export const exceptionFilters = [
  {
    filter: 'failed-memory',
    label: 'Failing memory calls',
    description: 'Calls that change the address space and fail, and every call that fails with EFAULT.',
    default: true,
  },
  {
    filter: 'failed',
    label: 'Failing calls',
    description: 'Every system call that returns an error.',
    default: false,
  },
  {
    filter: 'fatal-signal',
    label: 'Fatal signals',
    description: 'Signals that end the process.',
    default: true,
  },
  {
    filter: 'disagree',
    label: 'Model and kernel disagree',
    description: "Memory calls for which the rules say something else than the log's kernel did.",
    default: false,
  },
  {
    filter: 'unparsed',
    label: 'Lines not understood',
    description: "Lines that are no part of strace's output as far as it is known here.",
    default: false,
  },
] as const;

export type FilterId = (typeof exceptionFilters)[number]['filter'];

const CONDITION_HELP = 'An expression, such as errno == ENOMEM';

export const capabilities: Dap.Capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsStepBack: true,
  supportsSteppingGranularity: true,
  supportsRestartRequest: true,
  supportsRestartFrame: true,
  supportsGotoTargetsRequest: true,
  supportsFunctionBreakpoints: true,
  supportsDataBreakpoints: true,
  supportsDataBreakpointBytes: true,
  supportsConditionalBreakpoints: true,
  supportsHitConditionalBreakpoints: true,
  supportsLogPoints: true,
  supportsBreakpointLocationsRequest: true,
  supportsExceptionOptions: false,
  supportsExceptionFilterOptions: true,
  supportsExceptionInfoRequest: true,
  supportsEvaluateForHovers: true,
  supportsClipboardContext: true,
  supportsCompletionsRequest: true,
  completionTriggerCharacters: ['.', '%', '(', ',', '|', '$'],
  supportsDelayedStackTraceLoading: true,
  supportsLoadedSourcesRequest: true,
  supportsCancelRequest: true,
  exceptionBreakpointFilters: exceptionFilters.map((filter) => ({
    ...filter,
    supportsCondition: true,
    conditionDescription: CONDITION_HELP,
  })),
};
