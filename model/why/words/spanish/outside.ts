/** Spanish of english/outside.ts. */
import type { outsideWords as English } from '../english/outside';
import type { Translated } from '../translation';

export const outsideWords: Translated<typeof English> = {
  'outside.no-rule':
    'Nada en el registro incumple una regla que responda {errno}: la causa está fuera de lo que muestra un registro.',
  'outside.errno': '{call} falló con {errno} por una razón ajena al espacio de direcciones.',
  'outside.meaning': '{call} falló con {errno}: {meaning}. El espacio de direcciones no tiene nada que ver.',
  'outside.sigreturn':
    'Lo que aquí aparece como error es el registro del procesador de la llamada que interrumpió la señal.',
  'outside.injected-args':
    'strace cambió los argumentos de esta llamada (INJECTED: args): el núcleo juzgó otros que los del programa, y su {errno} es por ellos.',
  'outside.huge-page-pool':
    'La página en {address} necesitaba una página enorme, y a la reserva de páginas enormes no le quedaba ninguna (MAP_NORESERVE, o una copia tras fork).',
  'outside.hardware': 'El dispositivo o el bus de memoria falló en {address}.',
  'outside.broken-memory':
    'La memoria detrás de {address} está estropeada, o se declaró así (MADV_HWPOISON): la máquina no pudo dar su contenido.',

  'outside.nonblocking':
    '{call} no tenía nada disponible de inmediato, y el descriptor {fd} no espera: es no bloqueante desde la {line}.',
  'outside.nonblocking-write':
    '{call} no tenía sitio disponible de inmediato, y el descriptor {fd} no espera: es no bloqueante desde la {line}.',
  'outside.nonblocking-unseen':
    '{call} no pudo hacer nada de inmediato, y el descriptor {fd} no espera; la línea que lo hizo no bloqueante no está en este registro.',
  'outside.dont-wait': '{call} no pudo hacer nada de inmediato, y {flag} pide no esperar.',
  'outside.socket-timeout':
    '{call} esperó todo lo que permite el tiempo límite del descriptor {fd}, fijado en la {line}.',
  'outside.lock-held': 'Otro tiene el bloqueo que pidió {call}, y se pidió no esperar.',
  'outside.futex-value':
    'El futex ya no tenía el valor {expected} cuando el núcleo lo miró: otro hilo lo había cambiado, así que no había nada que esperar.',
  'outside.connect-goes-on':
    'La conexión se está estableciendo; el descriptor {fd} no la espera, porque es no bloqueante desde la {line}.',
  'outside.connect-goes-on-unseen': 'La conexión se está estableciendo; el descriptor {fd} no la espera.',
  'outside.connect-under-way': 'Desde la {line} hay en curso una conexión del descriptor {fd}.',
  'outside.waited-in-vain': '{call} esperó todo lo que se le pidió, y no ocurrió nada.',
  'outside.peer-silent': 'El otro lado no respondió a {call} a tiempo.',
  'outside.interrupted-by': '{signal} ({line}) interrumpió {call} mientras esperaba.',
  'outside.interrupted': 'Una señal interrumpió {call} mientras esperaba.',
  'outside.no-reader': '{call} no tenía a quién escribir: el otro extremo del descriptor {fd} está cerrado.',
  'outside.reader-closed':
    '{call} no tenía a quién escribir: el otro extremo del descriptor {fd}, el descriptor {other}, se cerró en la {line}.',
  'outside.shut-down': '{call} llegó después de que el socket {fd} se cerrara con shutdown en la {line}.',

  'outside.fd-closed': 'El descriptor {fd} se cerró en la {line}.',
  'outside.fd-never-opened':
    'El descriptor {fd} no representa nada: ninguna línea de este registro lo abrió.',
  'outside.fd-negative': '{fd} no es un descriptor.',
  'outside.fd-of-failure':
    '{fd} no es un descriptor; quizá sea la respuesta de la llamada que falló en la {line}.',
  'outside.fd-too-high': '{fd} está más allá de todo descriptor que el proceso puede tener.',
  'outside.fd-path-only':
    'El descriptor {fd} ({path}) se abrió con O_PATH, que solo permite nombrar el archivo.',
  'outside.fd-read-only': 'El descriptor {fd} ({path}) se abrió solo para lectura, en la {line}.',
  'outside.fd-write-only': 'El descriptor {fd} ({path}) se abrió solo para escritura, en la {line}.',
  'outside.fd-not-writable': 'El descriptor {fd} ({path}) no está abierto para escritura.',
  'outside.fd-not-readable': 'El descriptor {fd} ({path}) no está abierto para lectura.',
  'outside.descriptor-limit':
    'El proceso tiene ya todos los descriptores permitidos (RLIMIT_NOFILE, que este registro no muestra), o la máquina no tiene más.',
  'outside.descriptor-limit-shown':
    'El proceso tiene ya todos los descriptores permitidos: RLIMIT_NOFILE es {limit} ({line}).',
  'outside.no-position':
    'El descriptor {fd} (de la {line}) es una tubería, un socket o algo similar, sin posición.',
  'outside.no-position-unseen': 'El descriptor {fd} es una tubería, un socket o algo similar, sin posición.',
  'outside.no-terminal':
    'Lo que hay detrás del descriptor {fd} (de la {line}) no conoce esta petición: no es un terminal o no es un dispositivo de ese tipo.',
  'outside.no-terminal-unseen':
    'Lo que hay detrás del descriptor {fd} no conoce esta petición: no es un terminal o no es un dispositivo de ese tipo.',
  'outside.no-socket': 'El descriptor {fd} (de la {line}) no es un socket.',
  'outside.no-socket-unseen': 'El descriptor {fd} no es un socket.',
  'outside.no-directory': 'El descriptor {fd} (de la {line}) no es un directorio.',
  'outside.no-directory-unseen': 'El descriptor {fd} no es un directorio.',
  'outside.directory-read': 'El descriptor {fd} (de la {line}) es un directorio, que {call} no puede leer.',
  'outside.directory-read-unseen': 'El descriptor {fd} es un directorio, que {call} no puede leer.',

  'outside.path-removed': '{path} se eliminó en la {line}.',
  'outside.path-renamed': '{path}, o un directorio de su ruta, recibió otro nombre en la {line}.',
  'outside.path-empty': 'La ruta está vacía.',
  'outside.path-missing': 'No existe {path}, o falta un directorio de su ruta.',
  'outside.program-missing':
    'No existe {path}, o falta el intérprete que nombra (su línea #!, su enlazador dinámico).',
  'outside.path-exists': '{path} ya existe.',
  'outside.path-made': '{path} ya existe: se creó en la {line}.',
  'outside.path-forbidden':
    'Los permisos de {path}, o de un directorio de su ruta, no permiten {call} ({errno}).',
  'outside.path-rights-changed':
    'Los permisos de {path} no permiten {call} ({errno}); se cambiaron en la {line}.',
  'outside.path-forbidden-since':
    'Los permisos de {path}, o de un directorio de su ruta, no permiten {call} ({errno}) al usuario en que se convirtió el programa en la {line}.',
  'outside.program-forbidden':
    '{path} no se puede ejecutar: no tiene permiso de ejecución, o su sistema de archivos está montado con noexec ({errno}).',
  'outside.path-loop': 'Los enlaces simbólicos de la ruta a {path} forman un bucle, o son demasiados.',
  'outside.path-loop-made': 'Los enlaces simbólicos forman un bucle: {path} se hizo enlace en la {line}.',
  'outside.path-is-link': '{path} es un enlace simbólico, y O_NOFOLLOW prohíbe seguirlo.',
  'outside.path-through-file': 'Una parte de {path} que tiene que ser un directorio no lo es.',
  'outside.path-is-directory': '{path} es un directorio, con el que {call} no puede hacer esto.',
  'outside.path-too-long':
    '{path} supera la longitud máxima de una ruta, o uno de sus nombres la de un nombre.',
  'outside.directory-not-empty': 'El directorio {path} no está vacío.',
  'outside.other-filesystem': '{path} y el otro nombre están en sistemas de archivos distintos.',
  'outside.read-only-filesystem': 'El sistema de archivos de {path} está montado de solo lectura.',
  'outside.path-busy': '{path} está en uso: montado, o retenido por el núcleo o por otro proceso.',
  'outside.no-program': '{path} no tiene ningún formato de programa que el núcleo conozca.',
  'outside.no-attribute': '{path} no tiene ese atributo.',
  'outside.no-reader-of-fifo': 'Nadie tiene {path} abierto para lectura, o no hay ningún dispositivo detrás.',
  'outside.no-link': '{path} no es un enlace simbólico.',
  'outside.program-runs': '{path} es un programa en ejecución: no se puede abrir para escritura.',
  'outside.program-written': '{path} está abierto para escritura desde la {line}: no se puede ejecutar.',
  'outside.program-busy': 'Alguien tiene {path} abierto para escritura: no se puede ejecutar.',
  'outside.no-space': '{call} no encontró espacio en el dispositivo o en la cuota.',
  'outside.no-segment':
    'La máquina tiene ya todos los segmentos SysV permitidos, o toda la memoria permitida en ellos.',

  'outside.privilege': '{call} exige un privilegio que el programa no tiene ({errno}).',
  'outside.privilege-dropped':
    '{call} exige un privilegio al que el programa renunció en la {line} ({errno}).',
  'outside.other-user': 'El proceso {pid} es de otro usuario.',
  'outside.task-ended': 'El proceso o hilo {pid} terminó en la {line}.',
  'outside.task-unknown': 'No hay ningún proceso o hilo {pid}; este registro no muestra ninguno.',
  'outside.child-waited-for': 'No queda ningún hijo al que esperar: al último se le esperó en la {line}.',
  'outside.children-ignored':
    'No hay ningún hijo al que esperar: SIGCHLD se ignora desde la {line}, así que los hijos no dejan nada atrás.',
  'outside.not-its-child': 'El proceso {pid} no es un hijo de este al que se pueda esperar.',
  'outside.no-child': 'El proceso no tiene hijos.',

  'outside.connected-at': 'El socket {fd} está conectado desde la {line}.',
  'outside.connected': 'El socket {fd} ya está conectado.',
  'outside.not-connected-since': 'El socket {fd} ya no está conectado: se cerró con shutdown en la {line}.',
  'outside.not-connected': 'El socket {fd} no está conectado.',
  'outside.connection-reset': 'El otro lado cortó la conexión.',
  'outside.connection-refused': 'Nadie escucha en la dirección.',
  'outside.address-bound':
    'La dirección está ocupada: un socket de este registro la tomó con bind en la {line}.',
  'outside.address-in-use': 'La dirección la ocupa otro socket.',

  'outside.argument': 'Un argumento de {call} tiene un valor sin sentido para ella.',
  'outside.seek-whence':
    'El último argumento de {call} no es ninguno de SEEK_SET, SEEK_CUR, SEEK_END, SEEK_DATA y SEEK_HOLE.',
  'outside.seek-negative':
    '{call} con desplazamiento {offset} iría a un lugar anterior al principio del archivo.',
  'outside.length-negative': 'Un archivo no puede tener {length} bytes.',
  'outside.truncate-read-only':
    'El descriptor {fd} se abrió solo para lectura, en la {line}: su archivo no se puede truncar.',
  'outside.truncate-kind':
    'Lo que recibió {call} no se puede truncar: no es un archivo regular, o no está abierto para escritura.',
  'outside.no-such-signal': 'Esa señal no existe.',
  'outside.signal-untouchable':
    'Esa señal no existe, o es SIGKILL o SIGSTOP, que nadie puede manejar ni ignorar.',
  'outside.no-such-time': 'El tiempo no es válido: los nanosegundos van de 0 a 999999999.',
  'outside.no-such-clock': 'No existe ese reloj o temporizador, o no puede hacer esto.',
  'outside.no-such-option': 'Este núcleo no conoce la opción, o no con estos argumentos.',
  'outside.buffer-too-short': 'El búfer es demasiado corto para el resultado.',
  'outside.no-such-call':
    'Este núcleo no tiene {call}: es anterior a la llamada, se compiló sin ella, o lo dice un filtro.',
  'outside.epoll-file': 'A un archivo regular o un directorio no se le puede esperar con epoll.',
  'outside.epoll-twice': 'El descriptor {fd} ya está en el conjunto, desde la {line}.',
  'outside.file-too-big': 'El archivo sería mayor de lo que permite RLIMIT_FSIZE o el sistema de archivos.',
  'outside.file-size-limit': 'El archivo sería mayor de lo que permite RLIMIT_FSIZE: {limit} bytes ({line}).',
  'outside.arguments-too-long':
    'Los argumentos y el entorno son más largos de lo que puede recibir un programa: un cuarto de RLIMIT_STACK, y 128 KiB cada uno.',

  'outside.seccomp':
    'El filtro seccomp puesto en la {line} puede haber respondido {errno} a {call} antes de que el núcleo mirara sus argumentos.',
  'outside.seccomp-unseen':
    'Un filtro seccomp puesto antes de que empiece este registro puede haber respondido {errno} a {call}.',
  'outside.security-module':
    'Un módulo de seguridad (SELinux, AppArmor) puede haber rechazado {call} ({errno}).',
  'outside.memory-cgroup': 'Puede que el cgroup del proceso tenga ya toda la memoria permitida.',
  'outside.kernel-memory': 'Puede que el núcleo no encontrara memoria para lo que necesita {call}.',
  'outside.commit': 'Puede que la copia sea más de lo que la máquina concede (sobrecompromiso).',
  'outside.lock-limit':
    'Puede que lo que necesita {call} cuente como memoria bloqueada, de la que RLIMIT_MEMLOCK no permite más.',
  'outside.process-limit': 'Puede que el usuario tenga ya tantos procesos e hilos como permite RLIMIT_NPROC.',
  'outside.task-limits': 'Puede que el cgroup (pids.max) o la máquina tenga ya todas las tareas permitidas.',
};
