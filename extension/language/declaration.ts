/**
 * 'Go to declaration' on an address of a log that is being stepped through: the lines that mapped it, changed it, moved it,
 * unmapped it; on RLIMIT_MEMLOCK and CAP_IPC_LOCK who set and who took it. The session knows; without one nothing does.
 */
import * as vscode from 'vscode';
import { debugType, languageId } from '../debug/debug-type';
import { locationOf, programOf } from '../debug/program';
import { ask, type StoppedSessions } from '../debug/stopped-sessions';

export function registerDeclarations(stops: StoppedSessions): vscode.Disposable {
  return vscode.languages.registerDeclarationProvider(languageId, {
    async provideDeclaration(document, position) {
      const range = document.getWordRangeAtPosition(
        position,
        /0x[0-9a-fA-F]{1,16}|\bRLIMIT_[A-Z]+\b|\bCAP_[A-Z_]+\b/,
      );
      const session = sessionOn(stops);
      if (range === undefined || session === undefined) return undefined;
      try {
        const { deeds } = await ask(session, 'pagewalk/blame', {
          target: document.getText(range),
          line: position.line + 1,
          file: locationOf(document.uri),
        });
        return deeds.map(
          ({ file, line }) => new vscode.Location(programOf(file), new vscode.Position(line - 1, 0)),
        );
      } catch {
        // A small number, a capability that the model does not know: there is nothing to go to.
        return undefined;
      }
    },
  });
}

function sessionOn(stops: StoppedSessions): vscode.DebugSession | undefined {
  const active = vscode.debug.activeDebugSession;
  return active?.type === debugType ? active : stops.last?.session;
}
