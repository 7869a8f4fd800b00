/**
 * Bytes to text. The WHATWG decoder is in every host that the model runs in (Node, browsers, workers) but in no
 * ECMAScript library, hence the declaration; it exists in this module only, so it can't clash with a host's own types.
 */
declare const TextDecoder: new (
  label: string,
  options: { ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** The byte order mark is kept: columns would be off by one. Whoever reads a file's first line skips it as bytes. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What is not UTF-8 becomes U+FFFD, by the same rule and so at the same columns as in an editor. */
export function decodeBytes(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/** The bytes of a text that is all ASCII. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
}

/** Whether `wanted` stands at `at`. */
export function hasBytes(buffer: Uint8Array, at: number, wanted: Uint8Array): boolean {
  for (let i = 0; i < wanted.length; i++) if (buffer[at + i] !== wanted[i]) return false;
  return true;
}
