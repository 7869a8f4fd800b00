/** German of english/remedy.ts: infinitives, which 'und' can join. */
import type { remedyWords as English } from '../english/remedy';
import type { Translated } from '../translation';

export const remedyWords: Translated<typeof English> = {
  'remedy.perhaps': 'vielleicht: {remedy}',
  'remedy.address-down': 'die Adresse auf eine Seite abrunden: {to}',
  'remedy.address-up': 'die Adresse auf eine Seite aufrunden: {to}',
  'remedy.offset-down': 'den Offset auf eine Seite abrunden: {to}',
  'remedy.offset-up': 'den Offset auf eine Seite aufrunden: {to}',
  'remedy.address-moved': 'die Adresse benutzen, die der Speicher seit dem Verschieben in {line} hat: {to}',
  'remedy.address-null': 'den Kernel die Adresse wählen lassen',
  'remedy.address-hint':
    '{flag} weglassen: die Adresse ist dann ein Wunsch, und der Kernel nimmt notfalls eine andere',
  'remedy.length-page': 'eine Länge angeben, die nicht null ist: eine Seite, {length}',
  'remedy.length-to-hole': 'dort enden, wo der abgebildete Speicher endet: {length} Byte',
  'remedy.length-to-file-end': 'dort enden, wo die Datei endet: {length} Byte',
  'remedy.length-in-limit': 'nicht mehr verlangen, als die Grenze noch zulässt: {length} Byte ({size})',
  'remedy.length-in-gap': 'nicht mehr verlangen, als in die größte Lücke passt: {length} Byte ({size})',
  'remedy.old-size': 'eine alte Größe angeben, die nicht null ist: {length} Byte ({size})',
  'remedy.segment-start': 'die Adresse angeben, an der das Segment angehängt wurde: {to}',
  'remedy.remove-later': 'das Segment erst nach diesem Aufruf entfernen, nicht in {line}',
  'remedy.length-in-place': 'nur bis zur nächsten Abbildung wachsen: {length} Byte ({size})',
  'remedy.behind-hole': 'hinter dem Loch beginnen, bei {from}, mit {size}',
  'remedy.old-size-one-mapping':
    'nur den Teil angeben, der in der ersten Abbildung liegt: eine alte Größe von {length}',
  'remedy.grow-last-mapping': 'nur die letzte Abbildung angeben, bei {from}, und diese wachsen lassen',
  'remedy.munmap-instead': 'munmap benutzen, falls der Speicher zurückgegeben werden soll',
  'remedy.call-each-stretch': '{call} für jeden der {count} abgebildeten Abschnitte einzeln aufrufen',
  'remedy.call-each-mapping': '{call} für jede der {count} Abbildungen einzeln aufrufen',
  'remedy.add-flag': '{flag} hinzufügen',
  'remedy.drop-flag': '{flag} weglassen',
  'remedy.swap-flag': '{flag} statt {old} angeben',
  'remedy.open-with': 'Deskriptor {fd} mit {mode} öffnen',
  'remedy.open-with-at': 'Deskriptor {fd} in {line} mit {mode} öffnen',
  'remedy.keep-open': 'Deskriptor {fd} erst nach diesem Aufruf schließen, nicht in {line}',
  'remedy.open-mapped-with': 'die bei {at} abgebildete Datei vor dem Abbilden mit O_RDWR öffnen',
  'remedy.open-mapped-with-at': 'die bei {at} abgebildete Datei vor dem Abbilden in {line} mit O_RDWR öffnen',
  'remedy.raise-limit': '{name} auf mindestens {needed} KiB anheben',
  'remedy.raise-hard-limit':
    '{name} auf mindestens {needed} KiB anheben, über die harte Grenze von {hard}, was CAP_SYS_RESOURCE braucht',
  'remedy.raise-limit-above':
    '{name} deutlich über {needed} KiB anheben (das Protokoll zeigt nicht alles, was zählt)',
  'remedy.capability': 'dem Task {name} geben',
  'remedy.max-map-count': 'vm.max_map_count auf mindestens {count} anheben',
  'remedy.unlock-first': 'zuerst {range} ({size}) entsperren',
  'remedy.munlockall-first':
    'zuerst munlockall aufrufen: es entsperrt allen Speicher, und was von da an abgebildet wird, ist nicht gesperrt',
  'remedy.unmap-first':
    'zuerst die Abbildung bei {range} ({size}) aufheben, falls sie nicht mehr gebraucht wird',
  'remedy.protect-later': 'den Schutz in {line} erst danach ändern',
  'remedy.count': 'nicht mehr als {length} Byte ({size}) angeben: was dahinter liegt, ist nicht benutzbar',
  'remedy.no-key': '-1 statt eines Schlüssels angeben: dann ändert sich nur der Schutz',
  'remedy.protect-first': 'zuerst den Zugriff auf {range} ({size}) erlauben',
  'remedy.keep-mapped':
    '{range} bis nach diesem Aufruf abgebildet lassen: {line} hat die Abbildung zu früh aufgehoben',
  'remedy.keep-mapped-longer':
    '{range} bis danach abgebildet lassen: {line} hat die Abbildung zu früh aufgehoben',
  'remedy.keep-mapped-several':
    'den ganzen Bereich bis nach diesem Aufruf abgebildet lassen; die Abbildung wurde zu früh aufgehoben, in {lines}',
  'remedy.that-line': '{line}',
  'remedy.not-seal': 'das mseal in {line} weglassen: was versiegelt ist, bleibt es',
  'remedy.break-start': 'den Break nicht unter den Anfang des Heaps setzen: {to}',
  'remedy.break-highest': 'den Break nicht über {to} setzen, wo die nächste Abbildung noch Platz lässt',
  'remedy.break-in-limit': 'den Break nicht über {to} setzen, so weit die Grenze reicht',
};
