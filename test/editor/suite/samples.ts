import * as vscode from 'vscode';

/** The workspace of the tests is a copy of `samples/`. */
const workspaceUri = (): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need samples/ as their workspace');
  return folder.uri;
};

export const sampleUri = (name: string): vscode.Uri => vscode.Uri.joinPath(workspaceUri(), 'logs', name);

export const openSample = async (name: string): Promise<vscode.TextEditor> => {
  const document = await vscode.workspace.openTextDocument(sampleUri(name));
  return vscode.window.showTextDocument(document, { preview: false });
};

/** 1-based lines of the document that match. */
export const linesOf = (document: vscode.TextDocument, pattern: RegExp): number[] =>
  document
    .getText()
    .split('\n')
    .flatMap((text, index) => (pattern.test(text) ? [index + 1] : []));
