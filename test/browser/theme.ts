/** The looks that VS Code has, chosen as somebody chooses one. */
import { expect } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';

/** By their names in the list of themes, with the class that a page is given. */
export const themes = [
  ['Dark Modern', 'vscode-dark'],
  ['Dark High Contrast', 'vscode-high-contrast'],
  ['Light High Contrast', 'vscode-high-contrast-light'],
  // Last, for the window goes on to the next test.
  ['Light Modern', 'vscode-light'],
] as const;

export async function chooseTheme(
  workbench: Workbench,
  [name, kind]: (typeof themes)[number],
): Promise<void> {
  await workbench.clickIntoEditor();
  await workbench.choose(['Control+k', 'Control+t'], name, name);
  const why = await workbench.openView('why');
  await expect.poll(() => why.getAttribute('class')).toContain(kind);
}
