/**
 * What stands in a sentence or in a line of the log: memory that can be looked at, and, in calls, the parts that an eye looks
 * for. The patterns are linear in the text.
 */

/** Half-open, in bytes; of a single address its byte. */
export interface Memory {
  readonly start: bigint;
  readonly end: bigint;
}

export type Token =
  | { readonly kind: 'text' | 'call' | 'flag' | 'number' | 'string' | 'comment'; readonly text: string }
  | { readonly kind: 'memory'; readonly text: string; readonly memory: Memory };

/** Shorter numbers are sizes, flags and offsets, not addresses. */
const ADDRESS = '0x[\\da-f]{5,16}';
const PROSE = new RegExp(`(${ADDRESS})(?:–(${ADDRESS}))?`, 'g');
const CALL = new RegExp(
  [
    `(?<memory>\\b${ADDRESS}\\b)`,
    '(?<string>"(?:[^"\\\\]|\\\\.)*"(?:\\.\\.\\.)?)',
    '(?<comment>/\\*.*?\\*/)',
    '(?<call>\\b[a-z_]\\w*(?=\\())',
    '(?<flag>\\b[A-Z][A-Z\\d]*_[A-Z\\d_]+\\b|\\bE[A-Z\\d]{3,}\\b|\\bNULL\\b)',
    '(?<number>(?<![\\w.])-?(?:0x[\\da-f]+|\\d+)\\b)',
  ].join('|'),
  'g',
);

/** Addresses and ranges (`0x…–0x…`) in a sentence. */
export const proseTokens = (text: string): readonly Token[] =>
  tokensOf(text, PROSE, ([whole, start = '', end]) => memoryToken(whole, start, end));

/** A call, or several, as strace writes them. */
export const callTokens = (text: string): readonly Token[] =>
  tokensOf(text, CALL, ({ 0: whole, groups = {} }) => {
    if (groups['memory'] !== undefined) return memoryToken(whole, whole);
    const kind = kinds.find((one) => groups[one] !== undefined) ?? 'text';
    return { kind, text: whole };
  });

const kinds = ['string', 'comment', 'call', 'flag', 'number'] as const;

function memoryToken(text: string, first: string, last?: string): Token {
  const start = BigInt(first);
  const end = last === undefined ? start + 1n : BigInt(last);
  return end > start ? { kind: 'memory', text, memory: { start, end } } : { kind: 'text', text };
}

/** All of the text, in order. */
function tokensOf(
  text: string,
  pattern: RegExp,
  tokenOf: (match: RegExpExecArray) => Token,
): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) tokens.push({ kind: 'text', text: text.slice(at, match.index) });
    tokens.push(tokenOf(match));
    at = match.index + match[0].length;
  }
  if (at < text.length) tokens.push({ kind: 'text', text: text.slice(at) });
  return tokens;
}

export const overlap = (a: Memory, b: Memory): boolean => a.start < b.end && b.start < a.end;
