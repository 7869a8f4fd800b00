/**
 * `npm run rules`: docs/rules.md, made from the rules, the tests that break them and the samples that show them. A test
 * fails while the page is not what this makes.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { repository } from './repository.mjs';

const bundle = '.cache/reference/rules.mjs';
await build({
  absWorkingDir: repository,
  entryPoints: ['test/reference/write-rules-page.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle], { stdio: 'inherit', cwd: repository });
process.exitCode = status ?? 1;
