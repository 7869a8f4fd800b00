/**
 * An argument as somebody writes it, turned into what strace prints: numbers are worked out (`64*1024`, `1<<21`, `1 MiB`,
 * `$1+4096`), all else stays as it is. Sums go through the language of queries, so that one arithmetic holds everywhere.
 */
import type { Architecture } from '../../process/world';
import type { Span } from '../../trace/span';
import { quote, say } from '../../why/message';
import { evaluate } from '../evaluator';
import { parseQuery } from '../parser';
import { nodesOf } from '../tree-walk';
import { numberValue, type QueryValue } from '../value';
import { partsOf, trimmed } from './call-text';
import { problem, shortened, unknownWord, type Problem } from './problem';
import { wordsOf, type Parameter } from './signatures';

/** What names in sums stand for. */
export interface Numbers {
  readonly architecture: Architecture;
  /** Bytes. */
  readonly pageSize: bigint;
  /** Answers of the calls before: `$1` is the first's. Undefined where one is not known. */
  readonly answers: readonly (bigint | undefined)[];
  /** Place of the last one that is more than a success, from 1: `$` is its answer. 0: there is none. */
  readonly last: number;
}

const PLAIN = /^(?:NULL|-?(?:0x[0-9a-f]+|\d+))$/;
const WORD = /^[A-Za-z_]\w*$/;
const ITS_NAME = /^([A-Za-z_]\w*)\s*=(?![=>])\s*/;
/** `3</path>`, `AT_FDCWD</tmp>`, `"…"`, `~[…]`, `makedev(…)`, `0x1 / * … * /`, `… => …`: forms of strace's own. */
const STRACES_OWN = /^(?:\w+<[^<=\s\d]|@?"|~\[|[A-Za-z_]\w*\()|\/\*| => |\.\.\.|\?\?\?/;

/** @param span not empty. */
export function argumentText(
  text: string,
  span: Span,
  parameter: Parameter,
  numbers: Numbers,
): string | Problem {
  const written = text.slice(span.start, span.end);
  const own = ITS_NAME.exec(written);
  if (own === null) return valueText(text, span, parameter, numbers);
  const value = valueText(text, { start: span.start + own[0].length, end: span.end }, parameter, numbers);
  return typeof value === 'string' ? `${own[1] ?? ''}=${value}` : value;
}

function valueText(text: string, span: Span, parameter: Parameter, numbers: Numbers): string | Problem {
  const written = text.slice(span.start, span.end);
  if (PLAIN.test(written))
    return fits(written === 'NULL' ? 0n : numberOf(written)) ? written : tooLarge(span, written, parameter);
  if (STRACES_OWN.test(written)) return written;
  if (written.startsWith('{') || written.startsWith('['))
    return insideBrackets(text, span, parameter, numbers);
  const terms = termsOf(text, span);
  const texts: string[] = [];
  let sum: bigint | undefined = 0n;
  for (const term of terms) {
    const one = termText(text, term, parameter, numbers);
    if (typeof one === 'string') {
      texts.push(one);
      sum = undefined;
    } else if (isTermNumber(one)) {
      texts.push(shown(one.number, parameter));
      sum = sum === undefined ? undefined : sum | one.number;
    } else return one;
  }
  return sum === undefined ? texts.join('|') : shown(sum, parameter);
}

/** Members of a structure, items of a vector: each is an argument of its own, of no known kind. */
function insideBrackets(
  text: string,
  { start, end }: Span,
  { name }: Parameter,
  numbers: Numbers,
): string | Problem {
  const { parts, close } = partsOf(text, start + 1, end);
  const pair = `${text[start] ?? ''}${text[end - 1] ?? ''}`;
  if (close !== end - 1 || (pair !== '{}' && pair !== '[]'))
    return problem({ start, end }, say('whatif.unclosed', { text: shortened(text.slice(start, end)) }));
  const members: string[] = [];
  for (const part of parts) {
    if (part.start === part.end) continue;
    const member = argumentText(text, part, { name, takes: 'any' }, numbers);
    if (typeof member !== 'string') return member;
    members.push(member);
  }
  return `${text[start] ?? ''}${members.join(', ')}${text[close] ?? ''}`;
}

/** Joined by '|', outside of parentheses. */
function termsOf(text: string, { start, end }: Span): readonly Span[] {
  const terms: Span[] = [];
  let from = start;
  let depth = 0;
  for (let at = start; at < end; at++) {
    const c = text[at];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === '|' && depth === 0) {
      terms.push(trimmed(text, from, at));
      from = at + 1;
    }
  }
  terms.push(trimmed(text, from, end));
  return terms;
}

interface TermNumber {
  readonly number: bigint;
}
const isTermNumber = (term: object): term is TermNumber => 'number' in term;

/** What C's headers call a size of huge pages, as strace prints it. include/uapi/asm-generic/hugetlb_encode.h */
const SIZES_IN_C: ReadonlyMap<string, string> = new Map([
  ['MAP_HUGE_2MB', '21<<MAP_HUGE_SHIFT'],
  ['MAP_HUGE_1GB', '30<<MAP_HUGE_SHIFT'],
  ['MFD_HUGE_2MB', '21<<MFD_HUGE_SHIFT'],
  ['MFD_HUGE_1GB', '30<<MFD_HUGE_SHIFT'],
]);

/** `21<<MAP_HUGE_SHIFT` */
const SHIFTED = /^\d+<<[A-Za-z_]\w*$/;

function termText(
  text: string,
  span: Span,
  parameter: Parameter,
  numbers: Numbers,
): string | TermNumber | Problem {
  const written = text.slice(span.start, span.end);
  if (written === '') return problem(span, say('whatif.empty-term', { name: parameter.name }));
  if (SHIFTED.test(written)) return written;
  if (WORD.test(written) && written !== PAGE_SIZE) return wordText(written, span, parameter, numbers);
  return sumOf(written, span, parameter, numbers);
}

function wordText(
  word: string,
  span: Span,
  parameter: Parameter,
  { architecture }: Numbers,
): string | Problem {
  const { name, takes } = parameter;
  if (takes === 'any' || parameter.open === true) return word;
  const shift = SIZES_IN_C.get(word);
  if (shift !== undefined && takes === 'flags') return shift;
  const known = wordsOf(parameter, architecture);
  if (known.includes(word) || (takes === 'descriptor' && word === 'AT_FDCWD')) return word;
  if (takes !== 'flags' && takes !== 'word')
    return problem(span, say('whatif.no-number', { name, text: shortened(word) }));
  return unknownWord(
    span,
    word,
    known,
    {
      alone: known.length === 0 ? 'whatif.no-flags' : 'whatif.unknown-flag',
      near: 'whatif.unknown-flag-near',
    },
    { name },
  );
}

const PAGE_SIZE = 'PAGE_SIZE';
const ANSWER = /^\$\d*$/;

/** A word of the kernel, signed or not. */
const fits = (value: bigint): boolean => value < 1n << 64n && value >= -(1n << 63n);

const tooLarge = (span: Span, written: string, { name }: Parameter): Problem =>
  problem(span, say('whatif.too-large', { name, text: shortened(written) }));

/** BigInt knows no sign before hexadecimal digits. */
const numberOf = (plain: string): bigint => (plain.startsWith('-') ? -BigInt(plain.slice(1)) : BigInt(plain));

function sumOf(written: string, span: Span, parameter: Parameter, numbers: Numbers): TermNumber | Problem {
  const { name } = parameter;
  const noNumber = (from: number, to: number): Problem =>
    problem(
      { start: span.start + from, end: span.start + to },
      say('whatif.no-number', { name, text: shortened(written) }),
    );
  const parsed = parseQuery(written);
  if (!parsed.ok) return noNumber(parsed.error.start, parsed.error.end);
  for (const node of nodesOf(parsed.query.root)) {
    if (node.kind !== 'name' || node.name === PAGE_SIZE) continue;
    const unknown = ANSWER.test(node.name) ? missingAnswer(node.name, numbers) : undefined;
    if (unknown !== undefined)
      return problem({ start: span.start + node.start, end: span.start + node.end }, unknown);
    if (!ANSWER.test(node.name)) return noNumber(node.start, node.end);
  }
  const value = evaluate(parsed.query, { lookup: (word) => numberNamed(word, numbers) });
  if (value.kind !== 'number') return noNumber(0, written.length);
  if (!fits(value.value)) return tooLarge(span, written, parameter);
  return { number: value.value };
}

const placeNamed = (word: string, { last }: Numbers): number => (word === '$' ? last : Number(word.slice(1)));

const answerNamed = (word: string, numbers: Numbers): bigint | undefined =>
  numbers.answers[placeNamed(word, numbers) - 1];

function numberNamed(word: string, numbers: Numbers): QueryValue | undefined {
  if (word === PAGE_SIZE) return numberValue(numbers.pageSize);
  const answer = ANSWER.test(word) ? answerNamed(word, numbers) : undefined;
  return answer === undefined ? undefined : numberValue(answer);
}

/** Undefined where the answer is known. */
function missingAnswer(word: string, numbers: Numbers) {
  if (answerNamed(word, numbers) !== undefined) return undefined;
  const number = placeNamed(word, numbers);
  return number >= 1 && number <= numbers.answers.length
    ? say('whatif.answer-unknown', { word: quote(word), number })
    : say('whatif.no-such-answer', { word: quote(word), count: numbers.answers.length });
}

/** Addresses as strace prints them; all else decimal, for 8192 is what a person compares. */
const shown = (value: bigint, { takes }: Parameter): string =>
  takes === 'address' || (takes === 'flags' && value > 9n)
    ? `${value < 0n ? '-' : ''}0x${(value < 0n ? -value : value).toString(16)}`
    : value.toString();
