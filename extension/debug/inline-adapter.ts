/**
 * The adapter inside the extension host: in the browser, and for logs that only the editor's file systems can read. The
 * same session class as in the adapter process; the editor gives it bytes.
 */
import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { PagewalkSession } from '../../debug-adapter/session';
import { EditorHost } from './editor-host';

export class InlineAdapter implements vscode.DebugAdapterDescriptorFactory {
  createDebugAdapterDescriptor(): vscode.DebugAdapterDescriptor {
    return new vscode.DebugAdapterInlineImplementation(
      new InlineSession(new PagewalkSession(new EditorHost())),
    );
  }
}

/** A session in the shape that VS Code asks of an adapter of its own. */
class InlineSession extends vscode.Disposable implements vscode.DebugAdapter {
  readonly onDidSendMessage: vscode.Event<vscode.DebugProtocolMessage>;

  constructor(private readonly session: PagewalkSession) {
    super(() => session.dispose());
    const sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
    session.onDidSendMessage((message) => sent.fire(message));
    this.onDidSendMessage = sent.event;
  }

  handleMessage(message: vscode.DebugProtocolMessage): void {
    // VS Code's type is opaque; what it carries is the protocol's message.
    this.session.handleMessage(message as DebugProtocol.ProtocolMessage);
  }
}
