/** German of english/plain.ts. */
import type { plainWords as English } from '../english/plain';
import type { Translated } from '../translation';

export const plainWords: Translated<typeof English> = {
  'plain.several': 'Mehrere Ursachen sind möglich; das Protokoll zeigt nicht, welche es war.',
  'plain.hole': 'Der Bereich ist nicht ganz belegt: bei {address} ist ein Loch von {size}.',
  'plain.hole-since': 'Der Bereich ist nicht ganz belegt: bei {address} ist seit {line} ein Loch von {size}.',
  'plain.nothing-there': 'Bei {address} ist nichts abgebildet.',
  'plain.nothing-there-since': 'Bei {address} ist seit {line} nichts mehr abgebildet.',
  'plain.over-limit': 'Das wären {excess} mehr, als {limit} erlaubt.',
  'plain.no-gap': 'Keine Lücke im Adressraum ist lang genug: der größten fehlen {missing}.',
  'plain.no-room-next':
    'Die Abbildung kann an ihrem Platz nicht wachsen: gleich dahinter beginnt die nächste, und ohne MREMAP_MAYMOVE darf sie nicht umziehen.',
  'plain.no-room-rest':
    'Nur ein Teil der Abbildung sollte wachsen: ihr eigener Rest ist im Weg, und ohne MREMAP_MAYMOVE darf der Teil nicht umziehen.',
  'plain.beyond-vma':
    'Der alte Bereich reicht über die Abbildung hinaus, in der er beginnt; mremap ändert immer nur eine.',
  'plain.misaligned': '{name} liegt nicht am Anfang einer Seite, sondern {rest} dahinter.',
  'plain.length-zero': 'Die Länge ist 0, und der Aufruf braucht wenigstens ein Byte.',
  'plain.range-wraps': 'Adresse und Länge reichen zusammen über das Ende aller Adressen hinaus.',
  'plain.map-limit':
    'Der Prozess hat so viele Abbildungen, wie er haben darf (vm.max_map_count), und das wäre eine mehr.',
  'plain.over-commit-limit': 'So viel Speicher sagt der Kernel nicht zu: die Zusagegrenze ist erreicht.',
  'plain.huge-page-pool': 'Im Vorrat sind nicht mehr genug Huge Pages.',
  'plain.sealed':
    'Die Abbildung {range} ist versiegelt: sie kann nicht mehr geändert, verschoben oder entfernt werden.',
  'plain.no-file':
    'Eine Datei sollte abgebildet werden, aber keine ist angegeben: fd ist -1, und MAP_ANONYMOUS fehlt.',
  'plain.fd-not-open': 'Der Dateideskriptor {fd} ist nicht offen.',
  'plain.fd-closed': 'Der Dateideskriptor {fd} ist nicht mehr offen: er wurde in {line} geschlossen.',
  'plain.fd-closed-by-exec':
    'Der Dateideskriptor {fd} ist nicht mehr offen: das execve in {line} hat ihn geschlossen (O_CLOEXEC).',
  'plain.fd-not-readable':
    'Die Datei wurde nicht zum Lesen geöffnet, was jede Abbildung einer Datei braucht.',
  'plain.fd-not-writable':
    'Die Datei wurde nicht zum Schreiben geöffnet, was eine gemeinsame beschreibbare Abbildung braucht.',
  'plain.fd-path-only':
    'Der Deskriptor wurde mit O_PATH geöffnet: er benennt die Datei, aber abbilden lässt sich mit ihm nichts.',
  'plain.memfd-sealed':
    'Die Speicherdatei ist gegen Schreiben versiegelt: keine gemeinsame Abbildung von ihr kann schreibbar werden.',
  'plain.write-and-execute-denied':
    'Der Prozess hat auf ausführbaren Speicher verzichtet, der schreibbar ist oder war (PR_SET_MDWE).',
  'plain.no-such-segment': 'Es gibt kein Shared-Memory-Segment mit dieser Kennung.',
  'plain.not-attached': 'An dieser Adresse ist kein Shared-Memory-Segment eingehängt.',
  'plain.mapped-writable':
    'Die Speicherdatei ist durch einen schreibbaren Deskriptor gemeinsam abgebildet: solange diese Abbildung besteht, lässt sie sich nicht gegen Schreiben versiegeln.',
  'plain.not-mappable': 'Wofür der Dateideskriptor steht, kann nicht abgebildet werden.',
  'plain.unknown-flags': 'Unter den Flags sind solche, die der Aufruf nicht kennt.',
  'plain.too-low':
    'Die Adresse ist zu niedrig: unterhalb von vm.mmap_min_addr darf nur abbilden, wer das Vorrecht hat.',
  'plain.beyond-task-size': 'Der Bereich endet hinter der letzten Adresse, die ein Programm benutzen darf.',
  'plain.too-long': 'Das ist mehr, als der ganze Adressraum fasst.',
  'plain.beyond-file-maximum': 'Offset und Länge reichen über die größte Größe einer Datei hinaus.',
  'plain.ranges-overlap': 'Der alte und der neue Platz überschneiden sich.',
  'plain.fixed-without-maymove': 'Ein neuer Platz wurde verlangt, aber MREMAP_MAYMOVE fehlt.',
  'plain.without-type':
    'Ob der Speicher gemeinsam oder privat sein soll, ist nicht oder nicht eindeutig gesagt.',
  'plain.unknown-advice': 'Diesen Rat kennt der Kernel nicht.',
  'plain.next-mapping-too-close': 'So weit kann der Heap nicht wachsen: die nächste Abbildung ist im Weg.',
  'plain.below-start': 'Der Heap würde vor seinem Anfang enden.',
  'plain.range-in-use': 'Dort ist schon etwas abgebildet, und MAP_FIXED_NOREPLACE ersetzt es nicht.',
  'plain.range-in-use-by-shm': 'Dort ist schon etwas abgebildet, und SHM_REMAP fehlt.',
  'plain.may-not-lock':
    'Der Prozess darf keinen Speicher sperren: RLIMIT_MEMLOCK ist 0, und CAP_IPC_LOCK hat er nicht.',
  'plain.not-populated':
    'Eine Seite des Bereichs kann nicht in den Speicher geholt werden: sie erlaubt keinen Zugriff, oder die Datei endet davor.',
  'plain.locked': 'Gesperrter Speicher kann nicht verworfen werden.',
  'plain.protection-not-allowed':
    'Diesen Schutz darf der Speicher nicht bekommen: woraus er abgebildet ist, erlaubt es nicht.',
};
