/** Where a check is shown: the test files that name it, and the lines of samples that fail by it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NodeHost } from '../../debug-adapter/host/node-host';
import { open } from '../../debug-adapter/opening';
import { eventIndex } from '../../model/trace/positions';
import { explain } from '../../model/why/explain';
import { isFailing } from '../../model/why/failing';
import { casesByFile } from '../unit/kernel/cases/all';

/** Files below test/ by the ids of checks that they have between quotes; a case whose id is put together counts too. */
export function testsByCheck(repository: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const note = (id: string, file: string) => {
    found.set(id, (found.get(id) ?? new Set<string>()).add(file));
  };
  for (const [name, cases] of casesByFile)
    for (const { id } of cases) note(id, `test/unit/kernel/cases/${name}.ts`);
  for (const file of testFiles(join(repository, 'test'))) {
    const text = readFileSync(file, 'utf8');
    for (const [, id = ''] of text.matchAll(/['"`]([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)['"`]/g))
      note(id, relative(repository, file).replaceAll('\\', '/'));
  }
  return new Map([...found].map(([id, files]) => [id, [...files].sort()]));
}

/** What tests left behind shows nothing, nor does this generator; how a broken check is told is not what breaks it. */
const passedOver = new Set(['artifacts', 'golden', 'reference', 'bench', 'house', 'why']);

function* testFiles(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) yield* testFiles(path);
    } else if (entry.name.endsWith('.ts')) yield path;
  }
}

export interface SampleLine {
  readonly sample: string;
  readonly line: number;
}

/** Lines of samples whose failing call is explained by the check first, in the samples' order. */
export async function samplesByCheck(
  repository: string,
): Promise<ReadonlyMap<string, readonly SampleLine[]>> {
  const folder = join(repository, 'samples', 'logs');
  const found = new Map<string, SampleLine[]>();
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.strace'))
    .sort()) {
    const program = join(folder, name);
    const { timeline } = await open(
      new NodeHost(),
      { program },
      new AbortController().signal,
      () => undefined,
    );
    for (let i = 0; i < timeline.end; i += 1) {
      if (!isFailing(timeline, eventIndex(i))) continue;
      const explanation = explain(timeline, eventIndex(i));
      const id = explanation?.causes[0]?.id;
      if (explanation === undefined || id === undefined) continue;
      const lines = found.get(id) ?? [];
      lines.push({ sample: name.replace('.strace', ''), line: explanation.line });
      found.set(id, lines);
    }
  }
  return found;
}
