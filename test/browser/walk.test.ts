/** What a person sees who opens a log, presses F5 and walks through it. Keys and clicks only; no launch.json. */
import { describe, expect, it } from 'vitest';
import { hosts, keepPicture, windowOnSample } from './window.js';

/** mremap-enomem.strace: its failing calls stand on these lines. */
const failing = [25, 26] as const;

describe.each(hosts)('a log in $named', ({ host }) => {
  const window = windowOnSample('mremap-enomem.strace', host);

  it('is shown in colours, and F5 stops at its first line', async () => {
    const workbench = window();
    expect(await workbench.language()).toBe('strace log');
    await expect
      .poll(async () => (await workbench.colouredParts('MREMAP_MAYMOVE')).size)
      .toBeGreaterThanOrEqual(3);
    const parts = [...(await workbench.colouredParts('MREMAP_MAYMOVE')).values()];
    expect(parts).toContainEqual(expect.stringMatching(/^mremap$/));

    await workbench.startDebugging();
    expect(await workbench.line()).toBe(1);
    expect(await workbench.notifications()).toEqual([]);
    await keepPicture(workbench, `entry-${host}`);
  });

  it('is stepped through forwards and backwards with the toolbar', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const seen: (number | undefined)[] = [];
    for (const button of ['Step Over', 'Step Over', 'Step Over', 'Step Back', 'Step Back', 'Step Back']) {
      await workbench.moveBy(() => workbench.clickToolbar(button));
      seen.push(await workbench.line());
    }
    expect(seen).toEqual([2, 3, 4, 3, 2, 1]);
  });

  it('stays at its start when stepped back there', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.clickToolbar('Step Back');
    await workbench.clickToolbar('Reverse');
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    expect(await workbench.line()).toBe(2);
    expect(await workbench.isDebugging()).toBe(true);
  });

  it('runs with F5 to each failing call and says which error it is', async () => {
    const workbench = window();
    await workbench.startDebugging();
    for (const line of failing) {
      await workbench.moveBy(() => workbench.press('F5'));
      expect(await workbench.line()).toBe(line);
      await expect.poll(() => workbench.exceptionText()).toContain('ENOMEM');
    }
    await workbench.moveBy(() => workbench.press('F5'));
    expect(await workbench.isDebugging()).toBe(true);
    await workbench.moveBy(() => workbench.clickToolbar('Reverse'));
    expect(await workbench.line()).toBe(failing[1]);
  });

  it('shows at a failing call its memory, its locks, its pages, its place and why it failed', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));

    // The mapping of line 15 and its upper half, which line 16 made read-only: two VMAs side by side.
    await expect.poll(() => workbench.viewText('space')).toMatch(/7ffff7fef000.*7ffff7ff3000/s);
    await expect.poll(() => workbench.viewText('locked')).toContain('0 kB');
    await expect.poll(() => workbench.viewText('why')).toMatch(/mremap.*ENOMEM/s);
    await expect.poll(() => workbench.viewText('pages')).toContain('line 25');
    const cursor = (await workbench.openView('timeline')).getByRole('slider');
    await expect.poll(() => cursor.getAttribute('aria-valuenow')).toBe('24');
    await keepPicture(workbench, `failing-call-${host}`);

    // Stepping on must bring the views along: this line moves the mapping.
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    expect(await workbench.line()).toBe(27);
    await expect.poll(() => workbench.viewText('why')).not.toContain('ENOMEM');
    await expect.poll(() => workbench.viewText('space')).toContain('7ffff7fe7000');
    await expect.poll(() => cursor.getAttribute('aria-valuenow')).toBe('26');
  });

  it('tries a remedy with one click, and goes where the evidence leads', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.moveBy(() => workbench.press('F5'));
    await expect.poll(() => workbench.viewText('why')).toMatch(/mremap.*ENOMEM/s);
    const why = await workbench.openView('why');

    await why.getByRole('button', { name: /^Try it: munmap/ }).click();
    await expect
      .poll(() => why.getByRole('status').allInnerTexts())
      .toContainEqual(expect.stringMatching(/✓\s*= 0\s.*✓\s*= 0x7ffff7fef000/s));
    expect(await workbench.line()).toBe(failing[0]);

    await workbench.moveBy(() =>
      why.getByRole('list', { name: 'Evidence' }).getByRole('button', { name: 'line 15' }).click(),
    );
    expect(await workbench.line()).toBe(15);
    await expect.poll(() => workbench.viewText('why')).toContain('mmap');
  });
});
