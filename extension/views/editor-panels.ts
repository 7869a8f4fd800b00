/** Views that are opened in an editor of their own: as wide as a person wants them, for a projector or a second screen. */
import * as vscode from 'vscode';
import type { ViewKind } from './messages';
import { fillWebview, type ViewSources } from './moment-view';

type PanelKind = Extract<ViewKind, 'space' | 'timeline'>;

const panels: readonly { readonly kind: PanelKind; readonly command: string }[] = [
  { kind: 'space', command: 'pagewalk.openAddressSpace' },
  { kind: 'timeline', command: 'pagewalk.openTimeline' },
];

const typeOf = (kind: PanelKind): string => `pagewalk.${kind}`;
const titleOf = (kind: PanelKind): string =>
  kind === 'space' ? vscode.l10n.t('Address Space') : vscode.l10n.t('Timeline');

/** One panel a kind: the command shows the one that is open. A reloaded window gets its panels back, with what they showed. */
export function registerEditorPanels(sources: ViewSources): vscode.Disposable {
  const open = new Map<PanelKind, vscode.WebviewPanel>();
  const adopt = (kind: PanelKind, panel: vscode.WebviewPanel): void => {
    panel.title = titleOf(kind);
    panel.iconPath = {
      light: vscode.Uri.joinPath(sources.extension, 'media', 'strace-light.svg'),
      dark: vscode.Uri.joinPath(sources.extension, 'media', 'strace-dark.svg'),
    };
    open.set(kind, panel);
    const filled = fillWebview(panel.webview, kind, sources, () => panel.visible);
    const state = panel.onDidChangeViewState(() => filled.show());
    panel.onDidDispose(() => {
      state.dispose();
      filled.registration.dispose();
      if (open.get(kind) === panel) open.delete(kind);
    });
  };
  const show = (kind: PanelKind): void => {
    const existing = open.get(kind);
    if (existing !== undefined) {
      existing.reveal();
      return;
    }
    adopt(
      kind,
      vscode.window.createWebviewPanel(typeOf(kind), titleOf(kind), vscode.ViewColumn.Beside, {
        enableFindWidget: true,
      }),
    );
  };
  return vscode.Disposable.from(
    ...panels.flatMap(({ kind, command }) => [
      vscode.commands.registerCommand(command, () => show(kind)),
      vscode.window.registerWebviewPanelSerializer(typeOf(kind), {
        deserializeWebviewPanel: (panel) => {
          adopt(kind, panel);
          return Promise.resolve();
        },
      }),
    ]),
    new vscode.Disposable(() => {
      for (const panel of open.values()) panel.dispose();
    }),
  );
}
