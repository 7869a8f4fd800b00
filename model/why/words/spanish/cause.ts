/** Spanish of english/cause.ts. */
import type { causeWords as English } from '../english/cause';
import type { Translated } from '../translation';

export const causeWords: Translated<typeof English> = {
  'cause.broken': 'Regla incumplida: «{demand}».',
  'cause.broken-with': 'Regla incumplida: «{demand}». Aquí: {numbers}.',
  'cause.only': 'Nada más responde {errno} aquí, así que se incumplió esta regla: «{demand}».',
  'cause.only-with':
    'Nada más responde {errno} aquí, así que se incumplió esta regla: «{demand}». Aquí: {numbers}.',
  'cause.possible': 'Quizá se incumplió: «{demand}». Este registro no puede mostrar si se cumplía.',
  'cause.possible-with':
    'Quizá se incumplió: «{demand}». Este registro no puede mostrar si se cumplía: {numbers}.',
  'divergence.failed': 'Según las reglas, esta llamada debía tener éxito, pero el registro dice {errno}.',
  'divergence.succeeded':
    'Según las reglas, esta llamada debía fallar con {errno} ({cause}), pero el registro dice que tuvo éxito.',
  'divergence.other':
    'Según las reglas, la respuesta debía ser {predicted} ({cause}), pero el registro dice {errno}.',
};
