/** A log that another run of strace writes over while somebody stands in it: every view says so, and one click reads it again. */
import { copyFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mjs';
import { hosts, keepPicture, logFile, windowOnSample } from './window.js';

const log = 'written-over.strace';
const write = (sample: string): void =>
  copyFileSync(inRepository('samples', 'logs', `${sample}.strace`), logFile(log));

describe.each(hosts)('a log that changes under a session, in $named', ({ host }) => {
  beforeEach(() => write('mlock-enomem'));
  const window = windowOnSample(log, host);

  it('is said to have changed, and is read again by one click', async () => {
    const workbench = window();
    await workbench.startDebugging();
    const [why, space] = [await workbench.openView('why'), await workbench.openView('space')];
    const timeline = await workbench.openView('timeline');
    expect(await why.locator('.changed-on-disk').isVisible()).toBe(false);

    write('mremap-enomem');
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
