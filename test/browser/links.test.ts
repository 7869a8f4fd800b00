/** Every link of every view goes to the line that it names, by mouse and by keyboard. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';
import { namesOf, unfoldAll } from './in-page.js';
import { windowOnSample } from './window.js';

type View = Parameters<Workbench['view']>[0];

/** A link says its line: 'line 15', in a table of lines '15'; a mark of the timeline what is there, too: 'line 25 · mremap ENOMEM'. */
const named = /^(?:[^,]*, )?(?:line )?(\d+)(?: ·|$)/;

/** The names of all links that a view has now, each once. */
async function linksOf(view: Locator): Promise<readonly string[]> {
  await unfoldAll(view);
  return [...new Set(await namesOf(view, 'button'))].filter((name) => named.test(name));
}

/** The line that the editor shows as the one stopped at, with the cursor in it. */
const cursorLine = async ({ page }: Workbench): Promise<string> =>
  (await page.locator('.statusbar-item[id="status.editor.selection"]').innerText()).trim();

/**
 * Stands on `from`, follows the links of a view one after the other, and comes back for each.
 *
 * @returns the links that it found
 */
async function followAll(workbench: Workbench, kind: View, from: number): Promise<readonly string[]> {
  const page = (): Promise<Locator> => workbench.openView(kind);
  await workbench.goToLine(from);
  await expect.poll(async () => linksOf(await page()), { message: kind }).not.toEqual([]);
  const links = await linksOf(await page());
  for (const [i, name] of links.entries()) {
    await workbench.goToLine(from);
    await expect.poll(async () => linksOf(await page()), { message: kind }).toContain(name);
    const link = (await page()).getByRole('button', { name, exact: true }).first();
    // Half by mouse, half by keyboard: both do the same.
    if (i % 2 === 0) await link.click();
    else await link.press('Enter');
    const line = Number(named.exec(name)?.[1]);
    await expect.poll(() => workbench.line(), { message: `${kind}: ${name}` }).toBe(line);
    await expect.poll(() => cursorLine(workbench)).toMatch(new RegExp(`^Ln ${line},`));
  }
  return links;
}

describe('links at a failing mremap', () => {
  const window = windowOnSample('mremap-enomem.strace');

  it('of Why, the details of Address Space, Pages and Timeline lead to their lines', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    expect(await followAll(workbench, 'why', 25)).toEqual(expect.arrayContaining(['line 15', 'line 16']));
    expect(await followAll(workbench, 'timeline', 25)).toContainEqual(
      expect.stringMatching(/^line 26 · mremap/),
    );

    await workbench.goToLine(25);
    const pages = await workbench.openView('pages');
    await pages.getByRole('searchbox').fill('0x7ffff7fef000');
    await pages.getByRole('searchbox').press('Enter');
    const space = await workbench.openView('space');
    await expect.poll(() => linksOf(space)).toContain('line 15');
    await followAll(workbench, 'space', 25);
    await followAll(workbench, 'pages', 25);
  });

  it('stay where they were when a remedy is tried, by mouse and by keyboard', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    const why = await workbench.openView('why');
    const tries = why.getByRole('button', { name: /^Try it: / });
    await expect.poll(() => tries.count()).toBe(2);
    await tries.first().click();
    await expect
      .poll(() => why.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringMatching(/✓\s*= 0x7ffff7fe7000/));
    await tries.last().press('Enter');
    await expect
      .poll(() => why.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringMatching(/✓\s*= 0\s.*✓\s*= 0x7ffff7fef000/s));
    expect(await workbench.line()).toBe(25);
  });
});

describe('links of locked memory', () => {
  const window = windowOnSample('mremap-eagain.strace');

  it('lead to what locked it, to its limit and to each change of its course', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    const from = (await workbench.line())!;
    const links = await followAll(workbench, 'locked', from);
    expect(links).toContain('line 19');
  });
});
