/** A view's picture as a file: its page draws it, in the colours that it shows; here it is saved where the person says. */
import * as vscode from 'vscode';
import type { PictureFormat, ViewKind } from './messages';

/** SVG as its text, PNG in base64; undefined where the page has nothing to draw. */
export type Drawer = (format: PictureFormat) => Promise<string | undefined>;

/** The pages that can draw themselves now. */
export class Drawers {
  readonly #drawers = new Map<ViewKind, Set<Drawer>>();

  add(kind: ViewKind, drawer: Drawer): vscode.Disposable {
    const all = this.#drawers.get(kind) ?? new Set();
    this.#drawers.set(kind, all.add(drawer));
    return new vscode.Disposable(() => all.delete(drawer));
  }

  /** The first of the kind's pages that answers. */
  async draw(kind: ViewKind, format: PictureFormat): Promise<string | undefined> {
    for (const drawer of this.#drawers.get(kind) ?? []) {
      const drawn = await drawer(format);
      if (drawn !== undefined) return drawn;
    }
    return undefined;
  }
}

/** `command` without its format; `name`: what the file is called unless the person says otherwise. */
const pictures: readonly {
  readonly command: string;
  readonly kind: ViewKind;
  readonly view: string;
  readonly name: string;
}[] = [
  {
    command: 'pagewalk.exportAddressSpace',
    kind: 'space',
    view: 'pagewalk.addressSpace',
    name: 'address-space',
  },
  { command: 'pagewalk.exportPages', kind: 'pages', view: 'pagewalk.pages', name: 'page-walk' },
  {
    command: 'pagewalk.exportLockedMemory',
    kind: 'locked',
    view: 'pagewalk.lockedMemory',
    name: 'locked-memory',
  },
  { command: 'pagewalk.exportTimeline', kind: 'timeline', view: 'pagewalk.timeline', name: 'timeline' },
];

const exports = pictures.flatMap((picture) =>
  (['svg', 'png'] as const).map((format) => ({
    ...picture,
    command: `${picture.command}${format === 'svg' ? 'Svg' : 'Png'}`,
    format,
  })),
);

export const registerExports = (drawers: Drawers): vscode.Disposable =>
  vscode.Disposable.from(
    ...exports.map(({ command, kind, view, name, format }) =>
      vscode.commands.registerCommand(command, async () => {
        const drawn = (await drawers.draw(kind, format)) ?? (await opened(drawers, kind, view, format));
        if (drawn === undefined) {
          void vscode.window.showWarningMessage(
            vscode.l10n.t(
              'The picture could not be drawn. Open the view, step through a log, and try again.',
            ),
          );
          return;
        }
        await save(drawn, name, format);
      }),
    ),
  );

/** How long a view that was closed may take to load and to draw. */
const LOADING_MS = 5000;
const LOOK_AGAIN_MS = 250;

async function opened(
  drawers: Drawers,
  kind: ViewKind,
  view: string,
  format: PictureFormat,
): Promise<string | undefined> {
  await vscode.commands.executeCommand(`${view}.focus`);
  for (let waited = 0; waited < LOADING_MS; waited += LOOK_AGAIN_MS) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const drawn = await drawers.draw(kind, format);
    if (drawn !== undefined) return drawn;
  }
  return undefined;
}

async function save(drawn: string, title: string, format: PictureFormat): Promise<void> {
  const name = `${title}.${format}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the picture'),
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [format.toUpperCase()]: [format] },
  });
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, bytesOf(drawn, format));
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Could not save {0}: {1}', uri.path, problem));
    return;
  }
  const show = vscode.l10n.t('Show the picture');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('Saved: {0}', uri.path), show);
  if (chosen === show) await vscode.commands.executeCommand('vscode.open', uri);
}

const bytesOf = (drawn: string, format: PictureFormat): Uint8Array =>
  format === 'svg'
    ? new TextEncoder().encode(drawn)
    : Uint8Array.from(atob(drawn), (character) => character.charCodeAt(0));
