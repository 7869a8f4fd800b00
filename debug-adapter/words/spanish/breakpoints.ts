/** Spanish of english/breakpoints.ts. */
import type { Translated } from '../language';
import type { breakpointsWords as English } from '../english/breakpoints';

export const breakpointsWords: Translated<typeof English> = {
  'breakpoint.pending': 'El registro aún se está leyendo.',
  'breakpoint.line': 'línea {line}',
  'breakpoint.no-file': "'{path}' no es un archivo de esta grabación.",
  'breakpoint.no-event': 'No hay ningún evento en la línea {line}, ni poco más abajo.',
  'breakpoint.hidden-task': 'El evento de la línea {line} pertenece a una tarea que no se muestra.',
  'breakpoint.no-class': "'{name}' no es una clase conocida aquí. La única clase es %memory.",
  'breakpoint.no-call': "La grabación no tiene ninguna llamada ni señal llamada '{name}'.",
  'breakpoint.no-call-near':
    "La grabación no tiene ninguna llamada ni señal llamada '{name}'. ¿Quizá '{near}'?",
  'breakpoint.no-hit-count':
    "'{text}' no es un número de aciertos. Se escribe un número precedido de uno de estos: = > >= < <= %, como '>= 10'.",
  'breakpoint.never-hit': "'% 0' nunca se cumple: hace falta un número mayor que 0.",
  'breakpoint.no-range': "'{id}' no es un rango de esta grabación.",
  'breakpoint.untouched': 'Ningún evento de la grabación cambia estas páginas.',
  'breakpoint.touched': '{count} eventos cambian estas páginas.',
  'breakpoint.no-space': 'Aquí no se conoce ningún espacio de direcciones.',
  'breakpoint.no-address': "'{name}' no es ni una dirección ni una VMA.",
  'breakpoint.no-filter': "No hay ningún filtro '{filter}'.",
  'breakpoint.doubt':
    "La condición de '{breakpoint}' no se puede saber en la {line}: {because}. No se detiene en tales eventos.",
};
