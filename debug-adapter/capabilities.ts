/**
 * What the adapter offers, and which failures it can stop at. Nothing is offered that would not work both ways in time:
 * VS Code shows the buttons for reverse as soon as `supportsStepBack` is there.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import type { Message } from '../model/why/message-shape';
import type { SpokenLanguage } from './words/language';
import { tell, told } from './words/tell';

/** Each with whether it is on until somebody turns it off. */
const filters = {
  'failed-memory': true,
  failed: false,
  'fatal-signal': true,
  disagree: false,
  unparsed: false,
} as const;

export type FilterId = keyof typeof filters;

export const isFilter = (id: string): id is FilterId => Object.hasOwn(filters, id);

export const filterLabel = (id: FilterId): Message => tell(`filter.${id}`);

const exceptionFilters = (language: SpokenLanguage): Dap.ExceptionBreakpointsFilter[] =>
  Object.entries(filters).flatMap(([filter, isDefault]) =>
    isFilter(filter)
      ? [
          {
            filter,
            label: told(language, `filter.${filter}`),
            description: told(language, `filter.${filter}.help`),
            default: isDefault,
            supportsCondition: true,
            conditionDescription: told(language, 'filter.condition'),
          },
        ]
      : [],
  );

/** Clients read the filters once, from the answer to `initialize`: in the client's own language. */
export const capabilitiesIn = (language: SpokenLanguage): Dap.Capabilities => ({
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
  exceptionBreakpointFilters: exceptionFilters(language),
});
