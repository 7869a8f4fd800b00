/** German of english/report.ts. */
import type { reportWords as English } from '../english/report';
import type { Translated } from '../translation';

export const reportWords: Translated<typeof English> = {
  'report.proven': 'bewiesen durch Protokoll und Regeln',
  'report.likely': 'wahrscheinlich; das Protokoll lässt mehrere Ursachen offen',
  'report.outside': 'die Ursache liegt nicht im Adressraum',
  'report.no-failure': 'Kein Aufruf dieses Protokolls ist gescheitert.',
  'report.how': 'So lässt es sich herausfinden: {how}',
  'report.nothing-here': 'Hier steht weder ein Aufruf noch ein Signal.',
  'report.place': 'Zeile {line}',
  'report.place-pid': 'Zeile {line}, pid {pid}',
  'report.place-file': '{file}, Zeile {line}',
  'report.place-file-pid': '{file}, Zeile {line}, pid {pid}',
  'report.remedies': 'Was gelungen wäre',
  'report.checks': 'Die Prüfungen des Kernels, in seiner Reihenfolge',
  'report.manual': 'Die Handbuchseiten im Lauf der Zeit',
  'report.space': 'Der Adressraum vor und nach diesem Aufruf',
  'report.before': 'Vor diesem Aufruf',
  'report.after': 'Nach diesem Aufruf',
  'report.free': 'frei',
  'report.locked': 'gesperrt',
};
