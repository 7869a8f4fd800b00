/** A log that another run of strace writes over while somebody stands in it: every view says so, and one click reads it again. */
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { hosts, keepPicture, windowOnSample } from './window.js';
import { writeOver, writtenOver } from './written-over.js';

describe.each(hosts)('a log that changes under a session, in $named', ({ host }) => {
  beforeEach(() => writeOver(inject('logs'), 'mlock-enomem'));
  const window = windowOnSample(writtenOver, host);

  it('is said to have changed, and is read again by one click', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const [why, space] = [await workbench.openView('why'), await workbench.openView('space')];
    const timeline = await workbench.openView('timeline');
    expect(await why.locator('.changed-on-disk').isVisible()).toBe(false);

    writeOver(inject('logs'), 'mremap-enomem');
    await workbench.moveBy(() => workbench.clickToolbar('Step Over'));
    for (const view of [why, space, timeline]) {
      const notice = view.locator('.changed-on-disk');
      await expect
        .poll(async () => {
          if (await notice.isVisible()) return notice.innerText();
          // It is looked for once a second at most.
          await workbench.clickToolbar('Step Over');
          return '';
        })
        .toMatch(/written-over\.strace has changed on disk/);
    }
    await keepPicture(workbench, `changed-log-${host}`);

    await space.locator('.changed-on-disk button').click();
    for (const view of [why, space, timeline])
      await expect.poll(() => view.locator('.changed-on-disk').isVisible()).toBe(false);
    await workbench.goToLine(27);
    await expect.poll(() => space.locator('.called').innerText()).toMatch(/mremap\(.*MREMAP_MAYMOVE/);
    await expect.poll(() => space.locator('.summary').innerText()).toContain('moved 16 KiB → 32 KiB');
    // VS Code shows what a session says of importance.
    const [said, ...others] = await workbench.notifications();
    expect(said).toMatch(/written-over\.strace has changed on disk .*Restart the session/);
    expect(others).toEqual([]);
  });
});
