/**
 * Completion of calls that a person writes in the console.
 */
import type { DebugProtocol as Dap } from '@vscode/debugprotocol';
import { callCandidates, completeCall } from '../../model/query/what-if/complete-call';
import type { CallCandidate } from '../../model/query/what-if/call-candidate';
import { whatIfAt } from '../../model/query/what-if/what-if';
import { textOf } from '../../model/why/message';
import { ENGLISH } from '../../model/why/words/languages';
import type { Outlook } from '../outlook';
import { bounded } from '../presentation/event-text';
import type { Replay } from '../replay';
import type { SessionState } from '../session-state';
import { triedHere } from './what-if';

/** Of the argument at `offset`; undefined where the text is no call there. */
export function argumentCompletions(
  session: SessionState,
  replay: Replay,
  outlook: Outlook,
  text: string,
  offset: number,
): Dap.CompletionItem[] | undefined {
  // The world is looked up only where a call is being written.
  if (!/^[^(]*\w\s*\(/.test(text.slice(0, offset))) return undefined;
  const state =
    triedHere(session, replay, outlook) ?? whatIfAt(replay.timeline, outlook.position, outlook.task);
  const found = completeCall(text, offset, state);
  return found?.candidates.map((candidate, place) =>
    itemOf(candidate, replay, found.start, found.end, place),
  );
}

/** Names of calls that begin so. */
export const callCompletions = (
  replay: Replay | undefined,
  begun: string,
  start: number,
): readonly Dap.CompletionItem[] =>
  callCandidates(begun).map((candidate, place) => ({
    ...itemOf(candidate, replay, start, start + begun.length, place),
    label: candidate.text.slice(0, -1),
    text: candidate.text,
  }));

const types: Readonly<Record<CallCandidate['kind'], Dap.CompletionItemType>> = {
  call: 'function',
  flag: 'enum',
  address: 'reference',
  number: 'value',
  descriptor: 'file',
};

const LONGEST_DETAIL = 200;

/** `place` keeps the order: clients sort by it before they sort by label. */
const itemOf = (
  { text, kind, detail }: CallCandidate,
  replay: Replay | undefined,
  start: number,
  end: number,
  place: number,
): Dap.CompletionItem => ({
  label: text,
  type: types[kind],
  ...(detail === undefined
    ? {}
    : { detail: bounded(textOf(detail, replay?.language ?? ENGLISH), LONGEST_DETAIL) }),
  sortText: `${kind === 'call' ? 'z' : ''}${String(place).padStart(4, '0')}`,
  start,
  length: end - start,
});
