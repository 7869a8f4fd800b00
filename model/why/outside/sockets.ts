/** What a socket was, or was not, before the call. */
import { argument, intOf } from '../../process/call-values';
import type { MessageKey } from '../message';
import { account, type Finder } from './account';
import { openingLine } from './descriptor-history';
import { earlierCalls } from './earlier-calls';

/** A line of `names` on the same socket explains it; else what opened the socket is shown. */
export const sinceLine =
  (
    key: MessageKey,
    unseen: MessageKey,
    names: readonly string[],
    outcome: 'success' | 'any' = 'success',
  ): Finder =>
  (subject, call) => {
    const fd = intOf(argument(call, 0));
    if (fd === undefined) return undefined;
    const values = { call: call.name, fd };
    for (const { event, call: earlier } of earlierCalls(subject, { names, shared: 'descriptors', outcome }))
      if (intOf(argument(earlier, 0)) === fd) return account(subject, key, values, event);
    const opened = openingLine(subject, fd)?.event;
    return opened === undefined
      ? account(subject, unseen, values)
      : { ...account(subject, unseen, values), evidence: [opened] };
  };

/** An address that another socket of this log was bound to. */
export const addressInUse: Finder = (subject, call) => {
  const values = { call: call.name };
  const wanted = addressText(call.text.text);
  for (const { event, call: bound } of earlierCalls(subject, { names: ['bind'] }))
    if (wanted !== undefined && addressText(bound.text.text) === wanted)
      return account(subject, 'outside.address-bound', values, event);
  return account(subject, 'outside.address-in-use', values);
};

/** The address as strace prints it, from its family to the closing brace. */
const addressText = (line: string): string | undefined => /\{sa_family=[^}]*\}/.exec(line)?.[0];
