/** German of english/manual.ts. */
import type { manualWords as English } from '../english/manual';
import type { Translated } from '../translation';
import { mmapManualWords } from './manual/mmap';
import { mremapManualWords } from './manual/mremap';
import { otherCallsManualWords } from './manual/other-calls';
import { protectionAndLocksManualWords } from './manual/protection-and-locks';

export const manualWords: Translated<typeof English> = {
  'manual.era.1996': '1996, Linux 1.3.87',
  'manual.era.2.4': 'Linux 2.4',
  'manual.era.2010': '2010, man-pages 3.55',
  'manual.era.today': 'heute',
  'manual.as-before': 'Wie zuvor.',
  'manual.silent': 'Nicht erwähnt.',
  'manual.not-at-hand': 'Aus dieser Zeit lag keine Handbuchseite vor.',
  'manual.page': '{era}: {says}',
  'manual.page-and-kernel': '{era}: {says} Der Kernel: {kernel}',
  'manual.heading': 'Was die Handbuchseiten über {errno} bei {call} sagten:',
  'manual.of-checks': '{errno} ({checks})',
  'manual.of-no-check': '{errno} (keine heutige Regel)',
  'manual.calls': 'Es gibt hier die Handbuchseiten dieser Aufrufe: {calls}',
  'manual.errors': 'Aus den Handbuchseiten von {call} gibt es hier: {errors}',
  'manual.no-call': 'Zu den Handbuchseiten von {call} gibt es hier nichts. Diese Aufrufe gibt es: {calls}',
  'manual.no-errno': 'Zu {errno} bei {call} gibt es hier nichts. Diese Fehler gibt es: {errors}',
  ...mmapManualWords,
  ...mremapManualWords,
  ...protectionAndLocksManualWords,
  ...otherCallsManualWords,
};
