/** German of english/fault.ts. */
import type { faultWords as English } from '../english/fault';
import type { Translated } from '../translation';

export const faultWords: Translated<typeof English> = {
  'pointer.argument': 'Argument {argument} ({name})',
  'pointer.element': 'Eintrag {index} von {what}',
  'pointer.member': '{member} in {what}',
  'pointer.read': 'der Kernel musste für {what} {size} ab {address} lesen',
  'pointer.write': 'der Kernel musste für {what} {size} ab {address} schreiben',
  'pointer.read-up-to': 'der Kernel musste für {what} bis zu {size} ab {address} lesen',
  'pointer.write-up-to': 'der Kernel musste für {what} bis zu {size} ab {address} schreiben',
  'pointer.string': 'der Kernel musste für {what} eine Zeichenkette ab {address} lesen',
  'pointer.access': 'der Kernel musste für {what} den Speicher bei {address} benutzen',
  'pointer.contents': 'die Zeile zeigt, wie {what} beginnt, aber nicht wo',
  'fault.never-mapped': 'Bei {page} ist nichts abgebildet: {access}.',
  'fault.not-inherited':
    'Die Seite {page} ist im Elternprozess abgebildet und wurde beim fork in {line} nicht geerbt (MADV_DONTFORK): {access}.',
  'fault.unmapped': 'Die Abbildung der Seite {page} wurde in {line} aufgehoben: {access}.',
  'fault.moved':
    'Die Seite {page} wurde in {line} weggeschoben, und das Byte, das an {address} lag, liegt jetzt an {to}: {access}.',
  'fault.cut-off': 'Die Seite {page} wurde in {line} abgeschnitten, wo der Break auf {break} sank: {access}.',
  'fault.shrunk':
    'Die Seite {page} wurde in {line} abgeschnitten, wo mremap die Abbildung auf {size} verkleinert hat: {access}.',
  'fault.protected':
    'Die Seite {page} ist seit {line} als {prot} abgebildet, was dies nicht erlaubt: {access}.',
  'fault.replaced':
    'In {line} trat eine andere Abbildung an die Stelle derer, die bei {page} lag; sie ist {prot}, was dies nicht erlaubt: {access}.',
  'fault.prot': 'Die Seite {page} ist als {prot} abgebildet, was dies nicht erlaubt: {access}.',
  'fault.guard':
    'Die Seite {page} ist seit {line} eine Schutzseite (MADV_GUARD_INSTALL), obwohl ihre Abbildung den Zugriff erlaubt: {access}.',
  'fault.beyond-end':
    'Die Seite {page} liegt hinter dem Ende: {what} hat nur {size}, und sie gehört zur Stelle bei {offset}. Hinter dem Ende gibt es keine Seite: {access}.',
  'fault.beyond-end-since':
    'Die Seite {page} liegt hinter dem Ende: {what} hat seit {line} nur {size}, und sie gehört zur Stelle bei {offset}. Hinter dem Ende gibt es keine Seite: {access}.',
  'fault.perhaps-beyond-file':
    'Die Seite {page} ist abgebildet und erlaubt es; vielleicht liegt sie hinter dem Ende, denn wie lang {what} ist, zeigt dieses Protokoll nicht: {access}.',
  'fault.protection-key':
    'Die Seite {page} ist als {prot} mit dem Schutzschlüssel {key} abgebildet, den der Thread vielleicht für sich geschlossen hat: {access}.',
  'fault.userfault':
    'Die Seite {page} ist als {prot} abgebildet und bei userfaultfd registriert; vielleicht hat niemand sie gefüllt: {access}.',
  'fault.kernel-address': 'Die Adresse {address} ist keine Benutzeradresse: {access}.',
  'fault.no-address':
    'Die Adresse {address} ist überhaupt keine Adresse: ihre höchsten Bits sind nicht gleich, also bezeichnet sie weder Benutzer- noch Kernelspeicher: {access}.',
  'fault.beyond-user-space':
    'Von {address} an reichen {size} über das Ende der Benutzeradressen hinaus ({end}): {access}.',
  'fault.too-long-for-any':
    'In den Benutzeradressen (Ende bei {end}) ist nirgends Platz für {size}: {access}.',
  'fault.unknown': 'Dieses Protokoll zeigt nicht, was bei {page} abgebildet ist: {access}.',
  'fault.perhaps-program':
    'Keine Zeile hat bei {page} etwas abgebildet. Vielleicht ist es ein nur lesbarer Teil des Programms, seines Linkers oder des vdso, die execve ohne eine eigene Zeile abbildet: {access}.',
  'fault.unmapped-in-other-file':
    'Die Seite {page} ist nach den Zeilen davor abgebildet, aber {line} einer anderen Datei hebt das auf, und Dateien ohne Zeiten sagen nicht, was zuerst kam: {access}. Mit -ttt aufgenommen wäre es bekannt.',
  'fault.mapped':
    'Die Seite {page} ist abgebildet und erlaubt es; der Kernel konnte sie trotzdem nicht benutzen (jenseits des Dateiendes, eine Schutzseite oder ein anderes Argument).',
  'fault.beyond-file':
    'Das Programm griff auf {address} zu, was abgebildet ist und es erlaubt: die Datei hinter der Abbildung endet vor dieser Seite.',
  'fault.null': 'Der Zeiger ist NULL plus {offset}, und dort ist nie etwas abgebildet: {access}.',
  'fault.string-overrun':
    'Die Zeichenkette, die bei {address} beginnt, endet nicht vor {page}, wo sie in Speicher läuft, der nicht lesbar ist. {history}',
  'fault.not-writable-shown':
    'Der Kernel konnte {what} lesen, denn die Zeile zeigt, was dort steht, musste dort aber auch schreiben: dieser Speicher ist nur lesbar. Seine Adresse zeigt die Zeile nicht.',
  'fault.tail-unreadable':
    'Der Anfang von {what} ist lesbar, denn die Zeile zeigt ihn; weiter hinten, innerhalb von {size}, traf der Kernel auf eine Seite, die es nicht ist. Die Adresse zeigt die Zeile nicht.',
  'fault.inside':
    'Ein Zeiger innerhalb von {what} ist unbrauchbar oder das, wohin er führt; bei einem gescheiterten Aufruf gibt strace ihn nicht aus.',
  'fault.strace-could-not-read':
    'strace gibt für {what} die bloße Adresse {address} aus: auch strace konnte diesen Speicher nicht lesen.',
  'fault.unaligned':
    'Ein Futex ist ein Wort an einer durch 4 teilbaren Adresse: {address}, {what}, liegt {offset} über einer solchen. Das wird abgelehnt, bevor der Speicher angesehen wird.',
  'fault.no-pointer': 'Unter den Argumenten von {call} zeigt diese Zeile keinen unbrauchbaren Zeiger.',
  'fault.not-by-pointer':
    '{call} sieht nicht an, wohin seine Adressen führen: am Zeiger ist es nicht gescheitert.',
  'short.transfer': '{call} übertrug {done} von {asked} Byte und hörte an der Seitengrenze {page} auf.',
  'short.transfer-element': '{call} übertrug {done} von {asked} Byte: es hörte in {what} auf, bei {page}.',
  'short.messages':
    '{call} bearbeitete {done} von {asked} Nachrichten und hörte bei einer auf, die nicht benutzbar war.',
};
