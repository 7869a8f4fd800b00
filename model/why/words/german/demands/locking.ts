/** What the checks of locks, advice and asking demand, in German. */
export const lockingDemands: Readonly<Record<string, string>> = {
  'this kernel knows the advice': 'dieser Kernel kennt den Rat',
  'MADV_HWPOISON and MADV_SOFT_OFFLINE need CAP_SYS_ADMIN':
    'MADV_HWPOISON und MADV_SOFT_OFFLINE brauchen CAP_SYS_ADMIN',
  'each page can be made present: no guard page, and none behind the end of the file':
    'jede Seite kann vorhanden gemacht werden: keine Schutzseite und keine hinter dem Ende der Datei',
  'no sealed memory without write access is to be discarded':
    'kein versiegelter Speicher ohne Schreibrecht soll verworfen werden',
  'no memory to be discarded or taken away is locked':
    'kein Speicher, der verworfen oder weggenommen wird, ist gesperrt',
  'each mapping is of a kind that the advice is meant for':
    'jede Abbildung ist von einer Art, für die der Rat gedacht ist',
  'what is discarded of huge pages begins on the border of one':
    'was von Huge Pages verworfen wird, beginnt an der Grenze einer solchen',
  'MADV_REMOVE is used on a shared mapping that may be written':
    'MADV_REMOVE wird auf einer gemeinsamen Abbildung benutzt, die beschrieben werden darf',
  'MADV_REMOVE takes nothing out of a file that is sealed against writing':
    'MADV_REMOVE nimmt nichts aus einer Datei heraus, die gegen Schreiben versiegelt ist',
  'what MADV_REMOVE takes out ends below the largest offset that a file can have':
    'was MADV_REMOVE herausnimmt, endet unter dem größten Offset, den eine Datei haben kann',
  'the mapping allows the access that MADV_POPULATE_READ or MADV_POPULATE_WRITE makes':
    'die Abbildung erlaubt den Zugriff, den MADV_POPULATE_READ oder MADV_POPULATE_WRITE macht',
  'MADV_COLLAPSE is used where a huge page fits, in the mapping and in the range':
    'MADV_COLLAPSE wird benutzt, wo eine Huge Page hineinpasst, in die Abbildung und in den Bereich',
  'the pages that are to become a huge one are present, and nobody else holds them':
    'die Seiten, die zu einer Huge Page werden sollen, sind vorhanden, und niemand sonst hält sie',
  'the filesystem can take pages out of the middle of a file':
    'das Dateisystem kann Seiten mitten aus einer Datei nehmen',
  'MADV_WILLNEED is given for a mapping of a file': 'MADV_WILLNEED steht bei der Abbildung einer Datei',
  'MADV_WILLNEED is given for a mapping of a file, or the kernel can swap':
    'MADV_WILLNEED steht bei der Abbildung einer Datei, oder der Kernel kann auslagern',
  'every page of the range is mapped; what is mapped gets the advice all the same':
    'jede Seite des Bereichs ist abgebildet; was abgebildet ist, bekommt den Rat trotzdem',
  'the kernel has memory for what the advice makes': 'der Kernel hat Speicher für das, was der Rat bewirkt',
  'the kernel has mlock2: 4.4 and later': 'der Kernel hat mlock2: ab 4.4',
  'the flags of mlock2 are none or MLOCK_ONFAULT': 'die Flags von mlock2 sind keine oder MLOCK_ONFAULT',
  'RLIMIT_MEMLOCK is not 0, or the caller has CAP_IPC_LOCK':
    'RLIMIT_MEMLOCK ist nicht 0, oder der Aufrufer hat CAP_IPC_LOCK',
  'with what is locked already, the range fits below RLIMIT_MEMLOCK':
    'mit dem, was schon gesperrt ist, passt der Bereich unter RLIMIT_MEMLOCK',
  'every page of the range is mapped; what lies below the first hole is locked all the same':
    'jede Seite des Bereichs ist abgebildet; was unter dem ersten Loch liegt, wird trotzdem gesperrt',
  'every page can be made present: it allows some access and the file reaches that far':
    'jede Seite kann vorhanden gemacht werden: sie erlaubt irgendeinen Zugriff, und die Datei reicht so weit',
  'the machine has the memory': 'die Maschine hat den Speicher',
  'every page of the range is mapped; what lies below the first hole is unlocked all the same':
    'jede Seite des Bereichs ist abgebildet; was unter dem ersten Loch liegt, wird trotzdem entsperrt',
  'the flags hold MCL_CURRENT or MCL_FUTURE, perhaps MCL_ONFAULT, and no others':
    'die Flags enthalten MCL_CURRENT oder MCL_FUTURE, vielleicht MCL_ONFAULT, und keine anderen',
  'with MCL_CURRENT, all of the address space fits below RLIMIT_MEMLOCK':
    'bei MCL_CURRENT passt der ganze Adressraum unter RLIMIT_MEMLOCK',
  'the flags are of MS_ASYNC, MS_INVALIDATE and MS_SYNC':
    'die Flags sind aus MS_ASYNC, MS_INVALIDATE und MS_SYNC',
  'MS_ASYNC and MS_SYNC are not given together': 'MS_ASYNC und MS_SYNC stehen nicht zusammen',
  'with MS_INVALIDATE, nothing in the range is locked': 'bei MS_INVALIDATE ist nichts im Bereich gesperrt',
  'with MS_SYNC, a file mapped shared is of a kind that can be synchronized':
    'bei MS_SYNC ist eine gemeinsam abgebildete Datei von einer Art, die sich synchronisieren lässt',
  'with MS_SYNC, what was written to a shared mapping reaches the file':
    'bei MS_SYNC kommt in der Datei an, was in eine gemeinsame Abbildung geschrieben wurde',
  'every page of the range is mapped; files behind a hole are written all the same':
    'jede Seite des Bereichs ist abgebildet; Dateien hinter einem Loch werden trotzdem geschrieben',
  'the range ends within the addresses of user space':
    'der Bereich endet innerhalb der Adressen des Benutzerraums',
  'the vector, one byte a page, lies within the addresses of user space':
    'der Vektor, ein Byte je Seite, liegt innerhalb der Adressen des Benutzerraums',
  'the kernel has a page to collect the vector in':
    'der Kernel hat eine Seite, um den Vektor darin zu sammeln',
  'the bytes of the vector can be written, as far as pages are mapped':
    'die Bytes des Vektors sind beschreibbar, soweit Seiten abgebildet sind',
  'every page of the range is mapped': 'jede Seite des Bereichs ist abgebildet',
  'the kernel has the call: 5.10 and later': 'der Kernel hat den Aufruf: ab 5.10',
  'the vector has no more than 1024 elements': 'der Vektor hat nicht mehr als 1024 Elemente',
  'no length in the vector is negative': 'keine Länge im Vektor ist negativ',
  'all elements of the vector can be read': 'alle Elemente des Vektors sind lesbar',
  'every range in the vector lies within the addresses of user space':
    'jeder Bereich im Vektor liegt innerhalb der Adressen des Benutzerraums',
  'the descriptor is open, or is PIDFD_SELF (6.14 and later)':
    'der Deskriptor ist offen oder PIDFD_SELF (ab 6.14)',
  'the descriptor stands for a process': 'der Deskriptor steht für einen Prozess',
  'the process has not ended': 'der Prozess ist nicht beendet',
  'memory of another process is advised MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED or MADV_COLLAPSE only; before 6.13 one’s own too':
    'für Speicher eines anderen Prozesses wird nur MADV_COLD, MADV_PAGEOUT, MADV_WILLNEED oder MADV_COLLAPSE geraten; vor 6.13 auch für den eigenen',
  "the caller may read the other process's memory, as a debugger may":
    'der Aufrufer darf den Speicher des anderen Prozesses lesen, wie ein Debugger es darf',
  'for the memory of another process, the caller has CAP_SYS_NICE; before 6.13 for its own too':
    'für den Speicher eines anderen Prozesses hat der Aufrufer CAP_SYS_NICE; vor 6.13 auch für den eigenen',
  'the kernel has the call: 5.15 and later': 'der Kernel hat den Aufruf: ab 5.15',
  'the process, and every other with the same memory, is being killed or exits':
    'der Prozess, und jeder andere mit demselben Speicher, wird gerade getötet oder endet',
  'all of the memory could be freed at once': 'aller Speicher konnte auf einmal freigegeben werden',
  'the kernel has the call: 6.5 and later': 'der Kernel hat den Aufruf: ab 6.5',
  'the descriptor is open, and not only by O_PATH': 'der Deskriptor ist offen, und nicht nur mit O_PATH',
  'the range can be read': 'der Bereich ist lesbar',
  'the file is not one of huge pages': 'die Datei ist keine von Huge Pages',
  'the caller owns the file, or could write to it':
    'der Aufrufer besitzt die Datei oder könnte sie schreiben',
  'the statistics can be written': 'die Statistik ist beschreibbar',
};
