// VS Code's server: serves the workbench to a browser and runs the Node extension host.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGroup, stopGroup } from '../processes.mjs';
import { inRepository } from '../repository.mjs';
import { ensureEditor } from './install.mjs';

/**
 * A server that answers.
 *
 * @typedef {object} EditorServer
 * @property {number} port on 127.0.0.1
 * @property {string} token which the first request must carry: the server gives whoever reaches it a terminal, and other users of
 *   the machine reach 127.0.0.1 too
 * @property {() => string} log what it has printed so far
 * @property {Promise<number>} ended its exit status
 * @property {() => Promise<void>} stop ends it and removes its data
 */

/** What keeps the window to the extension: no assistant, no greetings, nothing of what else the machine does or the network has. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.accounts.experimental.showEntitlements': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'update.mode': 'none',
  // Else it tells of every program of the machine that begins to listen.
  'remote.autoForwardPorts': false,
  'files.hotExit': 'off',
};

/**
 * The workbench takes a development kind from its address and then loses it; this setting has the same effect.
 *
 * @param {'node' | 'web'} kind
 */
const hostSettings = (kind) => {
  if (kind === 'node') return {};
  const { publisher, name } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  return { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } };
};

const readySeconds = 60;

/**
 * @param {{ ports?: string, dataFolder?: string, settings?: Record<string, unknown>,
 *   extensionKind?: 'node' | 'web' }} [options] `ports`: a port, or a range of
 *   which the first free one is taken (default: any free port). `dataFolder`: kept afterwards (default: a temporary one).
 *   `settings`: VS Code settings of this server's windows. `extensionKind`: the extension host for the extension of this
 *   repository.
 * @returns {Promise<EditorServer>}
 * @throws when the server ends or does not answer in time, with what it printed
 */
export const startEditorServer = async ({
  ports = '0',
  dataFolder,
  settings = {},
  extensionKind = 'node',
} = {}) => {
  const { node, serverMain } = await ensureEditor();
  const data = dataFolder ?? mkdtempSync(join(tmpdir(), 'pagewalk-editor-'));
  const machine = join(data, 'data', 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(
    join(machine, 'settings.json'),
    JSON.stringify({ ...quietSettings, ...hostSettings(extensionKind), ...settings }, null, 2),
  );

  const token = randomBytes(16).toString('hex');
  const child = startGroup(
    node,
    [
      serverMain,
      ...['--host', '127.0.0.1', '--port', ports, '--connection-token', token],
      ...['--accept-server-license-terms', '--disable-workspace-trust', '--telemetry-level', 'off'],
      // A built workbench takes an extension under development from its address only with this flag.
      '--enable-smoke-test-driver',
      ...['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: withoutEditorVariables(process.env) },
  );

  let printed = '';
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', (error) => {
      printed += `${error.message}\n`;
      resolve(127);
    });
  });
  const removeData = () => {
    if (dataFolder === undefined) rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  // Also when a signal ends us; the server's own processes have been killed by then (see processes.mjs).
  process.once('exit', removeData);
  const stop = async () => {
    await stopGroup(child);
    process.off('exit', removeData);
    removeData();
  };

  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    /** @param {string} chunk */
    const read = (chunk) => {
      printed += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(printed)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
  });
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve(undefined), readySeconds * 1000)));
  const port = await Promise.race([listening, ended.then(() => undefined), late]);
  clearTimeout(timer);
  if (typeof port !== 'number' || !(await answers(port, token))) {
    await stop();
    throw new Error(`VS Code's server did not answer within ${readySeconds} s:\n${withoutTraces(printed)}`);
  }
  return { port, token, log: () => withoutTraces(printed), ended, stop };
};

/**
 * Drops the stack traces about the log writer that is not compiled (see install.mjs), which hide all else.
 *
 * @param {string} printed
 */
const withoutTraces = (printed) =>
  printed
    .split('\n')
    .filter(
      (line) =>
        /\S/.test(line) &&
        !/^(\s+at | → |\s+'|  tries: \[|  \]|\}|Error: Could not locate the bindings file)/.test(line),
    )
    .slice(-60)
    .join('\n');

/**
 * Started from a terminal inside VS Code, the server would take these for its own.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
const withoutEditorVariables = (environment) =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !name.startsWith('VSCODE_') && !name.startsWith('ELECTRON_'),
    ),
  );

/**
 * @param {number} port
 * @param {string} token
 */
const answers = async (port, token) => {
  try {
    const headers = { cookie: `vscode-tkn=${token}` };
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      headers,
      signal: AbortSignal.timeout(20_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};
