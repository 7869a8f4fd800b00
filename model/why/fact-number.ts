/** Numbers of a verdict, and what facts are called. */
import type { Fact } from '../kernel/check';
import type { Message, MessageValue } from './message-shape';
import { quote, say, type MessageKey } from './message';
import { bytesInWords, hexOf } from './sizes';
import { english } from './words/english';

export type NumberFact = Extract<Fact, { fact: 'number' }>;

/** Numbers that are places, not sizes. */
const addresses: ReadonlySet<string> = new Set(['task-size', 'start-brk', 'mmap-base']);

/** RLIM_INFINITY: a limit that is none. */
const ENDLESS = 0xffff_ffff_ffff_ffffn;

export function numberInWords({ name, value, unit }: NumberFact): MessageValue {
  if (value === ENDLESS && unit === 'count') return 'RLIM_INFINITY';
  if (addresses.has(name)) return hexOf(value);
  switch (unit) {
    case 'bytes':
      return bytesInWords(value);
    case 'pages':
      return bytesInWords(value * 4096n);
    case 'count':
      return String(value);
  }
}

/** A fact's name in words; names of the kernel's own (RLIMIT_AS) are the same in every language. */
export function nameOfFact(name: string): Message {
  const key = `fact.${name}`;
  return key in english ? say(key as MessageKey) : quote(name.replaceAll('-', ' '));
}
