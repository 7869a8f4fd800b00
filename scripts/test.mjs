/**
 * `npm test`: installs what is missing, builds, and runs every test there is. The last line is
 * `N passed, N failed, N skipped`; the exit status is non-zero when anything failed.
 */
import { ensureEditor } from './editor/install.mjs';
import { build } from './setup/build.mjs';
import { ensureDebianPackages, testPackages } from './setup/debian-packages.mjs';
import { ensureNodeModules } from './setup/node-modules.mjs';
import { check } from './testing/check.mjs';
import { runEditorTests } from './testing/editor-reports.mjs';
import { counts, sum } from './testing/tally.mjs';
import { runVitest } from './testing/vitest.mjs';

/** @type {[string, () => Promise<import('./testing/tally.mjs').Tally>][]} in the order of what they build on */
const runners = [
  ['types', () => check('types', 'node_modules/typescript/bin/tsc', ['--build'])],
  ['lint', () => check('lint', 'node_modules/eslint/bin/eslint.js', ['.', '--max-warnings=0'])],
  ['formatting', () => check('formatting', 'node_modules/prettier/bin/prettier.cjs', ['--check', '.'])],
  ['unit tests', () => runVitest('unit', 900)],
  ['adapter tests', () => runVitest('adapter', 600)],
  ['kernel tests', () => runVitest('kernel', 900)],
  ['tests inside VS Code', () => runEditorTests(900)],
  ['tests of what a person sees', () => runVitest('browser', 1800)],
];

try {
  await ensureDebianPackages(testPackages);
  await ensureNodeModules();
  await ensureEditor();
  await build();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exit(1);
}

/** @type {import('./testing/tally.mjs').Tally[]} */
const tallies = [];
for (const [title, runner] of runners) {
  const start = Date.now();
  console.log(`\n== ${title}`);
  const tally = await runner();
  console.log(`${title}: ${counts(tally)} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  tallies.push(tally);
}

const all = sum(tallies);
console.log('');
for (const title of all.again) console.log(`passed only when tried again: ${title}`);
for (const title of all.failures) console.log(`failed: ${title}`);
for (const { title, reason } of all.skips) console.log(`skipped: ${title} (${reason})`);
console.log(counts(all));
process.exit(all.failures.length === 0 ? 0 : 1);
