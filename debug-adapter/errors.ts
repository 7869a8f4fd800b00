/**
 * What a person is told when a request cannot be done. Every error has a number of its own, so that a report can name it
 * and a client can tell them apart; the words say what happened, where, and what to do.
 */
import type { DebugProtocol } from '@vscode/debugprotocol';

/** An error for the person at the client. `{name}` in the text is replaced by the variable of that name. */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly id: number,
    readonly format: string,
    readonly variables: Readonly<Record<string, string>> = {},
    /** Whether the client should show it by itself: not for what the person did not ask for, such as a hover. */
    readonly showUser = true,
  ) {
    super(format.replace(/\{(\w+)\}/g, (whole, key: string) => variables[key] ?? whole));
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

const cannotOpen = (path: string, problem: string) =>
  new UserError(2002, "The log '{path}' cannot be opened: {problem}.", { path, problem });

export const errors = {
  unknownRequest: (command: string) =>
    new UserError(1001, "The request '{command}' is not known to this debug adapter.", { command }, false),
  badArguments: (command: string, problem: string) =>
    new UserError(1002, "The request '{command}' cannot be read: {problem}.", { command, problem }, false),
  internal: (command: string, problem: string) =>
    new UserError(
      1003,
      "The request '{command}' failed inside the debug adapter: {problem}. Please report this.",
      {
        command,
        problem,
      },
    ),
  notLaunched: (command: string) =>
    new UserError(
      1004,
      "The request '{command}' needs a launched recording. Launch one first.",
      { command },
      false,
    ),
  launchedTwice: () =>
    new UserError(1005, 'This session already has a recording. Start another session for another.'),
  noAttach: () =>
    new UserError(
      1006,
      'There is nothing to attach to: a recorded log is launched. Use "request": "launch".',
    ),
  noSuchThread: (id: number) =>
    new UserError(
      1007,
      'There is no thread with id {id}. Ask for the threads again.',
      { id: String(id) },
      false,
    ),
  noSuchReference: (what: string, id: number) =>
    new UserError(1008, 'There is no {what} with the reference {id}.', { what, id: String(id) }, false),
  pathFormat: (kind: string) =>
    new UserError(1009, "The client asks for paths as '{kind}', which is neither 'path' nor 'uri'.", {
      kind,
    }),

  noProgram: () =>
    new UserError(2001, 'The launch configuration names no log: set "program" to the path of a strace log.'),
  cannotOpen,
  noSuchLog: (path: string) =>
    cannotOpen(path, 'there is no such file, and no files of a -ff set (PREFIX.1234) begin like that'),
  isDirectory: (path: string) =>
    new UserError(
      2003,
      "'{path}' is a directory. Give the log itself, or the prefix of a -ff set: '{path}/PREFIX' for PREFIX.1234.",
      { path },
    ),
  empty: (path: string) =>
    new UserError(2004, "The log '{path}' is empty: strace wrote nothing into it.", { path }),
  notStrace: (path: string, looksLike: string, where: string) =>
    new UserError(2005, "'{path}' is not a strace log: it looks like {looksLike}. {where}", {
      path,
      looksLike,
      where,
    }),
  cannotReadMaps: (path: string, problem: string) =>
    new UserError(2006, "The snapshot '{path}' cannot be read: {problem}.", { path, problem }),
  noSuchTask: (asked: string, known: string) =>
    new UserError(
      2007,
      'The log has no task {asked} ("tasks" in the launch configuration). It has {known}.',
      {
        asked,
        known,
      },
    ),
  badKernel: (given: string) =>
    new UserError(2008, "'{given}' is no kernel version. Write it as '6.18'.", { given }),
  badArchitecture: (given: string, known: string) =>
    new UserError(2009, "'{given}' is no architecture known here. Known are {known}.", { given, known }),
  badPageSize: (given: string) =>
    new UserError(2011, "'{given}' is no page size. Pages have 4096, 16384 or 65536 bytes.", { given }),
  badMapCount: (given: string) =>
    new UserError(2012, "'{given}' is no number of mappings. Write vm.max_map_count as a number above 0.", {
      given,
    }),
  readFailed: (problem: string) => new UserError(2010, 'Reading the log failed: {problem}.', { problem }),

  noEventAtLine: (line: number) =>
    new UserError(3001, 'There is no event at line {line}.', { line: String(line) }),
  noSuchEvent: (event: number, last: number) =>
    new UserError(3002, 'There is no position {event}: positions run from 0 to {last}.', {
      event: String(event),
      last: String(last),
    }),
  expression: (problem: string) => new UserError(3003, '{problem}', { problem }, false),
  nothingToReport: () =>
    new UserError(3007, 'There is no call and no signal here: there is nothing to report.', {}),
  noException: () => new UserError(3004, 'The call here neither failed nor is it a signal.', {}, false),
  unknownSource: (path: string) =>
    new UserError(3005, "'{path}' is no file of this recording.", { path }, false),
  cannotRestartFrame: () =>
    new UserError(3006, 'Only the frames that created a task can be gone back to.', {}, false),
} as const;

/** The body of a failed response. An editor's views show by themselves what they are refused: no message of the editor's besides. */
export function errorBody(error: UserError, command: string): DebugProtocol.ErrorResponse['body'] {
  return {
    error: {
      id: error.id,
      format: error.format,
      variables: { ...error.variables },
      showUser: error.showUser && !command.startsWith('pagewalk/'),
    },
  };
}

/** The words of whatever was thrown. */
export const wordsOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);
