import { ok, strictEqual } from './assert.js';
import * as vscode from 'vscode';
import { openSample } from './samples.js';

export const languageTests = (): void => {
  describe('the language strace', () => {
    it('is recognised by the file name', async () => {
      const { document } = await openSample('mremap-enomem.strace');
      strictEqual(document.languageId, 'strace');
    });

    it('is offered for a document without a name', async () => {
      ok((await vscode.languages.getLanguages()).includes('strace'));
    });

    it('is recognised by the first line, whatever the name', async () => {
      const { document } = await openSample('mremap-enomem.strace');
      const other = document.uri.with({
        path: document.uri.path.replace(/mremap-enomem\.strace$/, 'unnamed-recording'),
      });
      await vscode.workspace.fs.copy(document.uri, other, { overwrite: true });
      strictEqual((await vscode.workspace.openTextDocument(other)).languageId, 'strace');
    });
  });

  describe('the extension', () => {
    it('runs in the extension host that these tests run in', async () => {
      const extension = vscode.extensions.getExtension('pagewalk.pagewalk');
      ok(extension !== undefined, 'pagewalk.pagewalk is not installed here');
      await extension.activate();
      ok(extension.isActive);
    });

    for (const view of [
      'pagewalk.addressSpace',
      'pagewalk.lockedMemory',
      'pagewalk.pages',
      'pagewalk.timeline',
      'pagewalk.why',
    ]) {
      it(`contributes the view ${view}`, async () => {
        ok(
          (await vscode.commands.getCommands(true)).includes(`${view}.focus`),
          `there is no command ${view}.focus`,
        );
      });
    }
  });
};
