/**
 * Runs programs/page-tables.c under strace, and reads what the kernel said of each page of its window after each call:
 * /proc/self/pagemap and VmPTE.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMapsFile } from '../../../model/memory/maps-snapshot';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { Timeline } from '../../../model/timeline/timeline';
import { fileIndex, lineNumber, type EventIndex } from '../../../model/trace/positions';
import { runningKernel } from '../live-caller';

/** First page of the window. */
export const WINDOW = 0x1_0000_0000;

export interface Account {
  readonly step: number;
  readonly who: 'self' | 'child';
  /** The write that put the account on record: the state before it is what was looked at. */
  readonly event: EventIndex;
  readonly vmPte: number;
  /** A letter a page: p present, s an entry that is not present (swap, marker), . none. */
  readonly pages: string;
}

export interface KernelRun {
  readonly timeline: Timeline;
  readonly accounts: readonly Account[];
}

export function compile(folder: string): string {
  const program = join(folder, 'page-tables');
  const source = join(import.meta.dirname, '..', 'programs', 'page-tables.c');
  execFileSync('gcc', ['-static', '-O1', '-Wall', '-Wextra', '-o', program, source], { stdio: 'pipe' });
  return program;
}

export async function runSteps(
  program: string,
  folder: string,
  seed: number,
  steps: number,
  limit: 'shown' | 'not shown' = 'shown',
): Promise<KernelRun> {
  const path = (name: string): string => join(folder, `${name}-${seed}`);
  const [log, record, maps] = [path('log'), path('record'), path('maps')];
  execFileSync(
    'strace',
    ['-f', '-e', 'signal=none', '-o', log, program, String(seed), String(steps), record, maps, path('file')],
    { stdio: 'pipe' },
  );
  const all = readFileSync(log, 'latin1').split('\n');
  const lines = limit === 'shown' ? all : all.filter((line) => !line.includes('RLIMIT_MEMLOCK'));
  const bytes = Buffer.from(lines.join('\n'), 'latin1');
  const mapsLine = lines.findIndex((line) => line.includes('write(3, "maps\\n"')) + 1;
  const { snapshots } = parseMapsFile(`# after line ${mapsLine}\n${readFileSync(maps, 'utf8')}`);
  const source = {
    name: log,
    size: bytes.length,
    read: (from: number, length: number) => bytes.subarray(from, from + length),
  };
  const timeline = await buildTimeline([{ source }], {
    snapshots,
    ...(runningKernel !== undefined && { machine: { kernel: runningKernel } }),
  });
  return { timeline, accounts: accountsIn(readFileSync(record, 'latin1'), lines, timeline) };
}

function accountsIn(record: string, lines: readonly string[], timeline: Timeline): readonly Account[] {
  const lineOf = new Map<string, number>();
  lines.forEach((line, at) => {
    const words = /write\(3, "(step \d+ vmpte \d+ (?:self|child))/.exec(line)?.[1];
    if (words !== undefined) lineOf.set(words, at + 1);
  });
  const shown = record.split('\n');
  return shown.flatMap((text, at): Account[] => {
    const words = /^step (\d+) vmpte (\d+) (self|child)$/.exec(text);
    if (words === null) return [];
    const line = lineOf.get(text);
    if (line === undefined) throw new Error(`the log shows no write of '${text}'`);
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
    if (event === undefined) throw new Error(`no event at line ${line}`);
    return [
      {
        step: Number(words[1]),
        who: words[3] === 'child' ? 'child' : 'self',
        event,
        vmPte: Number(words[2]) * 1024,
        pages: shown[at + 1] ?? '',
      },
    ];
  });
}
