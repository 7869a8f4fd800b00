/** German of english/command-line.ts. */
import type { Translated } from '../language';
import type { commandLineWords as English } from '../english/command-line';

export const commandLineWords: Translated<typeof English> = {
  'cli.see-help': '{problem} Siehe pagewalk --help.',
  'cli.no-command': 'Es fehlt der Befehl.',
  'cli.unknown-command': "'{command}' ist kein Befehl.",
  'cli.unknown-option': "'{command}' hat keine Option '{option}'.",
  'cli.no-value': "'{option}' braucht einen Wert dahinter.",
  'cli.takes-no-value': "'{option}' nimmt keinen Wert.",
  'cli.dap-takes-no': "'dap' nimmt kein '{word}'.",
  'cli.no-port': "'{port}' ist kein Port: 0 bis 65535.",
  'cli.needs-log': "'{command}' braucht ein Protokoll: eine Datei, '-' oder den Präfix eines -ff-Satzes.",
  'cli.second-log': "'{command}' nimmt ein Protokoll, und '{word}' ist ein zweites.",
  'cli.no-number': "'--{name} {value}' ist keine Zahl über 0.",
  'cli.no-size': "'--page-size {value}' ist keine Größe: 4K, 16K oder 64K.",
  'cli.needs-line': "'{command}' braucht eine Zeile: --line N.",
  'cli.needs-line-before': "'whatif' braucht eine Zeile, vor der es steht: --line N.",
  'cli.needs-address': "'pages' braucht eine Adresse, etwa 0x7f12a4000000.",
  'cli.needs-target':
    "'blame' braucht eine Adresse (0x7f12a4000000), einen Bereich, locked oder eine Grenze (RLIMIT_MEMLOCK).",
  'cli.needs-call': "'whatif' braucht einen Aufruf in Anführungszeichen: 'munmap(0x7f12a4000000, 4096)'.",
  'cli.which-file': 'Der Satz hat {n} Dateien: mit --pid sagen, in welcher davon --line zählt.',
  'cli.no-file-of-pid': 'Der Satz hat keine Datei der PID {pid}.',
  'cli.no-line': 'Es gibt keine Zeile {line}: das Protokoll hat {lines}.',
  'cli.nothing-above': 'In Zeile {line} und darüber gibt es kein Ereignis.',
  'cli.no-call-at': 'Zeile {line} ist weder Aufruf noch Signal: Es gibt nichts zu erklären.',
  'cli.no-space-at': 'Das Protokoll zeigt in Zeile {line} nichts vom Adressraum.',
  'cli.no-language': "Pagewalk spricht nicht '{language}'. Es spricht {known}.",
  'cli.nothing-to-blame':
    "Nach '{target}' lässt sich nicht fragen: eine Adresse (0x7f12a4000000), einen Bereich (0x7f12a4000000-0x7f12a4002000 oder 0x7f12a4000000+8192), locked, RLIMIT_MEMLOCK oder CAP_IPC_LOCK schreiben.",
  'cli.html-needs-line': "'explain --html' berichtet von einem Fehlschlag: dessen Zeile mit --line N nennen.",
  'cli.no-task-before': 'Vor Zeile {line} gibt es keinen Task {pid}.',
  'cli.port-unusable': 'Port {port} kann nicht verwendet werden: {problem}.',
  'cli.listening': 'lauscht auf {address}',
  'cli.part-of-memory':
    'Das Protokoll zeigt nicht den ganzen Speicher: {count} Abschnitte sind unbekannt und so markiert. Eine Momentaufnahme (--maps) macht es genau.',
  'replay.line': 'Zeile',
  'replay.call': 'Aufruf',
  'replay.kernel': 'Kernel',
  'replay.rules': 'Regeln',
  'replay.success': 'Erfolg',
  'replay.no-answer': 'keine Antwort',
  'replay.old-break': 'alter Break',
  'replay.cannot-tell': 'nicht bestimmbar',
  'replay.total':
    '{total} Aufrufe beurteilt: Kernel und Regeln stimmen bei {agree} überein, weichen bei {differ} ab, {open} sind nicht bestimmbar.',
  'cli.help': `pagewalk: was ein aufgezeichnetes strace-Protokoll über Speicher sagt

  pagewalk explain TRACE [--line N] [--manual] [--json | --html]
      warum die scheiternden Aufrufe gescheitert sind, oder der Aufruf in Zeile N; mit --manual auch, was
      Handbuchseiten seit 1996 über diesen Fehler sagten
  pagewalk maps TRACE --line N
      der Adressraum nach Zeile N, wie /proc/PID/maps ihn ausgibt
  pagewalk pages TRACE --line N ADDRESS [--json]
      der Weg durch die Seitentabellen zu ADDRESS nach Zeile N, welche Seiten bewiesen da oder abwesend sind,
      wie viele Tabellen es gibt, und was Zeile N an ihnen tat
  pagewalk blame TRACE --line N ADDRESS|RANGE|locked|RLIMIT_X|CAP_X [--json]
      welche Zeilen ADDRESS abgebildet, geschützt, gesperrt, verschoben oder entfernt haben, das Gesperrte
      ausmachen oder die Grenze gesetzt haben, nach dem Stand hinter Zeile N
  pagewalk replay TRACE [--vmas] [--json]
      jeder Speicheraufruf: was der Kernel antwortete, was seine Regeln sagen, die Summen danach
  pagewalk whatif TRACE --line N 'CALL' ['CALL' …] [--vmas] [--json]
      was der Kernel vor Zeile N auf diese Aufrufe antworten würde, jeder auf den vorigen aufbauend, etwa
      'mmap(NULL, 1 MiB, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0)' 'mlock($1, 64*1024)'
  pagewalk dap [--port P]
      der Debug-Adapter, über Standardein- und -ausgabe oder auf einem Port dieser Maschine

TRACE ist ein Protokoll, ein mit gzip komprimiertes, - für die Standardeingabe oder der Präfix eines Satzes von strace -ff.

Optionen für alle diese:
  --lang LANGUAGE     Sprache der Ausgabe: en, es, de, zh-Hans oder zh-Hant; sonst wie LC_ALL, LC_MESSAGES oder LANG es sagen
  --maps FILE         eine Momentaufnahme aus /proc/PID/maps oder smaps (TRACE.maps wird von selbst genommen)
  --kernel V          der Kernel, auf dem aufgezeichnet wurde, etwa 6.18
  --arch A            seine Architektur: x86-64, i386, x32, arm64, arm, riscv64
  --page-size S       seine Seiten: 4K, 16K oder 64K
  --max-map-count N   sein vm.max_map_count
  --tables T          für pages: die Seitentabellen, etwa x86-64-5-level, wo das Protokoll sie nicht zeigt
  --pid P             mit --line in einem -ff-Satz: wessen Datei gemeint ist

Status: 0, oder bei explain 1, wenn scheiternde Aufrufe gefunden wurden; 2, wenn die Eingabe unbrauchbar ist.
`,
};
