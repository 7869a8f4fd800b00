/**
 * Which files the editor takes for strace logs: by the manifest's file patterns and by their first line.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly contributes: { readonly languages: readonly [{ readonly firstLine: string }] };
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const firstLine = new RegExp(manifest.contributes.languages[0].firstLine);

const firstLineOf = (path: string): string => readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? '';

/** Logs whose first line is something else: an attach by a wrapper, another's prefix, colour, quotes of a mail. */
const notByFirstLine = /^(pasted-|gzip|merged|documented)|color|secontext|\.json$|\.md$|\.py$|\.txt$/;

function logsIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && /\.strace(\.\d+)?$/.test(path))
    .filter((path) => !notByFirstLine.test(path.slice(folder.length + 1)));
}

describe('the first line of a log', () => {
  it.each(logsIn('samples/logs'))('names its language: %s', (path) => {
    expect(firstLineOf(path)).toMatch(firstLine);
  });

  it.each(logsIn('test/unit/trace/corpus'))('names its language: %s', (path) => {
    expect(firstLineOf(path)).toMatch(firstLine);
  });

  it.each([
    'import { a } from "b";',
    '2026-11-21 10:00:00 started',
    'int main(void) {',
    'execve failed',
    '# after line 12 pid 4711',
    '{"line": 1}',
    'foo(1) returned 2',
    '',
  ])('is not taken from other text: %j', (text) => {
    expect(text).not.toMatch(firstLine);
  });

  it('is tested in time linear in its length', () => {
    const hostile = `${'a'.repeat(200_000)}(`;
    const start = performance.now();
    firstLine.test(hostile);
    firstLine.test(`read(${'x) = '.repeat(40_000)}`);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
