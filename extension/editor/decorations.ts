/**
 * The log's own editor shows what the views show: the call that is shown, failing calls, and the lines that had a part in the
 * memory that is chosen. Choosing an event anywhere brings its line into sight.
 */
import * as vscode from 'vscode';
import { debugType } from '../debug/debug-type';
import { locationOf, programOf } from '../debug/program';
import { ask, type StoppedSessions } from '../debug/stopped-sessions';
import type { Selection } from '../views/messages';
import type { ShownMoment } from '../views/moment';
import type { SharedSelection } from '../views/selection';
import { isFailing } from './failing-lines';
import { lineStyles, type LineStyles } from './styles';
import { touchingLines, type TouchingLine } from './touching-lines';

/** Lines in sight and as many beyond as a quick scroll passes before the next look. */
const LINES_AROUND = 100;

export class LogDecorations implements vscode.Disposable {
  readonly #styles: LineStyles;
  readonly #subscriptions: vscode.Disposable;
  #touching: readonly TouchingLine[] = [];
  /** Lines of the failures of the session's log, of logs of one file; a few hundred. */
  #failures: readonly number[] = [];
  #surveyed: string | undefined;
  #asked = 0;

  constructor(
    extension: vscode.Uri,
    stops: StoppedSessions,
    private readonly moment: ShownMoment,
    private readonly selection: SharedSelection,
  ) {
    this.#styles = lineStyles(extension);
    this.#subscriptions = vscode.Disposable.from(
      this.#styles,
      moment.onDidChange(() => this.#moved()),
      selection.onDidChange((chosen) => void this.#chosen(chosen)),
      stops.onDidEnd(() => this.#ended()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#drawFailing(textEditor)),
    );
    this.#draw();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #moved(): void {
    const session = this.moment.stop?.session;
    const { recording } = this.moment;
    if (session !== undefined && recording !== undefined && recording !== this.#surveyed) {
      this.#surveyed = recording;
      this.#failures = [];
      void this.#survey(session);
    }
    this.#draw();
  }

  async #survey(session: vscode.DebugSession): Promise<void> {
    try {
      const { files } = await ask(session, 'pagewalk/survey', {});
      // A mark says its line, not its file.
      if (files.length !== 1) return;
      const { marks } = await ask(session, 'pagewalk/series', { buckets: 2 });
      if (this.moment.recording !== this.#surveyed) return;
      this.#failures = marks.filter(({ kind }) => kind !== 'exec').map(({ line }) => line);
      this.#draw();
    } catch {
      // The session has ended meanwhile: there is nothing to mark.
    }
  }

  #ended(): void {
    this.#touching = [];
    this.#failures = [];
    this.#surveyed = undefined;
    this.#draw();
  }

  async #chosen(selection: Selection | null): Promise<void> {
    const asked = ++this.#asked;
    const touching = await touchingLines(this.moment, selection).catch(() => []);
    if (asked !== this.#asked) return;
    this.#touching = touching;
    this.#draw();
    if (selection?.kind === 'event') await this.#reveal(selection.line);
  }

  /** In the file of the call that is shown: an event's line is told without one. */
  async #reveal(line: number): Promise<void> {
    const file = this.moment.body?.position.file;
    if (file === undefined) return;
    const uri = programOf(file);
    const shown = vscode.window.visibleTextEditors.find(({ document }) => isOf(document, file));
    const editor =
      shown ??
      (await vscode.window.showTextDocument(uri, { preserveFocus: true, preview: true }).then(
        (opened) => opened,
        () => undefined,
      ));
    editor?.revealRange(
      new vscode.Range(line - 1, 0, line - 1, 0),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }

  #draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      this.#drawFailing(editor);
      this.#drawPosition(editor);
    }
  }

  #drawPosition(editor: vscode.TextEditor): void {
    const { current, chosen, touching, failingAnywhere } = this.#styles;
    const position = this.moment.body?.position;
    const isShown = position !== undefined && isOf(editor.document, position.file);
    editor.setDecorations(
      current,
      isShown && !position.atEnd ? [...new Set([position.entryLine, position.line])].map(lineAt) : [],
    );
    const selection = this.selection.current;
    editor.setDecorations(chosen, isShown && selection?.kind === 'event' ? [lineAt(selection.line)] : []);
    editor.setDecorations(
      touching,
      this.#touching
        .filter(({ file }) => isOf(editor.document, file))
        .map(({ line, text }) => ({
          range: endOf(editor.document, line),
          renderOptions: { after: { contentText: text } },
        })),
    );
    editor.setDecorations(failingAnywhere, isShown ? this.#failures.map(lineAt) : []);
  }

  #drawFailing(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== debugType) return;
    const failing: vscode.Range[] = [];
    for (const { start, end } of editor.visibleRanges) {
      const last = Math.min(document.lineCount - 1, end.line + LINES_AROUND);
      for (let line = Math.max(0, start.line - LINES_AROUND); line <= last; line++)
        if (isFailing(document.lineAt(line).text)) failing.push(lineAt(line + 1));
    }
    editor.setDecorations(this.#styles.failing, failing);
  }
}

/** `line` from 1, as a log counts. */
const lineAt = (line: number): vscode.Range => new vscode.Range(line - 1, 0, line - 1, 0);

/** The end of the line: words behind it stand behind all of it. */
function endOf(document: vscode.TextDocument, line: number): vscode.Range {
  return line <= document.lineCount ? document.lineAt(line - 1).range : lineAt(line);
}

const isOf = ({ uri }: vscode.TextDocument, location: string): boolean =>
  locationOf(uri) === location || uri.toString() === programOf(location).toString();
