/** The windows that tests look at: one for each extension host, kept open from test to test, new after a failure. */
import { isAbsolute, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterEach, beforeEach, inject } from 'vitest';
import { connectToBrowser } from '../../scripts/editor/browser.mjs';
import { Workbench } from '../../scripts/editor/workbench.mjs';
import { inRepository, repository } from '../../scripts/repository.mjs';

export type Host = 'node' | 'web';

export const hosts: readonly { readonly host: Host; readonly named: string }[] = [
  { host: 'node', named: 'the Node extension host' },
  { host: 'web', named: 'the web worker extension host' },
];

/** Pictures of the tests, for a person to look at afterwards. */
const pictures = inRepository('test', 'artifacts', 'browser');

/** As large as a screen of today: all views have room. */
const screen = { width: 1600, height: 1100 };

let browser: Promise<Browser> | undefined;
const windows = new Map<Host, Workbench>();

/** Without a file in its address: it would be opened again, instead of what was open, when the window is loaded anew. */
async function openWindow(host: Host): Promise<Workbench> {
  browser ??= connectToBrowser(inject('browser'));
  const window = { folder: inject('logs'), extension: repository, host };
  const workbench = await Workbench.open(await browser, inject('servers')[host], window, screen);
  windows.set(host, workbench);
  return workbench;
}

/** A log in the window's workspace. */
export const logFile = (name: string): string => (isAbsolute(name) ? name : join(inject('logs'), name));

/**
 * Gives each test of the enclosing `describe` a window with that log open and no session, with the extension in that extension
 * host. The answer is what the current test's window is asked for.
 */
export const windowOnSample = (sample: string, host: Host = 'node'): (() => Workbench) => {
  let workbench: Workbench | undefined;
  beforeEach(async () => {
    const file = logFile(sample);
    workbench = windows.get(host) ?? (await openWindow(host));
    await workbench.startOver(file);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await workbench?.picture(join(pictures, `failed-${host}-${task.name.replaceAll(/[^\w]+/g, '-')}.png`));
    await workbench?.close();
    windows.delete(host);
  });
  return () => workbench!;
};

export const keepPicture = (workbench: Workbench, name: string): Promise<void> =>
  workbench.picture(join(pictures, `${name}.png`));
