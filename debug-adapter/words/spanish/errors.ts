/** Spanish of english/errors.ts. */
import type { Translated } from '../language';
import type { errorsWords as English } from '../english/errors';

export const errorsWords: Translated<typeof English> = {
  'error.unknown-request': "Este adaptador de depuración no conoce la petición '{command}'.",
  'error.bad-arguments': "No se puede leer la petición '{command}': {problem}.",
  'error.no-object': 'sus argumentos no son un objeto',
  'error.needs-number': "necesita '{key}', un número",
  'error.needs-string': "necesita '{key}', una cadena",
  'error.needs-object': "necesita '{key}', un objeto",
  'error.needs-array': "necesita '{key}', un array",
  'error.needs-place': "necesita 'event' o 'line', un número",
  'error.calls-are-strings': "'calls' contiene cadenas",
  'error.must-be-string': "'{name}' debe ser una cadena",
  'error.must-be-number': "'{name}' debe ser un número",
  'error.must-be-truth': "'{name}' debe ser true o false",
  'error.must-be-tids': "'{name}' debe ser una lista de tids",
  'error.must-be-one-of': "'{name}' debe ser uno de estos valores: {values}",
  'error.internal':
    "La petición '{command}' falló dentro del adaptador de depuración: {problem}. Se agradece que se notifique.",
  'error.not-launched': "La petición '{command}' necesita una grabación abierta. Primero hay que abrir una.",
  'error.launched-twice': 'Esta sesión ya tiene una grabación. Para otra hay que iniciar otra sesión.',
  'error.no-attach':
    'No hay nada a lo que asociarse: un registro grabado se abre con launch. Debe usarse "request": "launch".',
  'error.no-such-thread': 'No hay ningún hilo con el id {id}. Hay que volver a pedir los hilos.',
  'error.no-such-frame': 'No hay ningún marco con la referencia {id}.',
  'error.no-such-variable': 'No hay ninguna variable con la referencia {id}.',
  'error.no-such-location': 'No hay ningún lugar con la referencia {id}.',
  'error.path-format': "El cliente pide las rutas como '{kind}', que no es ni 'path' ni 'uri'.",
  'error.no-program':
    'La configuración de inicio no nombra ningún registro: "program" debe ser la ruta de un registro de strace.',
  'error.cannot-open': "No se puede abrir el registro '{path}': {problem}.",
  'error.no-such-log': 'no existe tal archivo, ni empiezan así los archivos de un conjunto -ff (PREFIX.1234)',
  'error.line-behind-log':
    'no existe tal archivo. Para la línea {line} de {log}, escriba: {log} --line {line}',
  'error.too-large-here':
    'tiene {bytes} bytes, y en el navegador un registro se guarda en memoria, con {most} bytes como máximo. Se puede abrir en un VS Code de escritorio',
  'error.is-directory':
    "'{path}' es un directorio. Debe indicarse el registro mismo o el prefijo de un conjunto -ff: '{path}/PREFIX' para PREFIX.1234.",
  'error.empty': "El registro '{path}' está vacío: strace no escribió nada en él.",
  'error.not-strace': "'{path}' no es un registro de strace: parece {looksLike}. {where}",
  'error.first-unknown-line':
    'La línea {line} es la primera que no se entiende: {text}. Debe indicarse el archivo que escribió strace -o.',
  'error.give-the-log': 'Debe indicarse el archivo que escribió strace -o.',
  'error.cannot-read-maps': "No se puede leer la instantánea '{path}': {problem}.",
  'error.no-such-task':
    'El registro no tiene la tarea {asked} ("tasks" en la configuración de inicio). Tiene {known}.',
  'error.no-tids': 'ningún tid',
  'error.bad-kernel': "'{given}' no es una versión del núcleo. Se escribe así: '6.18'.",
  'error.bad-architecture': "'{given}' no es una arquitectura conocida aquí. Se conocen {known}.",
  'error.bad-page-size': "'{given}' no es un tamaño de página. Las páginas tienen 4096, 16384 o 65536 bytes.",
  'error.bad-map-count':
    "'{given}' no es un número de proyecciones. vm.max_map_count se escribe como un número mayor que 0.",
  'error.read-failed': 'Falló la lectura del registro: {problem}.',
  'error.no-event-at-line': 'No hay ningún evento en la línea {line}.',
  'error.no-such-event': 'No hay ninguna posición {event}: las posiciones van de 0 a {last}.',
  'error.expression': '{problem}',
  'error.nothing-to-report': 'Aquí no hay ninguna llamada ni señal: no hay nada que documentar.',
  'error.no-exception': 'La llamada de aquí no falló ni es una señal.',
  'error.unknown-source': "'{path}' no es un archivo de esta grabación.",
  'error.cannot-restart-frame': 'Solo se puede volver a los marcos que crearon una tarea.',
  'error.no-space-yet': 'El registro aún no ha mostrado nada de un espacio de direcciones.',
  'error.bad-address': "'{text}' no es una dirección: hasta 16 dígitos hexadecimales, como 0x7f12a4000000.",
  'error.no-such-tables': "No hay tablas de páginas con el nombre '{text}'. Existen: {names}.",
  'error.tables-not-described':
    'Las tablas de páginas de {architecture} no están descritas aquí. --tables nombra otras.',
};
