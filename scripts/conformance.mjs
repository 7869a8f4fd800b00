/**
 * `npm run conformance [-- --calls N --seed S --modes a,b]`: random programs on the live kernel against the model, reported
 * in docs/conformance.md. `-- --shrink MODE --seed S [--name CASE]` makes the first disagreement of one program short, and
 * keeps it as a case of the tests.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';

const bundle = '.cache/conformance/conformance.mjs';
await build({
  entryPoints: ['test/kernel/random-programs/conformance.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  // The real programs to be compiled are found beside the sources.
  define: { 'import.meta.dirname': JSON.stringify(join(process.cwd(), 'test', 'kernel', 'real')) },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
