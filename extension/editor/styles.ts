/** How lines of a log are marked. VS Code's own theme colours; each kind has its own place and shape besides. */
import * as vscode from 'vscode';

const { Left, Center, Right } = vscode.OverviewRulerLane;
const colour = (id: string): vscode.ThemeColor => new vscode.ThemeColor(id);

export interface LineStyles {
  dispose(): void;
  /** The call that is shown, from its first line to its answer's. */
  readonly current: vscode.TextEditorDecorationType;
  readonly failing: vscode.TextEditorDecorationType;
  /** The same on the ruler alone, for the whole recording. */
  readonly failingAnywhere: vscode.TextEditorDecorationType;
  /** Lines that had a part in the memory that is chosen. */
  readonly touching: vscode.TextEditorDecorationType;
  readonly chosen: vscode.TextEditorDecorationType;
}

export function lineStyles(extension: vscode.Uri): LineStyles {
  const make = vscode.window.createTextEditorDecorationType;
  const icon = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', name);
  const bar = { isWholeLine: true, borderStyle: 'solid', borderWidth: '0 0 0 2px' };
  const current = make({
    ...bar,
    borderColor: colour('focusBorder'),
    overviewRulerColor: colour('focusBorder'),
    overviewRulerLane: Center,
  });
  const failing = make({
    gutterIconPath: icon('failing-line.svg'),
    gutterIconSize: '60%',
  });
  const failingAnywhere = make({
    overviewRulerColor: colour('editorOverviewRuler.errorForeground'),
    overviewRulerLane: Right,
  });
  const touching = make({
    ...bar,
    borderStyle: 'dotted',
    borderColor: colour('editorWarning.foreground'),
    overviewRulerColor: colour('editorOverviewRuler.warningForeground'),
    overviewRulerLane: Left,
    after: { margin: '0 0 0 2em', color: colour('editorCodeLens.foreground'), fontStyle: 'italic' },
  });
  const chosen = make({
    isWholeLine: true,
    backgroundColor: colour('editor.rangeHighlightBackground'),
    borderColor: colour('contrastActiveBorder'),
  });
  const types = { current, failing, failingAnywhere, touching, chosen };
  return {
    ...types,
    dispose: () => {
      for (const type of Object.values(types)) type.dispose();
    },
  };
}
