/** What is chosen in one view is chosen in all, in the log's editor too, and follows its memory through time. */
import { expect, it, describe } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';
import { keepPicture, windowOnSample } from './window.js';

/** mremap-keeps-lock.strace: mmap on line 15, mlock on 16, mremap elsewhere on 25. */
const address = '0x7ffff7fef000';
const movedTo = '0x7ffff7faf000';

const runCommand = async (workbench: Workbench, title: string): Promise<void> => {
  await workbench.press('F1');
  await workbench.page.keyboard.type(title);
  await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
};

const chosenRow = async (workbench: Workbench): Promise<string> =>
  (await (await workbench.pageOf('space'))?.locator('.item.chosen').first().innerText()) ?? '';

describe('what is chosen', () => {
  const window = windowOnSample('mremap-keeps-lock.strace', 'node');

  it('shows its lines in the editor, and follows mremap', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await runCommand(workbench, 'Open Address Space in an Editor');
    await expect.poll(async () => (await workbench.pageOf('space')) !== undefined).toBe(true);
    for (let line = 1; line < 25; line++) await workbench.moveBy(() => workbench.clickToolbar('Step Over'));

    const space = await workbench.pageOf('space');
    await space?.locator('.item.region', { hasText: address }).first().click();
    await expect.poll(() => chosenRow(workbench)).toContain(address);
    // The words behind the line are styles of the editor: what they say is not in its text.
    await expect
      .poll(() =>
        workbench.page.evaluate<string[]>(
          `[...document.querySelectorAll('.view-line span')].map((one) => getComputedStyle(one, '::after').content).filter((text) => text !== 'none' && text !== 'normal')`,
        ),
      )
      .toEqual(expect.arrayContaining([expect.stringContaining('locked')]));
    await keepPicture(workbench, 'together-chosen');

    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await expect.poll(() => chosenRow(workbench)).toContain(movedTo);
    await workbench.moveBy(() => workbench.clickToolbar('Step Back'));
    await expect.poll(() => chosenRow(workbench)).toContain(address);
    await keepPicture(workbench, 'together-followed');
    expect(await workbench.notifications()).toEqual([]);
  });
});
