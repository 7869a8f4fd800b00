/** Words of the manual through time: what generations are called, and what each says. */
import { mmapManualWords } from './manual/mmap';
import { mremapManualWords } from './manual/mremap';
import { otherCallsManualWords } from './manual/other-calls';
import { protectionAndLocksManualWords } from './manual/protection-and-locks';

export const manualWords = {
  'manual.era.1996': '1996, Linux 1.3.87',
  'manual.era.2.4': 'Linux 2.4',
  'manual.era.2010': '2010, man-pages 3.55',
  'manual.era.today': 'today',
  'manual.as-before': 'As before.',
  'manual.silent': 'Not mentioned.',
  'manual.not-at-hand': 'No page of that time was at hand.',
  /** One generation: what its page says; then what its kernel did, where that is something else. */
  'manual.page': '{era}: {says}',
  'manual.page-and-kernel': '{era}: {says} The kernel: {kernel}',
  'manual.heading': 'What the manual pages said of {errno} of {call}:',
  'manual.of-checks': '{errno} ({checks})',
  'manual.of-no-check': '{errno} (no rule of today)',
  'manual.calls': 'The pages of these calls are here: {calls}',
  'manual.errors': 'The pages of {call} are here for: {errors}',
  'manual.no-call': 'There is nothing here on the pages of {call}. These calls are here: {calls}',
  'manual.no-errno': 'There is nothing here on {errno} of {call}. These errors are here: {errors}',
  ...mmapManualWords,
  ...mremapManualWords,
  ...protectionAndLocksManualWords,
  ...otherCallsManualWords,
} as const;
