/** Spanish of english/console.ts. */
import type { Translated } from '../language';
import type { consoleWords as English } from '../english/console';

export const consoleWords: Translated<typeof English> = {
  'console.help': `Una expresión imprime su valor: errno, arg.length, locked, errno == ENOMEM.
maps          el espacio de direcciones aquí, como lo imprime /proc/PID/maps
why           por qué falló la llamada de aquí, o qué hizo
manual [CALL [ERRNO]]  qué decían de este error las páginas de manual desde 1996, y qué hacían los núcleos
blame WHAT    qué líneas lo hicieron así: una dirección, un rango, locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK, arg.addr
goto LINE     ir a una línea del registro
find EXPR     ir al siguiente evento en que se cumple la expresión
rfind EXPR    lo mismo, hacia atrás
CALL          qué respondería aquí el núcleo a una llamada de memoria, escrita como en strace, sin cambiar la grabación:
              mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)
              Las llamadas parten unas de otras; $1 es lo que respondió la primera, $ la última que dio algo: munmap($1 + 4096, 4096).
              Una respuesta escrita detrás se da por cierta: mremap($1, 4096, 8192, MREMAP_MAYMOVE) = 0x7f0000000000
whatif        las llamadas probadas aquí, y qué dejan distinto de la grabación
whatif maps   el espacio de direcciones tal como lo dejan
reset         las olvida
help          este texto`,
  'console.nothing-of-space': 'Hasta aquí el registro no ha mostrado nada de un espacio de direcciones.',
  'console.no-line': "'{text}' no es una línea. Se escribe goto y una línea: goto 12.",
  'console.none-after': 'Ningún evento posterior a este cumple la expresión.',
  'console.none-before': 'Ningún evento anterior a este cumple la expresión.',
  'console.nothing-to-blame':
    "No se puede preguntar por '{text}'. Se escribe blame y una dirección, un rango (0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK, CAP_IPC_LOCK o una expresión que da una dirección: blame arg.addr.",
  'console.no-target': "No se puede preguntar por '{text}'.",
};
