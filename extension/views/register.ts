/** The three views of a stopped session. One request a stop feeds all of them, so they never show different moments. */
import * as vscode from 'vscode';
import type { LineLink, ViewBody } from '../../debug-adapter/protocol';
import { ask, type Stop, type StoppedSessions } from '../debug/stopped-sessions';
import type { FromView, ToView, ViewContent, ViewKind } from './messages';
import { viewPage } from './page';
import { viewStrings } from './strings';

export const views: readonly { readonly id: string; readonly kind: ViewKind }[] = [
  { id: 'pagewalk.addressSpace', kind: 'space' },
  { id: 'pagewalk.lockedMemory', kind: 'locked' },
  { id: 'pagewalk.why', kind: 'why' },
];

/** Rows asked for at a time when a person wants to see more VMAs. */
const rowsAtATime = 500;

export interface RegisteredViews {
  readonly registration: vscode.Disposable;
  /** A view's page has loaded: its kind. */
  readonly onDidLoad: vscode.Event<ViewKind>;
}

export function registerViews(extension: vscode.Uri, stops: StoppedSessions): RegisteredViews {
  const shown = new ShownMoment(stops);
  const loaded = new vscode.EventEmitter<ViewKind>();
  const registration = vscode.Disposable.from(
    shown,
    loaded,
    ...views.map(({ id, kind }) =>
      vscode.window.registerWebviewViewProvider(id, new MomentView(extension, kind, shown, loaded)),
    ),
  );
  return { registration, onDidLoad: loaded.event };
}

/** Where the focused session stands, fetched once for all views. */
class ShownMoment implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #stop: Stop | undefined;
  #body: ViewBody | undefined;
  #problem: string | undefined;
  /** Numbers the stops: an answer to an earlier one that comes late is dropped. */
  #asked = 0;

  readonly onDidChange = this.#changed.event;

  constructor(stops: StoppedSessions) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      stops.onDidStop((stop) => void this.#fetch(stop)),
      stops.onDidEnd((session) => {
        if (this.#stop?.session.id !== session.id) return;
        this.#stop = undefined;
        this.#body = undefined;
        this.#changed.fire();
      }),
    );
    if (stops.last !== undefined) void this.#fetch(stops.last);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  get body(): ViewBody | undefined {
    return this.#body;
  }

  get problem(): string | undefined {
    return this.#problem;
  }

  async goTo(link: LineLink): Promise<void> {
    if (this.#stop !== undefined) await ask(this.#stop.session, 'pagewalk/goTo', { event: link.event });
  }

  async rows(event: number, start: number): Promise<ToView | undefined> {
    if (this.#stop === undefined) return undefined;
    const { session, threadId } = this.#stop;
    const { rows } = await ask(session, 'pagewalk/vmas', { event, threadId, start, count: rowsAtATime });
    return { type: 'rows', event, start, rows };
  }

  async #fetch(stop: Stop): Promise<void> {
    const asked = ++this.#asked;
    this.#stop = stop;
    try {
      const body = await ask(stop.session, 'pagewalk/view', { threadId: stop.threadId });
      if (asked !== this.#asked) return;
      this.#body = body;
      this.#problem = undefined;
    } catch (error) {
      if (asked !== this.#asked) return;
      this.#problem = error instanceof Error ? error.message : String(error);
    }
    this.#changed.fire();
  }
}

class MomentView implements vscode.WebviewViewProvider {
  constructor(
    private readonly extension: vscode.Uri,
    private readonly kind: ViewKind,
    private readonly shown: ShownMoment,
    private readonly loaded: vscode.EventEmitter<ViewKind>,
  ) {}

  resolveWebviewView(view: vscode.WebviewView): void {
    const dist = vscode.Uri.joinPath(this.extension, 'dist');
    const media = vscode.Uri.joinPath(this.extension, 'media');
    view.webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    view.webview.html = viewPage(view.webview, {
      script: vscode.Uri.joinPath(dist, 'webview.js'),
      style: vscode.Uri.joinPath(media, 'views.css'),
      kind: this.kind,
    });
    const send = (message: ToView): void => void view.webview.postMessage(message);
    const show = (): void => {
      if (view.visible) send(this.#message());
    };
    const subscription = vscode.Disposable.from(
      this.shown.onDidChange(show),
      view.onDidChangeVisibility(show),
      view.webview.onDidReceiveMessage((message: FromView) => void this.#receive(message, send)),
    );
    view.onDidDispose(() => void subscription.dispose());
  }

  async #receive(message: FromView, send: (message: ToView) => void): Promise<void> {
    switch (message.type) {
      case 'ready':
        send(this.#message());
        this.loaded.fire(this.kind);
        break;
      case 'go':
        await this.shown.goTo(message.link);
        break;
      case 'more': {
        const rows = await this.shown.rows(message.event, message.start);
        if (rows !== undefined) send(rows);
        break;
      }
    }
  }

  #message(): ToView {
    const strings = viewStrings();
    const { body, problem } = this.shown;
    if (problem !== undefined) return { type: 'empty', strings, text: problem };
    if (body === undefined) {
      return { type: 'empty', strings, text: vscode.l10n.t('Step through a log to see this.') };
    }
    return { type: 'show', strings, content: contentOf(this.kind, body) };
  }
}

function contentOf(kind: ViewKind, body: ViewBody): ViewContent {
  const { position } = body;
  switch (kind) {
    case 'space':
      return { view: 'space', position, body: body.space };
    case 'locked':
      return { view: 'locked', position, body: body.locked };
    case 'why':
      return { view: 'why', position, body: body.why };
  }
}
