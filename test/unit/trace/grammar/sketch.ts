/**
 * Values as short words, so that a table of forms can say what each must read as: kind and content, beside the text that
 * the value's span covers.
 */
import type { CallResult } from '../../../../model/trace/event';
import type { Argument, FlagTerm, Value } from '../../../../model/trace/value';
import type { CallBody, EventBody } from '../../../../model/trace/grammar/index';
import { readEvent, readPrefix } from '../../../../model/trace/grammar/index';

const term = (t: FlagTerm): string =>
  'name' in t ? t.name : 'bits' in t ? `0x${t.bits.toString(16)}` : `${t.shifted}<<${t.shift}`;

const list = (args: readonly Argument[]): string => args.map(argument).join(', ');

function bare(value: Value): string {
  switch (value.kind) {
    case 'number':
      return `${value.form} ${value.value}`;
    case 'flags':
      return `${value.complement ? '~' : ''}flags ${value.terms.map(term).join(' ')}`.trimEnd();
    case 'string':
      return JSON.stringify(value.bytes) + (value.cut ? ' cut' : '');
    case 'struct':
      return `{${list(value.members)}${value.abbreviated ? ' ...' : ''}}`;
    case 'array': {
      const unreadable =
        value.unreadableAt === undefined ? '' : ` unreadable at 0x${value.unreadableAt.toString(16)}`;
      return `[${list(value.items)}${value.abbreviated ? ' ...' : ''}${unreadable}]`;
    }
    case 'descriptor':
      return `fd ${value.fd} ${value.target}${value.deleted ? ' deleted' : ''}`;
    case 'call':
      return `${value.name}(${list(value.args)})`;
    case 'omitted':
      return 'omitted';
    case 'opaque':
      return `opaque ${value.text}`;
  }
}

export function sketch(value: Value): string {
  const comment = value.comment === undefined ? '' : ` # ${value.comment}`;
  const context = value.securityContext === undefined ? '' : ` @ ${value.securityContext}`;
  return bare(value) + comment + context;
}

export function argument(arg: Argument): string {
  const name = arg.name === undefined ? '' : `${arg.name}=`;
  return `${name}${sketch(arg.value)}${arg.onExit === undefined ? '' : ` => ${sketch(arg.onExit)}`}`;
}

export function result(r: CallResult): string {
  if (r.kind === 'never') return `never ${r.why}`;
  const injected = r.injected === 'no' ? '' : ` injected ${r.injected}`;
  switch (r.kind) {
    case 'value':
      return `${r.value}${r.decoration === undefined ? '' : ` (${sketch(r.decoration)})`}${injected}`;
    case 'error':
      return `${r.errno} (${r.message})${injected}`;
    case 'none':
      return `?${r.reason === undefined ? '' : ` ${r.reason}`}${injected}`;
  }
}

/** The event of a physical line that is a logical one too. */
export const eventOf = (text: string): EventBody => readEvent({ text }, readPrefix(text).at);

export function callOf(text: string): CallBody {
  const event = eventOf(text);
  if (event.kind !== 'call') throw new Error(`no call but ${event.kind}: ${text}`);
  return event;
}

/** Every span of an event, outermost first, each with the span it must lie in. */
export function* spansOf(body: CallBody, length: number): Generator<{ inner: SpanLike; outer: SpanLike }> {
  const whole = { start: 0, end: length };
  yield { inner: body.nameSpan, outer: whole };
  for (const arg of body.args) yield* argumentSpans(arg, whole);
  if (body.result.kind !== 'never') yield { inner: body.result.span, outer: whole };
  if (body.result.kind === 'value' && body.result.decoration !== undefined) {
    yield* valueSpans(body.result.decoration, body.result.span);
  }
}

export interface SpanLike {
  readonly start: number;
  readonly end: number;
}

function* argumentSpans(arg: Argument, outer: SpanLike): Generator<{ inner: SpanLike; outer: SpanLike }> {
  yield { inner: arg.span, outer };
  yield* valueSpans(arg.value, arg.span);
  if (arg.onExit !== undefined) yield* valueSpans(arg.onExit, arg.span);
}

function* valueSpans(value: Value, outer: SpanLike): Generator<{ inner: SpanLike; outer: SpanLike }> {
  yield { inner: value.span, outer };
  const parts =
    value.kind === 'struct'
      ? value.members
      : value.kind === 'array'
        ? value.items
        : value.kind === 'call'
          ? value.args
          : [];
  for (const part of parts) yield* argumentSpans(part, value.span);
  if (value.kind === 'flags') for (const { span } of value.terms) yield { inner: span, outer: value.span };
}
