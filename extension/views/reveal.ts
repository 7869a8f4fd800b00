/**
 * Shows the views beside the log when a session first stops. Nothing is done where one of the views is in sight, or where the
 * person has said so.
 */
import * as vscode from 'vscode';
import { debugType } from '../debug/debug-type';
import type { RegisteredViews } from './register';

export function revealViews({ isAnyVisible }: RegisteredViews): vscode.Disposable {
  const begun = new Set<string>();
  return vscode.Disposable.from(
    // The adapter's own "stopped" comes before VS Code stands there itself.
    vscode.debug.onDidChangeActiveStackItem((item) => {
      if (item?.session.type !== debugType || begun.has(item.session.id)) return;
      begun.add(item.session.id);
      const isWanted = vscode.workspace.getConfiguration('pagewalk').get<boolean>('showViews') ?? true;
      if (!isWanted || isAnyVisible()) return;
      void vscode.commands.executeCommand('pagewalk.why.focus', { preserveFocus: true });
    }),
    vscode.debug.onDidTerminateDebugSession(({ id }) => begun.delete(id)),
  );
}
