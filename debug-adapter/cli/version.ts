/**
 * The version of the package that this program belongs to. The bundle stands in a folder of the package.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export function version(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = manifestIn(folder);
    if (manifest?.name === 'pagewalk') return String(manifest.version);
  }
  return 'of unknown version';
}

function manifestIn(folder: string): { readonly name?: unknown; readonly version?: unknown } | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}
