/**
 * VS Code folds new views of the debug container. The first time that a log is stopped in, they are unfolded; from then
 * on they stay as the person leaves them.
 */
import * as vscode from 'vscode';
import type { StoppedSessions } from '../debug/stopped-sessions';
import { views } from './register';

const shownBefore = 'pagewalk.viewsShown';

export function revealViewsOnce(memory: vscode.Memento, stops: StoppedSessions): vscode.Disposable {
  if (memory.get<boolean>(shownBefore) === true) return new vscode.Disposable(() => undefined);
  const subscription = stops.onDidStop(() => {
    subscription.dispose();
    void reveal(memory);
  });
  return subscription;
}

async function reveal(memory: vscode.Memento): Promise<void> {
  await memory.update(shownBefore, true);
  for (const { id } of views) await vscode.commands.executeCommand(`${id}.focus`, { preserveFocus: true });
}
