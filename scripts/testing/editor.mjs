/**
 * Runs the tests inside VS Code, in the Node extension host and in the web worker's: `node scripts/testing/editor.mjs [node|web]`.
 * Each test's report is a marked line of its output, which editor-reports.mjs reads.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { downloadAndUnzipVSCode, runTests, SilentReporter } from '@vscode/test-electron';
import { build } from 'esbuild';
import { inCache, inRepository, repository } from '../repository.mjs';
import { hasCommand } from '../setup/executable.mjs';
import { ensureDebianPackages } from '../setup/debian-packages.mjs';

/** @typedef {'node' | 'web'} Host */

const bundles = inCache('editor-tests');
/** @type {Host[]} */
const hosts = process.argv[2] === 'node' || process.argv[2] === 'web' ? [process.argv[2]] : ['node', 'web'];

const bundleTests = async () => {
  const common = /** @type {const} */ ({
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
    target: 'es2023',
  });
  const entry = (/** @type {Host} */ host) => ({
    [host]: inRepository('test', 'editor', 'suite', `${host}.ts`),
  });
  await build({
    ...common,
    entryPoints: entry('node'),
    outdir: bundles,
    platform: 'node',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...common,
    entryPoints: entry('web'),
    outdir: bundles,
    platform: 'browser',
    external: ['vscode'],
  });
};

/** A copy, for tests write files, and VS Code its settings, into the workspace. */
const copySamples = () => {
  const workspace = inCache('editor-tests', 'samples');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(bundles, { recursive: true });
  cpSync(inRepository('samples'), workspace, { recursive: true });
  return workspace;
};

/**
 * The desktop build where it can be downloaded, else what stands in for it.
 *
 * @returns {Promise<{ executable: string, firstArguments: string[] }>}
 */
const chooseEditor = async () => {
  try {
    const desktop = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: inCache('vscode'),
      reporter: new SilentReporter(),
      timeout: 5000,
    });
    if (process.platform !== 'linux' || process.env['DISPLAY'] !== undefined)
      return { executable: desktop, firstArguments: [] };
    await ensureDebianPackages(['xvfb']);
    if (hasCommand('xvfb-run'))
      return { executable: 'xvfb-run', firstArguments: ['--auto-servernum', desktop] };
  } catch (error) {
    console.log(
      `No desktop VS Code (${error instanceof Error ? error.message : String(error)}): taking the one served to a browser.`,
    );
  }
  return { executable: inRepository('scripts', 'editor', 'vscode.mjs'), firstArguments: [] };
};

await bundleTests();
const { executable, firstArguments } = await chooseEditor();
let failed = false;
for (const host of hosts) {
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: repository,
      extensionTestsPath: inCache('editor-tests', `${host}.js`),
      launchArgs: [
        ...firstArguments,
        copySamples(),
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
        `--logsPath=${inRepository('test', 'artifacts', 'editor', host)}`,
      ],
    });
  } catch (error) {
    console.log(`${host}: ${error instanceof Error ? error.message : String(error)}`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
