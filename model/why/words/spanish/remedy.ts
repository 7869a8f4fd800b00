/** Spanish of english/remedy.ts: clauses in the infinitive. */
import type { remedyWords as English } from '../english/remedy';
import type { Translated } from '../translation';

export const remedyWords: Translated<typeof English> = {
  'remedy.perhaps': 'quizá: {remedy}',
  'remedy.address-down': 'redondear la dirección hacia abajo a un múltiplo del tamaño de página: {to}',
  'remedy.address-up': 'redondear la dirección hacia arriba a un múltiplo del tamaño de página: {to}',
  'remedy.offset-down': 'redondear el desplazamiento hacia abajo a un múltiplo del tamaño de página: {to}',
  'remedy.offset-up': 'redondear el desplazamiento hacia arriba a un múltiplo del tamaño de página: {to}',
  'remedy.address-moved': 'usar la dirección que tiene la memoria desde que se trasladó en la {line}: {to}',
  'remedy.address-null': 'dejar que el núcleo elija la dirección',
  'remedy.address-hint':
    'omitir {flag}: la dirección es entonces una sugerencia, y el núcleo toma otra si hace falta',
  'remedy.length-page': 'dar una longitud que no sea cero: una página, {length}',
  'remedy.length-to-hole': 'acabar donde acaba la memoria proyectada: {length} bytes',
  'remedy.length-to-file-end': 'acabar donde acaba el archivo: {length} bytes',
  'remedy.length-in-limit': 'no pedir más de lo que deja el límite: {length} bytes ({size})',
  'remedy.length-in-gap': 'no pedir más de lo que tiene el hueco libre más grande: {length} bytes ({size})',
  'remedy.old-size': 'dar un tamaño antiguo que no sea cero: {length} bytes ({size})',
  'remedy.segment-start': 'dar la dirección en la que se conectó el segmento: {to}',
  'remedy.remove-later': 'eliminar el segmento solo después de esta llamada, no en la {line}',
  'remedy.length-in-place': 'no crecer más allá de la proyección siguiente: {length} bytes ({size})',
  'remedy.behind-hole': 'empezar tras el hueco, en {from}, con {size}',
  'remedy.old-size-one-mapping':
    'dar solo la parte que está en la primera proyección: un tamaño antiguo de {length}',
  'remedy.grow-last-mapping': 'dar solo la última proyección, en {from}, y hacer crecer esa',
  'remedy.munmap-instead': 'usar munmap, si se quiere devolver la memoria',
  'remedy.call-each-stretch': 'llamar a {call} una vez por cada uno de los {count} tramos proyectados',
  'remedy.call-each-mapping': 'llamar a {call} una vez por cada una de las {count} proyecciones',
  'remedy.add-flag': 'añadir {flag}',
  'remedy.drop-flag': 'omitir {flag}',
  'remedy.swap-flag': 'dar {flag} en vez de {old}',
  'remedy.open-with': 'abrir el descriptor {fd} con {mode}',
  'remedy.open-with-at': 'abrir el descriptor {fd} con {mode} en la {line}',
  'remedy.keep-open': 'cerrar el descriptor {fd} solo después de esta llamada, no en la {line}',
  'remedy.no-close-on-exec': 'abrir el descriptor {fd} sin O_CLOEXEC: lo cerró el execve de la {line}',
  'remedy.open-mapped-with': 'abrir con O_RDWR el archivo proyectado en {at}, antes de proyectarlo',
  'remedy.open-mapped-with-at':
    'abrir con O_RDWR el archivo proyectado en {at}, antes de proyectarlo en la {line}',
  'remedy.raise-limit': 'subir {name} al menos a {needed} KiB',
  'remedy.raise-hard-limit':
    'subir {name} al menos a {needed} KiB (por encima de su límite estricto de {hard}: eso exige CAP_SYS_RESOURCE)',
  'remedy.raise-limit-above':
    'subir {name} bien por encima de {needed} KiB: el registro no muestra todo lo que cuenta',
  'remedy.capability': 'tener {name}',
  'remedy.max-map-count': 'subir vm.max_map_count al menos a {count}',
  'remedy.unlock-first': 'desbloquear antes {range} ({size})',
  'remedy.munlockall-first':
    'llamar antes a munlockall: desbloquea toda la memoria, y lo que se proyecte desde entonces no se bloquea',
  'remedy.unmap-first': 'quitar antes lo que hay en {range} ({size}), si ya no hace falta',
  'remedy.protect-later': 'cambiar la protección de la {line} solo después de esto',
  'remedy.count': 'no dar más de {length} bytes ({size}): lo que sigue no se puede usar',
  'remedy.longer-file': 'dar al archivo al menos {length} bytes antes de tocarlo ahí, con ftruncate',
  'remedy.longer-file-at': 'dar al archivo al menos {length} bytes con el {call} de la {line}',
  'remedy.within-file':
    'no tocar nada más allá de {address}, donde está el último byte del archivo (tiene {size} bytes)',
  'remedy.larger-shared': 'dar a la memoria compartida al menos {length} bytes al crearla',
  'remedy.larger-shared-at':
    'dar al mmap de la {line} al menos {length} bytes: la memoria compartida conserva el tamaño con que se creó',
  'remedy.larger-thread-stack':
    'dar al hilo una pila mayor (pthread_attr_setstacksize), o que necesite menos: menos llamadas anidadas, arreglos locales menores',
  'remedy.larger-stack':
    'subir RLIMIT_STACK (ulimit -s), o que el programa necesite menos pila: menos llamadas anidadas, arreglos locales menores',
  'remedy.no-key': 'dar -1 en vez de una clave: entonces solo cambia la protección',
  'remedy.protect-first': 'permitir antes el acceso a {range} ({size})',
  'remedy.keep-mapped':
    'mantener {range} proyectado hasta después de esta llamada: la {line} lo quitó demasiado pronto',
  'remedy.keep-mapped-longer':
    'mantener {range} proyectado hasta después de esto: la {line} lo quitó demasiado pronto',
  'remedy.keep-mapped-several':
    'mantener todo el intervalo proyectado hasta después de esta llamada; se quitó demasiado pronto en {lines}',
  'remedy.that-line': 'la {line}',
  'remedy.not-seal': 'omitir el mseal de la {line}: lo que se sella queda sellado',
  'remedy.break-start': 'no poner el break por debajo del inicio del montón (heap): {to}',
  'remedy.break-highest':
    'no poner el break por encima de {to}, donde la proyección siguiente aún deja sitio',
  'remedy.break-in-limit': 'no poner el break por encima de {to}, hasta donde llega el límite',
};
