/**
 * `npm run panels -- VIEW SAMPLE LINE [LANGUAGE] [CHOSEN]`: pictures of one view's page by itself, fed by the debug adapter, in the
 * editor's light, dark and high-contrast colours, narrow and wide. CHOSEN: an address that is selected. Much quicker than `npm run shots`, which shows the whole
 * editor. They go to test/artifacts/panels/.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { launchBrowser } from './editor/browser.mjs';
import { themeColours } from './editor/theme-colours.mjs';
import { inRepository } from './repository.mjs';
import { build } from './setup/build.mjs';
import { DapPipe } from './testing/dap-pipe.mjs';

const [view = 'space', sample = 'mremap-enomem', line = '25', language = 'en', chosen] =
  process.argv.slice(2);
const pictures = inRepository('test', 'artifacts', 'panels');
const sizes = { narrow: { width: 300, height: 700 }, wide: { width: 1000, height: 700 } };

/** What VS Code gives to a page. */
const HOST = `
  let kept;
  globalThis.acquireVsCodeApi = () => ({
    getState: () => kept,
    setState: (state) => { kept = state; },
    postMessage: async (message) => {
      if (message.type === 'select') postMessage({ type: 'selection', selection: message.selection }, '*');
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

/** The views' words in the language. */
const strings = async () => {
  const entry = {
    contents: "export { words } from './extension/views/words';",
    resolveDir: inRepository(),
    loader: /** @type {const} */ ('ts'),
  };
  const { outputFiles } = await bundle({ stdin: entry, bundle: true, write: false, format: 'esm' });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const { words } = await import(`data:text/javascript;base64,${code}`);
  const suffix = language === 'en' ? '' : `.${language}`;
  const translated = JSON.parse(readFileSync(inRepository('l10n', `bundle.l10n${suffix}.json`), 'utf8'));
  const said = Object.entries(words).map(([key, text]) => [key, translated[text] ?? text]);
  return { ...Object.fromEntries(said), language };
};

/** @param {import('./editor/theme-colours.mjs').Look} look */
const pageOf = ({ kind, variables }) => {
  const sheets = [
    ['dist', 'plot.css'],
    ['media', 'views.css'],
    ['media', `${view}.css`],
  ];
  const styles = sheets.map((path) => readFileSync(inRepository(...path), 'utf8'));
  const colours = Object.entries(variables).map(([name, value]) => `${name}: ${value};`);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>
    :root { ${colours.join(' ')} }
    body { background: var(--vscode-sideBar-background, var(--vscode-editor-background)); margin: 0; }
    ${styles.join('\n')}</style></head>
    <body data-view="${view}" class="${kind}"><main id="view" tabindex="-1"></main><div id="live" class="live"></div></body></html>`;
};

await build();
mkdirSync(pictures, { recursive: true });
const adapter = spawn(process.execPath, [inRepository('dist', 'pagewalk.js'), 'dap'], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
const session = new DapPipe(adapter);
const program = sample.includes('/') ? sample : inRepository('samples', 'logs', `${sample}.strace`);
const { threadId } = await session.launch({ program, language });
const { event } = await session.ask('pagewalk/goTo', { line: Number(line) });
const body = await session.ask('pagewalk/view', { event, threadId });
const message = {
  type: 'show',
  strings: await strings(),
  content: { view, position: body.position, threadId, body: body[view] },
};

const browser = await launchBrowser();
try {
  for (const [name, look] of Object.entries(await themeColours(browser))) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const page = await browser.newPage({ viewport });
      page.on('pageerror', (error) => console.error(error));
      await page.exposeFunction(
        'askSession',
        async (/** @type {string} */ request, /** @type {object} */ args) =>
          session.ask(request, { threadId, ...args }).then(
            (answer) => ({ body: answer }),
            (problem) => ({ problem: String(problem) }),
          ),
      );
      await page.setContent(pageOf(look));
      await page.addScriptTag({ content: HOST });
      await page.addScriptTag({ path: inRepository('dist', 'webview.js') });
      await page.evaluate(`postMessage(${JSON.stringify(message)}, '*')`);
      if (chosen !== undefined) {
        const selection = { kind: 'page', address: chosen, event };
        await page.evaluate(`postMessage(${JSON.stringify({ type: 'selection', selection })}, '*')`);
      }
      // What a page asks for comes when it comes; nothing tells when all is drawn.
      await page.waitForTimeout(700);
      const file = join(pictures, `${view}-${name}-${size}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await page.close();
    }
  }
} finally {
  await browser.close();
  adapter.kill();
}
