/** What the checks of locks, advice and asking demand, in Spanish. */
export const lockingDemands: Readonly<Record<string, string>> = {
  'this kernel knows the advice': 'este núcleo conoce el consejo',
  'MADV_HWPOISON and MADV_SOFT_OFFLINE need CAP_SYS_ADMIN':
    'MADV_HWPOISON y MADV_SOFT_OFFLINE exigen CAP_SYS_ADMIN',
  'each page can be made present: no guard page, and none behind the end of the file':
    'todas las páginas pueden hacerse presentes: ninguna es de guarda ni está más allá del final del archivo',
  'no sealed memory without write access is to be discarded':
    'no se descarta memoria sellada sin acceso de escritura',
  'no memory to be discarded or taken away is locked':
    'ninguna memoria que se descarta o se quita está bloqueada',
  'each mapping is of a kind that the advice is meant for':
    'cada proyección es de un tipo para el que vale el consejo',
  'what is discarded of huge pages begins on the border of one':
    'lo que se descarta de páginas enormes empieza en el borde de una',
  'MADV_REMOVE is used on a shared mapping that may be written':
    'MADV_REMOVE se usa en una proyección compartida que se puede escribir',
  'MADV_REMOVE takes nothing out of a file that is sealed against writing':
    'MADV_REMOVE no quita nada de un archivo sellado contra la escritura',
  'what MADV_REMOVE takes out ends below the largest offset that a file can have':
    'lo que MADV_REMOVE quita termina por debajo del mayor desplazamiento que puede tener un archivo',
  'the mapping allows the access that MADV_POPULATE_READ or MADV_POPULATE_WRITE makes':
    'la proyección permite el acceso que hace MADV_POPULATE_READ o MADV_POPULATE_WRITE',
  'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range':
    'MADV_COLLAPSE se usa donde cabe una página enorme, en la proyección y en el intervalo',
  'the pages that are to become a huge one are present, and nobody else holds them':
    'las páginas que han de formar una enorme están presentes, y nadie más las retiene',
  'the filesystem can take pages out of the middle of a file':
    'el sistema de archivos puede quitar páginas de en medio de un archivo',
  'MADV_WILLNEED is given for a mapping of a file': 'MADV_WILLNEED se da para la proyección de un archivo',
  'MADV_WILLNEED is given for a mapping of a file, or the kernel can swap':
    'MADV_WILLNEED se da para la proyección de un archivo, o el núcleo tiene intercambio (swap)',
  'every page of the range is mapped; what is mapped gets the advice all the same':
    'todas las páginas del intervalo están proyectadas; lo proyectado recibe el consejo igualmente',
  'the kernel has memory for what the advice makes': 'el núcleo tiene memoria para lo que hace el consejo',
  'the kernel has mlock2: 4.4 and later': 'el núcleo tiene mlock2: desde 4.4',
  'the flags of mlock2 are none or MLOCK_ONFAULT': 'los indicadores de mlock2 son ninguno o MLOCK_ONFAULT',
  'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'RLIMIT_MEMLOCK no es 0, o quien llama tiene CAP_IPC_LOCK',
  'with what is locked already, the range fits below RLIMIT_MEMLOCK':
    'con lo ya bloqueado, el intervalo cabe en RLIMIT_MEMLOCK',
  'every page of the range is mapped; what lies below the first hole is locked all the same':
    'todas las páginas del intervalo están proyectadas; lo que queda por debajo del primer hueco se bloquea igualmente',
  'every page can be made present: it allows some access and the file reaches that far':
    'todas las páginas pueden hacerse presentes: permiten algún acceso y el archivo llega hasta ahí',
  'the machine has the memory': 'la máquina tiene la memoria',
  'every page of the range is mapped; what lies below the first hole is unlocked all the same':
    'todas las páginas del intervalo están proyectadas; lo que queda por debajo del primer hueco se desbloquea igualmente',
  'the flags hold MCL_CURRENT or MCL_FUTURE, perhaps MCL_ONFAULT, and no others':
    'los indicadores contienen MCL_CURRENT o MCL_FUTURE, quizá MCL_ONFAULT, y ningún otro',
  'with MCL_CURRENT, all of the address space fits below RLIMIT_MEMLOCK':
    'con MCL_CURRENT, todo el espacio de direcciones cabe en RLIMIT_MEMLOCK',
  'the flags are of MS_ASYNC, MS_INVALIDATE and MS_SYNC':
    'los indicadores son de MS_ASYNC, MS_INVALIDATE y MS_SYNC',
  'MS_ASYNC and MS_SYNC are not given together': 'MS_ASYNC y MS_SYNC no se dan juntos',
  'with MS_INVALIDATE, nothing in the range is locked':
    'con MS_INVALIDATE, nada del intervalo está bloqueado',
  'with MS_SYNC, a file mapped shared is of a kind that can be synchronized':
    'con MS_SYNC, un archivo proyectado compartido es de un tipo que se puede sincronizar',
  'with MS_SYNC, what was written to a shared mapping reaches the file':
    'con MS_SYNC, lo escrito en una proyección compartida llega al archivo',
  'every page of the range is mapped; files behind a hole are written all the same':
    'todas las páginas del intervalo están proyectadas; los archivos tras un hueco se escriben igualmente',
  'the range ends within the addresses of user space':
    'el intervalo acaba dentro de las direcciones del espacio de usuario',
  'the vector, one byte a page, lies within the addresses of user space':
    'el vector, de un byte por página, está dentro de las direcciones del espacio de usuario',
  'the kernel has a page to collect the vector in': 'el núcleo tiene una página donde reunir el vector',
  'the bytes of the vector can be written, as far as pages are mapped':
    'los bytes del vector se pueden escribir, hasta donde hay páginas proyectadas',
  'every page of the range is mapped': 'todas las páginas del intervalo están proyectadas',
  'the kernel has the call: 5.10 and later': 'el núcleo tiene la llamada: desde 5.10',
  'the vector has no more than 1024 elements': 'el vector no tiene más de 1024 elementos',
  'no length in the vector is negative': 'ninguna longitud del vector es negativa',
  'all elements of the vector can be read': 'todos los elementos del vector se pueden leer',
  'every range in the vector lies within the addresses of user space':
    'todos los intervalos del vector están dentro de las direcciones del espacio de usuario',
  'the descriptor is open, or is PIDFD_SELF (6.14 and later)':
    'el descriptor está abierto, o es PIDFD_SELF (desde 6.14)',
  'the descriptor stands for a process': 'el descriptor representa un proceso',
  'the process has not ended': 'el proceso no ha terminado',
  'memory of another process is advised MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED or MADV_COLLAPSE only; before 6.13 one’s own too':
    'a la memoria de otro proceso solo se aconseja MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED o MADV_COLLAPSE; antes de 6.13, también a la propia',
  "the caller may read the other process's memory, as a debugger may":
    'quien llama puede leer la memoria del otro proceso, como puede un depurador',
  'for the memory of another process, the caller has CAP_SYS_NICE; before 6.13 for its own too':
    'para la memoria de otro proceso, quien llama tiene CAP_SYS_NICE; antes de 6.13, también para la propia',
  'the kernel has the call: 5.15 and later': 'el núcleo tiene la llamada: desde 5.15',
  'the process, and every other with the same memory, is being killed or exits':
    'el proceso, y cualquier otro con la misma memoria, está siendo eliminado o termina',
  'all of the memory could be freed at once': 'se pudo liberar toda la memoria de una vez',
  'the kernel has the call: 6.5 and later': 'el núcleo tiene la llamada: desde 6.5',
  'the descriptor is open, and not only by O_PATH': 'el descriptor está abierto, y no solo con O_PATH',
  'the range can be read': 'el intervalo se puede leer',
  'the file is not one of huge pages': 'el archivo no es de páginas enormes',
  'the caller owns the file, or could write to it':
    'quien llama es dueño del archivo o podría escribir en él',
  'the statistics can be written': 'las estadísticas se pueden escribir',
};
