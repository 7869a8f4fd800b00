/**
 * Launch configurations: F5 on an open log works without launch.json; one with launch.json gets what it leaves out.
 */
import * as vscode from 'vscode';
import { debugType, languageId } from './debug-type';
import { locationOf } from './program';

export function registerDebugConfigurations(): vscode.Disposable {
  const provider = new LogConfigurations();
  return vscode.Disposable.from(
    vscode.debug.registerDebugConfigurationProvider(debugType, provider),
    vscode.debug.registerDebugConfigurationProvider(
      debugType,
      { provideDebugConfigurations: () => openLogConfigurations() },
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  );
}

class LogConfigurations implements vscode.DebugConfigurationProvider {
  provideDebugConfigurations(): vscode.DebugConfiguration[] {
    return [configuration('${file}')];
  }

  resolveDebugConfiguration(
    _folder: vscode.WorkspaceFolder | undefined,
    config: vscode.DebugConfiguration,
  ): vscode.DebugConfiguration | undefined {
    // VS Code passes an empty object when there is no launch.json.
    const asked: Partial<vscode.DebugConfiguration> = config;
    if (asked.type === undefined && asked.request === undefined && asked.name === undefined) {
      const log = activeLog();
      if (log !== undefined) return withLanguage(configuration(log));
    }
    if (typeof asked['program'] !== 'string' || asked['program'] === '') {
      const log = activeLog();
      if (log === undefined) {
        void vscode.window.showErrorMessage(
          vscode.l10n.t(
            'Open a recorded strace log and press F5, or set "program" in launch.json to its path.',
          ),
        );
        return undefined;
      }
      return withLanguage({ ...config, ...configuration(log), ...config, program: log });
    }
    return withLanguage(config);
  }
}

function openLogConfigurations(): vscode.DebugConfiguration[] {
  return vscode.workspace.textDocuments
    .filter((document) => document.languageId === languageId)
    .map((document) => configuration(locationOf(document.uri)));
}

function configuration(program: string): vscode.DebugConfiguration {
  return {
    type: debugType,
    request: 'launch',
    name: vscode.l10n.t('Step through {0}', program.replace(/^.*[\\/]/, '')),
    program,
    stopOnEntry: true,
  };
}

/** The setting, unless the configuration has a language of its own; without either the adapter takes VS Code's. */
function withLanguage(config: vscode.DebugConfiguration): vscode.DebugConfiguration {
  const language = vscode.workspace.getConfiguration('pagewalk').get<string>('language', 'auto');
  return language === 'auto' ? config : { language, ...config };
}

/**
 * The log in front. Files above 50 MB are never given to extensions as documents (VS Code's synchronisation limit), so
 * the tab is asked, not the editor.
 */
function activeLog(): string | undefined {
  const document = vscode.window.activeTextEditor?.document;
  if (document !== undefined && document.uri.scheme !== 'output') return locationOf(document.uri);
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText ? locationOf(input.uri) : undefined;
}
