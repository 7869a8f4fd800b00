/** What the checks of shared memory, memory files, userfaultfd and other processes’ memory demand, in German. */
export const filesDemands: Readonly<Record<string, string>> = {
  'the segment id is not negative': 'die Kennung des Segments ist nicht negativ',
  'the address is a multiple of SHMLBA (a page on x86), or SHM_RND is given':
    'die Adresse ist ein Vielfaches von SHMLBA (auf x86 eine Seite), oder SHM_RND ist gegeben',
  'SHM_REMAP is given together with an address': 'SHM_REMAP steht zusammen mit einer Adresse',
  'there is a segment of that id': 'es gibt ein Segment mit dieser Kennung',
  'the segment was not removed, its number being another segment’s by now':
    'das Segment wurde nicht entfernt, während seine Nummer inzwischen einem anderen gehört',
  'the segment grants that access to the caller, or the caller has CAP_IPC_OWNER':
    'das Segment gewährt dem Aufrufer diesen Zugriff, oder der Aufrufer hat CAP_IPC_OWNER',
  'the kernel has memory for the attachment, and an open file (fs.file-max)':
    'der Kernel hat Speicher für das Anhängen und eine offene Datei (fs.file-max)',
  'without SHM_REMAP, nothing is mapped in the range': 'ohne SHM_REMAP ist im Bereich nichts abgebildet',
  'the process has no more mappings than it may have': 'der Prozess hat nicht mehr Abbildungen als erlaubt',
  'without an address, somewhere there is a gap for the segment':
    'ohne Adresse ist irgendwo eine Lücke für das Segment',
  'the address of a segment of huge pages is a multiple of their size':
    'die Adresse eines Segments von Huge Pages ist ein Vielfaches ihrer Größe',
  'the address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'die Adresse liegt nicht unter vm.mmap_min_addr, oder der Aufrufer hat CAP_SYS_RAWIO',
  'under mlockall(MCL_FUTURE), the segment fits below RLIMIT_MEMLOCK':
    'unter mlockall(MCL_FUTURE) passt das Segment unter RLIMIT_MEMLOCK',
  'the segment fits below RLIMIT_AS': 'das Segment passt unter RLIMIT_AS',
  'a shared memory segment is attached at the address':
    'an der Adresse hängt ein Segment gemeinsamen Speichers',
  'the local vector has no more than 1024 elements': 'der lokale Vektor hat nicht mehr als 1024 Elemente',
  'no length in the local vector is negative': 'keine Länge im lokalen Vektor ist negativ',
  'all elements of the local vector can be read': 'alle Elemente des lokalen Vektors sind lesbar',
  'every range in the local vector lies within the addresses of user space':
    'jeder Bereich im lokalen Vektor liegt innerhalb der Adressen des Benutzerraums',
  'the remote vector has no more than 1024 elements': 'der entfernte Vektor hat nicht mehr als 1024 Elemente',
  'no length in the remote vector is negative': 'keine Länge im entfernten Vektor ist negativ',
  'all elements of the remote vector can be read': 'alle Elemente des entfernten Vektors sind lesbar',
  'there is a process with that pid, and it has not ended':
    'es gibt einen Prozess mit dieser pid, und er ist nicht beendet',
  'the caller may attach to the other process, as a debugger may':
    'der Aufrufer darf sich an den anderen Prozess hängen, wie ein Debugger es darf',
  "the first page of the other process's range is mapped and may be accessed that way":
    'die erste Seite im Bereich des anderen Prozesses ist abgebildet und darf so benutzt werden',
  "the first page of the caller's own range is mapped and may be accessed":
    'die erste Seite im eigenen Bereich des Aufrufers ist abgebildet und darf benutzt werden',
  'the kernel has the call: 6.6 and later': 'der Kernel hat den Aufruf: ab 6.6',
  'the kernel is built with shadow stacks (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)':
    'der Kernel ist mit Shadow Stacks gebaut (CONFIG_X86_USER_SHADOW_STACK, CONFIG_ARM64_GCS)',
  'the processor has shadow stacks': 'der Prozessor hat Shadow Stacks',
  'the flags are SHADOW_STACK_SET_TOKEN, on arm64 also SHADOW_STACK_SET_MARKER':
    'die Flags sind SHADOW_STACK_SET_TOKEN, auf arm64 auch SHADOW_STACK_SET_MARKER',
  'there is room for the token: 8 bytes': 'für das Token ist Platz: 8 Byte',
  'an address that is asked for lies above 4 GiB (x86)': 'eine verlangte Adresse liegt über 4 GiB (x86)',
  'rounded up to pages, the size is not lost': 'auf Seiten aufgerundet geht die Größe nicht verloren',
  'the size is not zero': 'die Größe ist nicht null',
  'nothing is mapped where the stack is asked to be': 'wo der Stack verlangt wird, ist nichts abgebildet',
  'after mlockall(MCL_FUTURE) it fits below RLIMIT_MEMLOCK':
    'nach mlockall(MCL_FUTURE) passt er unter RLIMIT_MEMLOCK',
  'it fits below RLIMIT_AS': 'er passt unter RLIMIT_AS',
  'the kernel has the call: 3.17 and later': 'der Kernel hat den Aufruf: ab 3.17',
  'this kernel knows the flags; a size of huge pages is given with MFD_HUGETLB only':
    'dieser Kernel kennt die Flags; eine Größe von Huge Pages steht nur bei MFD_HUGETLB',
  'MFD_EXEC and MFD_NOEXEC_SEAL are not given together': 'MFD_EXEC und MFD_NOEXEC_SEAL stehen nicht zusammen',
  'vm.memfd_noexec does not forbid memory files that may be executed':
    'vm.memfd_noexec verbietet keine ausführbaren Speicherdateien',
  'the name lies in readable memory': 'der Name liegt in lesbarem Speicher',
  'the name has no more than 249 bytes': 'der Name hat nicht mehr als 249 Byte',
  'with MFD_HUGETLB the machine has huge pages of that size':
    'bei MFD_HUGETLB hat die Maschine Huge Pages dieser Größe',
  'the process may have one more descriptor (RLIMIT_NOFILE)':
    'der Prozess darf noch einen Deskriptor haben (RLIMIT_NOFILE)',
  'the kernel has the call: 5.14 and later': 'der Kernel hat den Aufruf: ab 5.14',
  'secret memory is built in and enabled (secretmem.enable, needed to be given until 6.4)':
    'geheimer Speicher ist eingebaut und eingeschaltet (secretmem.enable, bis 6.4 nötig)',
  'the flags are 0 or FD_CLOEXEC (O_CLOEXEC)': 'die Flags sind 0 oder FD_CLOEXEC (O_CLOEXEC)',
  'seals are added through a descriptor that is open for writing':
    'Siegel kommen durch einen Deskriptor hinzu, der zum Schreiben offen ist',
  'this kernel knows the seals': 'dieser Kernel kennt die Siegel',
  'the file is memory: of memfd_create, or on a tmpfs or hugetlbfs':
    'die Datei ist Speicher: von memfd_create, oder auf einem tmpfs oder hugetlbfs',
  'the file is not sealed against seals: made with MFD_ALLOW_SEALING, and F_SEAL_SEAL not set':
    'die Datei ist nicht gegen Siegel versiegelt: mit MFD_ALLOW_SEALING gemacht und ohne F_SEAL_SEAL',
  'a file to be sealed against writing is nowhere mapped shared by a descriptor open for writing':
    'eine Datei, die gegen Schreiben versiegelt wird, ist nirgends durch einen zum Schreiben offenen Deskriptor gemeinsam abgebildet',
  'the kernel has the call: 4.3 and later': 'der Kernel hat den Aufruf: ab 4.3',
  'UFFD_USER_MODE_ONLY is given, or vm.unprivileged_userfaultfd is 1, or the caller has CAP_SYS_PTRACE':
    'UFFD_USER_MODE_ONLY ist gegeben, oder vm.unprivileged_userfaultfd ist 1, oder der Aufrufer hat CAP_SYS_PTRACE',
  'the flags are O_CLOEXEC, O_NONBLOCK and UFFD_USER_MODE_ONLY (5.11), and no others':
    'die Flags sind O_CLOEXEC, O_NONBLOCK und UFFD_USER_MODE_ONLY (5.11) und keine anderen',
  'the descriptor is one of userfaultfd(2)': 'der Deskriptor ist einer von userfaultfd(2)',
  'UFFDIO_API comes first': 'UFFDIO_API kommt zuerst',
  'the structure of the request lies in readable memory':
    'die Struktur der Anfrage liegt in lesbarem Speicher',
  'UFFDIO_API asks for the version 0xaa': 'UFFDIO_API verlangt die Version 0xaa',
  'this kernel knows the features that UFFDIO_API asks for':
    'dieser Kernel kennt die Fähigkeiten, die UFFDIO_API verlangt',
  'UFFD_FEATURE_EVENT_FORK needs CAP_SYS_PTRACE': 'UFFD_FEATURE_EVENT_FORK braucht CAP_SYS_PTRACE',
  'UFFDIO_API succeeds once for each descriptor': 'UFFDIO_API gelingt einmal je Deskriptor',
  'start and length are multiples of the page size, the length is not 0, and the range lies in user space':
    'Anfang und Länge sind Vielfache der Seitengröße, die Länge ist nicht 0, und der Bereich liegt im Benutzerraum',
  'one of the modes that this kernel knows is given, and no other bit':
    'eine der Betriebsarten ist gegeben, die dieser Kernel kennt, und kein anderes Bit',
  'something is mapped in the range': 'im Bereich ist etwas abgebildet',
  'where the first mapping is of huge pages, the range begins at a border of one':
    'ist die erste Abbildung von Huge Pages, beginnt der Bereich an der Grenze einer solchen',
  'each mapping is anonymous, shared memory or of huge pages, as the mode wants it':
    'jede Abbildung ist anonym, gemeinsamer Speicher oder von Huge Pages, wie die Betriebsart es will',
  'each mapping may become writable: a shared one is of a descriptor open for writing':
    'jede Abbildung darf beschreibbar werden: eine gemeinsame ist durch einen zum Schreiben offenen Deskriptor gemacht',
  'where the range ends in a mapping of huge pages, it ends at a border of one':
    'endet der Bereich in einer Abbildung von Huge Pages, dann an der Grenze einer solchen',
  'no mapping in the range is registered with another userfaultfd':
    'keine Abbildung im Bereich ist bei einem anderen userfaultfd angemeldet',
  'the mode has the flags of the request only': 'die Betriebsart hat nur die Flags der Anfrage',
  'the range lies in one mapping that is registered':
    'der Bereich liegt in einer einzigen angemeldeten Abbildung',
  'no page is there yet': 'dort ist noch keine Seite',
  'UFFDIO_COPY copies from readable memory': 'UFFDIO_COPY kopiert aus lesbarem Speicher',
};
