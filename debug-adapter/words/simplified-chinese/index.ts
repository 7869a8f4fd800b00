/** What the debug adapter and the command line say, in Simplified Chinese. */
import type { Words } from '../language';
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

export const simplifiedChinese: Words = {
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
};
