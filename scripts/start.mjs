/**
 * `npm start`: a sample in a real VS Code with the extension loaded.
 *
 * Takes the `code` of this machine where there is one, else VS Code's server, shown in a browser. Arguments: a log to open
 * (default: a sample); `--browser` for the server even where there is a `code`; `--once` ends as soon as the editor answers.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { startEditorServer } from './editor/server.mjs';
import { workbenchAddress } from './editor/workbench-address.mjs';
import { run } from './processes.mjs';
import { inCache, inRepository, repository } from './repository.mjs';
import { build } from './setup/build.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';

const args = process.argv.slice(2);
const once = args.includes('--once');
const named = args.find((arg) => !arg.startsWith('-'));
const log = named === undefined ? inRepository('samples', 'logs', 'mremap-enomem.strace') : resolve(named);
const folder = named === undefined ? inRepository('samples') : dirname(log);

/** Same ports each time, so that the browser finds its window's state again. */
const ports = '8460-8479';

/** Inside a container or an SSH session `code` may be a stub that reaches for another machine; it must answer for itself. */
const hasLocalEditor = async () => (await run('code', ['--version'], { seconds: 20 })).status === 0;

const openLocally = async () => {
  const { status, output } = await run('code', [
    '--new-window',
    `--extensionDevelopmentPath=${repository}`,
    folder,
    log,
  ]);
  if (status !== 0) throw new Error(`code ended with status ${status}:\n${output}`);
  console.log(`VS Code is open on ${log}. Press F5 in it.`);
};

const openInBrowser = async () => {
  const dataFolder = inCache('editor', 'start');
  mkdirSync(dataFolder, { recursive: true });
  const server = await startEditorServer({ ports, dataFolder });
  const address = workbenchAddress(server, { folder, openFile: log, extension: repository });
  console.log(`VS Code is ready. Open this address in a browser, then press F5:\n\n  ${address}\n`);
  if (once) return server.stop();
  console.log('Ctrl+C ends it.');
  process.exitCode = await server.ended;
  console.log(`VS Code's server ended:\n${server.log()}`);
};

try {
  if (!existsSync(log)) throw new Error(`There is no file ${log}`);
  await ensureNodeModules();
  await build();
  await (!args.includes('--browser') && (await hasLocalEditor()) ? openLocally() : openInBrowser());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
