/** A walk without a mouse: everything that a hand with keys alone can do, from the log to the timeline and back. */
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';
import { inPage } from './in-page.js';
import { windowOnSample } from './window.js';

/** Of what has the keyboard in a page: its role, and its name or text. */
const focused = `(() => {
  const one = document.activeElement;
  const role = one.getAttribute('role') ?? one.localName;
  return role + ' ' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 200);
})()`;

/** More stops than this before what is looked for, and nobody would get there. */
const MOST_STOPS = 40;

/** Goes on with a key until what has the keyboard is what is wanted. */
async function keyTo(workbench: Workbench, view: Locator, wanted: RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < MOST_STOPS; i++) {
    const now = String(await inPage(view, focused));
    if (wanted.test(now)) return;
    passed.push(now);
    await workbench.press(key);
  }
  expect.fail(`${key} never came to ${String(wanted)}, but to:\n${passed.join('\n')}`);
}

describe('by keyboard alone', () => {
  const window = windowOnSample('mremap-enomem.strace');

  it('a log is walked, memory chosen, evidence followed, a remedy tried and the timeline travelled', async () => {
    const workbench = window();
    await workbench.press('F5');
    await expect.poll(() => workbench.line()).toBe(1);
    await workbench.moveBy(() => workbench.press('F10'));
    expect(await workbench.line()).toBe(2);
    await workbench.moveBy(() => workbench.press('F5'));
    expect(await workbench.line()).toBe(25);

    const space = await workbench.focusOn('space');
    await keyTo(workbench, space, /^grid /);
    await workbench.press('Home');
    await expect.poll(() => space.ariaSnapshot()).toMatch(/row "0x400000–[^"]*" \[selected\]/);
    await workbench.press('ArrowDown');
    await expect.poll(() => space.ariaSnapshot()).toMatch(/row "0x401000–[^"]*" \[selected\]/);

    const pages = await workbench.focusOn('pages');
    await expect.poll(() => pages.getByRole('searchbox').inputValue()).toBe('0x401000');

    const why = await workbench.focusOn('why');
    await keyTo(workbench, why, /^button line 15$/);
    await workbench.moveBy(() => workbench.press('Enter'));
    expect(await workbench.line()).toBe(15);

    await workbench.moveBy(() => workbench.press('F5'));
    expect(await workbench.line()).toBe(25);
    await workbench.focusOn('why');
    await expect.poll(() => why.innerText()).toContain('ENOMEM');
    await keyTo(workbench, why, /^button Try it: munmap/);
    await workbench.press('Enter');
    await expect
      .poll(() => why.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringMatching(/✓\s*= 0x7ffff7fef000/));
    // The keyboard stays where it was.
    expect(await inPage(why, focused)).toMatch(/^button Try it: munmap/);

    const timeline = await workbench.focusOn('timeline');
    await keyTo(workbench, timeline, /^button line \d+ · /);
    await keyTo(workbench, timeline, /^button line 26 · /, 'ArrowRight');
    await workbench.moveBy(() => workbench.press('Enter'));
    expect(await workbench.line()).toBe(26);
  });

  it('a held key travels on the timeline as far as it is held, and goes on from there', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const timeline = await workbench.openView('timeline');
    await timeline.getByRole('slider').focus();
    for (const reached of [9, 17]) {
      for (let i = 0; i < 8; i++) await workbench.press('Shift+ArrowRight');
      await expect.poll(() => workbench.line()).toBe(reached);
      await expect.poll(() => inPage(timeline, focused)).toMatch(/^slider /);
      await expect.poll(() => inPage(timeline, 'document.hasFocus()')).toBe(true);
    }
  });

  it('a view is walked from its beginning, however the last visit ended', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    const why = await workbench.openView('why');
    const first: unknown[] = [];
    for (let visit = 0; visit < 2; visit++) {
      await workbench.focusOn('why');
      await workbench.press('Tab');
      first.push(await inPage(why, focused));
      await keyTo(workbench, why, /^button Save as HTML Report/);
      await workbench.press('Tab');
      await expect.poll(() => inPage(why, 'document.hasFocus()')).toBe(false);
    }
    expect(first[1]).toBe(first[0]);
  });
});
