/**
 * How a log is named between editor and adapter: by its path where it has one, by its URI where only the editor can read
 * it.
 */
import * as vscode from 'vscode';

export const locationOf = (uri: vscode.Uri): string => (uri.scheme === 'file' ? uri.fsPath : uri.toString());

/** The reverse. A path may have any letters, so only `scheme://` makes a URI. */
export const programOf = (location: string): vscode.Uri =>
  isUri(location) ? vscode.Uri.parse(location) : vscode.Uri.file(location);

export const isUri = (location: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(location);
