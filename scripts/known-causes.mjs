/**
 * `npm run causes [-- PART-OF-A-NAME … --forms usual,times --texts --keep FOLDER]`: calls that fail on the live kernel for
 * known causes, and whether explanations name them. `--texts` prints what is said of each; `--keep` leaves the logs.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const bundle = '.cache/known-causes/report.mjs';
await build({
  entryPoints: ['test/kernel/known-causes/report.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  // The programs to be compiled are found beside the sources.
  define: { 'import.meta.dirname': JSON.stringify(join(process.cwd(), 'test', 'kernel', 'known-causes')) },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
