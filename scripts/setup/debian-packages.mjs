// What the tests need beside npm packages: programs that Debian packages provide.
import { spawnSync } from 'node:child_process';
import { findBrowser } from '../editor/find-browser.mjs';
import { run } from '../processes.mjs';
import { hasCommand } from './executable.mjs';

/** A 32-bit program links only where the C library and libgcc of that size are installed. */
const linksFor32Bit = () =>
  spawnSync('gcc', ['-m32', '-x', 'c', '-', '-o', '/dev/null'], { input: 'int main(void) { return 0; }\n' })
    .status === 0;

/** @type {Record<string, () => boolean>} package -> whether what it is for is there already, wherever from */
const present = {
  strace: () => hasCommand('strace'),
  python3: () => hasCommand('python3'),
  gcc: () => hasCommand('gcc'),
  'libc6-dev': () =>
    spawnSync('gcc', ['-x', 'c', '-', '-o', '/dev/null'], { input: 'int main(void) { return 0; }\n' })
      .status === 0,
  ...(process.arch === 'x64' ? { 'gcc-multilib': linksFor32Bit } : {}),
  chromium: () => findBrowser() !== undefined,
  xvfb: () => hasCommand('xvfb-run'),
};

/** What every test run needs. A desktop VS Code needs xvfb besides. */
export const testPackages = Object.keys(present).filter((name) => name !== 'xvfb');

/**
 * Installs those of the packages that are missing, as root or by a sudo that asks for no password.
 *
 * @param {readonly string[]} names
 * @throws when they can't be installed, naming the command for someone who can
 */
export const ensureDebianPackages = async (names) => {
  const missing = names.filter((name) => present[name]?.() === false);
  if (missing.length === 0) return;

  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  const command = `sudo apt-get update && sudo ${install.join(' ')}`;
  if (!hasCommand('apt-get'))
    throw new Error(`These are missing (as Debian names them): ${missing.join(', ')}.`);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) {
    throw new Error(
      `These Debian packages are missing: ${missing.join(', ')}. Install them with\n\n  ${command}\n`,
    );
  }
  console.log(`Installing the Debian packages ${missing.join(', ')} …`);
  const prefix = [...(isRoot ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive'];
  for (const step of [['apt-get', 'update'], install]) {
    const [program = '', ...args] = [...prefix, ...step];
    const { status, output } = await run(program, args, { seconds: 900 });
    if (status !== 0)
      throw new Error(
        `${step.join(' ')} failed (exit status ${status}):\n${output}\nTry it yourself with\n\n  ${command}\n`,
      );
  }
};
