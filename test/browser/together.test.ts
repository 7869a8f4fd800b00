/** What is chosen in one view is chosen in all, in the log's editor too, and follows its memory through time. */
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';
import { inPage } from './in-page.js';
import { keepPicture, windowOnSample } from './window.js';

/** mremap-keeps-lock.strace: mmap on line 15, mlock on 16, mremap elsewhere on 25. */
const address = '0x7ffff7fef000';
const movedTo = '0x7ffff7faf000';

/** What the views have as chosen: a row of the picture, the address of the walk. */
async function expectChosen(workbench: Workbench, start: string): Promise<void> {
  const space = await workbench.openView('space');
  await expect
    .poll(() => space.ariaSnapshot(), { message: 'space' })
    .toMatch(new RegExp(`row "[^"]*${start}–[^"]*" \\[selected\\]`));
  const pages = await workbench.openView('pages');
  await expect.poll(() => pages.getByRole('searchbox').inputValue(), { message: 'pages' }).toBe(start);
}

/** The words behind lines are styles of the editor: what they say is not in its text. */
const wordsBehindLines = async ({ page }: Workbench): Promise<unknown> =>
  inPage(
    page.locator('body'),
    `[...document.querySelectorAll('.view-line span')].map((one) => getComputedStyle(one, '::after').content).join('\\n')`,
  );

describe('what is chosen', () => {
  const window = windowOnSample('mremap-keeps-lock.strace');

  it('in Locked Memory is chosen in all views, in the editor, and follows mremap there and back', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.goToLine(25);
    const locked = await workbench.openView('locked');
    await locked
      .getByRole('button', { name: new RegExp(`^${address}`) })
      .first()
      .click();
    await expectChosen(workbench, address);
    await expect.poll(() => wordsBehindLines(workbench)).toContain('locked');
    const timeline = await workbench.openView('timeline');
    await expect
      .poll(() => timeline.getByRole('group', { name: 'chosen memory' }).ariaSnapshot())
      .toMatch(/line 15 · mapped.*line 25 · moved/s);
    await keepPicture(workbench, 'together-chosen');

    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await expectChosen(workbench, movedTo);
    await workbench.moveBy(() => workbench.clickToolbar('Step Back'));
    await expectChosen(workbench, address);
    await keepPicture(workbench, 'together-followed');

    // Before it was mapped there is nothing of it to choose, and behind that it is chosen again.
    await workbench.goToLine(15);
    const space = await workbench.openView('space');
    await expect.poll(() => space.innerText()).toContain('not mapped yet');
    await workbench.goToLine(24);
    await expectChosen(workbench, address);
    expect(await workbench.notifications()).toEqual([]);
  });

  it('stays chosen while its view is folded', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.goToLine(24);
    const space = await workbench.openView('space');
    await expect.poll(() => space.ariaSnapshot()).toContain('[heap]');
    const search = space.getByRole('searchbox');
    await search.fill('[heap]');
    await search.press('Enter');
    await expectChosen(workbench, '0x4b4000');
    await workbench.fold(/^Address Space/i);
    await expect.poll(() => workbench.pageOf('space')).toBeUndefined();
    await expectChosen(workbench, '0x4b4000');
  });

  it('in Why is chosen in the others', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.goToLine(25);
    const why = await workbench.openView('why');
    await why
      .getByRole('button', { name: new RegExp(`^${address}–`) })
      .first()
      .click();
    await expectChosen(workbench, address);
  });
});
