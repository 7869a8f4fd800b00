/** German of english/errors.ts. */
import type { Translated } from '../language';
import type { errorsWords as English } from '../english/errors';

export const errorsWords: Translated<typeof English> = {
  'error.unknown-request': "Die Anfrage '{command}' kennt dieser Debug-Adapter nicht.",
  'error.bad-arguments': "Die Anfrage '{command}' ist nicht lesbar: {problem}.",
  'error.no-object': 'ihre Argumente sind kein Objekt',
  'error.needs-number': "sie braucht '{key}', eine Zahl",
  'error.needs-string': "sie braucht '{key}', eine Zeichenkette",
  'error.needs-object': "sie braucht '{key}', ein Objekt",
  'error.needs-array': "sie braucht '{key}', ein Array",
  'error.needs-place': "sie braucht 'event' oder 'line', eine Zahl",
  'error.calls-are-strings': "'calls' enthält Zeichenketten",
  'error.must-be-string': "'{name}' muss eine Zeichenkette sein",
  'error.must-be-number': "'{name}' muss eine Zahl sein",
  'error.must-be-truth': "'{name}' muss true oder false sein",
  'error.must-be-tids': "'{name}' muss eine Liste von TIDs sein",
  'error.must-be-one-of': "'{name}' muss einer dieser Werte sein: {values}",
  'error.internal':
    "Die Anfrage '{command}' ist im Debug-Adapter selbst gescheitert: {problem}. Bitte melden.",
  'error.not-launched': "Die Anfrage '{command}' braucht eine gestartete Aufzeichnung. Zuerst eine starten.",
  'error.launched-twice':
    'Diese Sitzung hat schon eine Aufzeichnung. Für eine andere eine weitere Sitzung starten.',
  'error.no-attach':
    'Es gibt nichts, woran man sich anhängen könnte: Ein aufgezeichnetes Protokoll wird gestartet. "request": "launch" verwenden.',
  'error.no-such-thread': 'Es gibt keinen Thread mit der Id {id}. Die Threads neu abfragen.',
  'error.no-such-frame': 'Es gibt keinen Frame mit der Referenz {id}.',
  'error.no-such-variable': 'Es gibt keine Variable mit der Referenz {id}.',
  'error.no-such-location': 'Es gibt keine Stelle mit der Referenz {id}.',
  'error.path-format': "Der Client verlangt Pfade als '{kind}'; das ist weder 'path' noch 'uri'.",
  'error.no-program':
    'Die Startkonfiguration nennt kein Protokoll: "program" auf den Pfad eines strace-Protokolls setzen.',
  'error.cannot-open': "Das Protokoll '{path}' kann nicht geöffnet werden: {problem}.",
  'error.no-such-log':
    'es gibt keine solche Datei, und keine Dateien eines -ff-Satzes (PREFIX.1234) beginnen so',
  'error.line-behind-log':
    'es gibt keine solche Datei. Für Zeile {line} von {log} ist es: {log} --line {line}',
  'error.too-large-here':
    'es hat {bytes} Byte, und im Browser wird ein Protokoll im Speicher gehalten, höchstens {most} Byte. In einem Desktop-VS-Code öffnen',
  'error.is-directory':
    "'{path}' ist ein Verzeichnis. Das Protokoll selbst angeben oder den Präfix eines -ff-Satzes: '{path}/PREFIX' für PREFIX.1234.",
  'error.empty': "Das Protokoll '{path}' ist leer: strace hat nichts hineingeschrieben.",
  'error.not-strace': "'{path}' ist kein strace-Protokoll: Es sieht aus wie {looksLike}. {where}",
  'error.first-unknown-line':
    'Zeile {line} ist die erste, die nicht verstanden wird: {text}. Die Datei angeben, die strace -o geschrieben hat.',
  'error.give-the-log': 'Die Datei angeben, die strace -o geschrieben hat.',
  'error.cannot-read-maps': "Die Momentaufnahme '{path}' kann nicht gelesen werden: {problem}.",
  'error.no-such-task':
    'Das Protokoll hat keinen Task {asked} ("tasks" in der Startkonfiguration). Es hat {known}.',
  'error.no-tids': 'gar keine TIDs',
  'error.bad-kernel': "'{given}' ist keine Kernelversion. Schreibweise: '6.18'.",
  'error.bad-architecture': "'{given}' ist keine hier bekannte Architektur. Bekannt sind {known}.",
  'error.bad-page-size': "'{given}' ist keine Seitengröße. Seiten haben 4096, 16384 oder 65536 Byte.",
  'error.bad-map-count':
    "'{given}' ist keine Anzahl von Abbildungen. vm.max_map_count als Zahl über 0 schreiben.",
  'error.read-failed': 'Das Lesen des Protokolls ist gescheitert: {problem}.',
  'error.no-event-at-line': 'In Zeile {line} gibt es kein Ereignis.',
  'error.no-such-event': 'Es gibt keine Position {event}: Positionen gehen von 0 bis {last}.',
  'error.expression': '{problem}',
  'error.nothing-to-report': 'Hier gibt es weder Aufruf noch Signal: Es gibt nichts zu berichten.',
  'error.no-exception': 'Der Aufruf hier ist weder gescheitert, noch ist er ein Signal.',
  'error.unknown-source': "'{path}' ist keine Datei dieser Aufzeichnung.",
  'error.cannot-restart-frame': 'Zurück geht es nur zu Frames, die einen Task erzeugt haben.',
  'error.no-space-yet': 'Das Protokoll hat noch nichts von einem Adressraum gezeigt.',
  'error.bad-address': "'{text}' ist keine Adresse: bis zu 16 hexadezimale Ziffern, etwa 0x7f12a4000000.",
  'error.no-such-tables': "Es gibt keine Seitentabellen mit dem Namen '{text}'. Es gibt: {names}.",
  'error.tables-not-described':
    'Die Seitentabellen von {architecture} sind hier nicht beschrieben. --tables nennt andere.',
};
