/** Spanish of english/looks-like.ts. */
import type { Translated } from '../language';
import type { looksLikeWords as English } from '../english/looks-like';

export const looksLikeWords: Translated<typeof English> = {
  'looks.elf': 'un binario ELF (un programa o biblioteca, no su traza)',
  'looks.gzip': 'un archivo comprimido con gzip sin descomprimir',
  'looks.zstd': 'un archivo comprimido con zstd',
  'looks.xz': 'un archivo comprimido con xz',
  'looks.bzip2': 'un archivo comprimido con bzip2',
  'looks.zip': 'un archivo zip',
  'looks.pdf': 'un documento PDF',
  'looks.png': 'una imagen PNG',
  'looks.perf-data': 'un archivo perf.data',
  'looks.utf-16': 'texto UTF-16 (debe guardarse como UTF-8)',
  'looks.maps': 'un archivo /proc/PID/maps (debe darse como maps de un registro)',
  'looks.dmesg': 'mensajes del núcleo (dmesg)',
  'looks.perf-script': 'salida de perf script',
  'looks.perf-trace': 'salida de perf trace',
  'looks.system-log': 'un registro del sistema',
  'looks.c-source': 'código fuente en C',
  'looks.binary': 'un archivo binario',
  'looks.html': 'HTML (debe guardarse el registro mismo, no la página que lo rodea)',
  'looks.summary': 'el resumen de strace -c, que no contiene llamadas sueltas',
  'looks.script': 'un script',
  'looks.plain-text': 'texto sin formato',
  'looks.ltrace': 'salida de ltrace (llamadas a bibliotecas, no al sistema)',
  'looks.something-else': 'otra cosa',
};
