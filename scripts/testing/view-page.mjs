// A view's page by itself, in a plain browser page: what VS Code gives to it, and a session to ask.
import { readFileSync } from 'node:fs';
import { build as bundle } from 'esbuild';
import { inRepository } from '../repository.mjs';

/** What VS Code gives to a page. */
const HOST = `
  let kept;
  globalThis.acquireVsCodeApi = () => ({
    getState: () => kept,
    setState: (state) => { kept = state; },
    postMessage: async (message) => {
      if (message.type === 'drawn') globalThis.drawn?.(message.picture);
      if (message.type === 'select') postMessage({ type: 'selection', selection: message.selection }, '*');
      const to = message.type === 'go' ? message.link.event : message.type === 'pass' ? message.event : undefined;
      if (to !== undefined && globalThis.goSession !== undefined) postMessage(await goSession(to), '*');
      if (message.type !== 'ask') return;
      const { body, problem } = await askSession(message.request, message.args);
      postMessage(
        problem === undefined
          ? { type: 'answer', id: message.id, body }
          : { type: 'refusal', id: message.id, problem },
        '*',
      );
    },
  });
`;

/**
 * A module of the extension that knows neither the editor nor a page.
 *
 * @param {string} path from the repository's root
 * @returns {Promise<any>}
 */
const loaded = async (path) => {
  const { outputFiles } = await bundle({
    entryPoints: [inRepository(path)],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
};

/**
 * The views' words in the language.
 *
 * @param {string} language
 */
export const viewWords = async (language) => {
  const { words } = await loaded('extension/views/words/index.ts');
  const suffix = language === 'en' ? '' : `.${language}`;
  const translated = JSON.parse(readFileSync(inRepository('l10n', `bundle.l10n${suffix}.json`), 'utf8'));
  const said = Object.entries(words).map(([key, text]) => [key, translated[text] ?? text]);
  return { ...Object.fromEntries(said), language };
};

/**
 * What the extension shows a view of a moment.
 *
 * @returns {Promise<(view: string, body: object) => any>}
 */
export const viewContents = async () => (await loaded('extension/views/content.ts')).contentOf;

/**
 * @param {string} view
 * @param {import('../editor/theme-colours.mjs').Look} look
 */
const pageOf = (view, { kind, variables }) => {
  const sheets = ['plot.css', 'views.css', `${view}.css`];
  const styles = sheets.map((name) => readFileSync(inRepository('dist', name), 'utf8'));
  const colours = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>Pagewalk</title><style>
    :root { ${colours.join(' ')} }
    body { background: var(--vscode-sideBar-background, var(--vscode-editor-background)); margin: 0; }
    ${styles.join('\n')}</style></head>
    <body data-view="${view}" class="${kind}"><main id="view" tabindex="-1"></main><div id="live" class="live" role="status" aria-live="polite"></div></body></html>`;
};

/**
 * Opens the page of a view and shows it a moment.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {object} what
 * @param {string} what.view
 * @param {import('../editor/theme-colours.mjs').Look} what.look
 * @param {{ width: number, height: number }} what.viewport
 * @param {(request: string, args: object) => Promise<any>} what.ask asks the session, of the thread that is shown
 * @param {object} what.message the `show` message
 * @param {(event: number) => Promise<object>} [what.go] takes the session to an event; the `show` message of it
 */
export async function openView(browser, { view, look, viewport, ask, message, go }) {
  const page = await browser.newPage({ viewport });
  page.on('pageerror', (error) => console.error(error));
  await page.exposeFunction('askSession', (/** @type {string} */ request, /** @type {object} */ args) =>
    ask(request, args).then(
      (answer) => ({ body: answer }),
      (problem) => ({ problem: String(problem) }),
    ),
  );
  if (go !== undefined) await page.exposeFunction('goSession', go);
  await page.setContent(pageOf(view, look));
  await page.addScriptTag({ content: HOST });
  await page.addScriptTag({ path: inRepository('dist', 'webview.js') });
  await page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
  return page;
}
