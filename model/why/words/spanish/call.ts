/** Spanish of english/call.ts. */
import type { callWords as English } from '../english/call';
import type { Translated } from '../translation';

export const callWords: Translated<typeof English> = {
  'call.injected': 'strace inventó esta respuesta (INJECTED): el núcleo no vio la llamada, y nada cambió.',
  'call.no-answer': 'El registro no muestra respuesta a esta llamada; qué hizo no se sabe.',
  'call.restarted': 'Una señal interrumpió la llamada antes de que hiciera nada; se reinicia o se abandona.',
  'call.not-judged': 'Aquí no se conoce ninguna regla para {call}.',
  'call.answered': 'La llamada recibió respuesta.',
  'call.no-effect': '{call} tuvo éxito y no cambió nada del espacio de direcciones.',
};
