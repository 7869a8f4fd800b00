import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../../scripts/editor/browser.mjs';
import { startEditorServer, type EditorServer } from '../../scripts/editor/server.mjs';
import { Workbench } from '../../scripts/editor/workbench.mjs';
import { inRepository, repository } from '../../scripts/repository.mjs';

export type Host = 'node' | 'web';

export const hosts: readonly { readonly host: Host; readonly named: string }[] = [
  { host: 'node', named: 'the Node extension host' },
  { host: 'web', named: 'the web worker extension host' },
];

/** Pictures of the tests, for a person to look at afterwards. */
const pictures = inRepository('test', 'artifacts', 'browser');

/**
 * Gives each test of the enclosing `describe` a new window on a sample, with the extension in that extension host. The answer is
 * what the current test's window is asked for.
 */
export const windowOnSample = (sample: string, host: Host): (() => Workbench) => {
  let browser: Browser | undefined;
  let server: EditorServer | undefined;
  let workbench: Workbench | undefined;
  /** VS Code writes settings into the workspace: it gets a copy. */
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pagewalk-samples-'));
    cpSync(inRepository('samples', 'logs'), folder, { recursive: true });
    server = await startEditorServer({ extensionKind: host });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    const openFile = join(folder, sample);
    workbench = await Workbench.open(browser!, server!, { folder, openFile, extension: repository, host });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      await workbench?.picture(join(pictures, `failed-${host}-${task.name.replaceAll(/[^\w]+/g, '-')}.png`));
    }
    await workbench?.close();
  });

  return () => workbench!;
};

export const keepPicture = (workbench: Workbench, name: string): Promise<void> =>
  workbench.picture(join(pictures, `${name}.png`));
