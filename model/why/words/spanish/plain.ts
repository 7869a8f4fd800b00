/** Spanish of english/plain.ts. */
import type { plainWords as English } from '../english/plain';
import type { Translated } from '../translation';

export const plainWords: Translated<typeof English> = {
  'plain.several': 'Hay varias causas posibles; el registro no muestra cuál fue.',
  'plain.hole': 'El intervalo no está proyectado entero: en {address} hay un hueco de {size}.',
  'plain.hole-since':
    'El intervalo no está proyectado entero: en {address} hay un hueco de {size} desde la {line}.',
  'plain.nothing-there': 'No hay nada proyectado en {address}.',
  'plain.nothing-there-since': 'Desde la {line} ya no hay nada proyectado en {address}.',
  'plain.over-limit': 'Serían {excess} más de lo que permite {limit}.',
  'plain.no-gap':
    'Ningún hueco libre del espacio de direcciones es bastante largo: al mayor le faltan {missing}.',
  'plain.no-room-next':
    'La proyección no puede crecer donde está: justo detrás empieza otra y, sin MREMAP_MAYMOVE, no puede trasladarse.',
  'plain.no-room-rest':
    'Solo debía crecer una parte de la proyección: el resto de ella lo impide y, sin MREMAP_MAYMOVE, la parte no puede trasladarse.',
  'plain.beyond-vma':
    'El intervalo antiguo se sale de la proyección en la que empieza; mremap redimensiona una sola cada vez.',
  'plain.misaligned': '{name} no está al principio de una página, sino {rest} más allá.',
  'plain.length-zero': 'La longitud es 0 y la llamada necesita al menos un byte.',
  'plain.range-wraps': 'La dirección más la longitud se salen del final de todas las direcciones.',
  'plain.map-limit':
    'El proceso ya tiene tantas proyecciones como puede tener (vm.max_map_count), y haría falta una más.',
  'plain.over-commit-limit':
    'El núcleo no compromete tanta memoria: se ha alcanzado el límite de compromiso.',
  'plain.huge-page-pool': 'En la reserva no quedan bastantes páginas enormes.',
  'plain.sealed': 'La proyección {range} está sellada: ya no se puede cambiar, trasladar ni quitar.',
  'plain.no-file': 'Se pidió proyectar un archivo, pero no se dio ninguno: fd es -1 y falta MAP_ANONYMOUS.',
  'plain.fd-not-open': 'El descriptor de archivo {fd} no está abierto.',
  'plain.fd-closed': 'El descriptor de archivo {fd} ya no está abierto: se cerró en la {line}.',
  'plain.fd-closed-by-exec':
    'El descriptor de archivo {fd} ya no está abierto: lo cerró el execve de la {line} (O_CLOEXEC).',
  'plain.fd-not-readable':
    'El archivo no se abrió para lectura, y toda proyección de un archivo la necesita.',
  'plain.fd-not-writable':
    'El archivo no se abrió para escritura, y una proyección compartida con escritura la necesita.',
  'plain.fd-path-only':
    'El descriptor se abrió con O_PATH: nombra el archivo, pero con él no se puede proyectar nada.',
  'plain.memfd-sealed':
    'El archivo de memoria está sellado contra escritura: ninguna proyección compartida suya puede hacerse escribible.',
  'plain.write-and-execute-denied':
    'El proceso ha renunciado a memoria ejecutable que es o fue escribible (PR_SET_MDWE).',
  'plain.no-such-segment': 'No hay ningún segmento de memoria compartida con este identificador.',
  'plain.not-attached': 'No hay ningún segmento de memoria compartida unido en esta dirección.',
  'plain.mapped-writable':
    'El archivo de memoria está proyectado de forma compartida por un descriptor que puede escribirlo: mientras exista esa proyección, no se puede sellar contra escritura.',
  'plain.not-mappable': 'Lo que representa el descriptor de archivo no se puede proyectar.',
  'plain.unknown-flags': 'Hay indicadores que la llamada no conoce.',
  'plain.too-low':
    'La dirección es demasiado baja: por debajo de vm.mmap_min_addr solo se puede proyectar con privilegios.',
  'plain.beyond-task-size': 'El intervalo acaba detrás de la última dirección que un programa puede usar.',
  'plain.too-long': 'Es más de lo que cabe en todo el espacio de direcciones.',
  'plain.beyond-file-maximum': 'El desplazamiento más la longitud superan el tamaño máximo de un archivo.',
  'plain.ranges-overlap': 'El sitio antiguo y el nuevo se solapan.',
  'plain.fixed-without-maymove': 'Se pidió un sitio nuevo, pero falta MREMAP_MAYMOVE.',
  'plain.without-type':
    'No se dijo si la memoria debe ser compartida o privada, o se dijo de forma contradictoria.',
  'plain.unknown-advice': 'El núcleo no conoce este consejo.',
  'plain.next-mapping-too-close': 'El montón no puede crecer tanto: la proyección siguiente está en medio.',
  'plain.below-start': 'El montón acabaría antes de su comienzo.',
  'plain.range-in-use': 'Ahí ya hay algo proyectado, y MAP_FIXED_NOREPLACE no lo sustituye.',
  'plain.range-in-use-by-shm': 'Ahí ya hay algo proyectado y falta SHM_REMAP.',
  'plain.may-not-lock': 'El proceso no puede bloquear memoria: RLIMIT_MEMLOCK es 0 y no tiene CAP_IPC_LOCK.',
  'plain.not-populated':
    'Una página del intervalo no se puede traer a memoria: no permite ningún acceso o el archivo acaba antes.',
  'plain.locked': 'La memoria bloqueada no se puede descartar.',
  'plain.protection-not-allowed':
    'La memoria no puede tener esta protección: aquello de lo que se proyectó no lo permite.',
};
