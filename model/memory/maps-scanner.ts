/**
 * Reads one line of /proc/PID/maps field by field, with the column of what does not fit. A hand-made scanner: the text
 * is somebody's file, of any length, and the column of the fault is what its owner needs.
 */

/** What the reader of a maps file found instead of what maps prints. Columns count from 1, in UTF-16 units. */
export type MapsFault =
  /** `start-end` in hexadecimal was expected. */
  | 'address-expected'
  /** The end is not above the start. */
  | 'empty-range'
  /** Addresses of VMAs are multiples of 4096. */
  | 'unaligned'
  /** Four letters such as `rw-p`. */
  | 'permissions-expected'
  | 'offset-expected'
  /** `08:01` */
  | 'device-expected'
  | 'inode-expected'
  /** The range overlaps that of a line before. */
  | 'overlap'
  /** A line of smaps (`Locked: 4 kB`) before any range. */
  | 'detail-without-range'
  /** A line that begins like a header but does not read `# after line N pid P`. */
  | 'header-expected'
  /** A header with no range under it: no process is without VMAs. */
  | 'empty-snapshot'
  /** smaps_rollup sums the whole process up and shows no VMA. */
  | 'rollup';

export class MapsScanner {
  #at = 0;

  constructor(readonly text: string) {}

  /** 1-based, of the next character. */
  get column(): number {
    return this.#at + 1;
  }

  /** The next character's code; NaN at the end. */
  peek(): number {
    return this.text.charCodeAt(this.#at);
  }

  /** The characters of the set that follow, at most `limit`; undefined where there is none, or more than the limit. */
  take(isIn: (code: number) => boolean, limit: number): string | undefined {
    let end = this.#at;
    while (end < this.text.length && isIn(this.text.charCodeAt(end))) end++;
    if (end === this.#at || end - this.#at > limit) return undefined;
    const taken = this.text.slice(this.#at, end);
    this.#at = end;
    return taken;
  }

  literal(text: string): boolean {
    if (!this.text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  spaces(): boolean {
    return this.take(isBlank, Number.MAX_SAFE_INTEGER) !== undefined;
  }

  /** All that is left, without blanks at its ends. */
  rest(): string {
    const rest = this.text.slice(this.#at).trim();
    this.#at = this.text.length;
    return rest;
  }

  get atEnd(): boolean {
    return this.#at >= this.text.length;
  }
}

export const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;
export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isHex = (code: number): boolean =>
  isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
