/** Spanish of english/signal.ts. */
import type { signalWords as English } from '../english/signal';
import type { Translated } from '../translation';

export const signalWords: Translated<typeof English> = {
  'signal.access': 'el programa tocó {address}',
  'signal.read': 'el programa intentó leer {address}',
  'signal.wrote': 'el programa intentó escribir en {address}',
  'signal.ran': 'el programa saltó a {address} para ejecutar código ahí',
  'signal.wrote-or-ran':
    'el programa intentó escribir en {address} o ejecutar código ahí (un registro no muestra cuál de las dos cosas)',
  'signal.read-or-wrote':
    'el programa intentó leer {address} o escribir ahí (un registro no muestra cuál de las dos cosas)',
  'signal.read-or-ran':
    'el programa intentó leer {address} o ejecutar código ahí (un registro no muestra cuál de las dos cosas)',
  'signal.other': 'La tarea recibió {signal}.',
  'signal.fatal': 'La tarea murió por {signal}.',
  'signal.null': 'El puntero es NULL: {access}.',
  'signal.guard-page':
    'La página {page} es de guarda, instalada en la {line} (MADV_GUARD_INSTALL), y ningún acceso puede tocarla: {access}.',
  'signal.past-the-end':
    'Nunca hubo nada proyectado en {address}, que está {past} más allá del final de la proyección hecha en la {line}: {access}.',
  'signal.beyond-file':
    'La página en {address} está proyectada, pero no tiene nada detrás: el archivo {path} acaba antes de su byte {page}, o no se pudo leer.',
  'signal.beyond-known-file':
    'La página en {address} está proyectada, pero el archivo {path} solo tiene {size}: acaba antes de su byte {page}, donde empieza la página.',
  'signal.beyond-file-since':
    'La página en {address} está proyectada, pero el archivo {path} solo tiene {size} desde la {line}: acaba antes de su byte {page}, donde empieza la página.',
  'signal.beyond-shared':
    'La página en {address} está proyectada, pero la memoria compartida que tiene detrás se creó con {size} y acaba antes.',
  'signal.userfault':
    'Falta la página en {address}, y el userfaultfd con el que está registrada desde la {line} pide una señal en vez de esperar (UFFD_FEATURE_SIGBUS).',
  'signal.protection-key':
    'La página en {address} tiene la clave de protección {key}, que el hilo se había cerrado a sí mismo (PKRU).',
  'signal.protection-key-since':
    'La página en {address} tiene la clave de protección {key} desde la {line}, y el hilo se había cerrado esa clave a sí mismo (PKRU).',
  'signal.not-canonical':
    'El procesador no dio ninguna dirección: el puntero no es dirección alguna, porque sus bits por encima del bit {bits} no repiten ese bit.',
  'signal.unaligned-vector':
    'El procesador no dio ninguna dirección: una instrucción vectorial que exige alineación (movaps) encontró una dirección no alineada.',
  'signal.privileged-instruction':
    'El procesador no dio ninguna dirección: el programa ejecutó una instrucción que solo el núcleo puede ejecutar.',
  'signal.bad-frame':
    'El núcleo no dio ninguna dirección: el marco de pila del manejador que corría desde la {line} no se pudo escribir o estaba dañado.',
  'signal.illegal-instruction':
    'El programa ejecutó una instrucción que el procesador no conoce ({signal}): no afecta a la memoria.',
  'signal.arithmetic': 'El programa dividió por cero o desbordó ({signal}): no afecta a la memoria.',
  'signal.trap':
    'El programa llegó a un punto de interrupción o a una trampa ({signal}): no afecta a la memoria.',
  'signal.parent-death':
    '{signal} llegó porque el padre terminó, como se pidió en la {line} (PR_SET_PDEATHSIG): no es un fallo de memoria.',
  'signal.bounds':
    'El acceso a {address} está fuera de los límites {lower}–{upper} que había fijado el programa.',
  'signal.memory-tag':
    'La etiqueta del puntero {address} no es la de la memoria ({code}): la memoria se liberó o pertenece a otro objeto.',
  'signal.control-protection':
    'Un retorno o un salto en {address} no coincidió con lo que permiten la pila sombra o las marcas de salto.',
  'signal.refused-unknown':
    'Ahí hay algo proyectado que no permite el acceso, y este registro no muestra qué: {access}.',
  'signal.refused-program':
    'Delante del montón (heap), donde está {address}, se encuentra el propio programa: su código, sus constantes (también el texto entre comillas) y sus datos. Lo que hay ahí no lo permite, y el registro no muestra qué parte es: {access}.',
  'signal.disagrees':
    'Según este registro, {address} está proyectada y permite todo acceso, pero el núcleo respondió {code}: falta en el registro una llamada que cambió la proyección.',
  'signal.disagrees-line':
    'Según este registro, {address} está proyectada desde la {line} y permite el acceso, pero el núcleo respondió {code}: falta en el registro una llamada que cambió la proyección, o se rechazó un acceso que el registro no muestra.',
  'signal.stack-overflow':
    'La pila está agotada: {address} queda por debajo de hasta donde puede crecer. RLIMIT_STACK suele ser {limit}; este registro no lo muestra.',
  'signal.stack-overflow-limit':
    'La pila está agotada: {address} queda por debajo de hasta donde puede crecer, con RLIMIT_STACK en {limit} ({line}).',
  'signal.stack-meets-mapping':
    'La pila no puede crecer hasta {address}: tiene que quedar a 1 MiB de la proyección que acaba en {end} ({line}).',
  'signal.thread-stack-guard':
    'La pila del hilo está agotada: {address} está en la guarda delante de su pila, que empieza en {low} y tiene {size} (hilo creado en la {thread}).',
  'signal.thread-stack-end':
    'La pila del hilo está agotada: {address} queda por debajo de su pila, que empieza en {low} y tiene {size} (hilo creado en la {thread}).',
  'signal.unaligned':
    'El acceso no está alineado a su tamaño, y el programa había pedido al procesador que lo comprobara (o el procesador lo hace siempre).',
  'signal.bus-unknown':
    'Lo proyectado en {address} no tiene nada detrás: está más allá del final de su archivo, o falló el dispositivo.',
  'signal.bus-mapped':
    'Lo proyectado en {address} desde la {line} no tiene nada detrás: está más allá del final de su archivo, o falló el dispositivo.',
  'signal.handled': 'El manejador puesto en la {line} recibió la señal.',
  'signal.killed': 'Ningún manejador la recibió: el proceso murió ({killed}).',
  'signal.killed-though-ignored':
    'Se había de ignorar ({line}), pero la señal de un fallo no se puede ignorar: el proceso murió ({killed}).',
  'signal.killed-in-handler':
    'Había un manejador puesto en la {line}, pero el núcleo no pudo ejecutarlo: la señal estaba bloqueada, como lo está dentro de su propio manejador, o la pila del manejador no se podía escribir. El proceso murió ({killed}).',
  'signal.sent': '{signal} la envió un proceso; no es un fallo de memoria.',
  'signal.sent-by':
    '{signal} la envió el proceso {pid}; no es un fallo de memoria. La línea no está en este registro.',
  'signal.sent-line': '{signal} se envió en la {line}; no es un fallo de memoria.',
  'signal.sent-itself': 'El proceso se envió {signal} a sí mismo en la {line}: no es un fallo de memoria.',
  'signal.aborted':
    'El programa se rindió por sí mismo: envió {signal} en la {line}, como hacen abort() y un assert() que falla.',
  'signal.limit': '{signal}: el proceso superó {limit}, que este registro no muestra.',
  'signal.limit-line': '{signal}: el proceso superó {limit}, fijado en la {line}.',
  'signal.pipe': '{signal}: la escritura de la {line} ya no tenía lector.',
  'signal.seccomp': 'Un filtro seccomp detuvo la llamada {call}.',
  'signal.seccomp-line': 'El filtro seccomp puesto en la {line} detuvo la llamada {call}.',
  'signal.timer': '{signal}: venció un temporizador.',
  'signal.timer-line': '{signal}: venció el temporizador puesto en la {line}.',
  'signal.killed-by-seccomp':
    'Murió por {signal} en medio de una llamada: el filtro seccomp puesto en la {line} no la permite.',
  'signal.sigkill':
    'Murió por {signal}, que ninguna línea de este registro envió: la señal vino de otro proceso, de un contenedor que se detuvo, o del núcleo por falta de memoria.',
};
