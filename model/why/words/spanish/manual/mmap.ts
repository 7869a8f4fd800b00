/** Spanish of english/manual/mmap.ts. */
import type { mmapManualWords as English } from '../../english/manual/mmap';
import type { Translated } from '../../translation';

export const mmapManualWords: Translated<typeof English> = {
  'manual.mmap.descriptor.1996':
    'El descriptor no es ninguno abierto, y los indicadores no contienen MAP_ANONYMOUS, con el que no hace falta ninguno.',
  'manual.mmap.descriptor.today.kernel': 'Un descriptor abierto con O_PATH cuenta como ninguno.',
  'manual.mmap.readable.1996':
    'La proyección privada de un archivo exige un descriptor abierto para lectura.',
  'manual.mmap.readable.1996.kernel': 'La proyección compartida también lo exige.',
  'manual.mmap.readable.today': 'Toda proyección de un archivo exige un descriptor abierto para lectura.',
  'manual.mmap.writable.1996':
    'Una proyección compartida que pide PROT_WRITE exige un descriptor abierto para escritura.',
  'manual.mmap.writable.1996.kernel':
    'Abierto solo para escritura no bastaba: tenía que estarlo para lectura y escritura.',
  'manual.mmap.writable.2.4':
    'Una proyección compartida que pide PROT_WRITE exige un descriptor abierto para lectura y escritura.',
  'manual.mmap.regular.1996.kernel':
    'En la mayoría de los sistemas de archivos era la respuesta para todo lo que no fuera un archivo regular.',
  'manual.mmap.regular.2.4': 'El descriptor es de algo que no es un archivo regular.',
  'manual.mmap.regular.2.4.kernel':
    'Lo que no se puede proyectar recibe ENODEV. Los dispositivos se pueden proyectar si su controlador lo permite.',
  'manual.mmap.append.1996.kernel': 'Nadie comprobaba si el archivo era de solo añadir.',
  'manual.mmap.append.2.4': 'Se pide PROT_WRITE, y el archivo es de solo añadir.',
  'manual.mmap.append.2.4.kernel':
    'La proyección compartida de un archivo así se rechaza si el descriptor está abierto para escritura, se pida PROT_WRITE o no; la privada no.',

  'manual.mmap.security.2010.kernel':
    'Un módulo de seguridad (SELinux) puede responder así a cualquier proyección.',
  'manual.mmap.security.today.kernel':
    'Un módulo de seguridad puede responder así a cualquier proyección. Un proceso que renunció a la memoria escribible y ejecutable (PR_SET_MDWE, desde 6.3) lo recibe para PROT_WRITE con PROT_EXEC.',
  'manual.mmap.unaligned.1996': 'La dirección, la longitud o el desplazamiento no están alineados a página.',
  'manual.mmap.unaligned.1996.kernel':
    'La dirección solo se comprobaba con MAP_FIXED. La proyección privada de un archivo podía empezar en cualquier bloque de su sistema de archivos. La longitud nunca se rechazaba por eso: se redondea hacia arriba.',
  'manual.mmap.unaligned.2.4.kernel':
    'La dirección solo se comprueba con MAP_FIXED; el desplazamiento, siempre. La longitud se redondea hacia arriba.',
  'manual.mmap.large.1996': 'La dirección, la longitud o el desplazamiento son demasiado grandes.',
  'manual.mmap.large.1996.kernel':
    'Una dirección, una longitud o un desplazamiento demasiado grandes daban todos EINVAL.',
  'manual.mmap.large.2.4.kernel':
    'Una longitud o un desplazamiento demasiado grandes dan EINVAL; una dirección demasiado alta con MAP_FIXED, ENOMEM.',
  'manual.mmap.large.2010.kernel':
    'Ninguno da ya EINVAL: una longitud o una dirección excesivas dan ENOMEM; un desplazamiento demasiado grande, EOVERFLOW.',
  'manual.mmap.zero.1996.kernel':
    'Una longitud de cero tenía éxito: se devolvía la dirección y no se proyectaba nada.',
  'manual.mmap.zero.2010': 'La longitud es cero (desde 2.6.12).',
  'manual.mmap.other.1996': 'Un argumento no es válido; la página piensa en tamaños y alineaciones.',
  'manual.mmap.other.2.4.kernel': 'MAP_GROWSDOWN se rechaza para archivos.',
  'manual.mmap.other.today.kernel':
    'Entre los demás casos: MAP_GROWSDOWN para archivos, memoria compartida y páginas enormes; páginas enormes con tamaño, dirección o desplazamiento que no encajan; MAP_DROPPABLE con indicadores que lo excluyen; y todo lo que objete el controlador de un archivo.',
  'manual.mmap.type.1996.kernel':
    'Los indicadores tenían que contener MAP_PRIVATE o MAP_SHARED. La memoria anónima solo podía ser privada.',
  'manual.mmap.type.2.4.kernel':
    'Los indicadores tienen que contener MAP_PRIVATE o MAP_SHARED. La memoria anónima puede ser compartida.',
  'manual.mmap.type.2010': 'Los indicadores no contienen ni MAP_PRIVATE ni MAP_SHARED, o contienen los dos.',
  'manual.mmap.type.today':
    'Los indicadores no contienen ninguno de MAP_PRIVATE, MAP_SHARED y MAP_SHARED_VALIDATE.',
  'manual.mmap.type.today.kernel':
    'Los dos bits juntos son MAP_SHARED_VALIDATE desde 4.15; para memoria anónima eso se sigue rechazando.',
  'manual.mmap.busy.1996':
    'Los indicadores contienen MAP_DENYWRITE, y alguien tiene el archivo abierto para escritura. (La página escribe el error como ETXTBUSY.)',
  'manual.mmap.busy.1996.kernel':
    'Ningún programa lo recibió jamás: la llamada quitaba antes MAP_DENYWRITE de los indicadores. Solo el propio núcleo proyecta así los programas.',
  'manual.mmap.busy.today.kernel':
    'MAP_DENYWRITE no hace nada. Lo único que recibe esta respuesta es la proyección compartida y escribible de un archivo que se usa para intercambio (swap).',

  'manual.mmap.locked.1996': 'Se bloquearía demasiada memoria.',
  'manual.mmap.locked.1996.kernel':
    'Solo se comprobaba bajo mlockall(MCL_FUTURE), contra RLIMIT_MEMLOCK y también para root. MAP_LOCKED se ignoraba.',
  'manual.mmap.locked.2010': 'Se bloquearía demasiada memoria; para más detalles remite a setrlimit.',
  'manual.mmap.locked.2010.kernel':
    'MAP_LOCKED y mlockall(MCL_FUTURE) cuentan para RLIMIT_MEMLOCK, salvo que quien llama tenga CAP_IPC_LOCK.',
  'manual.mmap.file-lock.1996': 'El archivo está bloqueado.',
  'manual.mmap.file-lock.1996.kernel':
    'Solo contaba un bloqueo obligatorio, y solo con MAP_SHARED. Un bloqueo consultivo nunca impidió una proyección.',
  'manual.mmap.file-lock.today.kernel':
    'Ningún bloqueo de un archivo impide una proyección: los bloqueos obligatorios desaparecieron en 5.15.',

  'manual.mmap.memory.1996': 'La memoria está agotada.',
  'manual.mmap.memory.1996.kernel':
    'No había un hueco libre de esa longitud, o el núcleo no tenía sitio para su propio registro de la proyección. Nadie comprobaba si la memoria existe, y no había RLIMIT_AS.',
  'manual.mmap.memory.2.4.kernel':
    'Además: la proyección supera RLIMIT_AS, o las reglas de sobrecompromiso no conceden tanta memoria.',
  'manual.mmap.memory.today': 'La memoria está agotada, o la proyección supera RLIMIT_DATA (desde 4.7).',
  'manual.mmap.count.1996.kernel': 'El número de proyecciones no tenía límite.',
  'manual.mmap.count.2.4': 'El proceso tendría más proyecciones de las permitidas.',
  'manual.mmap.count.today.kernel':
    'vm.max_map_count se compara antes de proyectar nada: también se rechaza una proyección que se fundiría con su vecina.',
  'manual.mmap.beyond.today': 'La dirección está más allá de lo que el procesador puede direccionar.',
  'manual.mmap.beyond.today.kernel': 'Una longitud mayor que eso recibe la misma respuesta.',

  'manual.mmap.device.1996': 'System V lo conoce, dice la página, que de Linux no dice nada.',
  'manual.mmap.device.1996.kernel':
    'Linux ya lo daba, para lo que el sistema de archivos o el controlador no puede proyectar.',
  'manual.mmap.device.2.4': 'El sistema de archivos del archivo no sabe proyectarlo.',
  'manual.mmap.device.today.kernel':
    'También para directorios, tuberías y sockets. MAP_HUGETLB recibe esta respuesta si la máquina no tiene páginas de ese tipo.',
  'manual.mmap.nothing-there.1996.kernel':
    'Linux proyecta lo que queda más allá del final de un archivo. Tocarlo provoca SIGBUS.',
  'manual.mmap.files.1996.kernel':
    'Nada recibía esta respuesta: la memoria anónima no tenía ningún archivo detrás.',
  'manual.mmap.files.2.4': 'El sistema tiene ya todos los archivos abiertos que puede tener.',
  'manual.mmap.files.today.kernel':
    'Afecta a la memoria anónima compartida, que tiene detrás un archivo propio.',
  'manual.mmap.noexec.2.4':
    'Se pide PROT_EXEC, y el archivo está en un sistema de archivos montado con noexec.',
  'manual.mmap.noexec.2.4.kernel': '2.4.22 aún no lo comprobaba.',
  'manual.mmap.denied.2010.kernel':
    'MAP_LOCKED cuando RLIMIT_MEMLOCK es cero, y direcciones fijas por debajo de vm.mmap_min_addr.',
  'manual.mmap.denied.today':
    'Un sello del archivo lo prohíbe, o usa MAP_HUGETLB alguien que no está en el grupo autorizado.',
  'manual.mmap.denied.today.kernel':
    'Además: MAP_LOCKED cuando RLIMIT_MEMLOCK es cero, direcciones fijas por debajo de vm.mmap_min_addr, y MAP_FIXED sobre memoria sellada (mseal, desde 6.10).',
  'manual.mmap.in-use.today':
    'Los indicadores contienen MAP_FIXED_NOREPLACE, y hay algo proyectado en el intervalo.',
  'manual.mmap.in-use.today.kernel':
    'Los núcleos anteriores a 4.17 no conocen el indicador: toman la dirección como sugerencia.',
  'manual.mmap.overflow.2010':
    'En 32 bits con desplazamientos de 64: desplazamiento y longitud, en páginas, no caben en una palabra de la máquina.',
  'manual.mmap.overflow.today.kernel':
    'También en 64 bits, y para todo intervalo que acabe más allá del tamaño máximo de un archivo.',
  'manual.mmap.unsupported.today':
    'Figura donde se describen MAP_SHARED_VALIDATE y MAP_SYNC: un indicador desconocido, o que el archivo no admite.',

  'manual.munmap.invalid.1996': 'Una conjetura: EINVAL, probablemente.',
  'manual.munmap.invalid.1996.kernel':
    'Una dirección no alineada a página, o un intervalo que sale del espacio de usuario. Una longitud de cero tenía éxito.',
  'manual.munmap.invalid.2.4.kernel':
    'Una dirección no alineada a página, un intervalo que sale del espacio de usuario o una longitud de cero.',
  'manual.munmap.count.1996.kernel': 'El número de proyecciones no tenía límite.',
  'manual.munmap.count.2.4.kernel':
    'Un hueco en medio de una proyección la convierte en dos, y el proceso tiene ya todas las permitidas. En tal caso no se quita nada.',
  'manual.munmap.count.today':
    'Un hueco en medio de una proyección crearía una más de las que el proceso puede tener.',
  'manual.munmap.sealed.today.kernel': 'La memoria sellada (mseal, desde 6.10) no se quita.',
};
