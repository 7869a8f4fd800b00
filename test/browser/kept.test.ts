/** What outlives the moment: editors with views after a reload, pictures and reports as files, explanations on the clipboard. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inPage } from './in-page.js';
import { windowOnSample } from './window.js';

describe('at a failing call', () => {
  const window = windowOnSample('mremap-enomem.strace');

  it.each([
    ['Pagewalk: Export Address Space as SVG', 'space', '.svg'],
    ['Pagewalk: Export Address Space as PNG', 'space', '.png'],
    ['Pagewalk: Export Timeline as SVG', 'timeline', '.svg'],
    ['Pagewalk: Export Timeline as PNG', 'timeline', '.png'],
    ['Pagewalk: Save the Explanation as an HTML Report', 'why', '.html'],
  ] as const)('%s writes a file that others can read', async (command, kind, extension) => {
    const workbench = window();
    const { page } = workbench;
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(async () => (await workbench.openView(kind)).innerText()).toContain('line 25');
    await workbench.runCommand(command);
    // The name that it proposes, in the folder of the log.
    const path = page.locator('.quick-input-widget input.input').first();
    await expect.poll(() => path.inputValue()).toContain(extension);
    const file = await path.inputValue();
    rmSync(file, { force: true });
    await path.press('Enter');
    await expect.poll(() => existsSync(file) && readFileSync(file).length > 0).toBe(true);
    await expect
      .poll(() => workbench.notifications())
      .toContainEqual(expect.stringContaining(basename(file)));

    const bytes = readFileSync(file);
    if (extension === '.png') {
      expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      expect(Math.min(width, height)).toBeGreaterThan(100);
      return;
    }
    const type = extension === '.svg' ? 'image/svg+xml' : 'text/html';
    const parsed = `new DOMParser().parseFromString(${JSON.stringify(bytes.toString())}, '${type}')`;
    const root = await inPage(
      page.locator('body'),
      `(() => {
        const tree = ${parsed};
        return { root: tree.documentElement.localName, wrong: tree.querySelectorAll('parsererror, script').length, text: tree.documentElement.textContent };
      })()`,
    );
    expect(root).toMatchObject({ root: extension === '.svg' ? 'svg' : 'html', wrong: 0 });
    expect(root).toMatchObject({ text: expect.stringContaining('mremap') as unknown });
  });

  it.each([
    ['Copy as Text', 'mremap-enomem.strace:25: mremap(0x7ffff7fef000, 16384, 32768, 0) = -1 ENOMEM'],
    ['Copy as Markdown', '`mremap-enomem.strace:25: mremap(0x7ffff7fef000, 16384, 32768, 0) = -1 ENOMEM'],
  ])('%s puts the explanation on the clipboard', async (name, beginning) => {
    const workbench = window();
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    const why = await workbench.openView('why');
    await why.getByRole('button', { name, exact: true }).click();
    await expect
      .poll(() => inPage(page.locator('body'), 'navigator.clipboard.readText()'))
      .toMatch(new RegExp(`^${beginning.replaceAll(/[()]/g, '\\$&')}`));
    const copied = await inPage(page.locator('body'), 'navigator.clipboard.readText()');
    expect(copied).toContain('line 15');
    await expect.poll(() => why.getByRole('status').allInnerTexts()).toContain('Copied.');
  });

  it('editors with views come back when the window is loaded anew, and follow the next session', async () => {
    const workbench = window();
    const panels = ['space', 'timeline', 'why'] as const;
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    for (const kind of panels) {
      const page = await workbench.openInEditor(kind);
      await expect.poll(() => page.innerText()).toContain('line 25');
    }
    await workbench.reload();
    // The session has ended with the window; each page, in a group of its own, is there again and says so.
    for (const kind of panels)
      await expect
        .poll(async () => (await workbench.pageOf(kind, 'editor'))?.innerText(), { message: kind })
        .toContain('Step through a log');
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    for (const kind of panels)
      await expect
        .poll(async () => (await workbench.pageOf(kind, 'editor'))?.innerText(), { message: kind })
        .toContain('line 25');
  });
});
