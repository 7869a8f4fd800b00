/** German of english/notes.ts. */
import type { Translated } from '../language';
import type { notesWords as English } from '../english/notes';

export const notesWords: Translated<typeof English> = {
  'survey.counts': '{lines}, {events} von {tasks}, {failing}.',
  'count.line': '{n} Zeile',
  'count.lines': '{n} Zeilen',
  'count.event': '{n} Ereignis',
  'count.events': '{n} Ereignisse',
  'count.task': '{n} Task',
  'count.tasks': '{n} Tasks',
  'count.failing-call': '{n} scheiternder Aufruf',
  'count.failing-calls': '{n} scheiternde Aufrufe',
  'survey.unparsed-one': '{lines} wird nicht verstanden; die erste ist Zeile {line}: {text}',
  'survey.unparsed': '{lines} werden nicht verstanden; die erste ist Zeile {line}: {text}',
  'kernel.given': 'Kernel {version}: wie angegeben.',
  'kernel.shown': 'Kernel {version}: das Protokoll zeigt ihn.',
  'kernel.shown-at': 'Kernel {version}: das Protokoll zeigt ihn in {line}.',
  'kernel.proven': 'Kernel {version}: {bounds}.',
  'kernel.proven-between': 'Kernel {version}: {from}; {before}.',
  'kernel.assumed': 'Kernel {version}: angenommen, nichts im Protokoll sagt es.',
  'kernel.but': 'Aber: {bound}.',
  'kernel.at-least': 'mindestens {version}: {line} beweist es ({reason})',
  'kernel.older-than': 'älter als {version}: {line} beweist es ({reason})',
  'kernel.accepted': '{what} wird angenommen',
  'kernel.unknown': '{what} ist dort unbekannt',
  'kernel.unknown-unless': '{what} ist dort unbekannt, falls nicht ein seccomp-Filter geantwortet hat',
  'kernel.behaves-since': '{what} verhält sich wie seit {version}',
  'kernel.behaves-before': '{what} verhält sich wie vor {version}',
  'kernel.page-size': 'Seiten von {kib} KiB.',
  'kernel.address-bits': 'Adressen von {bits} Bit.',
  'missing.advice':
    'Um alle zu haben, mit -f und -e trace=%memory,%process,%desc aufzeichnen oder ohne -e trace.',
  'missing.impossible':
    'In diesem Protokoll fehlen Aufrufe: In {line} hat der Kernel Speicher dorthin gelegt, wo laut Protokoll schon etwas abgebildet war. Was als abgebildet gezeigt wird, kann weg sein. {advice}',
  'missing.one':
    'In diesem Protokoll gibt es kein {name}. Falls die Aufzeichnung es ausgelassen hat, fehlt seine Wirkung im gezeigten Speicher. {advice}',
  'missing.several':
    'In diesem Protokoll gibt es kein {names}. Falls die Aufzeichnung sie ausgelassen hat, fehlt ihre Wirkung im gezeigten Speicher. {advice}',
  'missing.between': ' und kein ',
  'not-applied':
    'Die Wirkung auf den Speicher ({events}) ließ sich durch einen Fehler von Pagewalk nicht bestimmen; ab {line} kann Speicher falsch gezeigt sein. Bitte mit dieser Zeile melden: {reason}',
  'note.end': 'dem Ende',
  'order.none':
    'Die Dateien haben keine Zeitstempel: Jede behält ihre Reihenfolge, aber welches Ereignis der einen vor welchem der anderen kam, ist nicht bekannt. Was Threads eines Prozesses mit seinem Speicher taten, wird jedes Mal vergessen, wenn eine andere Datei weitergeht. Mit -ttt aufzeichnen, um es zu wissen.',
  'snapshot.skipped': '{place}: diese Zeile der Momentaufnahme wird übergangen: {fault}.',
  'snapshot.not-used': '{place}: diese Momentaufnahme wird nicht verwendet: {problem}.',
  'snapshot.no-such-task': 'das Protokoll zeigt bis dahin keinen Task mit dieser PID',
  'snapshot.which-task':
    "sie nennt keine PID, und das Protokoll hat mehrere: '# after line N pid P' schreiben",
  'snapshot.behind-the-log': 'ihre Zeile liegt hinter dem Ende des Protokolls',
  'snapshot.none':
    '{name}: darin ist keine Momentaufnahme. Eine Kopie von /proc/PID/maps oder smaps angeben.',
  'snapshot.more-problems': '{name}: … und {count} weitere Probleme.',
  'snapshot.differs':
    'Die Momentaufnahme bei {line} weicht bei {pages} vom Modell ab: die Momentaufnahme sagt {snapshot}, das Modell {model}. Es gilt die Momentaufnahme.',
  'snapshot.more-differences': '… und {count} weitere Unterschiede.',
  'snapshot.free': 'frei',
  'snapshot.one-vma': 'eine VMA',
  'snapshot.two-vmas': 'zwei VMAs',
  'maps-fault.address-expected': 'Adresse erwartet',
  'maps-fault.empty-range': 'leerer Bereich',
  'maps-fault.unaligned': 'nicht ausgerichtet',
  'maps-fault.permissions-expected': 'Zugriffsrechte erwartet',
  'maps-fault.offset-expected': 'Offset erwartet',
  'maps-fault.device-expected': 'Gerät erwartet',
  'maps-fault.inode-expected': 'Inode erwartet',
  'maps-fault.overlap': 'Überschneidung',
  'maps-fault.detail-without-range': 'Angabe ohne Bereich',
  'maps-fault.header-expected': 'Kopfzeile erwartet',
  'maps-fault.empty-snapshot': 'leere Momentaufnahme',
  'maps-fault.rollup': 'ist eine Summe (smaps_rollup)',
};
