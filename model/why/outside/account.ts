/** A cause outside the address space, and how it is looked for. */
import type { EventIndex } from '../../trace/positions';
import type { CallEvent } from '../../trace/event';
import type { Cause } from '../explanation';
import type { Message } from '../message-shape';
import { say, type MessageKey } from '../message';
import { evidenceAt, lineOf, type Subject } from '../subject';

export interface OutsideAccount {
  readonly id: string;
  readonly text: Message;
  /** Lines that prove it, ascending. */
  readonly evidence: readonly EventIndex[];
  readonly howToFindOut?: Message;
}

/** Undefined where this is not the cause, or cannot be told. */
export type Finder = (subject: Subject, call: CallEvent, errno: string) => OutsideAccount | undefined;

/** An account by the key of its sentence; `line` in the sentence is the first line of the evidence. */
export function account(
  subject: Subject,
  key: MessageKey,
  values: Message['values'],
  ...evidence: readonly EventIndex[]
): OutsideAccount {
  const [first] = evidence;
  const line = first === undefined ? {} : { line: lineOf(subject, first) };
  return { id: key, text: say(key, { ...line, ...values }), evidence: [...evidence].sort((a, b) => a - b) };
}

export const causeOf = (subject: Subject, { id, text, evidence, howToFindOut }: OutsideAccount): Cause => ({
  id,
  text,
  evidence: evidence.map((event) => evidenceAt(subject, event)),
  sources: [],
  ...(howToFindOut === undefined ? {} : { howToFindOut }),
});
