/** German of english/remedy.ts: infinitives, which 'und' can join. */
import type { remedyWords as English } from '../english/remedy';
import type { Translated } from '../translation';

export const remedyWords: Translated<typeof English> = {
  'remedy.perhaps': 'vielleicht: {remedy}',
  'remedy.address-down': 'die Adresse auf die Seitengrenze {to} abrunden',
  'remedy.address-up': 'die Adresse auf die Seitengrenze {to} aufrunden',
  'remedy.offset-down': 'den Offset auf die Seitengrenze {to} abrunden',
  'remedy.offset-up': 'den Offset auf die Seitengrenze {to} aufrunden',
  'remedy.address-moved': 'die Adresse {to} benutzen, die der Speicher seit dem Verschieben in {line} hat',
  'remedy.address-null': 'den Kernel die Adresse wählen lassen',
  'remedy.address-hint':
    '{flag} weglassen (die Adresse ist dann ein Wunsch, und der Kernel nimmt notfalls eine andere)',
  'remedy.length-page': 'statt null eine Länge von einer Seite ({length}) angeben',
  'remedy.length-to-hole': 'nur {length} Byte angeben, bis zum Ende des abgebildeten Speichers',
  'remedy.length-to-file-end': 'nur {length} Byte angeben, bis zum Ende der Datei',
  'remedy.length-in-limit': 'nur {length} Byte ({size}) verlangen, so viel die Grenze noch zulässt',
  'remedy.length-in-gap': 'nur {length} Byte ({size}) verlangen, so viel in die größte Lücke passt',
  'remedy.old-size': 'statt null eine alte Größe von {length} Byte ({size}) angeben',
  'remedy.segment-start': 'die Adresse {to} angeben, an der das Segment angehängt wurde',
  'remedy.remove-later': 'das Segment erst nach diesem Aufruf entfernen, nicht in {line}',
  'remedy.length-in-place': 'höchstens auf {length} Byte ({size}) vergrößern, bis zur nächsten Abbildung',
  'remedy.behind-hole': 'hinter dem Loch beginnen, bei {from}, mit {size}',
  'remedy.old-size-one-mapping':
    'nur den Teil angeben, der in der ersten Abbildung liegt, mit einer alten Größe von {length}',
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
  'remedy.no-close-on-exec':
    'Deskriptor {fd} ohne O_CLOEXEC öffnen: das execve in {line} hat ihn geschlossen',
  'remedy.open-mapped-with': 'die bei {at} abgebildete Datei vor dem Abbilden mit O_RDWR öffnen',
  'remedy.open-mapped-with-at': 'die bei {at} abgebildete Datei vor dem Abbilden in {line} mit O_RDWR öffnen',
  'remedy.raise-limit': '{name} auf mindestens {needed} KiB anheben',
  'remedy.raise-hard-limit':
    '{name} auf mindestens {needed} KiB anheben (über die harte Grenze von {hard}: das braucht CAP_SYS_RESOURCE)',
  'remedy.raise-limit-above':
    '{name} deutlich über {needed} KiB anheben (das Protokoll zeigt nicht alles, was zählt)',
  'remedy.capability': 'dem Task {name} geben',
  'remedy.max-map-count': 'vm.max_map_count auf mindestens {count} anheben',
  'remedy.unlock-first': 'zuerst {range} ({size}) entsperren',
  'remedy.munlockall-first':
    'zuerst munlockall aufrufen (es entsperrt allen Speicher, und was von da an abgebildet wird, ist nicht gesperrt)',
  'remedy.unmap-first':
    'zuerst die Abbildung bei {range} ({size}) aufheben, falls sie nicht mehr gebraucht wird',
  'remedy.protect-later': 'den Schutz erst nach diesem Zugriff ändern, nicht in {line}',
  'remedy.count': 'nur {length} Byte ({size}) angeben, denn was dahinter liegt, ist nicht benutzbar',
  'remedy.longer-file': 'die Datei vor dem Zugriff mindestens {length} Byte lang machen, mit ftruncate',
  'remedy.longer-file-at': 'die Datei mit dem {call} in {line} mindestens {length} Byte lang machen',
  'remedy.within-file':
    'nichts hinter {address} berühren, wo das letzte Byte der Datei liegt (sie hat {size} Byte)',
  'remedy.larger-shared': 'den gemeinsamen Speicher beim Anlegen mindestens {length} Byte groß machen',
  'remedy.larger-shared-at':
    'dem mmap in {line} mindestens {length} Byte geben: gemeinsamer Speicher bleibt so groß, wie er angelegt wurde',
  'remedy.larger-thread-stack':
    'dem Thread einen größeren Stack geben (pthread_attr_setstacksize) oder weniger davon brauchen: weniger geschachtelte Aufrufe, kleinere lokale Arrays',
  'remedy.larger-stack':
    'RLIMIT_STACK anheben (ulimit -s) oder weniger Stack brauchen: weniger geschachtelte Aufrufe, kleinere lokale Arrays',
  'remedy.no-key': '-1 statt eines Schlüssels angeben, sodass sich nur der Schutz ändert',
  'remedy.protect-first': 'zuerst den Zugriff auf {range} ({size}) erlauben',
  'remedy.keep-mapped':
    '{range} bis nach diesem Aufruf abgebildet lassen ({line} hat die Abbildung zu früh aufgehoben)',
  'remedy.keep-mapped-longer':
    '{range} bis nach diesem Zugriff abgebildet lassen ({line} hat die Abbildung zu früh aufgehoben)',
  'remedy.keep-mapped-several':
    'den ganzen Bereich bis nach diesem Aufruf abgebildet lassen (zu früh aufgehoben in {lines})',
  'remedy.that-line': '{line}',
  'remedy.not-seal': 'das mseal in {line} weglassen (was versiegelt ist, bleibt es)',
  'remedy.break-start': 'den Break nicht unter {to} setzen, den Anfang des Heaps',
  'remedy.break-highest': 'den Break nicht über {to} setzen, wo die nächste Abbildung noch Platz lässt',
  'remedy.break-in-limit': 'den Break nicht über {to} setzen, so weit die Grenze reicht',
};
