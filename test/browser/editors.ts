/**
 * Starts what all tests share, once: a server for each extension host, the browser, and a folder of logs. A test is then given a
 * window that is open already, which costs it a second instead of ten.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveBrowser } from '../../scripts/editor/browser.mjs';
import { startEditorServer } from '../../scripts/editor/server.mjs';
import { inRepository } from '../../scripts/repository.mjs';
import { build } from '../../scripts/setup/build.mjs';
import { hostileName, writeHostileLog } from './hostile-log.js';
import { writeOver } from './written-over.js';

export interface RunningServer {
  readonly port: number;
  readonly token: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly servers: { readonly node: RunningServer; readonly web: RunningServer };
    /** Where playwright connects to. */
    readonly browser: string;
    /** A copy of the samples, the workspace of all windows: VS Code writes settings there, and tests logs of their own. */
    readonly logs: string;
  }
}

export default async function start({ provide }: TestProject): Promise<() => Promise<void>> {
  await build();
  const logs = mkdtempSync(join(tmpdir(), 'pagewalk-samples-'));
  cpSync(inRepository('samples', 'logs'), logs, { recursive: true });
  // Before any window looks at the folder: VS Code finds files that come later after a while only.
  writeHostileLog(join(logs, hostileName));
  writeOver(logs, 'mlock-enomem');
  const node = await startEditorServer({ extensionKind: 'node' });
  const web = await startEditorServer({ extensionKind: 'web' });
  const browser = await serveBrowser();
  const addressOf = ({ port, token }: RunningServer): RunningServer => ({ port, token });
  provide('servers', { node: addressOf(node), web: addressOf(web) });
  provide('browser', browser.wsEndpoint());
  provide('logs', logs);
  return async () => {
    await browser.close();
    await Promise.all([node.stop(), web.stop()]);
    rmSync(logs, { recursive: true, force: true });
  };
}
