/**
 * Lines that are no part of strace's output, as hints in the editor and in the Problems view: at most the first of them,
 * because a program that writes into the log can make any number.
 */
import * as vscode from 'vscode';
import { programOf } from './program';
import { ask, type StoppedSessions } from './stopped-sessions';

export function showUnparsedLines(stops: StoppedSessions): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('pagewalk');
  const surveyed = new Set<string>();
  return vscode.Disposable.from(
    collection,
    stops.onDidStop(({ session }) => {
      if (surveyed.has(session.id)) return;
      surveyed.add(session.id);
      void survey(session, collection);
    }),
    stops.onDidEnd((session) => {
      if (surveyed.delete(session.id) && surveyed.size === 0) collection.clear();
    }),
  );
}

async function survey(session: vscode.DebugSession, collection: vscode.DiagnosticCollection): Promise<void> {
  const { files, firstUnparsed, unparsed } = await ask(session, 'pagewalk/survey', {});
  const shown = firstUnparsed.length;
  files.forEach(({ location }, file) => {
    const hints = firstUnparsed
      .filter((line) => line.file === file)
      .map(({ line, text }) => hintAt(line, text, unparsed, shown));
    if (hints.length > 0) collection.set(programOf(location), hints);
  });
}

function hintAt(line: number, text: string, unparsed: number, shown: number): vscode.Diagnostic {
  const range = new vscode.Range(line - 1, 0, line - 1, Math.max(1, text.length));
  const words =
    unparsed > shown
      ? vscode.l10n.t('Not understood as a line of strace, left out ({0} such lines in all)', unparsed)
      : vscode.l10n.t('Not understood as a line of strace, left out');
  const hint = new vscode.Diagnostic(range, words, vscode.DiagnosticSeverity.Information);
  hint.source = 'Pagewalk';
  return hint;
}
