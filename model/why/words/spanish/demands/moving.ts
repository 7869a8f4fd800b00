/** What the checks of mremap, mprotect, mseal and remap_file_pages demand, in Spanish. */
export const movingDemands: Readonly<Record<string, string>> = {
  'the flags are MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP and no others':
    'los indicadores son MREMAP_MAYMOVE, MREMAP_FIXED y MREMAP_DONTUNMAP, y ningún otro',
  'the old address is a multiple of the page size': 'la dirección antigua es múltiplo del tamaño de página',
  'the new size is not zero': 'el tamaño nuevo no es cero',
  'MREMAP_FIXED and MREMAP_DONTUNMAP stand together with MREMAP_MAYMOVE':
    'MREMAP_FIXED y MREMAP_DONTUNMAP van acompañados de MREMAP_MAYMOVE',
  'with MREMAP_DONTUNMAP the old and the new size are equal':
    'con MREMAP_DONTUNMAP el tamaño antiguo y el nuevo son iguales',
  'the new size is no larger than the address space': 'el tamaño nuevo no supera el espacio de direcciones',
  'the new range ends within the addresses that user space can have':
    'el intervalo nuevo acaba dentro de las direcciones del espacio de usuario',
  'the new address is a multiple of the page size, also where it is only a hint':
    'la dirección nueva es múltiplo del tamaño de página, también cuando es solo una sugerencia',
  'the old and the new range do not overlap': 'el intervalo antiguo y el nuevo no se solapan',
  'there is room for the mappings that a move may make, whether it will make them or not':
    'hay sitio para las proyecciones que un traslado puede crear, las cree o no',
  'the old address is mapped': 'la dirección antigua está proyectada',
  'no mapping to be changed is sealed': 'ninguna proyección que se va a cambiar está sellada',
  'huge pages are moved whole, to an address that suits them, and never grow':
    'las páginas enormes se trasladan enteras, a una dirección que les conviene, y nunca crecen',
  'the old range of a call that shrinks and moves ends within the addresses that user space can have':
    'el intervalo antiguo de una llamada que encoge y traslada acaba dentro de las direcciones del espacio de usuario',
  'the mapping to be duplicated or shrunk does not lie where MREMAP_FIXED clears the destination':
    'la proyección que se duplica o se encoge no está donde MREMAP_FIXED vacía el destino',
  'huge pages are neither moved nor made more': 'las páginas enormes ni se trasladan ni se amplían',
  'an old size of zero, which duplicates a mapping, is given only for shared memory':
    'un tamaño antiguo de cero, que duplica una proyección, solo se da para memoria compartida',
  'MREMAP_DONTUNMAP is used on private anonymous memory':
    'MREMAP_DONTUNMAP se usa en memoria anónima privada',
  'MREMAP_DONTUNMAP is not used on a special mapping (vdso, vvar, a device)':
    'MREMAP_DONTUNMAP no se usa en una proyección especial (vdso, vvar, un dispositivo)',
  'the old range lies in one mapping: one protection, one file, one set of flags':
    'el intervalo antiguo está en una sola proyección: una protección, un archivo, un juego de indicadores',
  'the offset of the grown mapping can be counted in pages':
    'el desplazamiento de la proyección ampliada se puede contar en páginas',
  'a special mapping (vdso, vvar, a device) does not grow':
    'una proyección especial (vdso, vvar, un dispositivo) no crece',
  'what is locked, with what a locked mapping grows by, fits below RLIMIT_MEMLOCK':
    'lo bloqueado, más lo que crece una proyección bloqueada, cabe en RLIMIT_MEMLOCK',
  'what a locked mapping grows by fits below RLIMIT_MEMLOCK':
    'lo que crece una proyección bloqueada cabe en RLIMIT_MEMLOCK',
  'the growth fits below RLIMIT_AS': 'lo que crece cabe en RLIMIT_AS',
  'the growth of private writable memory fits below RLIMIT_DATA':
    'lo que crece la memoria privada escribible cabe en RLIMIT_DATA',
  'of several mappings that are moved at once none has userfaultfd registered or a place rule of its own':
    'de varias proyecciones que se trasladan a la vez, ninguna está registrada con userfaultfd ni tiene regla propia de colocación',
  'the old range of a shrinking call ends within the addresses that user space can have':
    'el intervalo antiguo de una llamada que encoge acaba dentro de las direcciones del espacio de usuario',
  'without MREMAP_MAYMOVE, the old range ends where its mapping ends and free pages follow':
    'sin MREMAP_MAYMOVE, el intervalo antiguo acaba donde acaba su proyección y le siguen páginas libres',
  'with MREMAP_DONTUNMAP all of the moved range fits below RLIMIT_AS a second time':
    'con MREMAP_DONTUNMAP todo el intervalo trasladado cabe otra vez en RLIMIT_AS',
  'with MREMAP_DONTUNMAP all of the moved private writable memory fits below RLIMIT_DATA a second time':
    'con MREMAP_DONTUNMAP toda la memoria privada escribible trasladada cabe otra vez en RLIMIT_DATA',
  'somewhere there is a gap of the new size': 'hay en algún sitio un hueco libre del tamaño nuevo',
  'the new address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'la dirección nueva no queda por debajo de vm.mmap_min_addr, o quien llama tiene CAP_SYS_RAWIO',
  'the process is three mappings away from the most it may have, as a move needs them for a moment':
    'al proceso le faltan tres proyecciones para el máximo, que un traslado necesita por un momento',
  'a mapping that cannot be split is moved whole': 'una proyección indivisible se traslada entera',
  'the machine lends the memory that the call adds': 'la máquina concede la memoria que añade la llamada',
  'the kernel has memory for page tables and mappings':
    'el núcleo tiene memoria para tablas de páginas y proyecciones',
  'whoever made the mapping (a driver, an aio context) lets it be moved':
    'quien hizo la proyección (un controlador, un contexto aio) permite trasladarla',
  'the kernel has pkey_mprotect: 4.9 and later': 'el núcleo tiene pkey_mprotect: desde 4.9',
  'the kernel was built with protection keys, for pkey_mprotect; for arm64 6.12 and later can be':
    'el núcleo se compiló con claves de protección, para pkey_mprotect; en arm64 es posible desde 6.12',
  'PROT_GROWSDOWN and PROT_GROWSUP are not given together': 'PROT_GROWSDOWN y PROT_GROWSUP no se dan juntos',
  'the range does not pass the end of the address space':
    'el intervalo no pasa del final del espacio de direcciones',
  'the protection has no bits but PROT_READ, PROT_WRITE, PROT_EXEC and those of the architecture':
    'la protección no tiene más bits que PROT_READ, PROT_WRITE, PROT_EXEC y los de la arquitectura',
  'the protection key is -1 or was allocated': 'la clave de protección es -1 o fue asignada',
  'PROT_GROWSDOWN is used on a mapping that grows down, and PROT_GROWSUP on none (x86, arm64, riscv64)':
    'PROT_GROWSDOWN se usa en una proyección que crece hacia abajo, y PROT_GROWSUP en ninguna (x86, arm64, riscv64)',
  'every page of the range is mapped; what lies below the first hole is changed all the same':
    'todas las páginas del intervalo están proyectadas; lo que queda por debajo del primer hueco se cambia igualmente',
  'the mapping may have that access: writing a shared file needs a descriptor opened for writing':
    'la proyección puede tener ese acceso: escribir en un archivo compartido exige un descriptor abierto para escritura',
  'the process has not given up executable memory that is or was writable (PR_SET_MDWE)':
    'el proceso no ha renunciado a la memoria ejecutable que es o fue escribible (PR_SET_MDWE)',
  'whoever made the mapping (a driver) lets its protection be changed':
    'quien hizo la proyección (un controlador) permite cambiar su protección',
  'no mapping in the range is sealed': 'ninguna proyección del intervalo está sellada',
  'memory that becomes private and writable fits below RLIMIT_DATA':
    'la memoria que pasa a ser privada y escribible cabe en RLIMIT_DATA',
  'the machine lends the memory that becomes private and writable':
    'la máquina concede la memoria que pasa a ser privada y escribible',
  'the cuts at the ends of the range leave no more mappings than the process may have':
    'los cortes en los extremos del intervalo no dejan más proyecciones de las que el proceso puede tener',
  'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole':
    'una proyección indivisible (vdso, vvar, parte de una página enorme) está entera en el intervalo',
  'the kernel has the call: 6.10 and later': 'el núcleo tiene la llamada: desde 6.10',
  'the kernel is one of 64 bits': 'el núcleo es de 64 bits',
  'the flags are 0': 'los indicadores son 0',
  'every page of the range is mapped; otherwise nothing is sealed':
    'todas las páginas del intervalo están proyectadas; si no, no se sella nada',
  'the protection is 0: it stays as it is': 'la protección es 0: se queda como está',
  'the size, rounded down, is at least a page, and the range does not pass the end of the address space':
    'el tamaño, redondeado hacia abajo, es de una página al menos, y el intervalo no pasa del final del espacio de direcciones',
  'offset and size, in pages, fit in a word of the kernel':
    'desplazamiento y tamaño, en páginas, caben en una palabra del núcleo',
  'the range starts in a shared mapping, of a file opened for writing or of shared memory':
    'el intervalo empieza en una proyección compartida, de un archivo abierto para escritura o de memoria compartida',
  'the whole range is mapped from one file with the same flags, without a hole':
    'todo el intervalo está proyectado desde un solo archivo con los mismos indicadores y sin huecos',
  'to remap locked memory, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'para volver a proyectar memoria bloqueada, RLIMIT_MEMLOCK no es 0, o quien llama tiene CAP_IPC_LOCK',
  'locked memory fits below RLIMIT_MEMLOCK as if it were new: what it replaces is not taken off':
    'la memoria bloqueada cabe en RLIMIT_MEMLOCK como si fuera nueva: no se descuenta lo que sustituye',
  'offset and size end within the largest size that a file can have':
    'desplazamiento más tamaño no superan el tamaño máximo de un archivo',
  "the file's own mmap operation agrees; a SysV segment is not removed meanwhile":
    'la operación mmap propia del archivo lo acepta; entretanto no se elimina un segmento SysV',
};
