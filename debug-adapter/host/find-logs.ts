/**
 * What a person means by the name of a recording: a file, or the files `PREFIX.<tid>` that `strace -ff -o PREFIX` wrote.
 */
import { readdirSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errors } from '../errors';
import { filesOfSet } from '../ff-set';
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
    const set = logsOfSet(program);
    if (set.length > 0) return set;
    const [, log, line] = /^(.+):(\d+)$/.exec(program) ?? [];
    if (log !== undefined && line !== undefined && statOf(log) !== undefined)
      throw errors.lineBehindLog(program, log, line);
    throw errors.noSuchLog(program);
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

function logsOfSet(prefix: string): readonly FoundLog[] {
  const folder = dirname(prefix);
  return filesOfSet(basename(prefix), namesIn(folder)).flatMap(({ name, tid }) => {
    const path = join(folder, name);
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
