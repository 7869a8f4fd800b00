/**
 * `npm run shots`: pictures of a failing call in VS Code, in light, dark and high contrast, wide and narrow, to look at.
 * They go to test/artifacts/shots/. Arguments: the sample's name (default mremap-enomem); how many failing calls to run to
 * (default 1).
 */
import { existsSync } from 'node:fs';
import { atRest } from './editor/at-rest.mjs';
import { launchBrowser } from './editor/browser.mjs';
import { startEditorServer } from './editor/server.mjs';
import { Workbench } from './editor/workbench.mjs';
import { inRepository, repository } from './repository.mjs';
import { build } from './setup/build.mjs';

const [sample = 'mremap-enomem', runs = '1'] = process.argv.slice(2);
const openFile = inRepository('samples', 'logs', `${sample}.strace`);
const pictures = inRepository('test', 'artifacts', 'shots');

/** @type {Record<string, { theme?: string, highContrast?: import('./editor/workbench.mjs').Contrast }>} */
const looks = {
  light: { theme: 'Default Light Modern' },
  dark: { theme: 'Default Dark Modern' },
  'high-contrast': { highContrast: 'dark' },
  'high-contrast-light': { highContrast: 'light' },
};

/** The side bar as it is at first, and as somebody makes it who reads in it. */
const sizes = {
  narrow: { width: 1100, height: 800, sideBar: undefined },
  wide: { width: 1920, height: 1200, sideBar: 700 },
};

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} look of `looks`
 */
const shoot = async (browser, look) => {
  const { theme, highContrast } = looks[look] ?? {};
  const server = await startEditorServer({
    settings: {
      'editor.cursorBlinking': 'solid',
      ...(theme === undefined ? {} : { 'workbench.colorTheme': theme }),
    },
  });
  try {
    const window = { folder: inRepository('samples'), openFile, extension: repository };
    const workbench = await Workbench.open(browser, server, window, {
      ...sizes.wide,
      ...(highContrast === undefined ? {} : { highContrast }),
    });
    await workbench.startDebugging();
    for (let run = 0; run < Number(runs); run += 1) await workbench.moveBy(() => workbench.press('F5'));
    for (const view of /** @type {const} */ (['why', 'space'])) {
      await workbench
        .waitFor(`the view ${view}`, async () => (await workbench.viewText(view)) !== '')
        .catch(async (error) => {
          await workbench.picture(`${pictures}/failed.png`);
          throw error;
        });
    }
    for (const [size, { sideBar, ...viewport }] of Object.entries(sizes)) {
      await workbench.page.setViewportSize(viewport);
      if (sideBar !== undefined) await workbench.widenSideBar(sideBar);
      await atRest(workbench.page);
      const file = `${pictures}/${sample}-${look}-${size}.png`;
      await workbench.picture(file);
      console.log(file);
    }
    await workbench.close();
  } finally {
    await server.stop();
  }
};

if (!existsSync(openFile)) {
  console.error(`There is no sample ${openFile}`);
  process.exit(1);
}
await build();
const browser = await launchBrowser();
for (const look of Object.keys(looks)) await shoot(browser, look);
await browser.close();
