/** Spanish of english/session.ts. */
import type { Translated } from '../language';
import type { sessionWords as English } from '../english/session';

export const sessionWords: Translated<typeof English> = {
  'filter.failed-memory': 'Llamadas de memoria fallidas',
  'filter.failed-memory.help':
    'Llamadas que cambian el espacio de direcciones y fallan, y toda llamada que falla con EFAULT.',
  'filter.failed': 'Llamadas fallidas',
  'filter.failed.help': 'Toda llamada al sistema que devuelve un error.',
  'filter.fatal-signal': 'Señales mortales',
  'filter.fatal-signal.help': 'Señales que terminan el proceso.',
  'filter.disagree': 'El modelo y el núcleo discrepan',
  'filter.disagree.help':
    'Llamadas de memoria para las que las reglas dicen otra cosa que lo que hizo el núcleo del registro.',
  'filter.unparsed': 'Líneas no entendidas',
  'filter.unparsed.help': 'Líneas que no son parte de la salida de strace, hasta donde se conoce aquí.',
  'filter.condition': 'Una expresión, por ejemplo errno == ENOMEM',
  'stop.end': 'Fin de la grabación',
  'stop.start': 'Inicio de la grabación',
  'stop.end-of-task': 'Fin de la tarea',
  'stop.start-of-task': 'Inicio de la tarea',
  'stop.not-understood': 'no entendida',
  'stop.unparsed': 'La línea {line} no es ninguna forma conocida aquí de la salida de strace: {text}',
  'frame.created-by': 'creada por',
  'frame.end': 'fin de la grabación',
  'frame.end-of-task': 'fin de la tarea',
  'frame.task': 'tarea',
  'progress.searching': 'Buscando en la grabación',
  'progress.event': 'evento {event} de {of}',
  'progress.reading': 'Leyendo el registro',
  'progress.read': '{percent} %, {events} eventos',
  'session.log-changed':
    '{path} ha cambiado en el disco desde que la sesión lo leyó: puede que lo que se muestra ya no sea lo que dice el archivo. Reinicie la sesión para leerlo de nuevo.',
  'search.stopped': 'La búsqueda se detuvo: {problem}',
  'search.logpoints':
    'Los puntos de registro hablaron {times} veces; se muestran las primeras {shown} líneas.',
};
