/**
 * `npm run pictures`: the pictures of the README and of docs/views.md, made from samples, in light and dark: the whole window
 * at a failing call, and each view's page by itself. They go to docs/images/.
 */
import { mkdirSync } from 'node:fs';
import { atRest } from './editor/at-rest.mjs';
import { launchBrowser } from './editor/browser.mjs';
import { startEditorServer } from './editor/server.mjs';
import { themeColours } from './editor/theme-colours.mjs';
import { Workbench } from './editor/workbench.mjs';
import { inRepository, repository } from './repository.mjs';
import { build } from './setup/build.mjs';
import { openView } from './testing/view-page.mjs';
import { logOf, ViewSession } from './testing/view-session.mjs';

const images = inRepository('docs', 'images');

/** @type {Record<string, string>} */
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** The window of the README: stopped at the first failing call of a sample. */
const WINDOW = { sample: 'mremap-enomem', width: 1500, height: 940, sideBar: 480 };

/**
 * What each view is shown at: a sample's line that says most about it.
 *
 * @type {readonly { view: string, sample: string, line: number, chosen?: string, width: number, height: number }[]}
 */
const VIEWS = [
  { view: 'space', sample: 'mremap-enomem', line: 27, width: 760, height: 560 },
  { view: 'pages', sample: 'mremap-enomem', line: 27, chosen: '0x7ffff7fe7000', width: 860, height: 820 },
  { view: 'locked', sample: 'mremap-eagain', line: 20, width: 760, height: 600 },
  { view: 'why', sample: 'mprotect-hole', line: 26, width: 760, height: 640 },
  { view: 'timeline', sample: 'fork-inheritance', line: 45, width: 1100, height: 260 },
];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} look of `themes`
 */
async function pictureOfWindow(browser, look) {
  const { sample, sideBar, ...screen } = WINDOW;
  const server = await startEditorServer({
    settings: { 'workbench.colorTheme': themes[look] ?? '', 'editor.cursorBlinking': 'solid' },
  });
  try {
    const folder = inRepository('samples');
    const workbench = await Workbench.open(
      browser,
      server,
      { folder, openFile: logOf(sample), extension: repository },
      screen,
    );
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    for (const title of [/^Watch/i, /^Loaded Scripts/i]) await workbench.fold(title);
    await workbench.widenSideBar(sideBar);
    for (const view of /** @type {const} */ (['why', 'space']))
      await workbench.waitFor(`the view ${view}`, async () => (await workbench.viewText(view)) !== '');
    await atRest(workbench.page);
    await workbench.picture(`${images}/window-${look}.png`);
    await workbench.close();
  } finally {
    await server.stop();
  }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {(typeof VIEWS)[number]} what
 */
async function picturesOfView(browser, { view, sample, line, chosen, ...viewport }) {
  const session = await ViewSession.open({ program: logOf(sample) });
  try {
    const { event, messageFor } = await session.goTo(line);
    const colours = await themeColours(browser);
    for (const name of Object.keys(themes)) {
      const look = colours[name];
      if (look === undefined) continue;
      const ask = session.ask.bind(session);
      const page = await openView(browser, { view, look, viewport, ask, message: messageFor(view) });
      if (chosen !== undefined) {
        const selection = { kind: 'page', address: chosen, event };
        await page.evaluate(`postMessage(${JSON.stringify({ type: 'selection', selection })}, '*')`);
      }
      await atRest(page);
      await page.screenshot({ path: `${images}/${view}-${name}.png` });
      await page.close();
    }
  } finally {
    session.close();
  }
}

await build();
mkdirSync(images, { recursive: true });
const browser = await launchBrowser();
try {
  for (const look of Object.keys(themes)) await pictureOfWindow(browser, look);
  for (const what of VIEWS) await picturesOfView(browser, what);
} finally {
  await browser.close();
}
