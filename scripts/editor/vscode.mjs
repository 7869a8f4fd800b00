#!/usr/bin/env node
/**
 * Stands in for the desktop executable of VS Code where that cannot be had: takes its arguments for a test run, opens the same window
 * from VS Code's server in a browser, writes the extension host's console to stdout, and ends with the tests' exit status.
 *
 *     vscode.mjs FOLDER --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [--extensionDevelopmentKind=web] [--logsPath=DIR]
 *
 * The bundle with the tests must lie inside the extension's folder: VS Code runs tests in the extension host of the extension
 * that their path belongs to. Other arguments of the desktop are ignored.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { startEditorServer } from './server.mjs';
import { workbenchAddress } from './workbench-address.mjs';

const args = process.argv.slice(2);
/** @param {string} name */
const valueOf = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
/** @param {string} name */
const required = (name) => {
  const value = valueOf(name);
  if (value === undefined) {
    console.error(`vscode.mjs: the argument --${name}=… is missing`);
    process.exit(2);
  }
  return resolve(value);
};

const folder = resolve(args.find((arg) => !arg.startsWith('-')) ?? '.');
const extension = required('extensionDevelopmentPath');
const tests = required('extensionTestsPath');
const host = valueOf('extensionDevelopmentKind') === 'web' ? 'web' : 'node';
const logs = resolve(valueOf('logsPath') ?? '.cache/editor-logs');

const server = await startEditorServer({ extensionKind: host });
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });

mkdirSync(logs, { recursive: true });
const consoleLog = createWriteStream(join(logs, 'console.log'));
page.on('console', (message) => {
  const text = message.text();
  consoleLog.write(`${message.type()} ${text}\n`);
  // Warnings and errors are mostly VS Code's own, about hosts that can't be reached; the file has them.
  if (message.type() === 'log')
    console.log(text.replace(/^(%c *\S+ color: \S+|%c\[Extension Host\] %c) */, ''));
});

let stopping = false;
/** @type {Promise<number>} */
const exit = new Promise((ended) => {
  // The workbench calls this function, when a page has it, with the status of the extension host that ran the tests.
  void page.exposeFunction('codeAutomationExit', ended);
  page.once('crash', () => {
    console.error('vscode.mjs: the browser page crashed');
    ended(1);
  });
  void server.ended.then((status) => {
    if (stopping) return;
    console.error(`vscode.mjs: VS Code's server ended with status ${status}\n${server.log()}`);
    ended(1);
  });
});
await page.goto(workbenchAddress(server, { folder, extension, tests, host }));
const status = await exit;
stopping = true;

await page.screenshot({ path: join(logs, 'last.png') }).catch(() => undefined);
await browser.close();
await server.stop();
consoleLog.end(() => process.exit(status));
