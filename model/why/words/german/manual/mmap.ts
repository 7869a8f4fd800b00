/** German of english/manual/mmap.ts. */
import type { mmapManualWords as English } from '../../english/manual/mmap';
import type { Translated } from '../../translation';

export const mmapManualWords: Translated<typeof English> = {
  'manual.mmap.descriptor.1996':
    'Der Deskriptor ist nicht offen, und die Flags enthalten kein MAP_ANONYMOUS, mit dem keiner nötig ist.',
  'manual.mmap.descriptor.today.kernel': 'Ein mit O_PATH geöffneter Deskriptor gilt als nicht offen.',
  'manual.mmap.readable.1996':
    'Eine private Abbildung einer Datei braucht einen Deskriptor, der zum Lesen offen ist.',
  'manual.mmap.readable.1996.kernel': 'Auch eine gemeinsame Abbildung braucht das.',
  'manual.mmap.readable.today':
    'Jede Abbildung einer Datei braucht einen Deskriptor, der zum Lesen offen ist.',
  'manual.mmap.writable.1996':
    'Eine gemeinsame Abbildung, die PROT_WRITE verlangt, braucht einen Deskriptor, der zum Schreiben offen ist.',
  'manual.mmap.writable.1996.kernel':
    'Nur zum Schreiben offen genügte nicht: er musste für beides offen sein.',
  'manual.mmap.writable.2.4':
    'Eine gemeinsame Abbildung, die PROT_WRITE verlangt, braucht einen Deskriptor, der zum Lesen und Schreiben offen ist.',
  'manual.mmap.regular.1996.kernel':
    'Auf den meisten Dateisystemen war das die Antwort auf alles, was keine reguläre Datei ist.',
  'manual.mmap.regular.2.4': 'Der Deskriptor gehört zu etwas, das keine reguläre Datei ist.',
  'manual.mmap.regular.2.4.kernel':
    'Was sich nicht abbilden lässt, wird mit ENODEV beantwortet. Geräte lassen sich abbilden, wo ihr Treiber es erlaubt.',
  'manual.mmap.append.1996.kernel': 'Es wurde nicht geprüft, ob an eine Datei nur angehängt werden darf.',
  'manual.mmap.append.2.4': 'PROT_WRITE wird verlangt, und an die Datei darf nur angehängt werden.',
  'manual.mmap.append.2.4.kernel':
    'Eine gemeinsame Abbildung einer solchen Datei wird abgelehnt, wenn der Deskriptor zum Schreiben offen ist, ob PROT_WRITE verlangt wird oder nicht; eine private wird nicht abgelehnt.',

  'manual.mmap.security.2010.kernel': 'Ein Sicherheitsmodul (SELinux) kann jede Abbildung so ablehnen.',
  'manual.mmap.security.today.kernel':
    'Ein Sicherheitsmodul kann jede Abbildung so ablehnen. Ein Prozess, der auf zugleich beschreibbaren und ausführbaren Speicher verzichtet hat (PR_SET_MDWE, seit 6.3), bekommt es für PROT_WRITE mit PROT_EXEC.',
  'manual.mmap.unaligned.1996': 'Die Adresse, die Länge oder der Offset liegt nicht auf einer Seitengrenze.',
  'manual.mmap.unaligned.1996.kernel':
    'Eine Adresse wurde nur bei MAP_FIXED geprüft. Eine private Abbildung einer Datei konnte bei jedem Block ihres Dateisystems beginnen. Eine Länge wurde deswegen nie abgelehnt: sie wird aufgerundet.',
  'manual.mmap.unaligned.2.4.kernel':
    'Eine Adresse wird nur bei MAP_FIXED geprüft, der Offset immer. Eine Länge wird aufgerundet.',
  'manual.mmap.large.1996': 'Die Adresse, die Länge oder der Offset ist zu groß.',
  'manual.mmap.large.1996.kernel':
    'Eine zu große Adresse, eine zu große Länge und ein zu großer Offset waren alle EINVAL.',
  'manual.mmap.large.2.4.kernel':
    'Eine zu große Länge oder ein zu großer Offset ist EINVAL, eine zu hohe Adresse bei MAP_FIXED ist ENOMEM.',
  'manual.mmap.large.2010.kernel':
    'Nichts davon ist mehr EINVAL: zu lang und zu hoch sind ENOMEM, ein zu großer Offset ist EOVERFLOW.',
  'manual.mmap.zero.1996.kernel':
    'Die Länge null gelang: die Adresse kam zurück, und nichts wurde abgebildet.',
  'manual.mmap.zero.2010': 'Die Länge ist null (seit 2.6.12).',
  'manual.mmap.other.1996': 'Ein Argument ist nicht gültig; die Handbuchseite denkt an Größen und Grenzen.',
  'manual.mmap.other.2.4.kernel': 'MAP_GROWSDOWN wird bei Dateien abgelehnt.',
  'manual.mmap.other.today.kernel':
    'Unter anderem: MAP_GROWSDOWN bei Dateien, gemeinsamem Speicher und Huge Pages; Huge Pages, deren Größe, Adresse oder Offset nicht passt; MAP_DROPPABLE mit Flags, die es ausschließen; und alles, was der Treiber einer Datei beanstandet.',
  'manual.mmap.type.1996.kernel':
    'Die Flags mussten eines von MAP_PRIVATE und MAP_SHARED enthalten. Anonymer Speicher konnte nur privat sein.',
  'manual.mmap.type.2.4.kernel':
    'Die Flags müssen eines von MAP_PRIVATE und MAP_SHARED enthalten. Anonymer Speicher darf gemeinsam sein.',
  'manual.mmap.type.2010': 'Die Flags enthalten weder MAP_PRIVATE noch MAP_SHARED, oder beide.',
  'manual.mmap.type.today': 'Die Flags enthalten keines von MAP_PRIVATE, MAP_SHARED und MAP_SHARED_VALIDATE.',
  'manual.mmap.type.today.kernel':
    'Beide Bits zusammen sind seit 4.15 MAP_SHARED_VALIDATE; bei anonymem Speicher wird das weiterhin abgelehnt.',
  'manual.mmap.busy.1996':
    'Die Flags enthalten MAP_DENYWRITE, und jemand hat die Datei zum Schreiben offen. (Die Handbuchseite schreibt den Fehler ETXTBUSY.)',
  'manual.mmap.busy.1996.kernel':
    'Kein Programm bekam ihn je zu sehen: der Aufruf nahm MAP_DENYWRITE zuerst aus den Flags. Nur der Kernel selbst bildet Programme so ab.',
  'manual.mmap.busy.today.kernel':
    'MAP_DENYWRITE bewirkt nichts. So beantwortet wird nur noch eine gemeinsame beschreibbare Abbildung einer Datei, die als Swap dient.',

  'manual.mmap.locked.1996': 'Es würde zu viel Speicher gesperrt.',
  'manual.mmap.locked.1996.kernel':
    'Das wurde nur unter mlockall(MCL_FUTURE) geprüft, gegen RLIMIT_MEMLOCK und auch für root. MAP_LOCKED wurde ignoriert.',
  'manual.mmap.locked.2010': 'Es würde zu viel Speicher gesperrt; Näheres steht bei setrlimit.',
  'manual.mmap.locked.2010.kernel':
    'MAP_LOCKED und mlockall(MCL_FUTURE) zählen gegen RLIMIT_MEMLOCK, außer der Aufrufer hat CAP_IPC_LOCK.',
  'manual.mmap.file-lock.1996': 'Auf der Datei liegt eine Sperre.',
  'manual.mmap.file-lock.1996.kernel':
    'Nur eine verpflichtende Sperre (mandatory lock) zählte, und nur bei MAP_SHARED. Eine freiwillige (advisory lock) verhinderte nie eine Abbildung.',
  'manual.mmap.file-lock.today.kernel':
    'Eine Dateisperre verhindert keine Abbildung: verpflichtende Sperren (mandatory locks) gibt es seit 5.15 nicht mehr.',

  'manual.mmap.memory.1996': 'Der Speicher ist aufgebraucht.',
  'manual.mmap.memory.1996.kernel':
    'Es gab keine Lücke dieser Länge, oder der Kernel hatte keinen Platz, die Abbildung zu verzeichnen. Ob der Speicher vorhanden ist, wurde nicht geprüft, und RLIMIT_AS gab es nicht.',
  'manual.mmap.memory.2.4.kernel':
    'Außerdem: die Abbildung überschreitet RLIMIT_AS, oder die Overcommit-Regeln gewähren nicht so viel Speicher.',
  'manual.mmap.memory.today':
    'Der Speicher ist aufgebraucht, oder die Abbildung überschreitet RLIMIT_DATA (seit 4.7).',
  'manual.mmap.count.1996.kernel': 'Die Zahl der Abbildungen war nicht begrenzt.',
  'manual.mmap.count.2.4': 'Der Prozess hätte mehr Abbildungen als erlaubt.',
  'manual.mmap.count.today.kernel':
    'vm.max_map_count wird verglichen, bevor etwas abgebildet ist: auch eine Abbildung, die mit ihrer Nachbarin verschmelzen würde, wird abgelehnt.',
  'manual.mmap.beyond.today': 'Die Adresse liegt jenseits dessen, was der Prozessor adressieren kann.',
  'manual.mmap.beyond.today.kernel': 'Eine Länge jenseits davon wird ebenso beantwortet.',

  'manual.mmap.device.1996': 'System V kennt das, sagt die Handbuchseite, und nichts über Linux.',
  'manual.mmap.device.1996.kernel':
    'Linux gab es schon: für das, was sein Dateisystem oder Treiber nicht abbilden kann.',
  'manual.mmap.device.2.4': 'Das Dateisystem der Datei kann sie nicht abbilden.',
  'manual.mmap.device.today.kernel':
    'Auch Verzeichnisse, Pipes und Sockets. MAP_HUGETLB wird so beantwortet, wo die Maschine keine solchen Seiten hat.',
  'manual.mmap.nothing-there.1996.kernel':
    'Linux bildet ab, was hinter dem Ende einer Datei liegt. Ein Zugriff darauf bringt SIGBUS.',
  'manual.mmap.files.1996.kernel': 'Nichts wurde so beantwortet: hinter anonymem Speicher stand keine Datei.',
  'manual.mmap.files.2.4': 'Das System hat so viele offene Dateien, wie es haben darf.',
  'manual.mmap.files.today.kernel':
    'Das betrifft gemeinsamen anonymen Speicher, hinter dem eine eigene Datei steht.',
  'manual.mmap.noexec.2.4':
    'PROT_EXEC wird verlangt, und die Datei liegt auf einem mit noexec eingehängten Dateisystem.',
  'manual.mmap.noexec.2.4.kernel': '2.4.22 prüfte das noch nicht.',
  'manual.mmap.denied.2010.kernel':
    'MAP_LOCKED, wo RLIMIT_MEMLOCK null ist, und feste Adressen unter vm.mmap_min_addr.',
  'manual.mmap.denied.today':
    'Ein Siegel der Datei verbietet es, oder MAP_HUGETLB wird von jemandem benutzt, der nicht in der Gruppe dafür ist.',
  'manual.mmap.denied.today.kernel':
    'Außerdem: MAP_LOCKED, wo RLIMIT_MEMLOCK null ist, feste Adressen unter vm.mmap_min_addr und MAP_FIXED über versiegeltem Speicher (mseal, seit 6.10).',
  'manual.mmap.in-use.today': 'Die Flags enthalten MAP_FIXED_NOREPLACE, und im Bereich ist etwas abgebildet.',
  'manual.mmap.in-use.today.kernel':
    'Kernel vor 4.17 kennen das Flag nicht: sie nehmen die Adresse als Hinweis.',
  'manual.mmap.overflow.2010':
    'Auf 32 Bit mit 64-Bit-Offsets: Offset und Länge, in Seiten, passen zusammen nicht in ein Maschinenwort.',
  'manual.mmap.overflow.today.kernel':
    'Auch auf 64 Bit, und bei jedem Bereich, der hinter der größten möglichen Dateigröße endet.',
  'manual.mmap.unsupported.today':
    'Es steht dort, wo MAP_SHARED_VALIDATE und MAP_SYNC beschrieben sind: ein Flag, das unbekannt ist oder das die Datei nicht unterstützt.',

  'manual.munmap.invalid.1996': 'Eine Vermutung: wahrscheinlich EINVAL.',
  'manual.munmap.invalid.1996.kernel':
    'Eine Adresse abseits der Seitengrenzen oder ein Bereich jenseits des Benutzerraums. Die Länge null gelang.',
  'manual.munmap.invalid.2.4.kernel':
    'Eine Adresse abseits der Seitengrenzen, ein Bereich jenseits des Benutzerraums oder die Länge null.',
  'manual.munmap.count.1996.kernel': 'Die Zahl der Abbildungen war nicht begrenzt.',
  'manual.munmap.count.2.4.kernel':
    'Ein Loch mitten in einer Abbildung macht aus einer zwei, und der Prozess hat schon so viele, wie er darf. Dann wird keine Abbildung aufgehoben.',
  'manual.munmap.count.today':
    'Durch ein Loch mitten in einer Abbildung hätte der Prozess eine mehr als erlaubt.',
  'manual.munmap.sealed.today.kernel': 'Versiegelter Speicher (mseal, seit 6.10) bleibt.',
};
