/** Views that are opened in an editor of their own: as wide as a person wants them, for a projector or a second screen. */
import * as vscode from 'vscode';
import type { ViewKind } from './messages';
import { fillWebview, type ViewSources } from './moment-view';

const panels: readonly { readonly kind: ViewKind; readonly command: string; title: () => string }[] = [
  { kind: 'why', command: 'pagewalk.openWhy', title: () => vscode.l10n.t('Why') },
  { kind: 'space', command: 'pagewalk.openAddressSpace', title: () => vscode.l10n.t('Address Space') },
  { kind: 'locked', command: 'pagewalk.openLockedMemory', title: () => vscode.l10n.t('Locked Memory') },
  { kind: 'pages', command: 'pagewalk.openPages', title: () => vscode.l10n.t('Pages') },
  { kind: 'timeline', command: 'pagewalk.openTimeline', title: () => vscode.l10n.t('Timeline') },
];

const typeOf = (kind: ViewKind): string => `pagewalk.${kind}`;

/** One panel a kind: the command shows the one that is open. A reloaded window gets its panels back, with what they showed. */
export function registerEditorPanels(sources: ViewSources): vscode.Disposable {
  const open = new Map<ViewKind, vscode.WebviewPanel>();
  const adopt = (kind: ViewKind, title: string, panel: vscode.WebviewPanel): void => {
    panel.title = title;
    panel.iconPath = {
      light: vscode.Uri.joinPath(sources.extension, 'media', 'strace-light.svg'),
      dark: vscode.Uri.joinPath(sources.extension, 'media', 'strace-dark.svg'),
    };
    open.set(kind, panel);
    const filled = fillWebview(panel.webview, kind, sources, {
      isVisible: () => panel.visible,
      focus: () => panel.reveal(),
    });
    const state = panel.onDidChangeViewState(() => filled.show());
    panel.onDidDispose(() => {
      state.dispose();
      filled.registration.dispose();
      if (open.get(kind) === panel) open.delete(kind);
    });
  };
  const show = (kind: ViewKind, title: string): void => {
    const existing = open.get(kind);
    if (existing !== undefined) {
      existing.reveal();
      return;
    }
    adopt(
      kind,
      title,
      vscode.window.createWebviewPanel(typeOf(kind), title, vscode.ViewColumn.Beside, {
        enableFindWidget: true,
      }),
    );
  };
  return vscode.Disposable.from(
    ...panels.flatMap(({ kind, command, title }) => [
      vscode.commands.registerCommand(command, () => show(kind, title())),
      vscode.window.registerWebviewPanelSerializer(typeOf(kind), {
        deserializeWebviewPanel: (panel) => {
          adopt(kind, title(), panel);
          return Promise.resolve();
        },
      }),
    ]),
    new vscode.Disposable(() => {
      for (const panel of open.values()) panel.dispose();
    }),
  );
}
