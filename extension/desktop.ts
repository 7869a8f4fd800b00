/**
 * Entry point in the Node extension host. The adapter runs as a process of its own, away from the extension host's heap;
 * a log that only the editor can read (another file system) is walked inline.
 */
import * as vscode from 'vscode';
import { activatePagewalk } from './activate';
import { InlineAdapter } from './debug/inline-adapter';
import { isUri } from './debug/program';

class ProcessAdapter implements vscode.DebugAdapterDescriptorFactory {
  readonly #inline = new InlineAdapter();
  readonly #tool: string;

  constructor(extension: vscode.Uri) {
    this.#tool = vscode.Uri.joinPath(extension, 'dist', 'pagewalk.js').fsPath;
  }

  createDebugAdapterDescriptor(session: vscode.DebugSession): vscode.DebugAdapterDescriptor {
    const program: unknown = session.configuration['program'];
    if (typeof program === 'string' && isUri(program) && !program.startsWith('file:')) {
      return this.#inline.createDebugAdapterDescriptor();
    }
    // The editor's own runtime: Electron behaves as Node with this variable, a server's node ignores it.
    return new vscode.DebugAdapterExecutable(process.execPath, [this.#tool, 'dap'], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
    });
  }
}

export function activate(context: vscode.ExtensionContext): void {
  activatePagewalk(context, new ProcessAdapter(context.extensionUri));
}
