/**
 * What a file that is no strace log looks like, from its first bytes: for the message to the person who opened it.
 */
import { decodeBytes } from './decode-bytes';

/** So many bytes from the start of the file are looked at. */
export const LOOK_BYTES = 4096;

const MAGIC: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x7f, 0x45, 0x4c, 0x46], 'an ELF binary (a program or library, not its trace)'],
  [[0x1f, 0x8b], 'a gzip-compressed file that was not unpacked'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd-compressed file'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz-compressed file'],
  [[0x42, 0x5a, 0x68], 'a bzip2-compressed file'],
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0x50, 0x45, 0x52, 0x46, 0x49, 0x4c, 0x45, 0x32], 'a perf.data file'],
  [[0xff, 0xfe], 'UTF-16 text (save it as UTF-8)'],
  [[0xfe, 0xff], 'UTF-16 text (save it as UTF-8)'],
];

/** Each judges a text by the lines that fit it. Ordered: the first with most of the lines wins. */
const LINE_FORMS: readonly (readonly [form: RegExp, what: string])[] = [
  [
    /^[0-9a-f]{6,16}-[0-9a-f]{6,16} [r-][w-][x-][ps] [0-9a-f]+ /,
    'a /proc/PID/maps file (pass it as the maps of a log)',
  ],
  [/^\[\s*\d+\.\d{6}\](\[\s*[TC]\d+\])? /, 'kernel messages (dmesg)'],
  [/^\s*\S.*?\s+\d+(\/\d+)?\s+(\[\d+\]\s+)?\d+\.\d+:\s+(\d+\s+)?[\w-]+:/, 'perf script output'],
  [/^\s*[0-9a-f]{8,16} \S+(\+0x[0-9a-f]+)? \(.*\)$/, 'perf script output'],
  [/^\s*\d+\.\d{3} \(\s*[\d.]*\s*(ms)?\s*\): /, 'perf trace output'],
  [/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ \S+: /, 'a system log'],
  [
    /^\s*(#include\b|#define\b|\/\*|\*\/|\/\/|\}|return\b|(static|int|void|char|struct|const)\s.*[;{(,])|;\s*$/,
    'C source',
  ],
];

/** Functions of the C library, that ltrace shows and strace never does. */
const LIBRARY_CALL =
  /\b(malloc|calloc|realloc|free|strlen|strcmp|strcpy|memcpy|memset|puts|printf|fopen|fclose|getenv|__libc_start_main)\(/g;

/** One phrase in English. */
export function looksLike(bytes: Uint8Array): string {
  const magic = MAGIC.find(([wanted]) => wanted.every((byte, i) => bytes[i] === byte));
  if (magic !== undefined) return magic[1];
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== undefined) return utf16;
  if (isBinary(bytes)) return 'a binary file';
  return textLooksLike(decodeBytes(bytes));
}

/** Whether the text's calls are a library's: ltrace prints them in the form of strace. */
export function isLibraryTrace(bytes: Uint8Array): boolean {
  const text = decodeBytes(bytes);
  const calls = text.match(/^(\[pid \d+\] |\d+ )?([\w.]+->)?\w+\(/gm)?.length ?? 0;
  const ofLibrary = text.match(LIBRARY_CALL)?.length ?? 0;
  return ofLibrary > 0 && (text.includes('__libc_start_main(') || ofLibrary * 2 > calls);
}

function textLooksLike(text: string): string {
  const start = text.trimStart();
  if (/^<(!doctype html|html|head|body)\b/i.test(start))
    return 'HTML (save the log itself, not the page around it)';
  if (/^<\?xml\b/.test(start)) return 'XML';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  for (const [form, what] of LINE_FORMS) {
    const fitting = lines.filter((line) => form.test(line.slice(0, 400))).length;
    if (fitting > 0 && fitting * 2 >= lines.length) return what;
  }
  if (/^[[{]\s*(["{[\]}]|-?\d)/.test(start)) return 'JSON';
  if (/^% time\s+seconds/m.test(text)) return 'the summary of strace -c, which holds no single calls';
  if (text.startsWith('#!')) return 'a script';
  return 'plain text';
}

/** ASCII in UTF-16 has a NUL in every other byte. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const nuls = [0, 0];
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0) nuls[i & 1] = (nuls[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const half = bytes.length / 2;
  const isIt = bytes.length >= 16 && Math.max(even, odd) > half * 0.7 && Math.min(even, odd) < half * 0.1;
  return isIt ? 'UTF-16 text (save it as UTF-8)' : undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1b) control++;
  return control * 20 > bytes.length;
}
