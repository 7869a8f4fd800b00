/** The Why view in a window: its memory is shown in the other views, and its report is saved where a person says. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hosts, keepPicture, windowOnSample } from './window.js';

describe.each(hosts)('the Why view in $named', ({ host }) => {
  const window = windowOnSample('mremap-enomem.strace', host);

  it('shows memory that is pointed at in the Address Space, and keeps what is pressed', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(() => workbench.viewText('why')).toContain('The mapping cannot grow where it is');
    const why = (await workbench.view('why'))!;
    const next = why.getByRole('button', { name: '0x7ffff7ff3000–0x7ffff7ff7000' }).first();
    const space = (await workbench.view('space'))!;
    const chosen = () => space.locator('.item.chosen').count();

    await next.hover();
    await expect.poll(chosen).toBeGreaterThan(0);
    await keepPicture(workbench, `why-pointed-${host}`);
    await why.locator('h2').first().hover();
    await expect.poll(chosen).toBe(0);
    await next.click();
    await why.locator('h2').first().hover();
    await expect.poll(chosen).toBeGreaterThan(0);
  });

  it('saves its report as a page that stands alone', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(() => workbench.viewText('why')).toContain('Save as HTML Report');
    const why = (await workbench.view('why'))!;
    await why.getByRole('button', { name: 'Save as HTML Report' }).click();

    const path = workbench.page.locator('.quick-input-widget input');
    await expect.poll(() => path.inputValue()).toContain('mremap-enomem-line-25.html');
    const file = await path.inputValue();
    await path.press('Enter');
    await expect.poll(() => existsSync(file)).toBe(true);
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('The mapping cannot grow where it is');
  });
});
