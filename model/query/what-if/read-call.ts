/**
 * A call in strace's syntax, as somebody writes it, read by the log's own grammar: first the text is turned into the line
 * that strace would print, then that line is read as any line of a log is.
 */
import { judgedNames, mayBeJudged } from '../../kernel/typed-call';
import { worldCalls } from '../../process/effects';
import type { CallBody } from '../../trace/grammar/event-body';
import { readCall, readPrefix } from '../../trace/grammar';
import type { Span } from '../../trace/span';
import type { Message } from '../../why/message-shape';
import { quote, say } from '../../why/message';
import { argumentText, type Numbers } from './argument-text';
import { LONGEST_TEXT, readCallText, trimmed, type CallText } from './call-text';
import { problem, shortened, unknownWord, type Problem } from './problem';
import { shapeOf, signatureOf, type Parameter, type Signature } from './signatures';

export interface WrittenCall {
  /** As strace would print it, without an answer: `munmap(0x7f0000000000, 8192)`. */
  readonly text: string;
  /** Read from `text` and the answer, which is `0` where none is given. */
  readonly body: CallBody;
  /** Whether the person who wrote the call says what it answers. */
  readonly isAnswered: boolean;
}

/** Names that mean something: those that rules judge, and those whose answer changes the world beside memory. */
export const isCallName = (name: string): boolean => mayBeJudged(name) || worldCalls.has(name);

const callNames = (): ReadonlySet<string> => new Set([...judgedNames, ...worldCalls]);

/** Takes a call at `span` of the text; a whole line of a log too. */
export function readWrittenCall(text: string, span: Span, numbers: Numbers): WrittenCall | Problem {
  if (span.end - span.start > LONGEST_TEXT)
    return problem(span, say('whatif.too-long', { most: LONGEST_TEXT }));
  const at = span.start + readPrefix(text.slice(span.start, span.end)).at;
  const written = readCallText(text, { start: at, end: span.end });
  if (written === undefined) return problem(span, say('whatif.no-call'));
  const wrong = problemWithFrame(text, written);
  if (wrong !== undefined) return wrong;
  const signature = signatureOf(written.name, numbers.architecture);
  const args =
    signature === undefined
      ? freeArguments(text, written, numbers)
      : namedArguments(text, written, signature, numbers);
  if (!isTexts(args)) return args;
  const line = `${written.name}(${args.join(', ')})`;
  const body = readCall(`${line} ${answerText(text, written)}`, 0);
  if (body?.complete !== true || body.name !== written.name)
    return problem(
      written.answer ?? span,
      say('whatif.no-answer', { text: shortened(answerText(text, written)) }),
    );
  return { text: line, body, isAnswered: written.answer !== undefined };
}

function problemWithFrame(text: string, { name, nameSpan, close, rest }: CallText): Problem | undefined {
  if (!isCallName(name))
    return unknownWord(nameSpan, name, callNames(), {
      alone: 'whatif.unknown-call',
      near: 'whatif.unknown-call-near',
    });
  if (close === undefined) {
    const end = trimmed(text, 0, text.length).end;
    return problem({ start: end, end }, say('whatif.no-parenthesis', { call: name }));
  }
  return rest === undefined
    ? undefined
    : problem(rest, say('whatif.rest', { text: shortened(text.slice(rest.start, rest.end)) }));
}

const answerText = (text: string, { answer }: CallText): string =>
  answer === undefined ? '= 0' : `= ${text.slice(answer.start + 1, answer.end).trim()}`;

type Texts = readonly string[];
const isTexts = (read: Texts | Problem): read is Texts => Array.isArray(read);

function namedArguments(
  text: string,
  { name, args, nameSpan, close = nameSpan.end }: CallText,
  signature: Signature,
  numbers: Numbers,
): Texts | Problem {
  const { parameters, least } = signature;
  const shape = quote(shapeOf(name, signature));
  const empty = args.findIndex(({ start, end }) => start === end);
  const hole = args[empty];
  if (hole !== undefined) return emptyArgument(hole, empty, parameters[empty], shape);
  const extra = args[parameters.length];
  if (extra !== undefined)
    return problem(extra, say('whatif.too-many', { shape, most: parameters.length, count: args.length }));
  const missing = parameters.slice(args.length, least);
  if (missing.length > 0) {
    const missed = missing.map((one) => quote(one.name));
    return problem({ start: close, end: close + 1 }, say('whatif.too-few', { shape, missing: missed }));
  }
  return readAll(text, args, numbers, (i) => parameterAt(text, args[i], parameters, i) ?? FREE, shape);
}

const FREE: Parameter = { name: '', takes: 'any' };

/** By its place; by the name that `-N` prints before it. */
function parameterAt(
  text: string,
  span: Span | undefined,
  parameters: readonly Parameter[],
  place: number,
): Parameter | undefined {
  const name = span && /^(\w+)\s*=(?!=)/.exec(text.slice(span.start, span.end))?.[1];
  return parameters.find((one) => one.name === name) ?? parameters[place];
}

const freeArguments = (text: string, { args, name }: CallText, numbers: Numbers): Texts | Problem =>
  readAll(text, args, numbers, () => FREE, quote(`${name}(…)`));

const emptyArgument = (
  span: Span,
  place: number,
  parameter: Parameter | undefined,
  shape: Message,
): Problem =>
  problem(span, say('whatif.empty-argument', { name: parameter?.name ?? '', number: place + 1, shape }));

function readAll(
  text: string,
  args: readonly Span[],
  numbers: Numbers,
  parameterOf: (place: number) => Parameter,
  shape: Message,
): Texts | Problem {
  const texts: string[] = [];
  for (const [place, span] of args.entries()) {
    const parameter = parameterOf(place);
    if (span.start === span.end) return emptyArgument(span, place, parameter, shape);
    const read = argumentText(text, span, parameter, numbers);
    if (typeof read !== 'string') return read;
    texts.push(read);
  }
  return texts;
}
