/** The views of a stopped session. */
import * as vscode from 'vscode';
import type { StoppedSessions } from '../debug/stopped-sessions';
import { registerEditorPanels } from './editor-panels';
import type { ViewKind } from './messages';
import { ShownMoment } from './moment';
import { fillWebview, type ViewSources } from './moment-view';
import { Drawers, registerExports } from './picture-export';
import { registerSaveReport } from './save-report';
import { SharedSelection } from './selection';

export const views: readonly { readonly id: string; readonly kind: ViewKind }[] = [
  { id: 'pagewalk.addressSpace', kind: 'space' },
  { id: 'pagewalk.lockedMemory', kind: 'locked' },
  { id: 'pagewalk.pages', kind: 'pages' },
  { id: 'pagewalk.why', kind: 'why' },
  { id: 'pagewalk.timeline', kind: 'timeline' },
];

export interface RegisteredViews {
  readonly registration: vscode.Disposable;
  readonly selection: SharedSelection;
  readonly moment: ShownMoment;
  /** Whether a view of the side bar is in sight. */
  readonly isAnyVisible: () => boolean;
}

export function registerViews(extension: vscode.Uri, stops: StoppedSessions): RegisteredViews {
  const moment = new ShownMoment(stops);
  const selection = new SharedSelection(stops, moment);
  const drawers = new Drawers();
  const sources: ViewSources = { extension, moment, selection, drawers };
  const beside = new Set<vscode.WebviewView>();
  const registration = vscode.Disposable.from(
    moment,
    selection,
    registerEditorPanels(sources),
    registerExports(drawers),
    registerSaveReport(moment),
    ...views.map(({ id, kind }) =>
      vscode.window.registerWebviewViewProvider(id, {
        resolveWebviewView: (view) => {
          fill(view, kind, sources);
          if (kind === 'timeline') return;
          beside.add(view);
          view.onDidDispose(() => beside.delete(view));
        },
      }),
    ),
  );
  return { registration, selection, moment, isAnyVisible: () => [...beside].some(({ visible }) => visible) };
}

function fill(view: vscode.WebviewView, kind: ViewKind, sources: ViewSources): void {
  const filled = fillWebview(view.webview, kind, sources, {
    isVisible: () => view.visible,
    focus: () => view.show(),
  });
  const visibility = view.onDidChangeVisibility(() => filled.show());
  view.onDidDispose(() => {
    visibility.dispose();
    filled.registration.dispose();
  });
}
