/**
 * The adapter inside the extension host: in the browser, and for logs that only the editor's file systems can read. The
 * same session class as in the adapter process; the editor gives it bytes.
 */
import * as vscode from 'vscode';
import { PagewalkSession } from '../../debug-adapter/session';
import { EditorHost } from './editor-host';

export class InlineAdapter implements vscode.DebugAdapterDescriptorFactory {
  createDebugAdapterDescriptor(): vscode.DebugAdapterDescriptor {
    return new vscode.DebugAdapterInlineImplementation(new PagewalkSession(new EditorHost()));
  }
}
