/**
 * What strace prints beside events: dumps of buffers (-e read=), KVM exits, the table of -c and -C, the tips of --tips.
 */
import {
  BAR,
  BLANK,
  DOT,
  GREATER,
  LESS,
  PLUS,
  STAR,
  blanksEnd,
  digitsEnd,
  hexDigit,
  isDigit,
  isWord,
} from './char';

/** ` | 00000  76 6d 0a  vm.  |` or ` | <Cannot fetch 12 bytes from pid 7 @0x7f…>`; `at` is on the bar. */
export function isHexdump(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== BAR || text.charCodeAt(at + 1) !== BLANK) return false;
  if (text.startsWith('<Cannot fetch ', at + 2)) return true;
  let i = at + 2;
  while (hexDigit(text.charCodeAt(i)) >= 0) i++;
  return i - at - 2 >= 5 && text.charCodeAt(i) === BLANK && text.charCodeAt(i + 1) === BLANK;
}

/** ` * 3 bytes in buffer 0`; `at` is on the star. */
export function isBufferHead(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== STAR || text.charCodeAt(at + 1) !== BLANK) return false;
  const stop = digitsEnd(text, at + 2, text.length);
  return stop > at + 2 && text.startsWith(' bytes in buffer ', stop);
}

/** ` VCPU:0< …`, ` VCPU< …` of `-e kvm=vcpu`. */
export function isKvmExit(text: string, at: number): boolean {
  if (!text.startsWith('VCPU', at)) return false;
  const mark = text.charCodeAt(at + 4) === 0x3a ? digitsEnd(text, at + 5, text.length) : at + 4;
  const c = text.charCodeAt(mark);
  return (c === LESS || c === GREATER) && text.charCodeAt(mark + 1) === BLANK;
}

/** A line of the table of -c. It has no prefix: ask for the whole line. */
export function isSummary(text: string): boolean {
  if (text.startsWith('% time ') || text.startsWith('System call usage summary for ')) return true;
  const at = blanksEnd(text, 0, text.length);
  return text.charCodeAt(at) === 0x2d ? isRule(text, at) : isSummaryRow(text, at);
}

/** `------ ----------- ----------- --------- --------- ----------------` */
function isRule(text: string, at: number): boolean {
  let groups = 0;
  let i = at;
  while (i < text.length) {
    const start = i;
    while (text.charCodeAt(i) === 0x2d) i++;
    if (i - start < 6) return false;
    groups++;
    i = blanksEnd(text, i, text.length);
  }
  return groups >= 2;
}

/** ` 33.33    0.000100          50         2         1 mmap`: a share with two decimals, seconds with six, a name last. */
function isSummaryRow(text: string, at: number): boolean {
  const point = digitsEnd(text, at, Math.min(text.length, at + 4));
  if (point === at || text.charCodeAt(point) !== DOT) return false;
  const share = digitsEnd(text, point + 1, text.length);
  if (share !== point + 3 || text.charCodeAt(share) !== BLANK) return false;
  let i = blanksEnd(text, share, text.length);
  if (!isDigit(text.charCodeAt(i))) return false;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (!isWord(c) && c !== BLANK && c !== DOT && c !== PLUS) return false;
    i++;
  }
  return true;
}

/**
 * The first line of a tip of --tips: the upper edge of its balloon, and beside it the crown of an ostrich's head. Tips end
 * a log: nothing behind this line is trace.
 */
export function isTip(text: string): boolean {
  const at = blanksEnd(text, 0, text.length);
  const edge = underscoresEnd(text, at);
  if (at < 1 || edge - at < 20) return false;
  const head = blanksEnd(text, edge, text.length);
  return head > edge && underscoresEnd(text, head) === head + 4;
}

function underscoresEnd(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 0x5f) i++;
  return i;
}
