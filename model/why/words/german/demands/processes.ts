/** What the checks of processes: fork, exec, limits, prctl and protection keys demand, in German. */
export const processesDemands: Readonly<Record<string, string>> = {
  'the kernel has protection keys: 4.9 and later on x86, 6.12 and later on arm64, and built with them':
    'der Kernel hat Schutzschlüssel: auf x86 ab 4.9, auf arm64 ab 6.12, und ist damit gebaut',
  'the rights are of PKEY_DISABLE_ACCESS and PKEY_DISABLE_WRITE (and two more on arm64)':
    'die Rechte sind aus PKEY_DISABLE_ACCESS und PKEY_DISABLE_WRITE (und zwei weiteren auf arm64)',
  'a protection key is left: 15 on x86, 7 on arm64, none without the hardware':
    'ein Schutzschlüssel ist übrig: 15 auf x86, 7 auf arm64, keiner ohne die Hardware',
  'the processor has protection keys': 'der Prozessor hat Schutzschlüssel',
  'the key was allocated': 'der Schlüssel wurde vergeben',
  'the kernel has the option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15':
    'der Kernel hat die Option: PR_SET_MDWE 6.3, PR_SET_MEMORY_MERGE 6.4, PR_SET_THP_DISABLE 3.15',
  'the arguments that the option does not use are 0': 'die Argumente, die die Option nicht benutzt, sind 0',
  'the only flag is PR_THP_DISABLE_EXCEPT_ADVISED, and it is given when disabling':
    'das einzige Flag ist PR_THP_DISABLE_EXCEPT_ADVISED, und es steht beim Abschalten',
  'the bits are PR_MDWE_REFUSE_EXEC_GAIN, with PR_MDWE_NO_INHERIT or without':
    'die Bits sind PR_MDWE_REFUSE_EXEC_GAIN, mit oder ohne PR_MDWE_NO_INHERIT',
  'once set, PR_SET_MDWE is set to the same bits only':
    'einmal gesetzt, wird PR_SET_MDWE nur auf dieselben Bits gesetzt',
  'the last argument is 0, and the one before it where the operation takes no size':
    'das letzte Argument ist 0, und das davor auch, wo die Operation keine Größe nimmt',
  'the caller has CAP_SYS_RESOURCE': 'der Aufrufer hat CAP_SYS_RESOURCE',
  'the address lies in user space, and not below vm.mmap_min_addr':
    'die Adresse liegt im Benutzerraum und nicht unter vm.mmap_min_addr',
  'the kernel knows the operation': 'der Kernel kennt die Operation',
  'the numbers stay in their order: data before heap, start before end, within RLIMIT_DATA':
    'die Zahlen bleiben in ihrer Ordnung: Daten vor Heap, Anfang vor Ende, innerhalb von RLIMIT_DATA',
  'the kernel has PR_SET_VMA: 5.17 and later, Android before that':
    'der Kernel hat PR_SET_VMA: ab 5.17, Android schon davor',
  'the kernel is built with names for anonymous memory (CONFIG_ANON_VMA_NAME)':
    'der Kernel ist mit Namen für anonymen Speicher gebaut (CONFIG_ANON_VMA_NAME)',
  'the operation of PR_SET_VMA is PR_SET_VMA_ANON_NAME':
    'die Operation von PR_SET_VMA ist PR_SET_VMA_ANON_NAME',
  'the name, where there is one, lies in readable memory':
    'der Name, wo es einen gibt, liegt in lesbarem Speicher',
  'the name has at most 79 characters, all printable ASCII and none of \\ ` $ [ ]':
    'der Name hat höchstens 79 Zeichen, alle druckbares ASCII und keines von \\ ` $ [ ]',
  'no mapping in the range is of a file': 'keine Abbildung im Bereich ist von einer Datei',
  'every page of the range is mapped; what is mapped gets the name all the same':
    'jede Seite des Bereichs ist abgebildet; was abgebildet ist, bekommt den Namen trotzdem',
  'the new limit can be read from where the call says it stands':
    'die neue Grenze ist dort lesbar, wo sie nach dem Aufruf steht',
  'the resource is one of the sixteen that the kernel has':
    'die Ressource ist eine der sechzehn, die der Kernel hat',
  'the soft limit is not above the hard limit': 'die weiche Grenze liegt nicht über der harten',
  'the hard limit of RLIMIT_NOFILE is not above fs.nr_open':
    'die harte Grenze von RLIMIT_NOFILE liegt nicht über fs.nr_open',
  'the hard limit is not raised, or the caller has CAP_SYS_RESOURCE':
    'die harte Grenze wird nicht angehoben, oder der Aufrufer hat CAP_SYS_RESOURCE',
  'no security module refuses it': 'kein Sicherheitsmodul lehnt es ab',
  'the old limit can be written to where the call wants it (a new one is set all the same)':
    'die alte Grenze kann dorthin geschrieben werden, wo der Aufruf sie haben will (eine neue gilt trotzdem)',
  'a process of that pid exists': 'es gibt einen Prozess mit dieser pid',
  'the process is of the same user and group, or the caller has CAP_SYS_RESOURCE':
    'der Prozess gehört demselben Benutzer und derselben Gruppe, oder der Aufrufer hat CAP_SYS_RESOURCE',
  'on arm64, PER_LINUX32 is asked of a processor that can run 32-bit programs only':
    'auf arm64 wird PER_LINUX32 nur von einem Prozessor verlangt, der 32-Bit-Programme ausführen kann',
  'the kernel has clone3, which came with 5.3': 'der Kernel hat clone3, das mit 5.3 kam',
  'the block of arguments is no longer than a page':
    'der Block der Argumente ist nicht länger als eine Seite',
  'the block of arguments has the 64 bytes of the first clone3':
    'der Block der Argumente hat die 64 Byte des ersten clone3',
  'the block of arguments can be read': 'der Block der Argumente ist lesbar',
  'behind the arguments that this kernel knows the block is zero':
    'hinter den Argumenten, die dieser Kernel kennt, ist der Block null',
  'set_tid and set_tid_size go together, at most 32 of them':
    'set_tid und set_tid_size gehören zusammen, höchstens 32',
  'the exit signal is 0 or a signal': 'das Endesignal ist 0 oder ein Signal',
  'with CLONE_INTO_CGROUP, the block is long enough to say which, and says a descriptor':
    'bei CLONE_INTO_CGROUP ist der Block lang genug, um zu sagen, welche, und nennt einen Deskriptor',
  'the tids of set_tid can be read': 'die tids von set_tid sind lesbar',
  'the flags are flags of clone3': 'die Flags sind solche von clone3',
  'the flags have neither CLONE_DETACHED nor a signal in them: that has a place of its own':
    'in den Flags stehen weder CLONE_DETACHED noch ein Signal: das hat seinen eigenen Platz',
  'signal handlers are not both shared (CLONE_SIGHAND) and cleared (CLONE_CLEAR_SIGHAND)':
    'Signalbehandlungen werden nicht zugleich geteilt (CLONE_SIGHAND) und gelöscht (CLONE_CLEAR_SIGHAND)',
  'with CLONE_THREAD or CLONE_PARENT, no exit signal is given':
    'bei CLONE_THREAD oder CLONE_PARENT steht kein Endesignal',
  'a stack has an address and a size, and lies in user space (of the kernel, for tasks of 32 bits too)':
    'ein Stack hat Adresse und Größe und liegt im Benutzerraum (des Kernels, auch für 32-Bit-Tasks)',
  'CLONE_PIDFD and CLONE_PARENT_SETTID do not ask for the same place':
    'CLONE_PIDFD und CLONE_PARENT_SETTID verlangen nicht denselben Platz',
  'a new mount or user namespace does not go with shared file system facts (CLONE_FS)':
    'ein neuer Mount- oder Benutzer-Namensraum verträgt sich nicht mit geteilten Dateisystemdaten (CLONE_FS)',
  'CLONE_THREAD goes with CLONE_SIGHAND': 'CLONE_THREAD steht zusammen mit CLONE_SIGHAND',
  'CLONE_SIGHAND goes with CLONE_VM': 'CLONE_SIGHAND steht zusammen mit CLONE_VM',
  'with CLONE_PARENT, the caller is not the first process of its pid namespace':
    'bei CLONE_PARENT ist der Aufrufer nicht der erste Prozess seines pid-Namensraums',
  'a thread stays in the pid and user namespace of its process':
    'ein Thread bleibt im pid- und Benutzer-Namensraum seines Prozesses',
  'CLONE_PIDFD is not asked for a thread': 'CLONE_PIDFD wird nicht für einen Thread verlangt',
  'CLONE_PIDFD does not go with the old CLONE_DETACHED':
    'CLONE_PIDFD steht nicht mit dem alten CLONE_DETACHED',
  'the user has fewer processes than RLIMIT_NPROC, or is root, or has CAP_SYS_RESOURCE or CAP_SYS_ADMIN':
    'der Benutzer hat weniger Prozesse als RLIMIT_NPROC, oder ist root, oder hat CAP_SYS_RESOURCE oder CAP_SYS_ADMIN',
  'the machine and the control group have room for a task (threads-max, pid_max, pids.max)':
    'die Maschine und die Kontrollgruppe haben Platz für einen Task (threads-max, pid_max, pids.max)',
  'the memory that the child gets a copy of fits the commit limit':
    'der Speicher, von dem das Kind eine Kopie bekommt, passt unter die Zusagegrenze',
  'new namespaces are asked for with CAP_SYS_ADMIN only':
    'neue Namensräume werden nur mit CAP_SYS_ADMIN verlangt',
  'a new IPC namespace does not go with shared semaphore undos (CLONE_SYSVSEM)':
    'ein neuer IPC-Namensraum verträgt sich nicht mit geteilten Semaphor-Rücknahmen (CLONE_SYSVSEM)',
  'a tid is chosen with CAP_SYS_ADMIN or CAP_CHECKPOINT_RESTORE only':
    'eine tid wird nur mit CAP_SYS_ADMIN oder CAP_CHECKPOINT_RESTORE gewählt',
  'no task has the tid that is chosen': 'kein Task hat die gewählte tid',
  'with CLONE_PIDFD, the descriptor can be written to where the call wants it':
    'bei CLONE_PIDFD kann der Deskriptor dorthin geschrieben werden, wo der Aufruf ihn haben will',
  'with CLONE_INTO_CGROUP, the descriptor is of a control group of version 2':
    'bei CLONE_INTO_CGROUP gehört der Deskriptor zu einer Kontrollgruppe der Version 2',
  'the kernel has memory for a task and its page tables':
    'der Kernel hat Speicher für einen Task und seine Seitentabellen',
  'the path can be read': 'der Pfad ist lesbar',
  'the path is shorter than 4096 bytes': 'der Pfad ist kürzer als 4096 Byte',
  'the path is not empty, but with AT_EMPTY_PATH': 'der Pfad ist nicht leer, außer bei AT_EMPTY_PATH',
  'the caller did not change to a user who has more processes than RLIMIT_NPROC':
    'der Aufrufer wechselte nicht zu einem Benutzer, der mehr Prozesse hat als RLIMIT_NPROC',
  'the flags are AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW and (since 6.14) AT_EXECVE_CHECK':
    'die Flags sind AT_EMPTY_PATH, AT_SYMLINK_NOFOLLOW und (ab 6.14) AT_EXECVE_CHECK',
  'a relative path starts from an open descriptor':
    'ein relativer Pfad geht von einem offenen Deskriptor aus',
  'the file exists, and so does the interpreter that it names':
    'die Datei gibt es, und den Interpreter, den sie nennt, auch',
  'all but the last part of the path are directories':
    'alle Teile des Pfads außer dem letzten sind Verzeichnisse',
  'the path does not lead through too many symbolic links':
    'der Pfad führt nicht durch zu viele symbolische Links',
  'the file is a regular one that the caller may execute, on a file system not mounted noexec':
    'die Datei ist eine gewöhnliche, der Aufrufer darf sie ausführen, und ihr Dateisystem ist nicht mit noexec eingehängt',
  'nobody has the file open for writing': 'niemand hat die Datei zum Schreiben offen',
  'the process may open one more file': 'der Prozess darf noch eine Datei öffnen',
  'the file gives no privileges that the caller may not have now':
    'die Datei verleiht keine Rechte, die der Aufrufer jetzt nicht haben darf',
  'the arguments can be read: the vector and each string':
    'die Argumente sind lesbar: der Vektor und jede Zeichenkette',
  'the environment can be read: the vector and each string':
    'die Umgebung ist lesbar: der Vektor und jede Zeichenkette',
  'no single string is longer than 128 KiB': 'keine einzelne Zeichenkette ist länger als 128 KiB',
  'the strings and their pointers fit into a quarter of RLIMIT_STACK, at least 128 KiB and at most 6 MiB':
    'die Zeichenketten und ihre Zeiger passen in ein Viertel von RLIMIT_STACK, mindestens 128 KiB und höchstens 6 MiB',
  'the file is of a format that the kernel can run':
    'die Datei hat ein Format, das der Kernel ausführen kann',
  'the file names one interpreter only': 'die Datei nennt nur einen Interpreter',
  'the kernel has memory for the new program': 'der Kernel hat Speicher für das neue Programm',
};
