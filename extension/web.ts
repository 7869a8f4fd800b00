/** Entry point in the web worker extension host, where no process can be started: the adapter runs inline. */
import type * as vscode from 'vscode';
import { activatePagewalk } from './activate';
import { InlineAdapter } from './debug/inline-adapter';

export function activate(context: vscode.ExtensionContext): void {
  activatePagewalk(context, new InlineAdapter());
}
