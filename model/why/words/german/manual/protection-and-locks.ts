/** German of english/manual/protection-and-locks.ts. */
import type { protectionAndLocksManualWords as English } from '../../english/manual/protection-and-locks';
import type { Translated } from '../../translation';

export const protectionAndLocksManualWords: Translated<typeof English> = {
  'manual.mprotect.access.1996.kernel':
    'Speicher konnte den Zugriff bekommen, den seine Abbildung von Anfang an erlaubt hatte, wie heute.',
  'manual.mprotect.access.2.4':
    'Der Speicher darf diesen Zugriff nicht haben: eine zum Lesen geöffnete Datei soll zum Beispiel beschreibbar werden.',
  'manual.mprotect.access.today.kernel':
    'Auch: Speicher, der beschreibbar ist oder war, soll ausführbar werden, in einem Prozess, der darauf verzichtet hat (PR_SET_MDWE, seit 6.3).',
  'manual.mprotect.unaligned.1996.kernel':
    'Eine Adresse abseits der Seitengrenzen und ein Bereich, der über das Ende des Adressraums hinausgeht.',
  'manual.mprotect.unaligned.2.4':
    'Die Adresse liegt nicht auf einer Seitengrenze oder ist kein gültiger Zeiger.',
  'manual.mprotect.unaligned.today.kernel':
    'Nur die Seitengrenze zählt. Eine nicht belegte Adresse ist ENOMEM.',
  'manual.mprotect.bits.1996.kernel':
    'Der Schutz konnte nichts außer PROT_READ, PROT_WRITE und PROT_EXEC enthalten.',
  'manual.mprotect.bits.today':
    'Der Schutz enthält Bits ohne Bedeutung oder PROT_GROWSUP und PROT_GROWSDOWN zusammen.',
  'manual.mprotect.bits.today.kernel':
    'Auch PROT_GROWSDOWN bei Speicher, der nicht nach unten wächst, wird abgelehnt.',
  'manual.mprotect.key.today': 'Der Schlüssel von pkey_mprotect wurde nicht vergeben.',
  'manual.mprotect.key.today.kernel': 'Ohne solche Hardware wird jeder Schlüssel außer -1 abgelehnt.',
  'manual.mprotect.other.today':
    'Manche Architekturen haben eigene Regeln: PROT_SAO auf PowerPC braucht die Hardware.',
  'manual.mprotect.other.today.kernel':
    'Eine Abbildung, die sich nicht teilen lässt (das vdso, eine Huge Page), liegt nur zum Teil im Bereich.',
  'manual.mprotect.unmapped.1996.kernel':
    'Nicht belegte Adressen waren EFAULT. Was vor dem Loch lag, war schon geändert.',
  'manual.mprotect.unmapped.2.4.kernel':
    'Seit 2.4.19 ist dies die Antwort auf nicht belegte Adressen. Was vor dem Loch liegt, ist schon geändert.',
  'manual.mprotect.unmapped.2010':
    'Eine Seite des Bereichs ist nicht abgebildet oder keine Adresse, die ein Prozess haben kann.',
  'manual.mprotect.unmapped.2010.kernel': 'Was vor dem Loch liegt, ist schon geändert.',
  'manual.mprotect.memory.2.4': 'Der Kernel hat keinen Speicher für eigene Verzeichnisse.',
  'manual.mprotect.memory.today.kernel':
    'Auch: privater Speicher soll beschreibbar werden, und RLIMIT_DATA (seit 4.7) oder die Overcommit-Regeln erlauben nicht so viel davon.',
  'manual.mprotect.count.2.4.kernel':
    'Eine Änderung in der Mitte macht aus einer Abbildung drei; mehr, als der Prozess haben darf, werden so abgelehnt.',
  'manual.mprotect.count.today': 'Durch die neuen Grenzen hätte der Prozess mehr Abbildungen als erlaubt.',
  'manual.mprotect.fault.1996.kernel': 'Das war die Antwort auf nicht belegte Adressen.',
  'manual.mprotect.fault.2.4': 'Der Speicher, der geschützt werden soll, ist nicht da.',
  'manual.mprotect.fault.2.4.kernel': 'Seit 2.4.19 ist die Antwort ENOMEM.',
  'manual.mprotect.fault.2010': 'Bis 2.4.18 versehentlich bei nicht belegten Adressen.',
  'manual.mprotect.sealed.today.kernel':
    'Versiegelter Speicher (mseal, seit 6.10) behält seinen Schutz; das sagt die Handbuchseite von mseal.',

  'manual.mlock.limit.1996.kernel':
    'RLIMIT_MEMLOCK wurde als Allererstes geprüft, auch für root; andere konnten gar nicht sperren.',
  'manual.mlock.limit.2.4': 'Es würden mehr Seiten gesperrt als erlaubt.',
  'manual.mlock.limit.2010':
    'Es würde mehr gesperrt, als RLIMIT_MEMLOCK erlaubt, das nicht null ist, ohne CAP_IPC_LOCK (seit 2.6.9).',
  'manual.mlock.limit.today.kernel':
    'Was im Bereich schon gesperrt ist, zählt nicht doppelt (seit 4.9). Die Grenze ist 8 MiB, solange niemand sie gesetzt hat (seit 5.16; davor 64 KiB).',
  'manual.mlock.unmapped.1996.kernel': 'Was vor dem Loch liegt, bleibt gesperrt.',
  'manual.mlock.unmapped.2.4': 'Eine Seite des Bereichs ist nicht abgebildet.',
  'manual.mlock.half.1996.kernel': 'Niemand konnte mehr als die Hälfte des Speichers der Maschine sperren.',
  'manual.mlock.half.2010': 'Bis 2.4: mehr als die Hälfte des Speichers würde gesperrt.',
  'manual.mlock.half.2010.kernel': 'Diese Regel gibt es nicht mehr.',
  'manual.mlock.count.today': 'Durch die neuen Grenzen hätte der Prozess mehr Abbildungen als erlaubt.',
  'manual.mlock.populate.today.kernel':
    'Auch eine Seite, die sich nicht bereitstellen lässt, ist ENOMEM: kein Zugriff ist erlaubt, oder die Datei endet vor ihr. Der Bereich wird trotzdem gesperrt und gezählt.',
  'manual.mlock.root.1996.kernel': 'Nur root konnte sperren. Die Grenzen wurden davor geprüft.',
  'manual.mlock.root.2.4': 'Sperren braucht CAP_IPC_LOCK.',
  'manual.mlock.root.2.4.kernel': 'Die Grenzen werden davor geprüft.',
  'manual.mlock.root.2010':
    'Der Aufrufer hat kein Vorrecht und braucht CAP_IPC_LOCK für das, was er verlangt.',
  'manual.mlock.root.2010.kernel': 'Seit 2.6.9 gilt das nur, wo RLIMIT_MEMLOCK null ist.',
  'manual.mlock.again.2010': 'Ein Teil des Bereichs oder alles wurde nicht gesperrt.',
  'manual.mlock.again.today.kernel':
    'Nur, wenn die Maschine keinen Speicher für die Seiten hat. Alles andere, was das Sperren einer Seite verhindert, ist ENOMEM.',
  'manual.mlock.wraps.1996.kernel': 'Ein Bereich, der über das Ende des Adressraums hinausgeht.',
  'manual.mlock.wraps.2.4': 'Die Länge ist negativ.',
  'manual.mlock.wraps.2010': 'Adresse plus Länge ist kleiner als die Adresse.',
  'manual.mlock.flags.today': 'Die Flags von mlock2 enthalten etwas Unbekanntes.',

  'manual.munlock.unmapped.1996.kernel': 'Was vor dem Loch liegt, wird entsperrt.',
  'manual.munlock.unmapped.2.4': 'Eine Seite des Bereichs ist nicht abgebildet.',
  'manual.munlock.unmapped.today.kernel': 'Was vor dem Loch liegt, wird entsperrt.',
  'manual.munlock.count.today': 'Durch die neuen Grenzen hätte der Prozess mehr Abbildungen als erlaubt.',
  'manual.munlock.wraps.1996.kernel': 'Ein Bereich, der über das Ende des Adressraums hinausgeht.',
  'manual.munlock.wraps.2.4': 'Die Länge ist negativ.',
  'manual.munlock.wraps.2010': 'Adresse plus Länge ist kleiner als die Adresse.',
  'manual.munlock.root.1996.kernel': 'Nur root konnte entsperren.',
  'manual.munlock.root.2.4.kernel': 'Jeder darf entsperren.',
  'manual.munlock.root.2010':
    'Der Aufrufer hat kein Vorrecht und braucht CAP_IPC_LOCK für das, was er verlangt.',
  'manual.munlock.root.2010.kernel': 'Jeder darf entsperren.',

  'manual.mlockall.flags.1996.kernel': 'Auch Flags von null wurden abgelehnt.',
  'manual.mlockall.flags.2.4': 'Die Flags enthalten etwas Unbekanntes.',
  'manual.mlockall.flags.today':
    'Die Flags enthalten etwas Unbekanntes oder MCL_ONFAULT ohne MCL_CURRENT und MCL_FUTURE.',
  'manual.mlockall.limit.1996.kernel':
    'Alles Abgebildete musste unter RLIMIT_MEMLOCK und in die Hälfte des Speichers passen, auch bei MCL_FUTURE allein und auch für root.',
  'manual.mlockall.limit.2.4': 'Es würden mehr Seiten gesperrt als erlaubt.',
  'manual.mlockall.limit.2010':
    'Es würde mehr gesperrt, als RLIMIT_MEMLOCK erlaubt, das nicht null ist, ohne CAP_IPC_LOCK (seit 2.6.9).',
  'manual.mlockall.limit.today.kernel':
    'Alles Abgebildete zählt, auch was schon gesperrt ist, aber nur bei MCL_CURRENT.',
  'manual.mlockall.root.1996.kernel': 'Nur root konnte sperren. Die Grenzen wurden davor geprüft.',
  'manual.mlockall.root.2.4': 'Sperren braucht CAP_IPC_LOCK.',
  'manual.mlockall.root.2010':
    'Der Aufrufer hat kein Vorrecht und braucht CAP_IPC_LOCK für das, was er verlangt.',
  'manual.mlockall.root.2010.kernel': 'Seit 2.6.9 gilt das nur, wo RLIMIT_MEMLOCK null ist.',
  'manual.munlockall.root.1996.kernel': 'Nur root konnte entsperren.',
  'manual.munlockall.root.2.4': 'Alles zu entsperren braucht CAP_IPC_LOCK.',
  'manual.munlockall.root.2010': 'Bis 2.6.8: der Aufrufer hatte CAP_IPC_LOCK nicht.',
  'manual.munlockall.root.2010.kernel': 'Jeder darf entsperren; der Aufruf scheitert nicht.',
};
