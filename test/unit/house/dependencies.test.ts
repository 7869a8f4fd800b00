import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inRepository } from '../../../scripts/repository.mjs';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(inRepository('package.json'), 'utf8')) as Manifest;
const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
/** The rows of the document's tables up to the section on what does not come by package.json. */
const reasons = readFileSync(inRepository('docs', 'dependencies.md'), 'utf8')
  .split('## Beside npm')[0]!
  .split('\n')
  .flatMap((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? []);

describe('the dependencies', () => {
  it('each have a reason in docs/dependencies.md, and no other has', () => {
    expect([...reasons].sort()).toEqual(versions.map(([name]) => name).sort());
  });

  it.each(versions)('%s is pinned exactly', (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
