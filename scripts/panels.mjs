/**
 * `npm run panels -- VIEW SAMPLE LINE [LANGUAGE] [CHOSEN]`: pictures of one view's page by itself, fed by the debug adapter, in the
 * editor's light, dark and high-contrast colours, narrow, middle and wide. CHOSEN: an address that is selected. Much quicker than
 * `npm run shots`, which shows the whole editor. They go to test/artifacts/panels/, with the view's own picture where it
 * has one (SVG and PNG). What axe-core finds is printed; a serious finding fails.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './editor/browser.mjs';
import { themeColours } from './editor/theme-colours.mjs';
import { inRepository } from './repository.mjs';
import { build } from './setup/build.mjs';
import { openView } from './testing/view-page.mjs';
import { logOf, ViewSession } from './testing/view-session.mjs';

const [view = 'space', sample = 'mremap-enomem', line = '25', language = 'en', chosen] =
  process.argv.slice(2);
const pictures = inRepository('test', 'artifacts', 'panels');
const sizes = {
  narrow: { width: 300, height: 700 },
  middle: { width: 450, height: 700 },
  wide: { width: 1000, height: 700 },
};
const axe = readFileSync(inRepository('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

/** The editor gives the heading: the view's name stands above the page. */
const AXE = { resultTypes: ['violations'], rules: { 'page-has-heading-one': { enabled: false } } };

/**
 * What a screen reader, a keyboard or weak eyes would stumble over.
 *
 * @param {import('playwright-core').Page} page
 * @returns {Promise<readonly { impact: string, id: string, help: string, nodes: readonly string[] }[]>}
 */
async function findings(page) {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, ${JSON.stringify(AXE)}).then(({ violations }) =>
    violations.map(({ impact, id, help, nodes }) => ({
      impact, id, help, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 160) + ' // ' + failureSummary),
    })))`);
}

/**
 * The view's own picture, as its page draws it for export; null: it has none.
 *
 * @param {import('playwright-core').Page} page
 * @param {'svg' | 'png'} format
 * @returns {Promise<string | null>}
 */
const drawn = (page, format) =>
  page.evaluate(`new Promise((resolve) => {
    globalThis.drawn = resolve;
    postMessage({ type: 'draw', id: 1, format: '${format}' }, '*');
  })`);

await build();
mkdirSync(pictures, { recursive: true });
const session = await ViewSession.open({ program: logOf(sample), language });
const { event, messageFor } = await session.goTo(Number(line));
const message = messageFor(view);

const browser = await launchBrowser();
try {
  for (const [name, look] of Object.entries(await themeColours(browser))) {
    for (const [size, viewport] of Object.entries(sizes)) {
      const ask = session.ask.bind(session);
      const page = await openView(browser, { view, look, viewport, ask, message });
      if (chosen !== undefined) {
        const selection = { kind: 'page', address: chosen, event };
        await page.evaluate(`postMessage(${JSON.stringify({ type: 'selection', selection })}, '*')`);
      }
      // What a page asks for comes when it comes; nothing tells when all is drawn.
      await page.waitForTimeout(700);
      const file = join(pictures, `${view}-${name}-${size}`);
      await page.screenshot({ path: `${file}.png` });
      console.log(`${file}.png`);
      for (const { impact, id, help, nodes } of await findings(page)) {
        console.log(`  ${impact}: ${id}: ${help}\n${nodes.map((node) => `    ${node}`).join('\n')}`);
        if (impact === 'serious' || impact === 'critical') process.exitCode = 1;
      }
      if (size === 'wide') {
        const svg = await drawn(page, 'svg');
        const png = await drawn(page, 'png');
        if (svg !== null) writeFileSync(`${file}-export.svg`, svg);
        if (png !== null) writeFileSync(`${file}-export.png`, png, 'base64');
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  session.close();
}
