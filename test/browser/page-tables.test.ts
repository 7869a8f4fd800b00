/** The page tables of another machine in Pages: chosen by keys, told from the machine's own, kept over a reload of the window. */
import { describe, expect, it } from 'vitest';
import { windowOnSample } from './window.js';

describe('the page tables of another machine', () => {
  const window = windowOnSample('mremap-enomem.strace');

  it('are chosen by keys, said to be foreign, and come back with the window', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    const pages = await workbench.openInEditor('pages');
    const choice = pages.getByRole('combobox', { name: 'Page tables' });
    const levels = pages.getByRole('listbox');
    await expect.poll(() => choice.inputValue()).toMatch(/^x86-64, 4 levels.*\(machine of this log\)$/);
    await expect.poll(() => levels.count()).toBe(4);
    const note = pages.locator('.foreign');
    expect(await note.innerText()).toBe('');

    await choice.focus();
    await choice.press('ArrowDown');
    await expect.poll(() => levels.count()).toBe(5);
    expect(await choice.inputValue()).toMatch(/^x86-64 \(LA57\), 5 levels/);
    expect(await note.innerText()).toMatch(/^Not the page tables of the machine of this log\. .*4 levels/);
    // No stop on the way takes them back.
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(() => pages.innerText()).toContain('line 26');
    expect(await levels.count()).toBe(5);

    await workbench.reload();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect
      .poll(async () => (await workbench.pageOf('pages', 'editor'))?.getByRole('listbox').count())
      .toBe(5);
  });
});
