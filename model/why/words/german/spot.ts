/** German of english/spot.ts. */
import type { spotWords as English } from '../english/spot';
import type { Translated } from '../translation';

export const spotWords: Translated<typeof English> = {
  'spot.title': 'Die Stelle, niedrigste Adresse zuerst',
  'spot.role.range': 'verlangt',
  'spot.role.old': 'alter Bereich',
  'spot.role.growth': 'Zuwachs',
  'spot.role.new': 'neuer Platz',
  'spot.role.hint': 'Wunschadresse',
  'spot.role.read': 'zu lesen',
  'spot.role.write': 'zu schreiben',
  'spot.role.done': 'erledigt',
  'spot.role.access': 'Zugriff',
  'spot.hole': 'nichts abgebildet',
  'spot.unknown': 'unbekannt, ob belegt',
  'spot.in-the-way': 'im Weg',
  'spot.other-mapping': 'eine andere Abbildung',
  'spot.misaligned': 'zwischen zwei Seiten',
  'spot.beyond-end': 'keine Adresse des Benutzerraums',
  'spot.too-low': 'zu niedrige Adresse',
  'spot.overlap': 'alter und neuer Platz überschneiden sich',
  'spot.read-only': 'erlaubt kein Schreiben',
  'spot.no-access': 'erlaubt keinen Zugriff',
  'spot.beyond-object': 'hinter dem Ende der Datei',
  'spot.too-small': 'die größte Lücke, {missing} zu klein',
  'spot.sealed': 'versiegelt',
  'spot.refuses': 'erlaubt es nicht',
  'spot.at': '{trouble}: {address}',
  'spot.anonymous': 'anonym',
  'spot.free': 'frei',
  'spot.left-out': '{count} Abbildungen ausgelassen',
};
