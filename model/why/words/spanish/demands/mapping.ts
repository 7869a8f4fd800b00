/** What the checks of mmap, munmap and brk demand, in Spanish. */
export const mappingDemands: Readonly<Record<string, string>> = {
  'the six words that old_mmap is given a pointer to can be read':
    'se pueden leer las seis palabras a las que apunta el argumento de old_mmap',
  'the offset is a multiple of the page size, for anonymous memory too':
    'el desplazamiento es múltiplo del tamaño de página, también en memoria anónima',
  'the descriptor is open': 'el descriptor está abierto',
  'the descriptor was not opened with O_PATH': 'el descriptor no se abrió con O_PATH',
  'MAP_HUGETLB is given for anonymous memory or a file on hugetlbfs':
    'MAP_HUGETLB se da para memoria anónima o para un archivo de hugetlbfs',
  'the machine has huge pages of the size asked for': 'la máquina tiene páginas enormes del tamaño pedido',
  'the machine has huge pages at all': 'la máquina tiene páginas enormes',
  'no security module (SELinux, AppArmor) objects': 'ningún módulo de seguridad (SELinux, AppArmor) se opone',
  'the length is not zero': 'la longitud no es cero',
  'the length can be rounded up to whole pages':
    'la longitud se puede redondear hacia arriba a páginas enteras',
  'offset and length, in pages, fit in a word of the kernel':
    'desplazamiento y longitud, en páginas, caben en una palabra del núcleo',
  'the process has no more mappings than it may have, even if this one would merge':
    'el proceso no tiene más proyecciones de las permitidas, aunque esta se fundiera con otra',
  'the length is no larger than the address space': 'la longitud no supera el espacio de direcciones',
  'somewhere there is a gap of that length': 'hay en algún sitio un hueco libre de esa longitud',
  'a fixed address of huge pages is a multiple of their size':
    'una dirección fija de páginas enormes es múltiplo del tamaño de estas',
  'a fixed address is not -1, the number by which the kernel itself says EPERM':
    'una dirección fija no es -1, el número con el que el propio núcleo dice EPERM',
  'the fixed range ends within the addresses that user space can have':
    'el intervalo fijo acaba dentro de las direcciones del espacio de usuario',
  'a fixed address is a multiple of the page size': 'una dirección fija es múltiplo del tamaño de página',
  'a fixed address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'una dirección fija no queda por debajo de vm.mmap_min_addr, o quien llama tiene CAP_SYS_RAWIO',
  'with MAP_FIXED_NOREPLACE, nothing is mapped in the range':
    'con MAP_FIXED_NOREPLACE, no hay nada proyectado en el intervalo',
  'for MAP_LOCKED, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'para MAP_LOCKED, RLIMIT_MEMLOCK no es 0, o quien llama tiene CAP_IPC_LOCK',
  'for MAP_LOCKED, or under mlockall(MCL_FUTURE), the mapping fits below RLIMIT_MEMLOCK':
    'para MAP_LOCKED, o bajo mlockall(MCL_FUTURE), la proyección cabe en RLIMIT_MEMLOCK',
  'offset and length end within the largest size that a file can have':
    'desplazamiento más longitud no superan el tamaño máximo de un archivo',
  'with MAP_SHARED_VALIDATE every flag is known, and MAP_SYNC is supported by the file':
    'con MAP_SHARED_VALIDATE se conocen todos los indicadores, y el archivo admite MAP_SYNC',
  'the flags hold one of MAP_SHARED, MAP_PRIVATE and MAP_SHARED_VALIDATE':
    'los indicadores contienen uno de MAP_SHARED, MAP_PRIVATE y MAP_SHARED_VALIDATE',
  'for a shared writable mapping the descriptor was opened for writing':
    'para una proyección compartida y escribible, el descriptor se abrió para escritura',
  'a file to be mapped shared and writable is not in use for swapping':
    'un archivo que se proyecta compartido y escribible no se usa para intercambio (swap)',
  'a file to be mapped shared is not append-only (chattr +a) and open for writing':
    'un archivo que se proyecta compartido no es de solo añadir (chattr +a) y está abierto para escritura',
  'nobody holds a mandatory lock on a file to be mapped shared':
    'nadie tiene un bloqueo obligatorio sobre un archivo que se proyecta compartido',
  'the descriptor was opened for reading, whatever the protection':
    'el descriptor se abrió para lectura, sea cual sea la protección',
  'a file to be mapped executable lies on no filesystem mounted noexec':
    'un archivo que se proyecta ejecutable no está en un sistema de archivos montado con noexec',
  'the descriptor is of a kind that can be mapped: no directory, pipe, eventfd or Unix socket':
    'el descriptor es de un tipo que se puede proyectar: ni directorio, ni tubería, ni eventfd, ni socket Unix',
  'MAP_GROWSDOWN is not given for a file': 'MAP_GROWSDOWN no se da para un archivo',
  'a memfd to be mapped shared and writable is not sealed against writing':
    'un memfd que se proyecta compartido y escribible no está sellado contra escritura',
  'MAP_GROWSDOWN is not given for shared memory or huge pages':
    'MAP_GROWSDOWN no se da para memoria compartida ni páginas enormes',
  'MAP_DROPPABLE is used on a 64-bit kernel': 'MAP_DROPPABLE se usa en un núcleo de 64 bits',
  'MAP_DROPPABLE is given without MAP_LOCKED, MAP_HUGETLB and MAP_GROWSDOWN':
    'MAP_DROPPABLE se da sin MAP_LOCKED, MAP_HUGETLB ni MAP_GROWSDOWN',
  'the flags of anonymous memory hold one of MAP_SHARED, MAP_PRIVATE and MAP_DROPPABLE':
    'los indicadores de la memoria anónima contienen uno de MAP_SHARED, MAP_PRIVATE y MAP_DROPPABLE',
  'the process has not given up memory that is writable and executable (PR_SET_MDWE)':
    'el proceso no ha renunciado a la memoria escribible y ejecutable (PR_SET_MDWE)',
  'the architecture allows the protection for this kind of memory (memory tagging)':
    'la arquitectura permite la protección para este tipo de memoria (etiquetado de memoria)',
  'nobody has forbidden for good that the file be mapped shared and writable':
    'nadie ha prohibido para siempre proyectar el archivo compartido y escribible',
  'no mapping is cut in its middle while the process has as many mappings as it may':
    'no se corta ninguna proyección por la mitad cuando el proceso ya tiene todas las permitidas',
  'no mapping in the range to be cleared is sealed':
    'ninguna proyección del intervalo que se vacía está sellada',
  'no mapping that cannot be split lies partly in the range to be cleared':
    'ninguna proyección indivisible queda solo en parte dentro del intervalo que se vacía',
  'the mapping fits below RLIMIT_AS': 'la proyección cabe en RLIMIT_AS',
  'private writable memory fits below RLIMIT_DATA': 'la memoria privada escribible cabe en RLIMIT_DATA',
  'the machine lends the memory: private writable or shared anonymous, and not MAP_NORESERVE':
    'la máquina concede la memoria: privada escribible o anónima compartida, y sin MAP_NORESERVE',
  'the offset of huge pages is a multiple of their size, also where nothing else counts it':
    'el desplazamiento en páginas enormes es múltiplo del tamaño de estas, también donde nada más lo usa',
  'the pool of huge pages (vm.nr_hugepages) has enough of them':
    'la reserva de páginas enormes (vm.nr_hugepages) tiene suficientes',
  'secret memory is mapped shared': 'la memoria secreta se proyecta compartida',
  'secret memory, which is always locked, fits below RLIMIT_MEMLOCK':
    'la memoria secreta, que siempre está bloqueada, cabe en RLIMIT_MEMLOCK',
  'MAP_SYNC is given only for a file on persistent memory that is mapped directly':
    'MAP_SYNC solo se da para un archivo en memoria persistente que se proyecta directamente',
  'the system (fs.file-max) has an open file left for the shared memory':
    'al sistema (fs.file-max) le queda un archivo abierto para la memoria compartida',
  "the file's own mmap operation (a driver's, a filesystem's) agrees":
    'la operación mmap propia del archivo (de un controlador o sistema de archivos) lo acepta',
  'the kernel has memory for the mapping itself': 'el núcleo tiene memoria para la propia proyección',
  'the address is a multiple of the page size': 'la dirección es múltiplo del tamaño de página',
  'the range ends within the addresses that user space can have':
    'el intervalo acaba dentro de las direcciones del espacio de usuario',
  'the kernel has memory for the mappings that a cut makes':
    'el núcleo tiene memoria para las proyecciones que resultan de un corte',
  'the break is known: the log shows an earlier brk of this process':
    'se conoce el break: el registro muestra un brk anterior de este proceso',
  'the new break is not below the start of the heap':
    'el nuevo break no queda por debajo del inicio del montón',
  'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks':
    'montón y segmento de datos caben en RLIMIT_DATA, también cuando el montón encoge',
  'something is mapped in the part that a shrinking heap gives back':
    'hay algo proyectado en la parte que devuelve un montón que encoge',
  'the heap ends within the addresses that user space can have':
    'el montón acaba dentro de las direcciones del espacio de usuario',
  'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK':
    'bajo mlockall(MCL_FUTURE), lo que crece el montón cabe en RLIMIT_MEMLOCK',
  'a free page stays between the heap and the next mapping; below a stack, its guard gap':
    'queda una página libre entre el montón y la proyección siguiente; bajo una pila, su zona de guarda',
  'with all other private writable memory, the growth fits below RLIMIT_DATA':
    'con toda la demás memoria privada escribible, lo que crece cabe en RLIMIT_DATA',
  'the process has no more mappings than it may have, even if the heap only becomes longer':
    'el proceso no tiene más proyecciones de las permitidas, aunque el montón solo se alargue',
  'the machine lends the memory that the heap grows by': 'la máquina concede la memoria que crece el montón',
};
