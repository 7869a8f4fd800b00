/** Spanish of english/fault.ts. */
import type { faultWords as English } from '../english/fault';
import type { Translated } from '../translation';

export const faultWords: Translated<typeof English> = {
  'pointer.argument': '{name} (argumento {argument})',
  'pointer.element': 'la entrada {index} de {what}',
  'pointer.member': '{member} en {what}',
  'pointer.read': 'el núcleo tenía que leer {size} desde {address} para {what}',
  'pointer.write': 'el núcleo tenía que escribir {size} en {address} para {what}',
  'pointer.read-up-to': 'el núcleo tenía que leer hasta {size} a partir de {address} para {what}',
  'pointer.write-up-to': 'el núcleo tenía que escribir hasta {size} a partir de {address} para {what}',
  'pointer.string': 'el núcleo tenía que leer una cadena desde {address} para {what}',
  'pointer.access': 'el núcleo tenía que usar la memoria en {address} para {what}',
  'pointer.contents': 'la línea muestra cómo empieza {what}, no dónde',
  'fault.never-mapped': 'En {page} no hay nada proyectado: {access}.',
  'fault.not-inherited':
    'La página {page} está proyectada en el padre y no se heredó en el fork de la {line} (MADV_DONTFORK): {access}.',
  'fault.unmapped': 'La página {page} se quitó en la {line}: {access}.',
  'fault.moved':
    'La página {page} se trasladó en la {line}, y el byte que estaba en {address} está ahora en {to}: {access}.',
  'fault.cut-off': 'La página {page} se cortó en la {line}, donde el break bajó a {break}: {access}.',
  'fault.shrunk':
    'La página {page} se cortó en la {line}, donde mremap dejó la proyección en {size}: {access}.',
  'fault.protected':
    'La página {page} está proyectada {prot} desde la {line}, y eso no permite el acceso: {access}.',
  'fault.replaced':
    'En la {line}, otra proyección ocupó el lugar de la que estaba en {page}; es {prot}, y eso no permite el acceso: {access}.',
  'fault.prot': 'La página {page} está proyectada {prot}, y eso no permite el acceso: {access}.',
  'fault.guard':
    'La página {page} es página de guarda desde la {line} (MADV_GUARD_INSTALL), aunque su proyección permite el acceso: {access}.',
  'fault.beyond-end':
    'La página {page} muestra, desde {offset}, {what}, que solo tiene {size}: más allá del final no hay página: {access}.',
  'fault.beyond-end-since':
    'La página {page} muestra, desde {offset}, {what}, que solo tiene {size} desde la {line}: más allá del final no hay página: {access}.',
  'fault.perhaps-beyond-file':
    'La página {page} está proyectada y permite el acceso; quizá queda más allá del final de {what}, cuya longitud este registro no muestra: {access}.',
  'fault.protection-key':
    'La página {page} está proyectada {prot} con la clave de protección {key}, que el hilo quizá se cerró a sí mismo: {access}.',
  'fault.userfault':
    'La página {page} está proyectada {prot} y registrada con userfaultfd; quizá nadie la llenó: {access}.',
  'fault.kernel-address': 'La dirección {address} no es del espacio de usuario: {access}.',
  'fault.no-address':
    'La dirección {address} no es dirección alguna: sus bits más altos difieren, así que no nombra memoria de usuario ni del núcleo: {access}.',
  'fault.beyond-user-space':
    '{size} a partir de {address} rebasan el final de las direcciones de usuario ({end}): {access}.',
  'fault.too-long-for-any':
    '{size} no caben en las direcciones de usuario ({end}), empiecen donde empiecen: {access}.',
  'fault.unknown': 'Este registro no muestra qué hay proyectado en {page}: {access}.',
  'fault.perhaps-program':
    'Ninguna línea proyectó nada en {page}. Quizá sea una parte de solo lectura del programa, su enlazador o el vdso, que execve proyecta sin dejar línea: {access}.',
  'fault.unmapped-in-other-file':
    'Según las líneas anteriores la página {page} está proyectada, pero la {line} de otro archivo la desproyecta, y los archivos sin marcas de tiempo no dicen qué ocurrió antes: {access}. Para saberlo hay que grabar con -ttt.',
  'fault.mapped':
    'La página {page} está proyectada y permite el acceso; aun así el núcleo no pudo usarla (más allá del final de un archivo, una página de guarda u otro argumento).',
  'fault.beyond-file':
    'El programa tocó {address}, que está proyectada y permite el acceso: el archivo detrás de la proyección acaba antes de esa página.',
  'fault.null': 'El puntero es NULL más {offset}: ahí nunca hay nada proyectado: {access}.',
  'fault.string-overrun':
    'La cadena que empieza en {address} no acaba antes de {page}, donde entra en memoria que no se puede leer. {history}',
  'fault.not-writable-shown':
    'El núcleo pudo leer {what}, porque la línea muestra lo que hay ahí, pero también tenía que escribir: esa memoria es de solo lectura. La línea no muestra su dirección.',
  'fault.tail-unreadable':
    'El principio de {what} se puede leer, porque la línea lo muestra; más adelante, dentro de sus {size}, el núcleo encontró una página ilegible. La línea no muestra la dirección.',
  'fault.inside':
    'Un puntero dentro de {what} es malo, o lo es aquello a lo que lleva; strace no lo imprime para una llamada que falló.',
  'fault.strace-could-not-read':
    'strace imprime la dirección desnuda {address} para {what}: tampoco pudo leer esa memoria.',
  'fault.unaligned':
    'Un futex es una palabra en una dirección divisible entre 4: {address}, {what}, pasa {offset} de una. Eso se rechaza antes de mirar la memoria.',
  'fault.no-pointer': 'Ningún argumento de {call} en esta línea es un puntero malo que el registro muestre.',
  'fault.not-by-pointer': '{call} no mira a qué llevan sus direcciones: no es el puntero lo que falló.',
  'short.transfer': '{call} transfirió {done} de {asked} bytes y se detuvo en el borde de página {page}.',
  'short.transfer-element': '{call} transfirió {done} de {asked} bytes: se detuvo en {what}, en {page}.',
  'short.messages': '{call} procesó {done} de {asked} mensajes y se detuvo en uno que no pudo usar.',
};
