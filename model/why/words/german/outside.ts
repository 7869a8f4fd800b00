/** German of english/outside.ts. */
import type { outsideWords as English } from '../english/outside';
import type { Translated } from '../translation';

export const outsideWords: Translated<typeof English> = {
  'outside.no-rule':
    'Nichts im Protokoll verletzt eine Regel, die {errno} antwortet: die Ursache liegt außerhalb dessen, was ein Protokoll zeigt.',
  'outside.errno': '{call} scheiterte mit {errno} aus einem Grund außerhalb des Adressraums.',
  'outside.meaning': '{call} scheiterte mit {errno}: {meaning}. Der Adressraum hat daran keinen Anteil.',
  'outside.sigreturn':
    'Was hier wie ein Fehler aussieht, ist das Register des Aufrufs, den das Signal unterbrochen hat.',
  'outside.injected-args':
    'strace hat die Argumente dieses Aufrufs geändert (INJECTED: args): der Kernel beurteilte andere, als das Programm gab, und sein {errno} gilt diesen.',
  'outside.huge-page-pool':
    'Die Seite bei {address} brauchte eine Huge Page, und der Vorrat an Huge Pages hatte keine mehr (MAP_NORESERVE, oder eine Kopie nach fork).',
  'outside.hardware': 'Das Gerät oder der Speicherbus versagte bei {address}.',
  'outside.broken-memory':
    'Der Speicher hinter {address} ist defekt oder wurde dazu erklärt (MADV_HWPOISON): die Maschine konnte seinen Inhalt nicht liefern.',

  'outside.nonblocking':
    'Für {call} war nicht sofort etwas da, und Deskriptor {fd} wartet nicht: er ist seit {line} nicht blockierend.',
  'outside.nonblocking-write':
    'Für {call} war nicht sofort Platz, und Deskriptor {fd} wartet nicht: er ist seit {line} nicht blockierend.',
  'outside.nonblocking-unseen':
    '{call} konnte nicht sofort etwas tun, und Deskriptor {fd} wartet nicht; die Zeile, die ihn nicht blockierend gemacht hat, steht nicht in diesem Protokoll.',
  'outside.dont-wait': '{call} konnte nicht sofort etwas tun, und {flag} verlangt, nicht zu warten.',
  'outside.socket-timeout':
    '{call} wartete so lange, wie es die Zeitgrenze von Deskriptor {fd} erlaubt, gesetzt in {line}.',
  'outside.lock-held':
    'Die Sperre, die {call} verlangte, hält jemand anderes, und warten sollte der Aufruf nicht.',
  'outside.futex-value':
    'Der Futex hatte nicht mehr den Wert {expected}, als der Kernel nachsah: ein anderer Thread hatte ihn geändert, und es gab nichts zu warten.',
  'outside.connect-goes-on':
    'Die Verbindung wird aufgebaut; Deskriptor {fd} wartet nicht darauf, denn er ist seit {line} nicht blockierend.',
  'outside.connect-goes-on-unseen': 'Die Verbindung wird aufgebaut; Deskriptor {fd} wartet nicht darauf.',
  'outside.connect-under-way': 'Eine Verbindung von Deskriptor {fd} wird seit {line} aufgebaut.',
  'outside.waited-in-vain': '{call} wartete so lange wie verlangt, und nichts geschah.',
  'outside.peer-silent': 'Die Gegenseite hat auf {call} nicht rechtzeitig geantwortet.',
  'outside.interrupted-by': '{signal} ({line}) unterbrach {call} beim Warten.',
  'outside.interrupted': 'Ein Signal unterbrach {call} beim Warten.',
  'outside.no-reader':
    'Für {call} gab es niemanden, der liest: das andere Ende von Deskriptor {fd} ist geschlossen.',
  'outside.reader-closed':
    'Für {call} gab es niemanden, der liest: das andere Ende von Deskriptor {fd}, Deskriptor {other}, wurde in {line} geschlossen.',
  'outside.shut-down': '{call} kam, nachdem der Socket {fd} in {line} abgeschaltet worden war.',

  'outside.fd-closed': 'Deskriptor {fd} wurde in {line} geschlossen.',
  'outside.fd-never-opened':
    'Deskriptor {fd} steht für nichts: keine Zeile dieses Protokolls hat ihn geöffnet.',
  'outside.fd-negative': '{fd} ist kein Deskriptor.',
  'outside.fd-of-failure':
    '{fd} ist kein Deskriptor; vielleicht ist es die Antwort des Aufrufs, der in {line} scheiterte.',
  'outside.fd-too-high': '{fd} liegt jenseits aller Deskriptoren, die der Prozess haben darf.',
  'outside.fd-path-only':
    'Deskriptor {fd} ({path}) wurde mit O_PATH geöffnet, das nichts erlaubt, als die Datei zu benennen.',
  'outside.fd-read-only': 'Deskriptor {fd} ({path}) wurde nur zum Lesen geöffnet, in {line}.',
  'outside.fd-write-only': 'Deskriptor {fd} ({path}) wurde nur zum Schreiben geöffnet, in {line}.',
  'outside.fd-not-writable': 'Deskriptor {fd} ({path}) ist nicht zum Schreiben offen.',
  'outside.fd-not-readable': 'Deskriptor {fd} ({path}) ist nicht zum Lesen offen.',
  'outside.descriptor-limit':
    'Der Prozess hat so viele Deskriptoren, wie er haben darf (RLIMIT_NOFILE, das dieses Protokoll nicht zeigt), oder die Maschine hat keine mehr.',
  'outside.descriptor-limit-shown':
    'Der Prozess hat so viele Deskriptoren, wie er haben darf: RLIMIT_NOFILE ist {limit} ({line}).',
  'outside.no-position':
    'Deskriptor {fd} (aus {line}) ist eine Pipe, ein Socket oder Ähnliches und hat keine Position.',
  'outside.no-position-unseen':
    'Deskriptor {fd} ist eine Pipe, ein Socket oder Ähnliches und hat keine Position.',
  'outside.no-terminal':
    'Was hinter Deskriptor {fd} steht (aus {line}), kennt diese Anforderung nicht: es ist kein Terminal oder kein solches Gerät.',
  'outside.no-terminal-unseen':
    'Was hinter Deskriptor {fd} steht, kennt diese Anforderung nicht: es ist kein Terminal oder kein solches Gerät.',
  'outside.no-socket': 'Deskriptor {fd} (aus {line}) ist kein Socket.',
  'outside.no-socket-unseen': 'Deskriptor {fd} ist kein Socket.',
  'outside.no-directory': 'Deskriptor {fd} (aus {line}) ist kein Verzeichnis.',
  'outside.no-directory-unseen': 'Deskriptor {fd} ist kein Verzeichnis.',
  'outside.directory-read': 'Deskriptor {fd} (aus {line}) ist ein Verzeichnis, das {call} nicht lesen kann.',
  'outside.directory-read-unseen': 'Deskriptor {fd} ist ein Verzeichnis, das {call} nicht lesen kann.',

  'outside.path-removed': '{path} wurde in {line} entfernt.',
  'outside.path-renamed':
    '{path} oder ein Verzeichnis auf dem Weg dorthin bekam in {line} einen anderen Namen.',
  'outside.path-empty': 'Der Pfad ist leer.',
  'outside.path-missing': '{path} gibt es nicht, oder ein Verzeichnis auf dem Weg dorthin fehlt.',
  'outside.program-missing':
    '{path} gibt es nicht, oder der darin genannte Interpreter (die #!-Zeile, der dynamische Linker) fehlt.',
  'outside.path-exists': '{path} ist schon da.',
  'outside.path-made': '{path} ist schon da: angelegt in {line}.',
  'outside.path-forbidden':
    'Die Rechte von {path} oder eines Verzeichnisses auf dem Weg dorthin erlauben {call} nicht ({errno}).',
  'outside.path-rights-changed':
    'Die Rechte von {path} erlauben {call} nicht ({errno}); sie wurden in {line} geändert.',
  'outside.path-forbidden-since':
    'Die Rechte von {path} oder eines Verzeichnisses auf dem Weg dorthin erlauben {call} nicht für den Benutzer, unter dem das Programm seit {line} läuft ({errno}).',
  'outside.program-forbidden':
    '{path} darf nicht ausgeführt werden: das Ausführungsrecht fehlt, oder das Dateisystem ist mit noexec eingehängt ({errno}).',
  'outside.path-loop': 'Symbolische Links auf dem Weg zu {path} führen im Kreis, oder es sind zu viele.',
  'outside.path-loop-made': 'Symbolische Links führen im Kreis: {path} wurde in {line} zu einem Link.',
  'outside.path-is-link': '{path} ist ein symbolischer Link, und O_NOFOLLOW verbietet, ihm zu folgen.',
  'outside.path-through-file': 'Ein Teil von {path}, der ein Verzeichnis sein muss, ist keines.',
  'outside.path-is-directory': '{path} ist ein Verzeichnis, mit dem {call} dies nicht tun kann.',
  'outside.path-too-long':
    '{path} ist länger, als ein Pfad sein darf, oder einer der Namen darin länger als ein Name.',
  'outside.directory-not-empty': 'Das Verzeichnis {path} ist nicht leer.',
  'outside.other-filesystem': '{path} und der andere Name liegen auf verschiedenen Dateisystemen.',
  'outside.read-only-filesystem': 'Das Dateisystem von {path} ist nur lesbar eingehängt.',
  'outside.path-busy':
    '{path} ist in Gebrauch: eingehängt oder vom Kernel oder einem anderen Prozess gehalten.',
  'outside.no-program': '{path} hat kein Programmformat, das der Kernel kennt.',
  'outside.no-attribute': '{path} hat kein solches Attribut.',
  'outside.no-reader-of-fifo': 'Niemand hat {path} zum Lesen offen, oder dahinter steht kein Gerät.',
  'outside.no-link': '{path} ist kein symbolischer Link.',
  'outside.program-runs': '{path} ist ein laufendes Programm: es lässt sich nicht zum Schreiben öffnen.',
  'outside.program-written':
    '{path} ist seit {line} zum Schreiben offen und lässt sich deshalb nicht ausführen.',
  'outside.program-busy': '{path} ist irgendwo zum Schreiben offen und lässt sich deshalb nicht ausführen.',
  'outside.no-space': '{call} fand keinen Platz auf dem Gerät oder im Kontingent (Quota).',
  'outside.no-segment': 'Die Maschine hat so viele SysV-Segmente oder so viel darin, wie sie haben darf.',

  'outside.privilege': '{call} braucht ein Vorrecht, das das Programm nicht hat ({errno}).',
  'outside.privilege-dropped':
    '{call} braucht ein Vorrecht, das das Programm in {line} aufgegeben hat ({errno}).',
  'outside.other-user': 'Prozess {pid} gehört einem anderen Benutzer.',
  'outside.task-ended': 'Prozess oder Thread {pid} endete in {line}.',
  'outside.task-unknown': 'Einen Prozess oder Thread {pid} gibt es nicht; dieses Protokoll zeigt keinen.',
  'outside.child-waited-for':
    'Es gibt kein Kind mehr, auf das zu warten wäre: auf das letzte wurde in {line} gewartet.',
  'outside.children-ignored':
    'Es gibt kein Kind, auf das zu warten wäre: SIGCHLD wird seit {line} ignoriert, also hinterlassen Kinder nichts.',
  'outside.not-its-child': 'Prozess {pid} ist kein Kind von diesem, auf das sich warten ließe.',
  'outside.no-child': 'Der Prozess hat keine Kinder.',

  'outside.connected-at': 'Der Socket {fd} ist seit {line} verbunden.',
  'outside.connected': 'Der Socket {fd} ist schon verbunden.',
  'outside.not-connected-since': 'Der Socket {fd} ist nicht mehr verbunden: er wurde in {line} abgeschaltet.',
  'outside.not-connected': 'Der Socket {fd} ist nicht verbunden.',
  'outside.connection-reset': 'Die Gegenseite hat die Verbindung abgebrochen.',
  'outside.connection-refused': 'An dieser Adresse nimmt niemand Verbindungen an.',
  'outside.address-bound':
    'Die Adresse ist vergeben: ein Socket dieses Protokolls wurde in {line} an sie gebunden.',
  'outside.address-in-use': 'Die Adresse ist an einen anderen Socket vergeben.',

  'outside.argument': 'Ein Argument von {call} hat einen Wert, der hier nichts bedeutet.',
  'outside.seek-whence':
    'Das letzte Argument von {call} ist keines von SEEK_SET, SEEK_CUR, SEEK_END, SEEK_DATA und SEEK_HOLE.',
  'outside.seek-negative': '{call} um {offset} würde an eine Stelle vor dem Anfang der Datei führen.',
  'outside.length-negative': 'Eine Datei kann nicht {length} Byte haben.',
  'outside.truncate-read-only':
    'Deskriptor {fd} wurde in {line} nur zum Lesen geöffnet: die Datei lässt sich nicht kürzen.',
  'outside.truncate-kind':
    'Was {call} bekam, lässt sich nicht kürzen: keine reguläre Datei, oder nicht zum Schreiben offen.',
  'outside.no-such-signal': 'Ein solches Signal gibt es nicht.',
  'outside.signal-untouchable':
    'Ein solches Signal gibt es nicht, oder es ist SIGKILL oder SIGSTOP, die niemand behandeln oder ignorieren kann.',
  'outside.no-such-time': 'Das ist keine Zeit: Nanosekunden gehen von 0 bis 999999999.',
  'outside.no-such-clock':
    'Eine solche Uhr oder einen solchen Timer gibt es nicht, oder sie können dies nicht.',
  'outside.no-such-option': 'Dieser Kernel kennt die Option nicht, oder nicht mit diesen Argumenten.',
  'outside.buffer-too-short': 'Der Puffer ist zu kurz für das Ergebnis.',
  'outside.no-such-call':
    'Dieser Kernel hat {call} nicht: er ist älter als der Aufruf, ohne ihn gebaut, oder ein Filter behauptet es.',
  'outside.epoll-file': 'Auf eine reguläre Datei oder ein Verzeichnis lässt sich mit epoll nicht warten.',
  'outside.epoll-twice': 'Deskriptor {fd} ist schon in der Menge, seit {line}.',
  'outside.file-too-big': 'Die Datei würde größer, als RLIMIT_FSIZE oder das Dateisystem erlaubt.',
  'outside.file-size-limit': 'Die Datei würde größer, als RLIMIT_FSIZE erlaubt: {limit} Byte ({line}).',
  'outside.arguments-too-long':
    'Argumente und Umgebung sind länger, als ein Programm sie bekommen kann: ein Viertel von RLIMIT_STACK, und je 128 KiB.',

  'outside.seccomp':
    'Der in {line} gesetzte seccomp-Filter kann {call} mit {errno} beantwortet haben, bevor der Kernel die Argumente ansah.',
  'outside.seccomp-unseen':
    'Ein seccomp-Filter, der gesetzt wurde, bevor dieses Protokoll beginnt, kann {call} mit {errno} beantwortet haben.',
  'outside.security-module':
    'Ein Sicherheitsmodul (SELinux, AppArmor) kann {call} abgelehnt haben ({errno}).',
  'outside.memory-cgroup': 'Die cgroup des Prozesses hat vielleicht schon so viel Speicher wie erlaubt.',
  'outside.kernel-memory': 'Der Kernel fand vielleicht keinen Speicher für das, was {call} braucht.',
  'outside.commit': 'Die Kopie ist vielleicht mehr, als die Maschine zusagt (Overcommit).',
  'outside.lock-limit':
    'Was {call} braucht, zählt vielleicht als gesperrter Speicher, von dem RLIMIT_MEMLOCK nicht mehr erlaubt.',
  'outside.process-limit':
    'Der Benutzer hat vielleicht schon so viele Prozesse und Threads, wie RLIMIT_NPROC erlaubt.',
  'outside.task-limits':
    'Die cgroup (pids.max) oder die Maschine hat vielleicht schon so viele Tasks wie erlaubt.',
};
