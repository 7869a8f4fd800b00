/**
 * Installs a VS Code that comes from the npm registry, for machines that have none.
 *
 * The package code-server carries VS Code's own server: workbench, both extension hosts, debugger and webviews. Only that part is
 * used. It needs Node 24, which the packages node-<platform>-<arch> carry; both stay out of the project's own node_modules.
 *
 * No install script runs and nothing is compiled: the one native module without a ready-made binary is the server's log writer, and
 * the server does without it. So neither a compiler nor any -dev package is needed.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inCache } from '../repository.mjs';
import { npm } from '../setup/npm.mjs';

const codeServer = '4.139.1';
const node = '24.21.0';
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const editors = inCache('editor');
const home = join(editors, `code-server-${codeServer}-node-${node}-${process.platform}-${process.arch}`);

/** @typedef {{ node: string, serverMain: string }} EditorInstallation absolute paths of Node 24 and of VS Code's server script */

/** @type {EditorInstallation} */
const installation = {
  node: join(home, 'node_modules', nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  serverMain: join(home, 'node_modules', 'code-server', 'lib', 'vscode', 'out', 'server-main.js'),
};

/** @param {string} pid */
const isAlive = (pid) => {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
};

const removeAbandoned = () => {
  for (const name of readdirSync(editors)) {
    const owner = /^incoming-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(owner)) rmSync(join(editors, name), { recursive: true, force: true });
  }
};

/**
 * @param {readonly string[]} args
 * @param {string} folder
 */
const install = async (args, folder) => {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const { status, output } = await npm(['install', ...quiet, '--prefix', folder, ...args], {
    cwd: folder,
    seconds: 1200,
  });
  if (status !== 0)
    throw new Error(`npm install ${args.join(' ')} failed (exit status ${status}):\n${output}`);
};

/**
 * Makes sure of the editor. It is built in a folder of this process and renamed when complete, so an interrupted install leaves
 * nothing that looks finished, and of two at the same time one wins.
 *
 * @returns {Promise<EditorInstallation>}
 * @throws when npm fails, with what npm said
 */
export const ensureEditor = async () => {
  if (existsSync(home)) return installation;
  mkdirSync(editors, { recursive: true });
  removeAbandoned();
  console.log(`Installing VS Code's server (code-server ${codeServer}, Node ${node}; about 800 MB, once) …`);

  const incoming = join(editors, `incoming-${process.pid}`);
  mkdirSync(incoming);
  try {
    writeFileSync(join(incoming, 'package.json'), '{"private": true}\n');
    await install([`code-server@${codeServer}`, `${nodePackage}@${node}`], incoming);
    const vscode = join(incoming, 'node_modules', 'code-server', 'lib', 'vscode');
    await install(['--omit=dev'], vscode);
    await install(['--omit=dev'], join(vscode, 'extensions'));
    try {
      renameSync(incoming, home);
    } catch (error) {
      if (!existsSync(home)) throw error;
    }
  } finally {
    rmSync(incoming, { recursive: true, force: true });
  }
  return installation;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log((await ensureEditor()).serverMain);
