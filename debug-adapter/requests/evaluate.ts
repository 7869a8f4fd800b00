import type { HandlerTable } from '../request-table';
import type { SessionState } from '../session-state';
export const evaluateHandlers = (_state: SessionState): Pick<HandlerTable, 'evaluate' | 'completions'> => ({
  evaluate: () => ({ result: '', variablesReference: 0 }),
  completions: () => ({ targets: [] }),
});
