/** German of english/session.ts. */
import type { Translated } from '../language';
import type { sessionWords as English } from '../english/session';

export const sessionWords: Translated<typeof English> = {
  'filter.failed-memory': 'Scheiternde Speicheraufrufe',
  'filter.failed-memory.help':
    'Aufrufe, die den Adressraum ändern und scheitern, und jeder Aufruf, der mit EFAULT scheitert.',
  'filter.failed': 'Scheiternde Aufrufe',
  'filter.failed.help': 'Jeder Systemaufruf, der einen Fehler zurückgibt.',
  'filter.fatal-signal': 'Tödliche Signale',
  'filter.fatal-signal.help': 'Signale, die den Prozess beenden.',
  'filter.disagree': 'Modell und Kernel sind uneins',
  'filter.disagree.help':
    'Speicheraufrufe, bei denen die Regeln etwas anderes sagen, als der Kernel des Protokolls getan hat.',
  'filter.unparsed': 'Nicht verstandene Zeilen',
  'filter.unparsed.help': 'Zeilen, die nach hiesiger Kenntnis nicht zur Ausgabe von strace gehören.',
  'filter.condition': 'Ein Ausdruck, etwa errno == ENOMEM',
  'stop.end': 'Ende der Aufzeichnung',
  'stop.start': 'Anfang der Aufzeichnung',
  'stop.end-of-task': 'Ende des Tasks',
  'stop.start-of-task': 'Anfang des Tasks',
  'stop.not-understood': 'nicht verstanden',
  'stop.unparsed': 'Zeile {line} ist keine hier bekannte Zeile der Ausgabe von strace: {text}',
  'frame.created-by': 'erzeugt von',
  'frame.end': 'Ende der Aufzeichnung',
  'frame.end-of-task': 'Ende des Tasks',
  'frame.task': 'Task',
  'progress.searching': 'Durchsuche die Aufzeichnung',
  'progress.event': 'Ereignis {event} von {of}',
  'progress.reading': 'Lese das Protokoll',
  'progress.read': '{percent} %, {events} Ereignisse',
  'session.log-changed':
    '{path} hat sich geändert, seit die Sitzung die Datei gelesen hat: Was gezeigt wird, steht vielleicht nicht mehr so darin. Ein Neustart der Sitzung liest die Datei neu.',
  'search.stopped': 'Die Suche brach ab: {problem}',
  'search.logpoints': 'Logpoints meldeten sich {times} Mal; gezeigt werden die ersten {shown} Zeilen.',
};
