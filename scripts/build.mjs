// Bundles the four programs of the package, and the sheets of its views, into dist/. `--watch` rebuilds on change; `--production` minifies.
import { context } from 'esbuild';
import { missingTranslations } from './translations.mjs';

const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  sourcemap: !production,
  minify: production,
  target: 'es2023',
  logLevel: 'warning',
  legalComments: 'none',
};

/** @type {import('esbuild').BuildOptions[]} */
const programs = [
  {
    entryPoints: { extension: 'extension/desktop.ts' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    outdir: 'dist',
  },
  {
    entryPoints: { 'web-extension': 'extension/web.ts' },
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    outdir: 'dist',
    define: { global: 'globalThis' },
  },
  {
    entryPoints: { pagewalk: 'debug-adapter/main.ts' },
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    outdir: 'dist',
  },
  {
    entryPoints: { webview: 'extension/views/webview/main.ts' },
    platform: 'browser',
    format: 'iife',
    outdir: 'dist',
  },
  {
    // What all views share, a sheet a view, and that of the library that draws the Timeline's curves.
    entryPoints: [
      ...['views', 'space', 'pages', 'locked', 'why', 'timeline'].map((name) => ({
        in: `media/${name}.css`,
        out: name,
      })),
      { in: 'uplot/dist/uPlot.min.css', out: 'plot' },
    ],
    outdir: 'dist',
  },
];

try {
  const missing = await missingTranslations();
  for (const { tag, what } of missing) console.error(`No translation (${tag}): ${what}`);
  if (missing.length > 0 && !watch) process.exit(1);
  for (const options of programs) {
    const build = await context({ ...common, ...options });
    if (watch) await build.watch();
    else {
      await build.rebuild();
      await build.dispose();
    }
  }
} catch {
  // esbuild has told what is wrong, and where.
  process.exit(1);
}
