/** All that the debug adapter and the command line say, in English. `{name}` stands for a value. A translation has the same keys. */
import { breakpointsWords } from './breakpoints';
import { commandLineWords } from './command-line';
import { consoleWords } from './console';
import { errorsWords } from './errors';
import { filesWords } from './files';
import { looksLikeWords } from './looks-like';
import { namesWords } from './names';
import { notesWords } from './notes';
import { pagesWords } from './pages';
import { sessionWords } from './session';
import { stateWords } from './state';
import { typesWords } from './types';
import { variablesWords } from './variables';

export const english = {
  ...breakpointsWords,
  ...commandLineWords,
  ...consoleWords,
  ...errorsWords,
  ...filesWords,
  ...looksLikeWords,
  ...namesWords,
  ...notesWords,
  ...pagesWords,
  ...sessionWords,
  ...stateWords,
  ...typesWords,
  ...variablesWords,
} as const;
