/** The timeline in a real window: it follows the session, takes it along, and zooms and comes back. */
import { describe, expect, it } from 'vitest';
import { keepPicture, windowOnSample } from './window.js';

describe('the timeline', () => {
  // mlock fails on lines 20, 21, 22, 24, 27 and 29; the log has no times.
  const window = windowOnSample('mlock-enomem.strace', 'node');

  it('follows the session and takes it along, from mark to mark; zooms, and comes back', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const body = await workbench.openInEditor('timeline');
    const cursor = body.locator('.flag');
    const said = (): Promise<string> => cursor.getAttribute('aria-valuetext').then((text) => text ?? '');

    await expect.poll(said).toContain('execve');
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await expect.poll(said).toContain('line 2');

    // A mark goes to its event; the arrow keys go from mark to mark, with Shift by one event.
    await body.locator('.mark.failure').first().click();
    await expect.poll(said).toMatch(/mlock.* = -1 ENOMEM/);
    const first = await cursor.getAttribute('aria-valuenow');
    await cursor.focus();
    await cursor.press('ArrowRight');
    await expect
      .poll(async () => Number(await cursor.getAttribute('aria-valuenow')))
      .toBeGreaterThan(Number(first));
    await expect.poll(said).toMatch(/ENOMEM/);
    await cursor.press('ArrowLeft');
    await expect.poll(() => cursor.getAttribute('aria-valuenow')).toBe(first);
    await cursor.press('Shift+ArrowRight');
    await expect.poll(() => cursor.getAttribute('aria-valuenow')).toBe(String(Number(first) + 1));
    await keepPicture(workbench, 'timeline-mark');

    // Zoomed, it says what it shows; Backspace goes back.
    await cursor.press('+');
    const stretch = body.locator('.stretch');
    await expect.poll(() => stretch.textContent()).toMatch(/^Lines \d+ to \d+ of \d+$/);
    await keepPicture(workbench, 'timeline-zoomed');
    await cursor.press('Backspace');
    await expect.poll(() => stretch.textContent()).toBe('');

    // Dragging ends where the hand is let go: at the end of the log.
    const box = await body.locator('.ruler .cell').boundingBox();
    const { x = 0, y = 0, width = 0 } = box ?? {};
    await workbench.page.mouse.move(x + width * 0.3, y + 60);
    await workbench.page.mouse.down();
    for (let i = 3; i <= 10; i++) await workbench.page.mouse.move(x + (width - 1) * (i / 10), y + 60);
    await workbench.page.mouse.up();
    await expect.poll(said).toContain('End of recording');
    // The session has followed: what it brings with it changes the page.
    await expect.poll(() => workbench.line()).toBe(31);

    // The same as tables, whose links go there.
    await body.locator('.zooms button').last().click();
    await body.locator('.tables button.link').first().click();
    await expect.poll(said).toContain('execve');

    // A click that the tables are drawn again under, as a theme or another size of the view does it, is a click all the same.
    const last = body.locator('.tables section').first().locator('button.link').last();
    const spot = await last.boundingBox();
    await workbench.page.mouse.move((spot?.x ?? 0) + 4, (spot?.y ?? 0) + 4);
    await workbench.page.mouse.down();
    await body.evaluate(`new Promise((resolve) => {
      document.body.classList.toggle('drawn-again');
      requestAnimationFrame(() => setTimeout(resolve));
    })`);
    await workbench.page.mouse.up();
    await expect.poll(said).toContain('exited');
    await body.locator('.zooms button').last().click();
    expect(await workbench.notifications()).toEqual([]);
  });
});
