/** German of english/call.ts. */
import type { callWords as English } from '../english/call';
import type { Translated } from '../translation';

export const callWords: Translated<typeof English> = {
  'call.injected':
    'strace hat sich diese Antwort ausgedacht (INJECTED): der Kernel hat den Aufruf nie gesehen, und nichts hat sich geändert.',
  'call.no-answer':
    'Das Protokoll zeigt keine Antwort auf diesen Aufruf; was er bewirkt hat, ist nicht bekannt.',
  'call.restarted':
    'Ein Signal hat den Aufruf unterbrochen, bevor er etwas tat; er wird neu begonnen oder aufgegeben.',
  'call.not-judged': 'Für {call} ist hier keine Regel bekannt.',
  'call.answered': 'Der Aufruf wurde beantwortet.',
  'call.no-effect': '{call} gelang und hat am Adressraum nichts geändert.',
};
