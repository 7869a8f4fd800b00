/**
 * The main parts of each view as a screen reader is told them: roles and names, compared with files that somebody has looked at.
 * RESET_GOLDEN=1 rewrites them.
 */
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../adapter/transcript';
import { namesOf, unfoldAll } from './in-page.js';
import { windowOnSample } from './window.js';

const kinds = ['why', 'space', 'locked', 'pages', 'timeline'] as const;

/** What one finds one's way by. Rows, links and the words between them are told by other tests. */
const landmarks = [
  'heading',
  'region',
  'toolbar',
  'group',
  'table',
  'columnheader',
  'grid',
  'list',
  'searchbox',
  'combobox',
  'slider',
  'button',
];

/** Addresses and lines of the one log: what acts on them is told by other tests. */
const isOfTheLog = (name: string): boolean => /0x[0-9a-f]|\bline \d/.test(name);

describe('to a screen reader', () => {
  const window = windowOnSample('mremap-eagain.strace');

  it('each view says what its parts are', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.goToLine(20);
    const pages = await workbench.openView('pages');
    await pages.getByRole('searchbox').fill('0x7ffff7feb000');
    await pages.getByRole('searchbox').press('Enter');
    await expect.poll(async () => namesOf(await workbench.openView('space'), 'region')).not.toEqual([]);
    await expect.poll(() => namesOf(pages, 'heading')).not.toEqual([]);
    for (const kind of kinds) {
      const view = await workbench.openView(kind);
      await expect.poll(() => view.innerText()).toContain('line 20');
      await unfoldAll(view);
      // Open where there is room for it, and where somebody has opened it.
      const legend = view.getByRole('button', { name: 'Kinds and scale', expanded: false });
      if (kind === 'space' && (await legend.count()) > 0) await legend.click();
      const parts: string[] = [];
      for (const role of landmarks)
        for (const name of new Set(await namesOf(view, role)))
          if (!isOfTheLog(name)) parts.push(`${role}: ${name}`);
      expectGolden(kind, `${parts.join('\n')}\n`, 'test/browser/golden');
    }
  });

  it('each step is told once, by Why', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const live = (await workbench.openView('why')).locator('#live');
    await workbench.goToLine(20);
    await expect.poll(() => live.innerText()).toMatch(/^line 20: mremap.*EAGAIN/);
    // Who reads on to the end of the page does not meet it a second time.
    await expect.poll(() => live.innerText(), { timeout: 10_000 }).toBe('');
    for (const kind of kinds) {
      const view = await workbench.openView(kind);
      expect(await view.locator('#live').innerText()).toBe('');
    }
  });
});
