/**
 * What a person means by the name of a recording: a file, or the files `PREFIX.<tid>` that `strace -ff -o PREFIX` wrote.
 */
import { readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errors } from '../errors';
import { codeOf, systemWords } from './system-words';

export interface FoundLog {
  readonly path: string;
  readonly tid: number | undefined;
  readonly stats: Stats;
}

/** At least one. @throws UserError that names what is wrong. */
export function findLogs(program: string): readonly FoundLog[] {
  const stats = statOf(program);
  if (stats === undefined) {
    const set = filesOfSet(program);
    if (set.length > 0) return set;
    throw errors.cannotOpen(
      program,
      'there is no such file, and no files of a -ff set (PREFIX.1234) begin like that',
    );
  }
  if (stats.isDirectory()) throw errors.isDirectory(program.replace(/\/+$/, '') || '/');
  return [{ path: program, tid: undefined, stats }];
}

/** Undefined where there is nothing. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code === 'ENOENT') return undefined;
    throw errors.cannotOpen(path, systemWords(thrown));
  }
}

function filesOfSet(prefix: string): readonly FoundLog[] {
  const folder = dirname(prefix);
  const start = `${basename(prefix)}.`;
  return namesIn(folder)
    .filter((name) => name.startsWith(start) && /^\d{1,10}$/.test(name.slice(start.length)))
    .map((name) => ({ path: join(folder, name), tid: Number(name.slice(start.length)) }))
    .sort((a, b) => a.tid - b.tid)
    .flatMap(({ path, tid }) => {
      const stats = statOf(path);
      return stats?.isFile() === true ? [{ path, tid, stats }] : [];
    });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
