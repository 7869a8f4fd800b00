/** What the checks of mremap, mprotect, mseal and remap_file_pages demand, in German. */
export const movingDemands: Readonly<Record<string, string>> = {
  'the flags are MREMAP_MAYMOVE, MREMAP_FIXED and MREMAP_DONTUNMAP and no others':
    'die Flags sind MREMAP_MAYMOVE, MREMAP_FIXED und MREMAP_DONTUNMAP und keine anderen',
  'the old address is a multiple of the page size': 'die alte Adresse ist ein Vielfaches der Seitengröße',
  'the new size is not zero': 'die neue Größe ist nicht null',
  'MREMAP_FIXED and MREMAP_DONTUNMAP stand together with MREMAP_MAYMOVE':
    'MREMAP_FIXED und MREMAP_DONTUNMAP stehen zusammen mit MREMAP_MAYMOVE',
  'with MREMAP_DONTUNMAP the old and the new size are equal':
    'bei MREMAP_DONTUNMAP sind alte und neue Größe gleich',
  'the new size is no larger than the address space': 'die neue Größe ist nicht größer als der Adressraum',
  'the new range ends within the addresses that user space can have':
    'der neue Bereich endet innerhalb der Adressen des Benutzerraums',
  'the new address is a multiple of the page size, also where it is only a hint':
    'die neue Adresse ist ein Vielfaches der Seitengröße, auch wo sie nur ein Vorschlag ist',
  'the old and the new range do not overlap': 'der alte und der neue Bereich überlappen sich nicht',
  'there is room for the mappings that a move may make, whether it will make them or not':
    'für die Abbildungen, die ein Verschieben entstehen lassen kann, ist Platz, ob sie entstehen oder nicht',
  'the old address is mapped': 'die alte Adresse ist abgebildet',
  'no mapping to be changed is sealed': 'keine Abbildung, die geändert wird, ist versiegelt',
  'huge pages are moved whole, to an address that suits them, and never grow':
    'Huge Pages werden als Ganzes an eine passende Adresse verschoben und wachsen nie',
  'the old range of a call that shrinks and moves ends within the addresses that user space can have':
    'der alte Bereich eines Aufrufs, der verkleinert und verschiebt, endet innerhalb der Adressen des Benutzerraums',
  'the mapping to be duplicated or shrunk does not lie where MREMAP_FIXED clears the destination':
    'die Abbildung, die verdoppelt oder verkleinert wird, liegt nicht dort, wo MREMAP_FIXED das Ziel räumt',
  'huge pages are neither moved nor made more': 'Huge Pages werden weder verschoben noch vermehrt',
  'an old size of zero, which duplicates a mapping, is given only for shared memory':
    'eine alte Größe von null, die eine Abbildung verdoppelt, steht nur bei gemeinsamem Speicher',
  'MREMAP_DONTUNMAP is used on private anonymous memory':
    'MREMAP_DONTUNMAP wird auf privatem anonymem Speicher benutzt',
  'MREMAP_DONTUNMAP is not used on a special mapping (vdso, vvar, a device)':
    'MREMAP_DONTUNMAP wird nicht auf einer besonderen Abbildung (vdso, vvar, Gerät) benutzt',
  'the old range lies in one mapping: one protection, one file, one set of flags':
    'der alte Bereich liegt in einer einzigen Abbildung: ein Schutz, eine Datei, ein Satz Flags',
  'the offset of the grown mapping can be counted in pages':
    'der Offset der gewachsenen Abbildung lässt sich in Seiten zählen',
  'a special mapping (vdso, vvar, a device) does not grow':
    'eine besondere Abbildung (vdso, vvar, Gerät) wächst nicht',
  'what is locked, with what a locked mapping grows by, fits below RLIMIT_MEMLOCK':
    'was gesperrt ist, passt mit dem, worum eine gesperrte Abbildung wächst, unter RLIMIT_MEMLOCK',
  'what a locked mapping grows by fits below RLIMIT_MEMLOCK':
    'worum eine gesperrte Abbildung wächst, passt unter RLIMIT_MEMLOCK',
  'the growth fits below RLIMIT_AS': 'der Zuwachs passt unter RLIMIT_AS',
  'the growth of private writable memory fits below RLIMIT_DATA':
    'der Zuwachs an privatem beschreibbarem Speicher passt unter RLIMIT_DATA',
  'of several mappings that are moved at once none has userfaultfd registered or a place rule of its own':
    'von mehreren Abbildungen, die zugleich verschoben werden, ist keine bei userfaultfd angemeldet und keine hat eine eigene Regel für ihren Platz',
  'the old range of a shrinking call ends within the addresses that user space can have':
    'der alte Bereich eines verkleinernden Aufrufs endet innerhalb der Adressen des Benutzerraums',
  'without MREMAP_MAYMOVE, the old range ends where its mapping ends and free pages follow':
    'ohne MREMAP_MAYMOVE endet der alte Bereich, wo seine Abbildung endet, und freie Seiten folgen',
  'with MREMAP_DONTUNMAP all of the moved range fits below RLIMIT_AS a second time':
    'bei MREMAP_DONTUNMAP passt der ganze verschobene Bereich ein zweites Mal unter RLIMIT_AS',
  'with MREMAP_DONTUNMAP all of the moved private writable memory fits below RLIMIT_DATA a second time':
    'bei MREMAP_DONTUNMAP passt der ganze verschobene private beschreibbare Speicher ein zweites Mal unter RLIMIT_DATA',
  'somewhere there is a gap of the new size': 'irgendwo ist eine Lücke der neuen Größe',
  'the new address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'die neue Adresse liegt nicht unter vm.mmap_min_addr, oder der Aufrufer hat CAP_SYS_RAWIO',
  'the process is three mappings away from the most it may have, as a move needs them for a moment':
    'dem Prozess fehlen noch drei Abbildungen bis zur Höchstzahl, die ein Verschieben für einen Augenblick braucht',
  'a mapping that cannot be split is moved whole': 'eine unteilbare Abbildung wird als Ganzes verschoben',
  'the machine lends the memory that the call adds':
    'die Maschine leiht den Speicher, den der Aufruf hinzufügt',
  'the kernel has memory for page tables and mappings':
    'der Kernel hat Speicher für Seitentabellen und Abbildungen',
  'whoever made the mapping (a driver, an aio context) lets it be moved':
    'wer die Abbildung gemacht hat (ein Treiber, ein aio-Kontext), lässt sie verschieben',
  'the kernel has pkey_mprotect: 4.9 and later': 'der Kernel hat pkey_mprotect: ab 4.9',
  'the kernel was built with protection keys, for pkey_mprotect; for arm64 6.12 and later can be':
    'der Kernel wurde mit Schutzschlüsseln gebaut, für pkey_mprotect; für arm64 geht das ab 6.12',
  'PROT_GROWSDOWN and PROT_GROWSUP are not given together':
    'PROT_GROWSDOWN und PROT_GROWSUP stehen nicht zusammen',
  'the range does not pass the end of the address space':
    'der Bereich geht nicht über das Ende des Adressraums hinaus',
  'the protection has no bits but PROT_READ, PROT_WRITE, PROT_EXEC and those of the architecture':
    'der Schutz hat keine Bits außer PROT_READ, PROT_WRITE, PROT_EXEC und denen der Architektur',
  'the protection key is -1 or was allocated': 'der Schutzschlüssel ist -1 oder wurde vergeben',
  'PROT_GROWSDOWN is used on a mapping that grows down, and PROT_GROWSUP on none (x86, arm64, riscv64)':
    'PROT_GROWSDOWN wird auf einer Abbildung benutzt, die nach unten wächst, und PROT_GROWSUP auf keiner (x86, arm64, riscv64)',
  'every page of the range is mapped; what lies below the first hole is changed all the same':
    'jede Seite des Bereichs ist abgebildet; was unter dem ersten Loch liegt, wird trotzdem geändert',
  'the mapping may have that access: writing a shared file needs a descriptor opened for writing':
    'die Abbildung darf diesen Zugriff haben: Schreiben in eine gemeinsame Datei braucht einen zum Schreiben geöffneten Deskriptor',
  'the process has not given up executable memory that is or was writable (PR_SET_MDWE)':
    'der Prozess hat nicht auf ausführbaren Speicher verzichtet, der beschreibbar ist oder war (PR_SET_MDWE)',
  'whoever made the mapping (a driver) lets its protection be changed':
    'wer die Abbildung gemacht hat (ein Treiber), lässt ihren Schutz ändern',
  'no mapping in the range is sealed': 'keine Abbildung im Bereich ist versiegelt',
  'memory that becomes private and writable fits below RLIMIT_DATA':
    'Speicher, der privat und beschreibbar wird, passt unter RLIMIT_DATA',
  'the machine lends the memory that becomes private and writable':
    'die Maschine leiht den Speicher, der privat und beschreibbar wird',
  'the cuts at the ends of the range leave no more mappings than the process may have':
    'die Schnitte an den Enden des Bereichs lassen nicht mehr Abbildungen, als der Prozess haben darf',
  'a mapping that cannot be split (vdso, vvar, part of a huge page) lies in the range as a whole':
    'eine unteilbare Abbildung (vdso, vvar, Teil einer Huge Page) liegt als Ganzes im Bereich',
  'the kernel has the call: 6.10 and later': 'der Kernel hat den Aufruf: ab 6.10',
  'the kernel is one of 64 bits': 'der Kernel hat 64 Bit',
  'the flags are 0': 'die Flags sind 0',
  'every page of the range is mapped; otherwise nothing is sealed':
    'jede Seite des Bereichs ist abgebildet; sonst wird nichts versiegelt',
  'the protection is 0: it stays as it is': 'der Schutz ist 0: er bleibt, wie er ist',
  'the size, rounded down, is at least a page, and the range does not pass the end of the address space':
    'die Größe ist, abgerundet, mindestens eine Seite, und der Bereich geht nicht über das Ende des Adressraums hinaus',
  'offset and size, in pages, fit in a word of the kernel':
    'Offset und Größe, in Seiten, passen in ein Wort des Kernels',
  'the range starts in a shared mapping, of a file opened for writing or of shared memory':
    'der Bereich beginnt in einer gemeinsamen Abbildung, einer zum Schreiben geöffneten Datei oder gemeinsamen Speichers',
  'the whole range is mapped from one file with the same flags, without a hole':
    'der ganze Bereich ist aus einer Datei mit denselben Flags abgebildet, ohne Loch',
  'to remap locked memory, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'um gesperrten Speicher neu abzubilden, ist RLIMIT_MEMLOCK nicht 0, oder der Aufrufer hat CAP_IPC_LOCK',
  'locked memory fits below RLIMIT_MEMLOCK as if it were new: what it replaces is not taken off':
    'gesperrter Speicher passt unter RLIMIT_MEMLOCK, als wäre er neu: was er ersetzt, wird nicht abgezogen',
  'offset and size end within the largest size that a file can have':
    'Offset und Größe enden innerhalb der größten Größe, die eine Datei haben kann',
  "the file's own mmap operation agrees; a SysV segment is not removed meanwhile":
    'die eigene mmap-Operation der Datei stimmt zu; ein SysV-Segment wird nicht unterdessen entfernt',
};
