/** The commands of the palette and of the editor's title bar. */
import * as vscode from 'vscode';
import { debugType } from './debug/debug-type';
import { locationOf } from './debug/program';

export function registerCommands(extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('pagewalk.stepThrough', (resource?: vscode.Uri) => stepThrough(resource)),
    vscode.commands.registerCommand('pagewalk.openSample', () => openSample(extension)),
  );
}

async function stepThrough(resource: vscode.Uri | undefined): Promise<void> {
  const uri = resource ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a recorded strace log first.'));
    return;
  }
  await vscode.debug.startDebugging(vscode.workspace.getWorkspaceFolder(uri), {
    type: debugType,
    request: 'launch',
    name: vscode.l10n.t('Step through {0}', uri.path.replace(/^.*\//, '')),
    program: locationOf(uri),
    stopOnEntry: true,
  });
}

async function openSample(extension: vscode.Uri): Promise<void> {
  const folder = vscode.Uri.joinPath(extension, 'samples', 'logs');
  const names = (await vscode.workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter((name) => name.endsWith('.strace'))
    .sort();
  const chosen = await vscode.window.showQuickPick(names, {
    title: vscode.l10n.t('Open a sample log'),
    placeHolder: vscode.l10n.t('Each shows one idea; samples/README.md says which'),
  });
  if (chosen === undefined) return;
  await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, chosen));
}
