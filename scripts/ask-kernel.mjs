// `npm run ask-kernel -- KERNEL-IMAGE [options]`: boots another kernel in qemu, lets it answer random programs, and holds the
// model against it; test/kernel/guest/ask.ts has the options. It needs qemu and, for other machines than this, a compiler
// for them and a folder with their strace.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const program = join('.cache', 'ask-kernel', 'ask.mjs');
mkdirSync(join('.cache', 'ask-kernel'), { recursive: true });
await build({
  entryPoints: ['test/kernel/guest/ask.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  outfile: program,
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
