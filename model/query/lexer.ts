/**
 * Cuts a query's text into words. By hand and in one pass: the error's column is what the person who types needs.
 */
import { say } from '../why/message';
import { OPERATORS, queryError, type Place, type QueryError, type Token } from './token';

/** Longer ones are no query that a person wrote. */
export const MAX_LENGTH = 10_000;
/** Also bounds the depth of the tree: every level of it costs a token. */
const MAX_TOKENS = 1_000;

/** The tokens with an 'end' behind them. */
export const tokensOf = (text: string): readonly Token[] | QueryError => {
  if (text.length > MAX_LENGTH) {
    const place = { start: MAX_LENGTH, end: text.length };
    return queryError(place, say('query.too-long', { most: MAX_LENGTH }));
  }
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    if ('message' in token) return token;
    if (tokens.length >= MAX_TOKENS)
      return queryError(token, say('query.too-many-words', { most: MAX_TOKENS }));
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
};

const tokenAt = (text: string, at: number): Token | QueryError => {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return numberAt(text, at);
  if (isNameStart(code)) {
    const end = endOf(text, at, (next) => isNameStart(next) || isDigit(next));
    return { kind: 'name', text: text.slice(at, end), start: at, end };
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return stringAt(text, at);
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
  if (operator !== undefined) {
    return { kind: 'operator', text: operator, start: at, end: at + operator.length };
  }
  const place = { start: at, end: at + 1 };
  if (text.startsWith('=', at)) return queryError(place, say('query.compare'));
  return queryError(
    place,
    say('query.means-nothing', { text: String.fromCodePoint(text.codePointAt(at) ?? 0) }),
  );
};

const numberAt = (text: string, start: number): Token | QueryError => {
  if (text.startsWith('0x', start) || text.startsWith('0X', start)) {
    const end = endOf(text, start + 2, isHexDigit);
    const place = { start, end };
    if (end === start + 2) return queryError(place, say('query.hex-expected'));
    return afterNumber(text, {
      kind: 'number',
      value: BigInt(text.slice(start, end)),
      isHex: true,
      ...place,
    });
  }
  const end = endOf(text, start, isDigit);
  const isFraction = text.charAt(end) === '.' && isDigit(text.charCodeAt(end + 1));
  if (!isFraction) {
    return { kind: 'number', value: BigInt(text.slice(start, end)), isHex: false, start, end };
  }
  const fractionEnd = endOf(text, end + 1, isDigit);
  const decimals = fractionEnd - end - 1;
  const digits = BigInt(text.slice(start, end) + text.slice(end + 1, fractionEnd));
  return { kind: 'fraction', digits, decimals, start, end: fractionEnd };
};

/** `0x12zz` is no number followed by a name. */
const afterNumber = (text: string, token: Token): Token | QueryError => {
  const next = { start: token.end, end: token.end + 1 };
  return isNameStart(text.charCodeAt(token.end))
    ? queryError(next, say('query.no-hex', { text: text.charAt(token.end) }))
    : token;
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\', '"': '"', "'": "'" };

const stringAt = (text: string, start: number): Token | QueryError => {
  const quote = text.charAt(start);
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === quote) return { kind: 'string', value, start, end: at + 1 };
    if (character !== '\\') {
      value += character;
      continue;
    }
    at++;
    const escaped = ESCAPES[text.charAt(at)];
    const place: Place = { start: at - 1, end: Math.min(at + 1, text.length) };
    if (escaped === undefined) return queryError(place, say('query.escapes'));
    value += escaped;
  }
  return queryError({ start, end: text.length }, say('query.unclosed', { quote }));
};

const endOf = (text: string, start: number, isIn: (code: number) => boolean): number => {
  let end = start;
  while (end < text.length && isIn(text.charCodeAt(end))) end++;
  return end;
};

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHexDigit = (code: number): boolean =>
  isDigit(code) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x24;
