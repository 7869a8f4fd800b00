// `npm run real`: records real programs under strace with the kernel's maps after each memory call, holds the model against
// them, and prints the shares. Words behind it choose programs by a part of their name.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = join('.cache', 'real');
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: { report: 'test/kernel/real/report.ts' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  // The programs to be compiled are found beside the sources.
  define: { 'import.meta.dirname': JSON.stringify(join(process.cwd(), 'test', 'kernel', 'real')) },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const { realPrograms } = await import(pathToFileURL(join(folder, 'report.mjs')).href);
const words = process.argv.slice(2);
const rows = await realPrograms({
  tell: (/** @type {string} */ text) => console.error(text),
  only: (/** @type {{ name: string }} */ { name }) =>
    words.length === 0 || words.some((word) => name.includes(word)),
});
console.log(rows.join('\n'));
