/** Spanish of english/manual.ts. */
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
  'manual.era.today': 'hoy',
  'manual.as-before': 'Como antes.',
  'manual.silent': 'No se menciona.',
  'manual.not-at-hand': 'No se disponía de ninguna página de esa época.',
  'manual.page': '{era}: {says}',
  'manual.page-and-kernel': '{era}: {says} El núcleo: {kernel}',
  'manual.heading': 'Lo que decían las páginas de manual sobre {errno} de {call}:',
  'manual.of-checks': '{errno} ({checks})',
  'manual.of-no-check': '{errno} (ninguna regla de hoy)',
  'manual.calls': 'Aquí están las páginas de estas llamadas: {calls}',
  'manual.errors': 'Aquí están las páginas de {call} para: {errors}',
  'manual.no-call': 'Aquí no hay nada sobre las páginas de {call}. Sí están las de estas llamadas: {calls}',
  'manual.no-errno': 'Aquí no hay nada sobre {errno} de {call}. Sí están estos errores: {errors}',
  ...mmapManualWords,
  ...mremapManualWords,
  ...protectionAndLocksManualWords,
  ...otherCallsManualWords,
};
