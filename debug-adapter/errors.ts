/**
 * What a person is told when a request cannot be done. Every error has a number of its own, so that a report can name it
 * and a client can tell them apart; the words say what happened, where, and what to do. They are said in a language where
 * they are printed: an error is thrown where nobody knows who reads it.
 */
import type { DebugProtocol } from '@vscode/debugprotocol';
import { SourceError } from '../model/trace/byte-source';
import type { Message } from '../model/why/message-shape';
import { textOf } from '../model/why/message';
import type { SpokenLanguage, WordKey } from './words/language';
import { ENGLISH } from './words/languages';
import { tell, verbatim, type Values } from './words/tell';

/** An error for the person at the client. Its `message`, for who catches it unawares, is English. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly id: number,
    readonly said: Message,
    /** Whether the client should show it by itself: not for what the person did not ask for, such as a hover. */
    readonly showUser = true,
  ) {
    super(textOf(said, ENGLISH));
  }
}

/** Reading bytes failed, in words that a language is chosen for later. */
export class UnreadableSource extends SourceError {
  constructor(readonly said: Message) {
    super(textOf(said, ENGLISH));
  }
}

/** The request was cancelled: by `cancel`, by disconnecting, or by what makes its answer moot. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** The request needs a stopped session. DAP has a reserved word for it, so that clients may ask again. */
export class NotStopped extends Error {
  override readonly name = 'NotStopped';
}

/** An error that the client shows by itself. */
export const userError = <Key extends WordKey>(id: number, key: Key, ...values: Values<Key>): UserError =>
  new UserError(id, tell(key, ...values));
const quiet = <Key extends WordKey>(id: number, key: Key, ...values: Values<Key>): UserError =>
  new UserError(id, tell(key, ...values), false);

const cannotOpen = (path: string, problem: Message): UserError =>
  userError(2002, 'error.cannot-open', { path, problem });

export const errors = {
  unknownRequest: (command: string) => quiet(1001, 'error.unknown-request', { command }),
  badArguments: (command: string, problem: Message) =>
    quiet(1002, 'error.bad-arguments', { command, problem }),
  internal: (command: string, problem: string) => userError(1003, 'error.internal', { command, problem }),
  notLaunched: (command: string) => quiet(1004, 'error.not-launched', { command }),
  launchedTwice: () => userError(1005, 'error.launched-twice'),
  noAttach: () => userError(1006, 'error.no-attach'),
  noSuchThread: (id: number) => quiet(1007, 'error.no-such-thread', { id }),
  noSuchReference: (what: 'frame' | 'variable' | 'location', id: number) =>
    quiet(1008, `error.no-such-${what}`, { id }),
  pathFormat: (kind: string) => userError(1009, 'error.path-format', { kind }),

  noProgram: () => userError(2001, 'error.no-program'),
  cannotOpen,
  noSuchLog: (path: string) => cannotOpen(path, tell('error.no-such-log')),
  /** `LOG:12`, as compilers write a place. */
  lineBehindLog: (path: string, log: string, line: string) =>
    cannotOpen(path, tell('error.line-behind-log', { log, line })),
  isDirectory: (path: string) => userError(2003, 'error.is-directory', { path }),
  empty: (path: string) => userError(2004, 'error.empty', { path }),
  notStrace: (path: string, looksLike: Message, where: Message) =>
    userError(2005, 'error.not-strace', { path, looksLike, where }),
  cannotReadMaps: (path: string, problem: Message) =>
    userError(2006, 'error.cannot-read-maps', { path, problem }),
  noSuchTask: (asked: number, known: Message) => userError(2007, 'error.no-such-task', { asked, known }),
  badKernel: (given: string) => userError(2008, 'error.bad-kernel', { given }),
  badArchitecture: (given: string, known: string) =>
    userError(2009, 'error.bad-architecture', { given, known }),
  readFailed: (problem: Message) => userError(2010, 'error.read-failed', { problem }),
  badPageSize: (given: number) => userError(2011, 'error.bad-page-size', { given }),
  badMapCount: (given: number) => userError(2012, 'error.bad-map-count', { given }),

  noEventAtLine: (line: number) => userError(3001, 'error.no-event-at-line', { line }),
  noSuchEvent: (event: number, last: number) => userError(3002, 'error.no-such-event', { event, last }),
  expression: (problem: Message) => quiet(3003, 'error.expression', { problem }),
  noException: () => quiet(3004, 'error.no-exception'),
  unknownSource: (path: string) => quiet(3005, 'error.unknown-source', { path }),
  cannotRestartFrame: () => quiet(3006, 'error.cannot-restart-frame'),
  nothingToReport: () => userError(3007, 'error.nothing-to-report'),

  badAddress: (text: string) => userError(4010, 'error.bad-address', { text }),
  noSuchTables: (text: string, names: string) => userError(4011, 'error.no-such-tables', { text, names }),
  tablesNotDescribed: (architecture: string) =>
    userError(4012, 'error.tables-not-described', { architecture }),
  noSpaceYet: () => userError(4013, 'error.no-space-yet'),
} as const;

/** The body of a failed response. An editor's views show by themselves what they are refused: no message of the editor's besides. */
export function errorBody(
  { id, said: { key, values }, showUser }: UserError,
  command: string,
  language: SpokenLanguage,
): DebugProtocol.ErrorResponse['body'] {
  const variables = Object.entries(values).map(([name, value]) => [
    name,
    textOf({ key: 'text', values: { text: value } }, language),
  ]);
  return {
    error: {
      id,
      format: templateOf(key, language),
      variables: Object.fromEntries(variables) as Record<string, string>,
      showUser: showUser && !command.startsWith('pagewalk/'),
    },
  };
}

const templateOf = (key: string, { words }: SpokenLanguage): string => {
  const all: Readonly<Record<string, string | undefined>> = words;
  return all[key] ?? key;
};

/** The words of whatever was thrown. */
export const wordsOf = (thrown: unknown): Message =>
  thrown instanceof UserError || thrown instanceof UnreadableSource
    ? thrown.said
    : verbatim(thrown instanceof Error ? thrown.message : String(thrown));
