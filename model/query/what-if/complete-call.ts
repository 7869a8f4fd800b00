/**
 * What can stand at a place of a half-written call: flags of the argument, addresses of what is mapped here, lengths that
 * reach to the end of something, descriptors that are open.
 */
import type { Span } from '../../trace/span';
import { judgedNames } from '../../kernel/typed-call';
import { quote } from '../../why/message';
import { argumentText } from './argument-text';
import type { CallCandidate } from './call-candidate';
import { callsIn, readCallText, type CallText } from './call-text';
import { bitsOf, shapeOf, signatureOf, wordsOf, type Parameter, type Signature } from './signatures';
import { addressCandidates, descriptorCandidates, lengthCandidates } from './values-here';
import { numbersOf, type WhatIfState } from './what-if';

export interface CallCompletion {
  /** The text that a candidate replaces: the word begun. */
  readonly start: number;
  readonly end: number;
  /** Those that begin with what is there, likeliest first. */
  readonly candidates: readonly CallCandidate[];
}

/** At `offset` of the text; undefined where no argument of a call is being written. */
export function completeCall(text: string, offset: number, state: WhatIfState): CallCompletion | undefined {
  const typed = text.slice(0, offset);
  const last = callsIn(typed).at(-1);
  // Blanks behind the last comma belong to the argument that begins there.
  const call = last && readCallText(typed, { start: last.start, end: typed.length });
  if (call?.close !== undefined || call === undefined) return undefined;
  const signature = signatureOf(call.name, numbersOf(state).architecture);
  if (signature === undefined) return undefined;
  const place = call.args.length - 1;
  const argument = call.args[place] ?? { start: typed.length, end: typed.length };
  const parameter = parameterOf(typed, argument, signature, place);
  const written = typed.slice(argument.start);
  // A sign begins a number, and stands between others.
  const begun = /^-\d*$/.test(written) ? written : (/[\w$]*$/.exec(typed)?.[0] ?? '');
  const all =
    parameter === undefined ? [] : candidatesFor(typed, call, argument, parameter, signature, state);
  const wanted = begun.toLowerCase();
  return {
    start: offset - begun.length,
    end: offset,
    candidates: all.filter((one) => one.text.toLowerCase().startsWith(wanted)),
  };
}

/** Calls whose name begins so, with what they take. */
export function callCandidates(begun: string): readonly CallCandidate[] {
  return judgedNames.flatMap((name): CallCandidate[] => {
    const signature = signatureOf(name);
    if (!name.startsWith(begun) || signature === undefined) return [];
    return [{ text: `${name}(`, kind: 'call', detail: quote(shapeOf(name, signature)) }];
  });
}

function parameterOf(
  text: string,
  { start, end }: Span,
  { parameters }: Signature,
  place: number,
): Parameter | undefined {
  const own = /^(\w+)\s*=(?!=)/.exec(text.slice(start, end))?.[1];
  return parameters.find(({ name }) => name === own) ?? parameters[place];
}

function candidatesFor(
  text: string,
  call: CallText,
  argument: Span,
  parameter: Parameter,
  signature: Signature,
  state: WhatIfState,
): readonly CallCandidate[] {
  switch (parameter.takes) {
    case 'flags':
    case 'word':
      return flagCandidates(text.slice(argument.start, argument.end), parameter, state);
    case 'address':
      return addressCandidates(state, call.name);
    case 'length':
      return lengthCandidates(state, addressBefore(text, call, signature, state));
    case 'descriptor':
      return descriptorCandidates(state, call.name);
    case 'number':
      return [{ text: '0', kind: 'number' }];
    case 'any':
      return [];
  }
}

/** Names that are not there yet. */
function flagCandidates(written: string, parameter: Parameter, state: WhatIfState): readonly CallCandidate[] {
  const { architecture } = numbersOf(state);
  const words = wordsOf(parameter, architecture);
  if (words.length === 0) return [{ text: '0', kind: 'number' }];
  const used = new Set(written.split('|').map((term) => term.trim()));
  const begun = /\w*$/.exec(written)?.[0] ?? '';
  used.delete(begun);
  // An advice, a limit, an option is one name.
  if (parameter.takes === 'word' && used.size > 0 && written.includes('|')) return [];
  return words
    .filter((word) => !used.has(word))
    .map((word): CallCandidate => {
      const bits = bitsOf(parameter, word, architecture);
      return bits === undefined
        ? { text: word, kind: 'flag' }
        : { text: word, kind: 'flag', detail: quote(`0x${bits.toString(16)}`) };
    });
}

/** The address that the length counts from: the nearest one before it. */
function addressBefore(
  text: string,
  { args }: CallText,
  { parameters }: Signature,
  state: WhatIfState,
): bigint | undefined {
  for (let place = args.length - 2; place >= 0; place--) {
    const [span, parameter] = [args[place], parameters[place]];
    if (parameter?.takes !== 'address' || span === undefined || span.start === span.end) continue;
    const read = argumentText(text, span, parameter, numbersOf(state));
    return typeof read === 'string' && /^(?:0x[0-9a-f]+|\d+)$/.test(read) ? BigInt(read) : undefined;
  }
  return undefined;
}
