/** The explanation that is shown, saved as a page of HTML that stands alone: the session makes the page, the person says where. */
import * as vscode from 'vscode';
import { ask } from '../debug/stopped-sessions';
import type { ShownMoment } from './moment';

export const saveReport = 'pagewalk.saveReport';

export const registerSaveReport = (moment: ShownMoment): vscode.Disposable =>
  vscode.commands.registerCommand(saveReport, async () => {
    const { stop } = moment;
    if (stop === undefined) {
      void vscode.window.showWarningMessage(vscode.l10n.t('Step through a log to see this.'));
      return;
    }
    try {
      const { html, name } = await ask(stop.session, 'pagewalk/report', { threadId: stop.threadId });
      await save(html, name);
    } catch (error) {
      void vscode.window.showErrorMessage(messageOf(error));
    }
  });

/** In a browser too: the disk is whatever the workspace lies on. */
async function save(html: string, name: string): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save as HTML Report'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'] },
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(html));
  } catch (error) {
    void vscode.window.showErrorMessage(vscode.l10n.t('Could not save {0}: {1}', uri.path, messageOf(error)));
    return;
  }
  const open = vscode.l10n.t('Open in the browser');
  // Editors in a browser have no file that another window of it could open.
  const choices = uri.scheme === 'file' ? [open] : [];
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Saved: {0}', uri.path),
    ...choices,
  );
  if (chosen === open) await vscode.env.openExternal(uri);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
