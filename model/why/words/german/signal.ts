/** German of english/signal.ts. */
import type { signalWords as English } from '../english/signal';
import type { Translated } from '../translation';

export const signalWords: Translated<typeof English> = {
  'signal.access': 'das Programm griff auf {address} zu',
  'signal.read': 'das Programm versuchte, {address} zu lesen',
  'signal.wrote': 'das Programm versuchte, auf {address} zu schreiben',
  'signal.ran': 'das Programm sprang nach {address}, um dort Code auszuführen',
  'signal.wrote-or-ran':
    'das Programm versuchte, auf {address} zu schreiben oder dort Code auszuführen (welches von beiden, zeigt ein Protokoll nicht)',
  'signal.read-or-wrote':
    'das Programm versuchte, {address} zu lesen oder zu beschreiben (welches von beiden, zeigt ein Protokoll nicht)',
  'signal.read-or-ran':
    'das Programm versuchte, {address} zu lesen oder dort Code auszuführen (welches von beiden, zeigt ein Protokoll nicht)',
  'signal.other': 'Der Task bekam {signal}.',
  'signal.fatal': 'Der Task wurde durch {signal} beendet.',
  'signal.null': 'Der Zeiger ist NULL: {access}.',
  'signal.guard-page':
    'Die Seite {page} ist eine Schutzseite, eingerichtet in {line} (MADV_GUARD_INSTALL), die kein Zugriff berühren darf: {access}.',
  'signal.past-the-end':
    'An {address} war nie etwas abgebildet; das liegt {past} hinter dem Ende der Abbildung aus {line}: {access}.',
  'signal.beyond-file':
    'Die Seite bei {address} ist abgebildet, aber dahinter steht nichts: die Datei {path} endet vor ihrem Byte {page}, oder sie ließ sich nicht lesen.',
  'signal.beyond-known-file':
    'Die Seite bei {address} ist abgebildet, aber die Datei {path} hat nur {size}: sie endet vor ihrem Byte {page}, bei dem die Seite beginnt.',
  'signal.beyond-file-since':
    'Die Seite bei {address} ist abgebildet, aber die Datei {path} hat seit {line} nur {size}: sie endet vor ihrem Byte {page}, bei dem die Seite beginnt.',
  'signal.beyond-shared':
    'Die Seite bei {address} ist abgebildet, aber der gemeinsame Speicher dahinter wurde mit {size} angelegt und endet vor ihr.',
  'signal.userfault':
    'Die Seite bei {address} fehlt, und das userfaultfd, bei dem sie seit {line} registriert ist, verlangt, dass ein Signal kommt, statt dass gewartet wird (UFFD_FEATURE_SIGBUS).',
  'signal.protection-key':
    'Die Seite bei {address} hat den Schutzschlüssel {key}, den der Thread für sich geschlossen hatte (PKRU).',
  'signal.protection-key-since':
    'Die Seite bei {address} hat seit {line} den Schutzschlüssel {key}, und diesen Schlüssel hatte der Thread für sich geschlossen (PKRU).',
  'signal.not-canonical':
    'Der Prozessor nannte keine Adresse: der Zeiger ist überhaupt keine Adresse, denn seine Bits über Bit {bits} wiederholen dieses Bit nicht.',
  'signal.unaligned-vector':
    'Der Prozessor nannte keine Adresse: ein Vektorbefehl, der Ausrichtung verlangt (movaps), traf auf eine nicht ausgerichtete Adresse.',
  'signal.privileged-instruction':
    'Der Prozessor nannte keine Adresse: das Programm führte einen Befehl aus, den nur der Kernel ausführen darf.',
  'signal.bad-frame':
    'Der Kernel nannte keine Adresse: der Stack-Frame des Handlers, der seit {line} lief, ließ sich nicht schreiben oder war beschädigt.',
  'signal.illegal-instruction':
    'Das Programm führte einen Befehl aus, den der Prozessor nicht kennt ({signal}): mit Speicher hat das nichts zu tun.',
  'signal.arithmetic':
    'Das Programm teilte durch null, oder eine Rechnung lief über ({signal}): mit Speicher hat das nichts zu tun.',
  'signal.trap':
    'Das Programm lief auf einen Haltepunkt oder in eine Falle ({signal}): mit Speicher hat das nichts zu tun.',
  'signal.parent-death':
    '{signal} kam, weil der Elternprozess endete, wie in {line} verlangt (PR_SET_PDEATHSIG): kein Speicherfehler.',
  'signal.bounds':
    'Der Zugriff auf {address} liegt außerhalb der Grenzen {lower}–{upper}, die das Programm gesetzt hatte.',
  'signal.memory-tag':
    'Das Tag im Zeiger {address} ist nicht das Tag des Speichers ({code}): der Speicher wurde freigegeben oder gehört zu einem anderen Objekt.',
  'signal.control-protection':
    'Ein Rücksprung oder Sprung bei {address} entsprach nicht dem, was der Shadow Stack oder die Sprungmarken erlauben.',
  'signal.refused-unknown':
    'Dort ist etwas abgebildet, das es nicht erlaubt, und dieses Protokoll zeigt nicht, was: {access}.',
  'signal.refused-program':
    'Vor dem Heap, wo {address} liegt, ist das Programm selbst: sein Code, seine Konstanten (auch Text in Anführungszeichen) und seine Daten. Was dort liegt, erlaubt das nicht, und das Protokoll zeigt nicht, welcher Teil es ist: {access}.',
  'signal.disagrees':
    'Nach diesem Protokoll ist {address} abgebildet und erlaubt jeden Zugriff, aber der Kernel antwortete {code}: ein Aufruf, der die Abbildung geändert hat, fehlt im Protokoll.',
  'signal.disagrees-line':
    'Nach diesem Protokoll ist {address} seit {line} abgebildet und erlaubt den Zugriff, aber der Kernel antwortete {code}: ein Aufruf, der die Abbildung geändert hat, fehlt im Protokoll, oder ein Zugriff wurde abgelehnt, den es nicht zeigt.',
  'signal.stack-overflow':
    'Der Stack ist aufgebraucht: {address} liegt tiefer, als er wachsen darf. RLIMIT_STACK ist meist {limit}; dieses Protokoll zeigt es nicht.',
  'signal.stack-overflow-limit':
    'Der Stack ist aufgebraucht: {address} liegt tiefer, als er wachsen darf; RLIMIT_STACK ist {limit} ({line}).',
  'signal.stack-meets-mapping':
    'Der Stack kann nicht bis {address} wachsen: er muss 1 MiB Abstand von der Abbildung halten, die bei {end} endet ({line}).',
  'signal.thread-stack-guard':
    'Der Stack des Threads ist aufgebraucht: {address} liegt im Schutzbereich vor diesem Stack, der bei {low} beginnt und {size} hat (Thread erzeugt in {thread}).',
  'signal.thread-stack-end':
    'Der Stack des Threads ist aufgebraucht: {address} liegt unter diesem Stack, der bei {low} beginnt und {size} hat (Thread erzeugt in {thread}).',
  'signal.unaligned':
    'Der Zugriff ist nicht auf seine Größe ausgerichtet, und das Programm hatte vom Prozessor verlangt, das zu prüfen (oder der Prozessor tut es immer).',
  'signal.bus-unknown':
    'Hinter dem, was bei {address} abgebildet ist, steht nichts: jenseits des Dateiendes, oder das Gerät hat versagt.',
  'signal.bus-mapped':
    'Hinter dem, was seit {line} bei {address} abgebildet ist, steht nichts: jenseits des Dateiendes, oder das Gerät hat versagt.',
  'signal.handled': 'Der in {line} gesetzte Handler nahm das Signal an.',
  'signal.killed': 'Kein Handler nahm es an: der Prozess wurde beendet ({killed}).',
  'signal.killed-though-ignored':
    'Es sollte ignoriert werden ({line}), aber das geht beim Signal eines Fehlers nicht: der Prozess wurde beendet ({killed}).',
  'signal.killed-in-handler':
    'In {line} wurde ein Handler gesetzt, aber der Kernel konnte ihn nicht ausführen: das Signal war blockiert, wie es das in seinem eigenen Handler ist, oder der Stack des Handlers ließ sich nicht beschreiben. Der Prozess wurde beendet ({killed}).',
  'signal.sent': 'Ein Prozess hat {signal} geschickt; kein Speicherfehler.',
  'signal.sent-by':
    'Prozess {pid} hat {signal} geschickt; kein Speicherfehler. Die Zeile steht nicht in diesem Protokoll.',
  'signal.sent-line': '{signal} wurde in {line} geschickt; kein Speicherfehler.',
  'signal.sent-itself': 'Der Prozess hat sich {signal} in {line} selbst geschickt; kein Speicherfehler.',
  'signal.aborted':
    'Das Programm hat selbst aufgegeben: es schickte sich {signal} in {line}, wie es abort() und ein scheiterndes assert() tun.',
  'signal.limit': '{signal}: der Prozess hat {limit} überschritten; dieses Protokoll zeigt die Grenze nicht.',
  'signal.limit-line': '{signal}: der Prozess hat {limit} überschritten, gesetzt in {line}.',
  'signal.pipe': '{signal}: für das Schreiben in {line} gab es keinen Leser mehr.',
  'signal.seccomp': 'Ein seccomp-Filter hat den Aufruf {call} verhindert.',
  'signal.seccomp-line': 'Der in {line} gesetzte seccomp-Filter hat den Aufruf {call} verhindert.',
  'signal.timer': '{signal}: ein Timer ist abgelaufen.',
  'signal.timer-line': '{signal}: der in {line} gesetzte Timer ist abgelaufen.',
  'signal.killed-by-seccomp':
    'Durch {signal} mitten in einem Aufruf beendet: der in {line} gesetzte seccomp-Filter erlaubt ihn nicht.',
  'signal.sigkill':
    'Durch {signal} beendet, das in diesem Protokoll niemand geschickt hat: es kam von einem anderen Prozess, vom Anhalten eines Containers oder vom Kernel wegen Speichermangels.',
};
