/** German of english/cause.ts. */
import type { causeWords as English } from '../english/cause';
import type { Translated } from '../translation';

export const causeWords: Translated<typeof English> = {
  'cause.broken': 'Verletzte Regel: „{demand}“.',
  'cause.broken-with': 'Verletzte Regel: „{demand}“. Hier: {numbers}.',
  'cause.only': 'Nichts anderes antwortet hier {errno}, also wurde diese Regel verletzt: „{demand}“.',
  'cause.only-with':
    'Nichts anderes antwortet hier {errno}, also wurde diese Regel verletzt: „{demand}“. Hier: {numbers}.',
  'cause.possible': 'Vielleicht verletzt: „{demand}“. Dieses Protokoll kann nicht zeigen, ob das galt.',
  'cause.possible-with':
    'Vielleicht verletzt: „{demand}“. Dieses Protokoll kann nicht zeigen, ob das galt: {numbers}.',
  'divergence.failed':
    'Nach den Regeln hätte dieser Aufruf gelingen müssen, aber das Protokoll sagt {errno}.',
  'divergence.succeeded':
    'Nach den Regeln hätte dieser Aufruf mit {errno} ({cause}) scheitern müssen, aber nach dem Protokoll gelang er.',
  'divergence.other':
    'Nach den Regeln hätte die Antwort {predicted} ({cause}) sein müssen, aber das Protokoll sagt {errno}.',
};
