/** German of english/manual/other-calls.ts. */
import type { otherCallsManualWords as English } from '../../english/manual/other-calls';
import type { Translated } from '../../translation';

export const otherCallsManualWords: Translated<typeof English> = {
  'manual.msync.invalid.1996.kernel':
    'Eine Adresse abseits der Seitengrenzen, ein unbekanntes Flag und ein Bereich, der über das Ende des Adressraums hinausgeht.',
  'manual.msync.invalid.2.4':
    'Die Adresse liegt nicht auf einer Seitengrenze, oder die Flags enthalten etwas Unbekanntes.',
  'manual.msync.both.1996.kernel': 'MS_ASYNC und MS_SYNC konnten zusammen stehen.',
  'manual.msync.both.2.4.kernel': 'MS_ASYNC und MS_SYNC dürfen nicht zusammen stehen.',
  'manual.msync.both.2010': 'MS_ASYNC und MS_SYNC stehen zusammen.',
  'manual.msync.unmapped.1996.kernel':
    'Nicht belegte Adressen waren EFAULT, am Ende, wenn alles Übrige geschrieben war.',
  'manual.msync.unmapped.2.4': 'Ein Teil des Speichers ist nicht abgebildet.',
  'manual.msync.unmapped.2.4.kernel': 'Das Übrige wird trotzdem geschrieben.',
  'manual.msync.unmapped.today.kernel':
    'Das Übrige wird trotzdem geschrieben, außer bei MS_ASYNC allein, das am Loch aufhört. Auch ein Bereich über das Ende des Adressraums hinaus ist ENOMEM.',
  'manual.msync.busy.1996.kernel': 'Sperren wurden nicht beachtet.',
  'manual.msync.busy.2.4.kernel': 'MS_INVALIDATE wird bei gesperrtem Speicher abgelehnt.',
  'manual.msync.busy.2010': 'MS_INVALIDATE ist gegeben, und ein Teil des Speichers ist gesperrt.',
  'manual.msync.write.today.kernel':
    'Bei MS_SYNC kommt zurück, woran das Schreiben der Datei scheiterte: EIO, ENOSPC und andere.',

  'manual.brk.memory.1996.kernel':
    'Ein gescheiterter Aufruf gab den alten Break zurück. Er scheiterte, wenn er RLIMIT_DATA überschritt, wenn eine andere Abbildung weniger als eine Seite entfernt war oder wenn der Kernel den Speicher für zu knapp hielt.',
  'manual.brk.memory.2.4': 'Der Break lässt sich dort nicht setzen: einen anderen Fehler gibt es nicht.',
  'manual.brk.memory.2.4.kernel':
    'Ein gescheiterter Aufruf gibt den alten Break zurück, und die C-Bibliothek macht daraus den Fehler. Er scheitert, wenn er RLIMIT_DATA überschreitet, wenn eine andere Abbildung weniger als eine Seite entfernt ist oder wenn der Speicher nicht gewährt wird.',
  'manual.brk.memory.2010':
    'Der Break lässt sich dort nicht setzen: einen anderen Fehler gibt es nicht. Die Handbuchseite erklärt, dass der Aufruf selbst den alten Break zurückgibt.',
  'manual.brk.memory.2010.kernel':
    'Er scheitert auch, wenn er RLIMIT_AS überschreitet, und unter mlockall, wenn er RLIMIT_MEMLOCK überschreitet.',
  'manual.brk.memory.today.kernel':
    'Außerdem: der Schutzabstand unter einem Stack, RLIMIT_DATA für allen privaten beschreibbaren Speicher (4.7) und ein Heap, der schrumpfen soll, wo nichts abgebildet ist (6.1).',

  'manual.shmat.access.1996.kernel': 'Die Zugriffsrechte des Segments entschieden, wie heute.',
  'manual.shmat.access.2.4':
    'Die Zugriffsrechte des Segments geben dem Aufrufer diesen Zugriff nicht, und er hat CAP_IPC_OWNER nicht.',
  'manual.shmat.removed.1996.kernel':
    'Die Nummer gehört zu einem Segment, das fort ist und dessen Platz ein neues hat.',
  'manual.shmat.removed.2010': 'Das Segment wurde entfernt.',
  'manual.shmat.removed.today.kernel':
    'Ein Segment, das entfernt werden soll, lässt sich anhängen, solange es noch irgendwo angehängt ist.',
  'manual.shmat.id.1996.kernel': 'Es gab kein Segment mit dieser Nummer.',
  'manual.shmat.id.2.4': 'Die Nummer des Segments ist nicht gültig.',
  'manual.shmat.address.1996.kernel':
    'Eine Adresse abseits der Seitengrenzen ohne SHM_RND, oder SHM_REMAP ohne Adresse.',
  'manual.shmat.address.2.4':
    'Die Adresse liegt nicht auf einer Seitengrenze und SHM_RND ist nicht gegeben, oder SHM_REMAP ist ohne Adresse gegeben.',
  'manual.shmat.address.today.kernel':
    'Auch ein Bereich, der über das Ende des Adressraums hinausgeht, wird abgelehnt.',
  'manual.shmat.in-use.1996.kernel':
    'Im Bereich ist etwas abgebildet, oder der Bereich kommt dem Stack näher als vier Seiten.',
  'manual.shmat.in-use.2.4': 'Das Segment lässt sich an dieser Adresse nicht anhängen.',
  'manual.shmat.in-use.2010': 'Das Segment lässt sich an dieser Adresse nicht anhängen.',
  'manual.shmat.in-use.today.kernel':
    'Im Bereich ist etwas abgebildet. Mit SHM_REMAP wird es stattdessen entfernt.',
  'manual.shmat.memory.1996.kernel': 'Es gab keine Lücke dafür oder keinen Speicher, um es zu verzeichnen.',
  'manual.shmat.memory.2.4':
    'Der Kernel hat keinen Speicher, um es zu verzeichnen, oder keinen für Seitentabellen.',
  'manual.shmat.memory.today.kernel':
    'Auch: keine Lücke, RLIMIT_AS, die Zahl der Abbildungen und ein Bereich jenseits des Benutzerraums.',
  'manual.shmat.locked.2.4.kernel':
    'Unter mlockall(MCL_FUTURE) muss das Segment unter RLIMIT_MEMLOCK passen.',
  'manual.shmat.locked.today.kernel':
    'Unter mlockall(MCL_FUTURE) muss das Segment ohne CAP_IPC_LOCK unter RLIMIT_MEMLOCK passen.',
  'manual.shmat.denied.today.kernel':
    'Eine Adresse unter vm.mmap_min_addr, oder versiegelter Speicher bei SHM_REMAP.',
  'manual.shmdt.detached.1996.kernel': 'Der Aufruf scheiterte nie.',
  'manual.shmdt.detached.2.4': 'An dieser Adresse hängt kein Segment.',
  'manual.shmdt.detached.2010':
    'An dieser Adresse hängt kein Segment, oder sie liegt nicht auf einer Seitengrenze.',

  'manual.madvise.no-call.1996.kernel': 'Der Kernel hatte diesen Aufruf nicht; er kam mit 2.4.',
  'manual.madvise.unmapped.2.4':
    'Ein Teil des Bereichs ist nicht abgebildet. Was abgebildet ist, bekommt den Rat trotzdem.',
  'manual.madvise.willneed.2.4': 'Für MADV_WILLNEED fehlt der Speicher, in den die Seiten gelesen würden.',
  'manual.madvise.willneed.2.4.kernel': 'Zu viele Abbildungen werden so beantwortet.',
  'manual.madvise.willneed.2010.kernel': 'Zu viele Abbildungen sind EAGAIN.',
  'manual.madvise.locked.2.4': 'MADV_DONTNEED soll Seiten wegwerfen, die gesperrt oder gemeinsam sind.',
  'manual.madvise.locked.2.4.kernel': 'Gesperrte Seiten werden abgelehnt, gemeinsame nicht.',
  'manual.madvise.locked.2010.kernel':
    'Gesperrte Seiten werden abgelehnt, Huge Pages und Seiten von Geräten auch. Gemeinsame werden nicht abgelehnt.',
  'manual.madvise.locked.today':
    'MADV_DONTNEED, MADV_REMOVE, MADV_COLD oder MADV_PAGEOUT trifft auf gesperrte Seiten, auf Huge Pages oder auf Seiten eines Geräts.',
  'manual.madvise.locked.today.kernel':
    'Seit 5.18 nimmt MADV_DONTNEED auch Huge Pages, und MADV_DONTNEED_LOCKED nimmt gesperrte Seiten.',
  'manual.madvise.unaligned.2.4':
    'Die Adresse liegt nicht auf einer Seitengrenze, oder die Länge ist negativ.',
  'manual.madvise.unaligned.today.kernel':
    'Die Länge gilt als zu groß, wenn sie über das Ende des Adressraums hinausgeht.',
  'manual.madvise.advice.2.4': 'Diesen Rat gibt es nicht.',
  'manual.madvise.advice.2010':
    'Diesen Rat gibt es nicht, oder der Kernel wurde ohne das gebaut, was MADV_MERGEABLE braucht.',
  'manual.madvise.advice.today.kernel':
    'Welchen Rat es gibt, hängt von der Version ab und davon, wie der Kernel gebaut wurde.',
  'manual.madvise.kind.today':
    'Der Rat ist nicht für Abbildungen dieser Art: MADV_FREE und MADV_WIPEONFORK verlangen privaten anonymen Speicher, MADV_POPULATE_READ und MADV_POPULATE_WRITE das Zugriffsrecht.',
  'manual.madvise.kind.today.kernel':
    'Auch: ein Schutzbereich (guard region) auf einer besonderen Abbildung, und MADV_COLLAPSE, wo keine Huge Page hineinpasst.',
  'manual.madvise.badf.2.4': 'Was abgebildet ist, ist keine Datei.',
  'manual.madvise.badf.2.4.kernel': 'Nur MADV_WILLNEED verlangt eine Datei.',
  'manual.madvise.badf.today.kernel': 'Nur MADV_WILLNEED, und nur in Kerneln, die ohne Swap gebaut sind.',
  'manual.madvise.rss.2.4': 'Durch MADV_WILLNEED hätte der Prozess mehr Seiten im Speicher als erlaubt.',
  'manual.madvise.rss.2.4.kernel': 'RLIMIT_RSS wurde mit dem verglichen, was der Bereich hinzufügen würde.',
  'manual.madvise.rss.2010.kernel': 'RLIMIT_RSS wird nicht mehr geprüft.',
  'manual.madvise.again.2.4': 'Etwas, das der Kernel braucht, ist gerade nicht zu haben.',
  'manual.madvise.again.2.4.kernel':
    'Es fehlt der Speicher, um eine neue Abbildung zu verzeichnen. Zu viele Abbildungen sind ENOMEM.',
  'manual.madvise.again.today.kernel':
    'Zu viele Abbildungen werden so beantwortet (von 4.12 bis 5.16 mit ENOMEM).',
  'manual.madvise.remove.today':
    'MADV_REMOVE trifft auf eine Abbildung, die nicht gemeinsam und beschreibbar ist.',
  'manual.madvise.punch.2010.kernel':
    'Damals war die Antwort auf jedem Dateisystem außer tmpfs ENOSYS, wie die Handbuchseite sagt.',
  'manual.madvise.punch.today':
    'MADV_REMOVE wird auf einem Dateisystem benutzt, das keine Seiten aus einer Datei nehmen kann, so die Beschreibung von MADV_REMOVE.',
  'manual.madvise.poison.today': 'MADV_HWPOISON wird ohne CAP_SYS_ADMIN benutzt.',
  'manual.madvise.poison.today.kernel':
    'Auch: ein Rat, der wegwirft, gilt versiegeltem Speicher, der nicht beschrieben werden darf.',
  'manual.madvise.populate.today':
    'MADV_POPULATE_READ oder MADV_POPULATE_WRITE trifft auf eine Seite, die SIGBUS bringen würde.',
  'manual.madvise.populate.today.kernel': 'Auch ein Schutzbereich (guard region) wird so beantwortet.',
};
