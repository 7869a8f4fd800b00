/**
 * VS Code folds new views of the debug container. The first time that a log is stopped in, they are unfolded; from then
 * on they stay as the person leaves them.
 */
import * as vscode from 'vscode';
import type { StoppedSessions } from '../debug/stopped-sessions';
import type { ViewKind } from './messages';
import { views, type RegisteredViews } from './register';

const shownBefore = 'pagewalk.viewsShown';
/** One view after the other: pages that load at once can miss their first message. */
const longestLoadMs = 3000;

export function revealViewsOnce(
  memory: vscode.Memento,
  stops: StoppedSessions,
  registered: RegisteredViews,
): vscode.Disposable {
  if (memory.get<boolean>(shownBefore) === true) return new vscode.Disposable(() => undefined);
  const subscription = stops.onDidStop(() => {
    subscription.dispose();
    void reveal(memory, registered);
  });
  return subscription;
}

async function reveal(memory: vscode.Memento, registered: RegisteredViews): Promise<void> {
  await memory.update(shownBefore, true);
  // The timeline lies in the panel, which is the person's; pages are for whoever looks closer.
  for (const { id, kind } of views.filter(({ kind }) => kind !== 'timeline' && kind !== 'pages')) {
    const loaded = whenLoaded(kind, registered);
    await vscode.commands.executeCommand(`${id}.focus`, { preserveFocus: true });
    await loaded;
  }
}

/** Settles after a while in any case: a view that the person has closed never loads. */
function whenLoaded(kind: ViewKind, { onDidLoad }: RegisteredViews): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, longestLoadMs);
    const subscription = onDidLoad((which) => {
      if (which === kind) done();
    });
    function done(): void {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    }
  });
}
