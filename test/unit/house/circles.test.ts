/**
 * Dependencies point one way between folders (dependency-rule.test.ts) and within them: no file needs, by whatever way, one
 * that needs it, not even for a type.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../scripts/repository.mjs';

/** A call's arguments hold arrays and structs, which hold arguments: the one grammar that contains itself. */
const RECURSIVE = [
  'model/trace/grammar/argument.ts',
  'model/trace/grammar/call-value.ts',
  'model/trace/grammar/read-value.ts',
  'model/trace/grammar/struct.ts',
];

type Graph = ReadonlyMap<string, readonly string[]>;

const sources = ['model', 'picture', 'debug-adapter', 'extension'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name)),
);

function graphOf(files: readonly string[], textOf: (file: string) => string): Graph {
  const known = new Set(files);
  const found = (from: string, module: string): string[] => {
    const path = join(dirname(from), module);
    return [`${path}.ts`, join(path, 'index.ts')].filter((file) => known.has(file)).slice(0, 1);
  };
  return new Map(
    files.map((file) => [
      file,
      ts
        .preProcessFile(textOf(file), true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter((module) => module.startsWith('.'))
        .flatMap((module) => found(file, module)),
    ]),
  );
}

/** Files that need each other, each circle sorted. Tarjan's strongly connected components. */
function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const own = order.size;
    order.set(file, own);
    lowest.set(file, own);
    open.push(file);
    for (const needed of graph.get(file) ?? []) {
      const reached = order.has(needed) ? (open.includes(needed) ? order.get(needed)! : own) : visit(needed);
      lowest.set(file, Math.min(lowest.get(file)!, reached));
    }
    if (lowest.get(file) === own) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1) circles.push(circle.sort());
    }
    return lowest.get(file)!;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

describe('the files of the product', () => {
  it('need none that needs them, but for the grammar that contains itself', () => {
    const graph = graphOf(sources, (file) => readFileSync(join(repository, file), 'utf8'));
    expect(circlesIn(graph)).toEqual([RECURSIVE]);
  });
});

describe('the search for circles', () => {
  const circlesOf = (texts: Readonly<Record<string, string>>): readonly (readonly string[])[] =>
    circlesIn(graphOf(Object.keys(texts), (file) => texts[file]!));

  it('finds one that only types make, over several files and folders', () => {
    expect(
      circlesOf({
        'm/a.ts': "import { b } from './inner';",
        'm/inner/index.ts': "import type { C } from '../c';",
        'm/c.ts': "export type { A } from './a';",
        'm/d.ts': "import './a';",
      }),
    ).toEqual([['m/a.ts', 'm/c.ts', 'm/inner/index.ts']]);
  });

  it('takes two ways to the same file for none', () => {
    expect(
      circlesOf({
        'm/a.ts': "import './b'; import './c';",
        'm/b.ts': "import './d';",
        'm/c.ts': "import './d';",
        'm/d.ts': '',
      }),
    ).toEqual([]);
  });
});
