/** What the checks of shared memory, memory files, userfaultfd and other processes’ memory demand, in Spanish. */
export const filesDemands: Readonly<Record<string, string>> = {
  'the segment id is not negative': 'el identificador del segmento no es negativo',
  'the address is a multiple of SHMLBA (a page on x86), or SHM_RND is given':
    'la dirección es múltiplo de SHMLBA (una página en x86), o se da SHM_RND',
  'SHM_REMAP is given together with an address': 'SHM_REMAP se da junto con una dirección',
  'there is a segment of that id': 'hay un segmento con ese identificador',
  'the segment was not removed, its number being another segment’s by now':
    'el segmento no fue eliminado, con su número ya de otro segmento',
  'the segment grants that access to the caller, or the caller has CAP_IPC_OWNER':
    'el segmento concede ese acceso a quien llama, o quien llama tiene CAP_IPC_OWNER',
  'the kernel has memory for the attachment, and an open file (fs.file-max)':
    'el núcleo tiene memoria para la conexión y un archivo abierto (fs.file-max)',
  'without SHM_REMAP, nothing is mapped in the range':
    'sin SHM_REMAP, no hay nada proyectado en el intervalo',
  'the process has no more mappings than it may have':
    'el proceso no tiene más proyecciones de las permitidas',
  'without an address, somewhere there is a gap for the segment':
    'sin dirección, hay en algún sitio un hueco libre para el segmento',
  'the address of a segment of huge pages is a multiple of their size':
    'la dirección de un segmento de páginas enormes es múltiplo del tamaño de estas',
  'the address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'la dirección no queda por debajo de vm.mmap_min_addr, o quien llama tiene CAP_SYS_RAWIO',
  'under mlockall(MCL_FUTURE), the segment fits below RLIMIT_MEMLOCK':
    'bajo mlockall(MCL_FUTURE), el segmento cabe en RLIMIT_MEMLOCK',
  'the segment fits below RLIMIT_AS': 'el segmento cabe en RLIMIT_AS',
  'a shared memory segment is attached at the address':
    'hay un segmento de memoria compartida conectado en la dirección',
  'the local vector has no more than 1024 elements': 'el vector local no tiene más de 1024 elementos',
  'no length in the local vector is negative': 'ninguna longitud del vector local es negativa',
  'all elements of the local vector can be read': 'todos los elementos del vector local se pueden leer',
  'every range in the local vector lies within the addresses of user space':
    'todos los intervalos del vector local están dentro de las direcciones del espacio de usuario',
  'the remote vector has no more than 1024 elements': 'el vector remoto no tiene más de 1024 elementos',
  'no length in the remote vector is negative': 'ninguna longitud del vector remoto es negativa',
  'all elements of the remote vector can be read': 'todos los elementos del vector remoto se pueden leer',
  'there is a process with that pid, and it has not ended': 'hay un proceso con ese pid, y no ha terminado',
  'the caller may attach to the other process, as a debugger may':
    'quien llama puede acoplarse al otro proceso, como puede un depurador',
  "the first page of the other process's range is mapped and may be accessed that way":
    'la primera página del intervalo del otro proceso está proyectada y admite ese acceso',
  "the first page of the caller's own range is mapped and may be accessed":
    'la primera página del intervalo propio está proyectada y admite el acceso',
  'the kernel has the call: 6.6 and later': 'el núcleo tiene la llamada: desde 6.6',
  'the kernel is built with shadow stacks (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)':
    'el núcleo está compilado con pilas sombra (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)',
  'the processor has shadow stacks': 'el procesador tiene pilas sombra',
  'the flags are SHADOW_STACK_SET_TOKEN, on arm64 also SHADOW_STACK_SET_MARKER':
    'los indicadores son SHADOW_STACK_SET_TOKEN y, en arm64, también SHADOW_STACK_SET_MARKER',
  'there is room for the token: 8 bytes': 'hay sitio para el testigo: 8 bytes',
  'an address that is asked for lies above 4 GiB (x86)':
    'una dirección pedida está por encima de 4 GiB (x86)',
  'rounded up to pages, the size is not lost': 'redondeado a páginas, el tamaño no se desborda',
  'the size is not zero': 'el tamaño no es cero',
  'nothing is mapped where the stack is asked to be': 'no hay nada proyectado donde se pide la pila',
  'after mlockall(MCL_FUTURE) it fits below RLIMIT_MEMLOCK':
    'tras mlockall(MCL_FUTURE), cabe en RLIMIT_MEMLOCK',
  'it fits below RLIMIT_AS': 'cabe en RLIMIT_AS',
  'the kernel has the call: 3.17 and later': 'el núcleo tiene la llamada: desde 3.17',
  'this kernel knows the flags; a size of huge pages is given with MFD_HUGETLB only':
    'este núcleo conoce los indicadores; un tamaño de páginas enormes solo se da con MFD_HUGETLB',
  'MFD_EXEC and MFD_NOEXEC_SEAL are not given together': 'MFD_EXEC y MFD_NOEXEC_SEAL no se dan juntos',
  'vm.memfd_noexec does not forbid memory files that may be executed':
    'vm.memfd_noexec no prohíbe archivos de memoria ejecutables',
  'the name lies in readable memory': 'el nombre está en memoria legible',
  'the name has no more than 249 bytes': 'el nombre no tiene más de 249 bytes',
  'with MFD_HUGETLB the machine has huge pages of that size':
    'con MFD_HUGETLB, la máquina tiene páginas enormes de ese tamaño',
  'the process may have one more descriptor (RLIMIT_NOFILE)':
    'el proceso puede tener un descriptor más (RLIMIT_NOFILE)',
  'the kernel has the call: 5.14 and later': 'el núcleo tiene la llamada: desde 5.14',
  'secret memory is built in and enabled (secretmem.enable, needed to be given until 6.4)':
    'la memoria secreta está compilada y activada (secretmem.enable, que había que dar hasta 6.4)',
  'the flags are 0 or FD_CLOEXEC (O_CLOEXEC)': 'los indicadores son 0 o FD_CLOEXEC (O_CLOEXEC)',
  'seals are added through a descriptor that is open for writing':
    'los sellos se ponen por un descriptor abierto para escritura',
  'this kernel knows the seals': 'este núcleo conoce los sellos',
  'the file is memory: of memfd_create, or on a tmpfs or hugetlbfs':
    'el archivo es de memoria: de memfd_create, o de un tmpfs o hugetlbfs',
  'the file is not sealed against seals: made with MFD_ALLOW_SEALING, and F_SEAL_SEAL not set':
    'el archivo no está sellado contra sellos: hecho con MFD_ALLOW_SEALING y sin F_SEAL_SEAL',
  'a file to be sealed against writing is nowhere mapped shared by a descriptor open for writing':
    'un archivo que se sella contra escritura no está proyectado compartido en ningún sitio por un descriptor abierto para escritura',
  'the kernel has the call: 4.3 and later': 'el núcleo tiene la llamada: desde 4.3',
  'UFFD_USER_MODE_ONLY is given, or vm.unprivileged_userfaultfd is 1, or the caller has CAP_SYS_PTRACE':
    'se da UFFD_USER_MODE_ONLY, o vm.unprivileged_userfaultfd es 1, o quien llama tiene CAP_SYS_PTRACE',
  'the flags are O_CLOEXEC, O_NONBLOCK and UFFD_USER_MODE_ONLY (5.11), and no others':
    'los indicadores son O_CLOEXEC, O_NONBLOCK y UFFD_USER_MODE_ONLY (5.11), y ningún otro',
  'the descriptor is one of userfaultfd(2)': 'el descriptor es de userfaultfd(2)',
  'UFFDIO_API comes first': 'UFFDIO_API va primero',
  'the structure of the request lies in readable memory':
    'la estructura de la petición está en memoria legible',
  'UFFDIO_API asks for the version 0xaa': 'UFFDIO_API pide la versión 0xaa',
  'this kernel knows the features that UFFDIO_API asks for':
    'este núcleo conoce las funciones que pide UFFDIO_API',
  'UFFD_FEATURE_EVENT_FORK needs CAP_SYS_PTRACE': 'UFFD_FEATURE_EVENT_FORK exige CAP_SYS_PTRACE',
  'UFFDIO_API succeeds once for each descriptor': 'UFFDIO_API tiene éxito una vez por descriptor',
  'start and length are multiples of the page size, the length is not 0, and the range lies in user space':
    'inicio y longitud son múltiplos del tamaño de página, la longitud no es 0, y el intervalo está en el espacio de usuario',
  'one of the modes that this kernel knows is given, and no other bit':
    'se da uno de los modos que conoce este núcleo, y ningún otro bit',
  'something is mapped in the range': 'hay algo proyectado en el intervalo',
  'where the first mapping is of huge pages, the range begins at a border of one':
    'si la primera proyección es de páginas enormes, el intervalo empieza en el borde de una',
  'each mapping is anonymous, shared memory or of huge pages, as the mode wants it':
    'cada proyección es anónima, de memoria compartida o de páginas enormes, como lo quiere el modo',
  'each mapping may become writable: a shared one is of a descriptor open for writing':
    'cada proyección puede hacerse escribible: una compartida es de un descriptor abierto para escritura',
  'where the range ends in a mapping of huge pages, it ends at a border of one':
    'si el intervalo acaba en una proyección de páginas enormes, acaba en el borde de una',
  'no mapping in the range is registered with another userfaultfd':
    'ninguna proyección del intervalo está registrada con otro userfaultfd',
  'the mode has the flags of the request only': 'el modo solo tiene los indicadores de la petición',
  'the range lies in one mapping that is registered': 'el intervalo está en una sola proyección registrada',
  'no page is there yet': 'todavía no hay ahí ninguna página',
  'UFFDIO_COPY copies from readable memory': 'UFFDIO_COPY copia de memoria legible',
};
