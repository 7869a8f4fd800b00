/** What the checks of mmap, munmap and brk demand, in German. */
export const mappingDemands: Readonly<Record<string, string>> = {
  'the six words that old_mmap is given a pointer to can be read':
    'die sechs Wörter, auf die das Argument von old_mmap zeigt, sind lesbar',
  'the offset is a multiple of the page size, for anonymous memory too':
    'der Offset ist ein Vielfaches der Seitengröße, auch bei anonymem Speicher',
  'the descriptor is open': 'der Deskriptor ist offen',
  'the descriptor was not opened with O_PATH': 'der Deskriptor wurde nicht mit O_PATH geöffnet',
  'MAP_HUGETLB is given for anonymous memory or a file on hugetlbfs':
    'MAP_HUGETLB steht bei anonymem Speicher oder einer Datei auf hugetlbfs',
  'the machine has huge pages of the size asked for': 'die Maschine hat Huge Pages der verlangten Größe',
  'the machine has huge pages at all': 'die Maschine hat überhaupt Huge Pages',
  'no security module (SELinux, AppArmor) objects':
    'kein Sicherheitsmodul (SELinux, AppArmor) hat etwas dagegen',
  'the length is not zero': 'die Länge ist nicht null',
  'the length can be rounded up to whole pages': 'die Länge lässt sich auf ganze Seiten aufrunden',
  'offset and length, in pages, fit in a word of the kernel':
    'Offset und Länge, in Seiten, passen in ein Wort des Kernels',
  'the process has no more mappings than it may have, even if this one would merge':
    'der Prozess hat nicht mehr Abbildungen als erlaubt, auch wenn diese mit einer anderen verschmelzen würde',
  'the length is no larger than the address space': 'die Länge ist nicht größer als der Adressraum',
  'somewhere there is a gap of that length': 'irgendwo ist eine Lücke dieser Länge',
  'a fixed address of huge pages is a multiple of their size':
    'eine feste Adresse von Huge Pages ist ein Vielfaches ihrer Größe',
  'a fixed address is not -1, the number by which the kernel itself says EPERM':
    'eine feste Adresse ist nicht -1, die Zahl, mit der der Kernel selbst EPERM sagt',
  'the fixed range ends within the addresses that user space can have':
    'der feste Bereich endet innerhalb der Adressen des Benutzerraums',
  'a fixed address is a multiple of the page size': 'eine feste Adresse ist ein Vielfaches der Seitengröße',
  'a fixed address is not below vm.mmap_min_addr, or the caller has CAP_SYS_RAWIO':
    'eine feste Adresse liegt nicht unter vm.mmap_min_addr, oder der Aufrufer hat CAP_SYS_RAWIO',
  'with MAP_FIXED_NOREPLACE, nothing is mapped in the range':
    'bei MAP_FIXED_NOREPLACE ist im Bereich nichts abgebildet',
  'for MAP_LOCKED, RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'für MAP_LOCKED ist RLIMIT_MEMLOCK nicht 0, oder der Aufrufer hat CAP_IPC_LOCK',
  'for MAP_LOCKED, or under mlockall(MCL_FUTURE), the mapping fits below RLIMIT_MEMLOCK':
    'für MAP_LOCKED, oder unter mlockall(MCL_FUTURE), passt die Abbildung unter RLIMIT_MEMLOCK',
  'offset and length end within the largest size that a file can have':
    'Offset und Länge enden innerhalb der größten Größe, die eine Datei haben kann',
  'with MAP_SHARED_VALIDATE every flag is known, and MAP_SYNC is supported by the file':
    'bei MAP_SHARED_VALIDATE ist jedes Flag bekannt, und die Datei unterstützt MAP_SYNC',
  'the flags hold one of MAP_SHARED, MAP_PRIVATE and MAP_SHARED_VALIDATE':
    'die Flags enthalten eines von MAP_SHARED, MAP_PRIVATE und MAP_SHARED_VALIDATE',
  'for a shared writable mapping the descriptor was opened for writing':
    'für eine gemeinsame beschreibbare Abbildung wurde der Deskriptor zum Schreiben geöffnet',
  'a file to be mapped shared and writable is not in use for swapping':
    'eine Datei, die gemeinsam und beschreibbar abgebildet wird, dient nicht als Auslagerungsdatei (swap)',
  'a file to be mapped shared is not append-only (chattr +a) and open for writing':
    'eine Datei, die gemeinsam abgebildet wird, darf nicht nur angehängt werden (chattr +a), während sie zum Schreiben offen ist',
  'nobody holds a mandatory lock on a file to be mapped shared':
    'niemand hält eine verpflichtende Sperre auf einer Datei, die gemeinsam abgebildet wird',
  'the descriptor was opened for reading, whatever the protection':
    'der Deskriptor wurde zum Lesen geöffnet, gleich welcher Schutz verlangt ist',
  'a file to be mapped executable lies on no filesystem mounted noexec':
    'eine Datei, die ausführbar abgebildet wird, liegt auf keinem mit noexec eingehängten Dateisystem',
  'the descriptor is of a kind that can be mapped: no directory, pipe, eventfd or Unix socket':
    'der Deskriptor ist von einer Art, die sich abbilden lässt: kein Verzeichnis, keine Pipe, kein eventfd, kein Unix-Socket',
  'MAP_GROWSDOWN is not given for a file': 'MAP_GROWSDOWN steht nicht bei einer Datei',
  'a memfd to be mapped shared and writable is not sealed against writing':
    'ein memfd, das gemeinsam und beschreibbar abgebildet wird, ist nicht gegen Schreiben versiegelt',
  'MAP_GROWSDOWN is not given for shared memory or huge pages':
    'MAP_GROWSDOWN steht nicht bei gemeinsamem Speicher oder Huge Pages',
  'MAP_DROPPABLE is used on a 64-bit kernel': 'MAP_DROPPABLE wird auf einem 64-Bit-Kernel benutzt',
  'MAP_DROPPABLE is given without MAP_LOCKED, MAP_HUGETLB and MAP_GROWSDOWN':
    'MAP_DROPPABLE steht ohne MAP_LOCKED, MAP_HUGETLB und MAP_GROWSDOWN',
  'the flags of anonymous memory hold one of MAP_SHARED, MAP_PRIVATE and MAP_DROPPABLE':
    'die Flags anonymen Speichers enthalten eines von MAP_SHARED, MAP_PRIVATE und MAP_DROPPABLE',
  'the process has not given up memory that is writable and executable (PR_SET_MDWE)':
    'der Prozess hat nicht auf Speicher verzichtet, der beschreibbar und ausführbar ist (PR_SET_MDWE)',
  'the architecture allows the protection for this kind of memory (memory tagging)':
    'die Architektur erlaubt den Schutz für diese Art Speicher (Memory Tagging)',
  'nobody has forbidden for good that the file be mapped shared and writable':
    'niemand hat für immer verboten, die Datei gemeinsam und beschreibbar abzubilden',
  'no mapping is cut in its middle while the process has as many mappings as it may':
    'keine Abbildung wird in der Mitte zerschnitten, solange der Prozess so viele hat, wie er darf',
  'no mapping in the range to be cleared is sealed':
    'keine Abbildung im Bereich, der geräumt wird, ist versiegelt',
  'no mapping that cannot be split lies partly in the range to be cleared':
    'keine unteilbare Abbildung liegt nur zum Teil im Bereich, der geräumt wird',
  'the mapping fits below RLIMIT_AS': 'die Abbildung passt unter RLIMIT_AS',
  'private writable memory fits below RLIMIT_DATA':
    'privater beschreibbarer Speicher passt unter RLIMIT_DATA',
  'the machine lends the memory: private writable or shared anonymous, and not MAP_NORESERVE':
    'die Maschine leiht den Speicher: privat und beschreibbar oder gemeinsam und anonym, und ohne MAP_NORESERVE',
  'the offset of huge pages is a multiple of their size, also where nothing else counts it':
    'der Offset von Huge Pages ist ein Vielfaches ihrer Größe, auch wo ihn sonst nichts zählt',
  'the pool of huge pages (vm.nr_hugepages) has enough of them':
    'der Vorrat an Huge Pages (vm.nr_hugepages) reicht aus',
  'secret memory is mapped shared': 'geheimer Speicher wird gemeinsam abgebildet',
  'secret memory, which is always locked, fits below RLIMIT_MEMLOCK':
    'geheimer Speicher, der immer gesperrt ist, passt unter RLIMIT_MEMLOCK',
  'MAP_SYNC is given only for a file on persistent memory that is mapped directly':
    'MAP_SYNC steht nur bei einer Datei auf persistentem Speicher, die direkt abgebildet wird',
  'the system (fs.file-max) has an open file left for the shared memory':
    'das System (fs.file-max) hat noch eine offene Datei für den gemeinsamen Speicher übrig',
  "the file's own mmap operation (a driver's, a filesystem's) agrees":
    'die eigene mmap-Operation der Datei (eines Treibers, eines Dateisystems) stimmt zu',
  'the kernel has memory for the mapping itself': 'der Kernel hat Speicher für die Abbildung selbst',
  'the address is a multiple of the page size': 'die Adresse ist ein Vielfaches der Seitengröße',
  'the range ends within the addresses that user space can have':
    'der Bereich endet innerhalb der Adressen des Benutzerraums',
  'the kernel has memory for the mappings that a cut makes':
    'der Kernel hat Speicher für die Abbildungen, die ein Schnitt entstehen lässt',
  'the break is known: the log shows an earlier brk of this process':
    'der Break ist bekannt: das Protokoll zeigt ein früheres brk dieses Prozesses',
  'the new break is not below the start of the heap': 'der neue Break liegt nicht unter dem Anfang des Heaps',
  'heap and data segment fit below RLIMIT_DATA, also where the heap shrinks':
    'Heap und Datensegment passen unter RLIMIT_DATA, auch wenn der Heap schrumpft',
  'something is mapped in the part that a shrinking heap gives back':
    'im Teil, den ein schrumpfender Heap zurückgibt, ist etwas abgebildet',
  'the heap ends within the addresses that user space can have':
    'der Heap endet innerhalb der Adressen des Benutzerraums',
  'under mlockall(MCL_FUTURE), what the heap grows by fits below RLIMIT_MEMLOCK':
    'unter mlockall(MCL_FUTURE) passt, worum der Heap wächst, unter RLIMIT_MEMLOCK',
  'a free page stays between the heap and the next mapping; below a stack, its guard gap':
    'zwischen dem Heap und der nächsten Abbildung bleibt eine freie Seite; unter einem Stack dessen Schutzabstand',
  'with all other private writable memory, the growth fits below RLIMIT_DATA':
    'mit allem anderen privaten beschreibbaren Speicher passt der Zuwachs unter RLIMIT_DATA',
  'the process has no more mappings than it may have, even if the heap only becomes longer':
    'der Prozess hat nicht mehr Abbildungen als erlaubt, auch wenn der Heap nur länger wird',
  'the machine lends the memory that the heap grows by':
    'die Maschine leiht den Speicher, um den der Heap wächst',
};
