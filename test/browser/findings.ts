/** axe-core inside a view's page: what a screen reader, a keyboard or weak eyes would stumble over. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { inRepository } from '../../scripts/repository.mjs';
import { inPage } from './in-page.js';

const axe = readFileSync(inRepository('node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface Violation {
  readonly impact: string | null;
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/**
 * What is serious or critical, in words for whoever mends it.
 *
 * @param rules by name; omitted: all
 */
export async function findings(view: Locator, rules?: readonly string[]): Promise<readonly string[]> {
  // A page lies on the colour of what holds it, which axe cannot see: it takes white.
  await inPage(
    view,
    `document.documentElement.style.background = getComputedStyle(document.documentElement).getPropertyValue(
      document.body.dataset.view === 'timeline' ? '--vscode-panel-background' : '--vscode-sideBar-background')`,
  );
  await inPage(view, `'axe' in globalThis || (0, eval)(${JSON.stringify(axe)}); undefined`);
  const options = { resultTypes: ['violations'], ...(rules === undefined ? {} : { runOnly: rules }) };
  const violations = (await inPage(
    view,
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as readonly Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary = '' }) => `${id}: ${help}\n${html.slice(0, 200)}\n${failureSummary}`,
      ),
    );
}
