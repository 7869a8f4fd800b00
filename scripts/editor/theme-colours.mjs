/**
 * The colours that VS Code gives to its views, as it has them: read once out of a real editor's view, kept in .cache/.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRepository, repository } from '../repository.mjs';
import { startEditorServer } from './server.mjs';
import { Workbench } from './workbench.mjs';

const kept = inRepository('.cache', 'theme-colours.json');

/** @typedef {import('./workbench.mjs').Contrast} Contrast */

/** @type {Record<string, { theme: string, highContrast?: Contrast, kind: string }>} */
const looks = {
  light: { theme: 'Default Light Modern', kind: 'vscode-light' },
  dark: { theme: 'Default Dark Modern', kind: 'vscode-dark' },
  'high-contrast': { theme: 'Default High Contrast', highContrast: 'dark', kind: 'vscode-high-contrast' },
  'high-contrast-light': {
    theme: 'Default High Contrast Light',
    highContrast: 'light',
    // As VS Code has it: who knows the first class only is dark there.
    kind: 'vscode-high-contrast vscode-high-contrast-light',
  },
};

/** @typedef {{ kind: string, variables: Record<string, string> }} Look */

/**
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<Record<string, Look>>}
 */
export async function themeColours(browser) {
  /** @type {Record<string, Look>} */
  const colours = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  for (const [name, { theme, highContrast, kind }] of Object.entries(looks))
    colours[name] ??= { kind, variables: await variablesOf(browser, theme, highContrast) };
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, JSON.stringify(colours));
  return colours;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} theme
 * @param {Contrast | undefined} highContrast
 * @returns {Promise<Record<string, string>>}
 */
async function variablesOf(browser, theme, highContrast) {
  const server = await startEditorServer({ settings: { 'workbench.colorTheme': theme } });
  try {
    const workbench = await Workbench.open(
      browser,
      server,
      {
        folder: inRepository('samples'),
        openFile: inRepository('samples', 'logs', 'shm.strace'),
        extension: repository,
      },
      highContrast === undefined ? {} : { highContrast },
    );
    await workbench.startDebugging();
    await workbench.waitFor('the view why', async () => (await workbench.viewText('why')) !== '');
    const body = await workbench.view('why');
    const variables = await body?.evaluate((element) => {
      const { style } = element.ownerDocument.documentElement;
      return Object.fromEntries(
        Array.from(style, (name) => [name, style.getPropertyValue(name)]).filter(([name]) =>
          name?.startsWith('--vscode-'),
        ),
      );
    });
    await workbench.close();
    return variables ?? {};
  } finally {
    await server.stop();
  }
}
