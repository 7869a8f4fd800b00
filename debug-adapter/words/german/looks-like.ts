/** German of english/looks-like.ts. */
import type { Translated } from '../language';
import type { looksLikeWords as English } from '../english/looks-like';

export const looksLikeWords: Translated<typeof English> = {
  'looks.elf': 'eine ELF-Binärdatei (ein Programm oder eine Bibliothek, nicht deren Aufzeichnung)',
  'looks.gzip': 'eine nicht entpackte gzip-Datei',
  'looks.zstd': 'eine zstd-komprimierte Datei',
  'looks.xz': 'eine xz-komprimierte Datei',
  'looks.bzip2': 'eine bzip2-komprimierte Datei',
  'looks.zip': 'ein Zip-Archiv',
  'looks.pdf': 'ein PDF-Dokument',
  'looks.png': 'ein PNG-Bild',
  'looks.perf-data': 'eine perf.data-Datei',
  'looks.utf-16': 'UTF-16-Text (als UTF-8 speichern)',
  'looks.maps': 'eine /proc/PID/maps-Datei (als maps eines Protokolls angeben)',
  'looks.dmesg': 'Kernelmeldungen (dmesg)',
  'looks.perf-script': 'Ausgabe von perf script',
  'looks.perf-trace': 'Ausgabe von perf trace',
  'looks.system-log': 'ein Systemprotokoll',
  'looks.c-source': 'C-Quelltext',
  'looks.binary': 'eine Binärdatei',
  'looks.html': 'HTML (das Protokoll selbst speichern, nicht die Seite darum)',
  'looks.summary': 'die Zusammenfassung von strace -c, die keine einzelnen Aufrufe enthält',
  'looks.script': 'ein Skript',
  'looks.plain-text': 'einfacher Text',
  'looks.ltrace': 'Ausgabe von ltrace (Bibliotheks-, keine Systemaufrufe)',
  'looks.something-else': 'etwas anderes',
};
