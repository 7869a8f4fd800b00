/**
 * Builds the program under test once for all test files: the adapter's tests speak to the real bundle, as a client does.
 */
import { build } from 'esbuild';
import { bundle } from './bundle';

export default async function setup(): Promise<void> {
  await build({
    entryPoints: ['debug-adapter/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2023',
    sourcemap: 'inline',
    logLevel: 'warning',
    banner: { js: '#!/usr/bin/env node' },
  });
}
