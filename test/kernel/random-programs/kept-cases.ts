/**
 * Programs that once showed a disagreement, as short as they could be made: test/kernel/kept. A line with # says something
 * to the reader; `# touched` that pages are touched unseen, so that VMAs are compared as if joined.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface KeptCase {
  readonly name: string;
  readonly lines: readonly string[];
  readonly touched: boolean;
}

const FOLDER = join('test', 'kernel', 'kept');

export const keptCases = (): readonly KeptCase[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.calls'))
    .sort()
    .map((file) => {
      const lines = readFileSync(join(FOLDER, file), 'utf8').trimEnd().split('\n');
      return { name: file.slice(0, -'.calls'.length), lines, touched: lines.includes('# touched') };
    });

export function keep(name: string, about: string, lines: readonly string[], touched: boolean): string {
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${name}.calls`);
  const comment = about.split('\n').map((line) => `# ${line}`.trimEnd());
  writeFileSync(path, [...comment, ...(touched ? ['# touched'] : []), ...lines, ''].join('\n'));
  return path;
}
