/** The Address Space: what a failing call met is seen and said, keys move through it, kinds are found, moves are drawn. */
import { describe, expect, it } from 'vitest';
import { keepPicture, windowOnSample } from './window.js';

/** Line 25: mremap that may not move, and another mapping follows; line 27: the same, and it may. */
const old = '0x7ffff7fef000';
const inTheWay = '0x7ffff7ff3000';
const movedTo = '0x7ffff7fe7000';

describe('the Address Space', () => {
  const window = windowOnSample('mremap-enomem.strace', 'node');

  it('shows what a failing call met, and what a call that succeeds does', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(async () => (await workbench.pageOf('space')) !== undefined).toBe(true);
    const space = (await workbench.pageOf('space'))!;

    await expect.poll(() => space.locator('.chip.trouble:visible').allInnerTexts()).toEqual(['✗ in the way']);
    expect(await space.locator('.asked.failed .bracket').count()).toBe(2);
    const blocking = space.getByRole('row', { name: new RegExp(`${inTheWay}.*growth, in the way`) });
    await expect.poll(() => blocking.count()).toBe(1);
    await keepPicture(workbench, 'space-in-the-way');

    // By keys alone: the first mapping, the next one, the last.
    const grid = space.getByRole('grid');
    await grid.focus();
    await grid.press('Home');
    await expect.poll(() => space.locator('.item.chosen').innerText()).toContain('0x400000');
    await grid.press('ArrowDown');
    await expect.poll(() => space.locator('.item.chosen').innerText()).toContain('0x401000');
    await grid.press('End');
    await expect.poll(() => space.locator('#chosen-row').getAttribute('aria-label')).toContain('stack');
    await expect.poll(() => space.locator('.pointed').innerText()).toContain('stack');

    // A kind: the others stand back, and the first of it is chosen.
    const legend = space.getByRole('button', { name: 'Kinds and scale' });
    if ((await legend.getAttribute('aria-expanded')) === 'false') await legend.click();
    const heap = space.locator('.kind.heap');
    await heap.click();
    expect(await heap.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(() => space.locator('.item.chosen').innerText()).toContain('[heap]');
    await heap.press('Escape');
    expect(await heap.getAttribute('aria-pressed')).toBe('false');

    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await expect.poll(() => space.locator('.item.before.changed').innerText()).toContain(old);
    expect(await space.locator('.item.after.changed').innerText()).toMatch(new RegExp(`${movedTo}[^]*moved`));
    expect(await space.locator('.moves .shaft').count()).toBe(1);
    await expect.poll(() => space.locator('.summary').innerText()).toContain('moved 16 KiB → 32 KiB');
    await keepPicture(workbench, 'space-moved');
    expect(await workbench.notifications()).toEqual([]);
  });
});
