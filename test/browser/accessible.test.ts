/** No view has anything serious for axe-core to find, in any theme, at stops of each kind, inside the real editor. */
import { describe, expect, it } from 'vitest';
import { findings } from './findings.js';
import { unfoldAll } from './in-page.js';
import { chooseTheme, themes } from './theme.js';
import { windowOnSample } from './window.js';

const kinds = ['why', 'space', 'locked', 'pages', 'timeline'] as const;

/** Stops, and what is there. */
const stops = [
  ['mremap-eagain.strace', 20, 'a refused call'],
  ['mremap-eagain.strace', 21, 'a call that succeeds'],
  ['write-to-readonly.strace', 18, 'a signal'],
  ['write-to-readonly.strace', 1, 'nothing known yet'],
] as const;

/** All that a theme changes for axe. */
const colours = ['color-contrast', 'link-in-text-block'];

describe.each(stops)('the views of %s at line %i', (log, line, what) => {
  const window = windowOnSample(log);

  it(`are accessible in all themes: ${what}`, async () => {
    const workbench = window();
    await workbench.startDebugging();
    await workbench.goToLine(line);
    // So that there are details and a walk to look at.
    const pages = await workbench.openView('pages');
    await pages.getByRole('searchbox').fill('0x7ffff7feb000');
    await pages.getByRole('searchbox').press('Enter');
    for (const kind of kinds) {
      const view = await workbench.openView(kind);
      await expect.poll(() => view.innerText(), { message: kind }).toContain(`line ${line}`);
      await unfoldAll(view);
      expect.soft(await findings(view), kind).toEqual([]);
      expect.soft(await view.innerText(), kind).not.toMatch(/undefined|NaN|\[object /);
    }
    for (const theme of themes) {
      await chooseTheme(workbench, theme);
      for (const kind of kinds)
        expect
          .soft(await findings(await workbench.openView(kind), colours), `${kind} in ${theme[0]}`)
          .toEqual([]);
    }
  });
});
