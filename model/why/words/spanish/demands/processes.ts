/** What the checks of processes: fork, exec, limits, prctl and protection keys demand, in Spanish. */
export const processesDemands: Readonly<Record<string, string>> = {
  'the kernel has protection keys: 4.9 and later on x86, 6.12 and later on arm64, and built with them':
    'el núcleo tiene claves de protección: desde 4.9 en x86 y desde 6.12 en arm64, y compiladas',
  'the rights are of PKEY_DISABLE_ACCESS and PKEY_DISABLE_WRITE (and two more on arm64)':
    'los derechos son de PKEY_DISABLE_ACCESS y PKEY_DISABLE_WRITE (y dos más en arm64)',
  'a protection key is left: 15 on x86, 7 on arm64, none without the hardware':
    'queda una clave de protección: 15 en x86, 7 en arm64, ninguna sin soporte del procesador',
  'the processor has protection keys': 'el procesador tiene claves de protección',
  'the key was allocated': 'la clave fue asignada',
  'the kernel has the option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15':
    'el núcleo tiene la opción: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15',
  'the arguments that the option does not use are 0': 'los argumentos que la opción no usa son 0',
  'the only flag is PR_THP_DISABLE_EXCEPT_ADVISED, and it is given when disabling':
    'el único indicador es PR_THP_DISABLE_EXCEPT_ADVISED, y se da al desactivar',
  'the bits are PR_MDWE_REFUSE_EXEC_GAIN, with PR_MDWE_NO_INHERIT or without':
    'los bits son PR_MDWE_REFUSE_EXEC_GAIN, con o sin PR_MDWE_NO_INHERIT',
  'once set, PR_SET_MDWE is set to the same bits only':
    'una vez puesto, PR_SET_MDWE solo se pone a los mismos bits',
  'the last argument is 0, and the one before it where the operation takes no size':
    'el último argumento es 0, y también el anterior cuando la operación no lleva tamaño',
  'the caller has CAP_SYS_RESOURCE': 'quien llama tiene CAP_SYS_RESOURCE',
  'the address lies in user space, and not below vm.mmap_min_addr':
    'la dirección está en el espacio de usuario y no por debajo de vm.mmap_min_addr',
  'the kernel knows the operation': 'el núcleo conoce la operación',
  'the numbers stay in their order: data before heap, start before end, within RLIMIT_DATA':
    'los números guardan su orden: datos antes del montón, inicio antes del fin, dentro de RLIMIT_DATA',
  'the kernel has PR_SET_VMA: 5.17 and later, Android before that':
    'el núcleo tiene PR_SET_VMA: desde 5.17; en Android, antes',
  'the kernel is built with names for anonymous memory (CONFIG_ANON_VMA_NAME)':
    'el núcleo está compilado con nombres para la memoria anónima (CONFIG_ANON_VMA_NAME)',
  'the operation of PR_SET_VMA is PR_SET_VMA_ANON_NAME': 'la operación de PR_SET_VMA es PR_SET_VMA_ANON_NAME',
  'the name, where there is one, lies in readable memory': 'el nombre, si lo hay, está en memoria legible',
  'the name has at most 79 characters, all printable ASCII and none of \\ ` $ [ ]':
    'el nombre tiene 79 caracteres como mucho, todos ASCII imprimible y ninguno de \\ ` $ [ ]',
  'no mapping in the range is of a file': 'ninguna proyección del intervalo es de un archivo',
  'every page of the range is mapped; what is mapped gets the name all the same':
    'todas las páginas del intervalo están proyectadas; lo proyectado recibe el nombre igualmente',
  'the new limit can be read from where the call says it stands':
    'el nuevo límite se puede leer de donde dice la llamada',
  'the resource is one of the sixteen that the kernel has':
    'el recurso es uno de los dieciséis que tiene el núcleo',
  'the soft limit is not above the hard limit': 'el límite flexible no supera el estricto',
  'the hard limit of RLIMIT_NOFILE is not above fs.nr_open':
    'el límite estricto de RLIMIT_NOFILE no supera fs.nr_open',
  'the hard limit is not raised, or the caller has CAP_SYS_RESOURCE':
    'el límite estricto no se sube, o quien llama tiene CAP_SYS_RESOURCE',
  'no security module refuses it': 'ningún módulo de seguridad lo rechaza',
  'the old limit can be written to where the call wants it (a new one is set all the same)':
    'el límite antiguo se puede escribir donde quiere la llamada (el nuevo se pone igualmente)',
  'a process of that pid exists': 'existe un proceso con ese pid',
  'the process is of the same user and group, or the caller has CAP_SYS_RESOURCE':
    'el proceso es del mismo usuario y grupo, o quien llama tiene CAP_SYS_RESOURCE',
  'on arm64, PER_LINUX32 is asked of a processor that can run 32-bit programs only':
    'en arm64, PER_LINUX32 se pide a un procesador que puede ejecutar programas de 32 bits',
  'the kernel has clone3, which came with 5.3': 'el núcleo tiene clone3, que llegó con 5.3',
  'the block of arguments is no longer than a page': 'el bloque de argumentos no es mayor que una página',
  'the block of arguments has the 64 bytes of the first clone3':
    'el bloque de argumentos tiene los 64 bytes del primer clone3',
  'the block of arguments can be read': 'el bloque de argumentos se puede leer',
  'behind the arguments that this kernel knows the block is zero':
    'tras los argumentos que este núcleo conoce, el bloque es cero',
  'set_tid and set_tid_size go together, at most 32 of them':
    'set_tid y set_tid_size van juntos, 32 como mucho',
  'the exit signal is 0 or a signal': 'la señal de salida es 0 o una señal',
  'with CLONE_INTO_CGROUP, the block is long enough to say which, and says a descriptor':
    'con CLONE_INTO_CGROUP, el bloque es bastante largo para decir cuál, y dice un descriptor',
  'the tids of set_tid can be read': 'los tid de set_tid se pueden leer',
  'the flags are flags of clone3': 'los indicadores son de clone3',
  'the flags have neither CLONE_DETACHED nor a signal in them: that has a place of its own':
    'los indicadores no llevan ni CLONE_DETACHED ni una señal: esta tiene su propio sitio',
  'signal handlers are not both shared (CLONE_SIGHAND) and cleared (CLONE_CLEAR_SIGHAND)':
    'los manejadores de señales no se comparten (CLONE_SIGHAND) y se borran (CLONE_CLEAR_SIGHAND) a la vez',
  'with CLONE_THREAD or CLONE_PARENT, no exit signal is given':
    'con CLONE_THREAD o CLONE_PARENT no se da señal de salida',
  'a stack has an address and a size, and lies in user space (of the kernel, for tasks of 32 bits too)':
    'una pila tiene dirección y tamaño, y está en el espacio de usuario (el del núcleo, también para tareas de 32 bits)',
  'CLONE_PIDFD and CLONE_PARENT_SETTID do not ask for the same place':
    'CLONE_PIDFD y CLONE_PARENT_SETTID no piden el mismo sitio',
  'a new mount or user namespace does not go with shared file system facts (CLONE_FS)':
    'un nuevo espacio de nombres de montaje o de usuario no va con datos compartidos del sistema de archivos (CLONE_FS)',
  'CLONE_THREAD goes with CLONE_SIGHAND': 'CLONE_THREAD va con CLONE_SIGHAND',
  'CLONE_SIGHAND goes with CLONE_VM': 'CLONE_SIGHAND va con CLONE_VM',
  'with CLONE_PARENT, the caller is not the first process of its pid namespace':
    'con CLONE_PARENT, quien llama no es el primer proceso de su espacio de nombres de pid',
  'a thread stays in the pid and user namespace of its process':
    'un hilo se queda en los espacios de nombres de pid y de usuario de su proceso',
  'CLONE_PIDFD is not asked for a thread': 'CLONE_PIDFD no se pide para un hilo',
  'CLONE_PIDFD does not go with the old CLONE_DETACHED': 'CLONE_PIDFD no va con el antiguo CLONE_DETACHED',
  'the user has fewer processes than RLIMIT_NPROC, or is root, or has CAP_SYS_RESOURCE or CAP_SYS_ADMIN':
    'el usuario tiene menos procesos que RLIMIT_NPROC, o es root, o tiene CAP_SYS_RESOURCE o CAP_SYS_ADMIN',
  'the machine and the control group have room for a task (threads-max, pid_max, pids.max)':
    'la máquina y el grupo de control tienen sitio para una tarea (threads-max, pid_max, pids.max)',
  'the memory that the child gets a copy of fits the commit limit':
    'la memoria de la que el hijo recibe copia cabe en el límite de compromiso',
  'new namespaces are asked for with CAP_SYS_ADMIN only':
    'los espacios de nombres nuevos solo se piden con CAP_SYS_ADMIN',
  'a new IPC namespace does not go with shared semaphore undos (CLONE_SYSVSEM)':
    'un espacio de nombres IPC nuevo no va con operaciones de semáforo compartidas (CLONE_SYSVSEM)',
  'a tid is chosen with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE only':
    'un tid solo se elige con CAP_SYS_ADMIN o CAP_CHECKPOINT_RESTORE',
  'no task has the tid that is chosen': 'ninguna tarea tiene el tid elegido',
  'with CLONE_PIDFD, the descriptor can be written to where the call wants it':
    'con CLONE_PIDFD, el descriptor se puede escribir donde quiere la llamada',
  'with CLONE_INTO_CGROUP, the descriptor is of a control group of version 2':
    'con CLONE_INTO_CGROUP, el descriptor es de un grupo de control de la versión 2',
  'the kernel has memory for a task and its page tables':
    'el núcleo tiene memoria para una tarea y sus tablas de páginas',
  'the path can be read': 'la ruta se puede leer',
  'the path is shorter than 4096 bytes': 'la ruta tiene menos de 4096 bytes',
  'the path is not empty, but with AT_EMPTY_PATH': 'la ruta no está vacía, salvo con AT_EMPTY_PATH',
  'the caller did not change to a user who has more processes than RLIMIT_NPROC':
    'quien llama no cambió a un usuario con más procesos que RLIMIT_NPROC',
  'the flags are AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW and (since 6.14) AT_EXECVE_CHECK':
    'los indicadores son AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW y (desde 6.14) AT_EXECVE_CHECK',
  'a relative path starts from an open descriptor': 'una ruta relativa parte de un descriptor abierto',
  'the file exists, and so does the interpreter that it names':
    'el archivo existe, y también el intérprete que nombra',
  'all but the last part of the path are directories':
    'todas las partes de la ruta menos la última son directorios',
  'the path does not lead through too many symbolic links':
    'la ruta no pasa por demasiados enlaces simbólicos',
  'the file is a regular one that the caller may execute, on a file system not mounted noexec':
    'el archivo es regular, quien llama puede ejecutarlo, y su sistema de archivos no está montado con noexec',
  'nobody has the file open for writing': 'nadie tiene el archivo abierto para escritura',
  'the process may open one more file': 'el proceso puede abrir un archivo más',
  'the file gives no privileges that the caller may not have now':
    'el archivo no da privilegios que quien llama no puede tener ahora',
  'the arguments can be read: the vector and each string':
    'los argumentos se pueden leer: el vector y cada cadena',
  'the environment can be read: the vector and each string':
    'el entorno se puede leer: el vector y cada cadena',
  'no single string is longer than 128 KiB': 'ninguna cadena pasa de 128 KiB',
  'the strings and their pointers fit into a quarter of RLIMIT_STACK, at least 128 KiB and at most 6 MiB':
    'las cadenas y sus punteros caben en un cuarto de RLIMIT_STACK, 128 KiB como mínimo y 6 MiB como máximo',
  'the file is of a format that the kernel can run':
    'el archivo es de un formato que el núcleo puede ejecutar',
  'the file names one interpreter only': 'el archivo nombra un solo intérprete',
  'the kernel has memory for the new program': 'el núcleo tiene memoria para el programa nuevo',
};
