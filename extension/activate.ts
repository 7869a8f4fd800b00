/**
 * What desktop and web have in common: the debug type, its views, the language features. The two entry points differ in
 * where the adapter runs.
 */
import * as vscode from 'vscode';
import { registerDebugConfigurations } from './debug/configurations';
import { debugType } from './debug/debug-type';
import { registerCommands } from './commands';
import { registerDeclarations } from './language/declaration';
import { LogDecorations } from './editor/decorations';
import { registerEvaluatableExpressions } from './language/evaluatable-expression';
import { StoppedSessions } from './debug/stopped-sessions';
import { showUnparsedLines } from './debug/unparsed-lines';
import { registerViews } from './views/register';
import { revealViews } from './views/reveal';

export function activatePagewalk(
  context: vscode.ExtensionContext,
  adapter: vscode.DebugAdapterDescriptorFactory,
): void {
  // From the first log on the views stay: a container that goes with its session leaves an empty side bar.
  void vscode.commands.executeCommand('setContext', 'pagewalk.isActive', true);
  const stops = new StoppedSessions();
  const views = registerViews(context.extensionUri, stops);
  context.subscriptions.push(
    stops,
    vscode.debug.registerDebugAdapterDescriptorFactory(debugType, adapter),
    registerDebugConfigurations(),
    registerEvaluatableExpressions(),
    registerDeclarations(stops),
    views.registration,
    revealViews(views),
    new LogDecorations(context.extensionUri, stops, views.moment, views.selection),
    showUnparsedLines(stops),
    registerCommands(context.extensionUri),
  );
}
