/**
 * The collection as its program tells it: which cases there are, what each fails by, and how it has to be run.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the log can show the cause, see programs/known.h. */
export type Standing = 'proven' | 'not-shown' | 'outside';

export interface KnownCase {
  readonly name: string;
  /** An errno, a signal; empty where the call fails without one. */
  readonly answer: string;
  /** In the collection's own words, see cause-names.ts. */
  readonly cause: string;
  readonly standing: Standing;
  /** `children`, `attach`, `user=…`, `ulimit=…`, `strace=…`: see recorded.ts. */
  readonly how: ReadonlyMap<string, string>;
}

export interface Collection {
  readonly program: string;
  /** The same, linked dynamically. */
  readonly dynamic: string;
  readonly cases: readonly KnownCase[];
}

/** Compiles the program into `folder`, and asks it. */
export function collection(folder: string, sources: string): Collection {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `the calls are made on a live kernel: Linux on x86-64, not ${process.platform} ${process.arch}`,
    );
  const program = join(folder, 'known-causes');
  const files = readdirSync(sources)
    .filter((name) => name.endsWith('.c'))
    .sort()
    .map((name) => join(sources, name));
  // At -O1 and without builtins: a call whose result nobody reads, and a write to nowhere, must stay.
  const options = ['-O1', '-Wall', '-Wextra', '-Wno-nonnull', '-fno-builtin', '-pthread'];
  const dynamic = `${program}-dynamic`;
  for (const linked of [
    ['-static', '-o', program],
    ['-o', dynamic],
  ])
    execFileSync('gcc', [...options, ...linked, ...files], { stdio: ['ignore', 'ignore', 'inherit'] });
  const listed = execFileSync(program, { encoding: 'latin1' }).split('\n');
  const cases = listed.filter((line) => line !== '').map(caseOf);
  const names = new Set(cases.map(({ name }) => name));
  if (names.size !== cases.length) throw new Error('two cases have the same name');
  return { program, dynamic, cases: cases.sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function caseOf(line: string): KnownCase {
  const [name = '', answer = '', cause = '', standing = '', how = ''] = line.split('\t');
  if (standing !== 'proven' && standing !== 'not-shown' && standing !== 'outside')
    throw new Error(`no standing: ${line}`);
  const words = how === '' ? [] : how.split(';').map((word) => word.split(/=(.*)/s, 2));
  return {
    name,
    answer,
    cause,
    standing,
    how: new Map(words.map(([key = '', value = '']) => [key, value])),
  };
}
