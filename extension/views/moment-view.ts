/** One view: its page, what it is sent, and what it asks for. */
import * as vscode from 'vscode';
import { contentOf } from './content';
import { pageRequests, type FromView, type PictureFormat, type ToView, type ViewKind } from './messages';
import type { ShownMoment } from './moment';
import { viewPage } from './page';
import type { Drawers } from './picture-export';
import { saveReport } from './save-report';
import type { SharedSelection } from './selection';
import { viewStrings } from './strings';

export interface ViewSources {
  readonly extension: vscode.Uri;
  readonly moment: ShownMoment;
  readonly selection: SharedSelection;
  readonly drawers: Drawers;
}

/** Where a webview stands: in a view, or in an editor. */
export interface Place {
  readonly isVisible: () => boolean;
  /** Gives it the keyboard. */
  readonly focus: () => void;
}

export interface FilledWebview {
  show(): void;
  readonly registration: vscode.Disposable;
}

/** Sixty thousand VMAs as a PNG take a second. */
const LONGEST_DRAWING_MS = 10_000;
let drawings = 0;

/** Fills a webview, of a view or of an editor, and keeps it filled until the registration is disposed of. */
export function fillWebview(
  webview: vscode.Webview,
  kind: ViewKind,
  { extension, moment, selection, drawers }: ViewSources,
  { isVisible, focus }: Place,
): FilledWebview {
  const dist = vscode.Uri.joinPath(extension, 'dist');
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = viewPage(webview, {
    script: vscode.Uri.joinPath(dist, 'webview.js'),
    styles: ['views.css', `${kind}.css`, ...(kind === 'timeline' ? ['plot.css'] : [])].map((name) =>
      vscode.Uri.joinPath(dist, name),
    ),
    kind,
  });
  const send = (message: ToView): void => void webview.postMessage(message);
  const show = (): void => {
    if (!isVisible()) return;
    send(shown(kind, moment));
    send({ type: 'selection', selection: selection.current });
  };
  let isReady = false;
  const drawing = new Map<number, (picture: string | undefined) => void>();
  const draw = (format: PictureFormat): Promise<string | undefined> => {
    if (!isReady || !isVisible()) return Promise.resolve(undefined);
    const id = ++drawings;
    return new Promise((resolve) => {
      // A page that is not loaded yet, or no more, does not answer.
      const late = setTimeout(() => settle(undefined), LONGEST_DRAWING_MS);
      const settle = (picture: string | undefined): void => {
        clearTimeout(late);
        drawing.delete(id);
        resolve(picture);
      };
      drawing.set(id, settle);
      send({ type: 'draw', id, format });
    });
  };
  const receive = async (message: FromView): Promise<void> => {
    switch (message.type) {
      case 'ready':
        isReady = true;
        show();
        break;
      case 'go':
        await moment.goTo(message.link);
        break;
      case 'pass':
        await moment.pass(message.event);
        break;
      case 'keepKeyboard':
        if (isVisible() && moment.hasJustStopped()) focus();
        break;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        break;
      case 'restart':
        await moment.restart();
        break;
      case 'select':
        selection.select(message.selection);
        break;
      case 'preview':
        selection.preview(message.selection);
        break;
      case 'saveReport':
        await vscode.commands.executeCommand(saveReport);
        break;
      case 'drawn':
        drawing.get(message.id)?.(message.picture ?? undefined);
        break;
      case 'ask':
        send(await answer(message, moment));
        break;
    }
  };
  const registration = vscode.Disposable.from(
    drawers.add(kind, draw),
    moment.onDidChange(show),
    selection.onDidChange((chosen) => {
      if (isVisible()) send({ type: 'selection', selection: chosen });
    }),
    webview.onDidReceiveMessage((message: FromView) => void receive(message)),
  );
  return { show, registration };
}

async function answer(
  { id, request, args }: Extract<FromView, { type: 'ask' }>,
  moment: ShownMoment,
): Promise<ToView> {
  if (!pageRequests.includes(request)) return { type: 'refusal', id, problem: request };
  try {
    return { type: 'answer', id, body: await moment.answer(request, args) };
  } catch (error) {
    return { type: 'refusal', id, problem: error instanceof Error ? error.message : String(error) };
  }
}

function shown(kind: ViewKind, { body, problem, recording }: ShownMoment): ToView {
  const strings = viewStrings();
  if (problem !== undefined) return { type: 'empty', strings, text: problem };
  if (body === undefined || recording === undefined)
    return { type: 'empty', strings, text: vscode.l10n.t('Step through a log to see this.') };
  return { type: 'show', strings, content: contentOf(kind, body), recording };
}
