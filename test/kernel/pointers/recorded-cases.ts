/**
 * Compiles the program, runs it under strace in one of strace's forms, and finds its cases in the log: what is expected of which
 * line, and the lines that prove it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { fileIndex, lineNumber, type EventIndex } from '../../../model/trace/positions';
import { textSource } from '../../unit/timeline/recorded';

export interface ExpectedFault {
  readonly name: string;
  readonly id: string;
  readonly certainty: string;
  /** Counted from 1. */
  readonly argument: number;
  readonly event: EventIndex;
  readonly text: string;
  /** Line that proves it, where the program marks one. */
  readonly proof: number | undefined;
}

export interface RecordedCases {
  readonly timeline: RecordedTimeline;
  readonly cases: readonly ExpectedFault[];
}

export const folderOfRun = (): string => mkdtempSync(join(tmpdir(), 'pagewalk-pointers-'));

export function compiled(folder: string, bits: 32 | 64): string {
  const binary = join(folder, `pointers-${bits}`);
  const source = join(import.meta.dirname, 'programs', 'pointers.c');
  const machine = bits === 32 ? ['-m32', '-I/usr/include/x86_64-linux-gnu'] : [];
  execFileSync('gcc', ['-static', '-O1', '-w', ...machine, '-o', binary, source], { stdio: 'pipe' });
  return binary;
}

export async function recordedCases(binary: string, options: readonly string[]): Promise<RecordedCases> {
  const folder = folderOfRun();
  try {
    execFileSync('strace', ['-f', ...options, '-o', 'log', binary], { cwd: folder, stdio: 'pipe' });
    const log = readFileSync(join(folder, 'log'), 'latin1');
    const timeline = await buildTimeline([{ source: textSource(log) }]);
    return { timeline, cases: casesIn(log.split('\n'), timeline) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const TOLD = /write\(-1, "([^"]*)"/;

function casesIn(lines: readonly string[], timeline: RecordedTimeline): readonly ExpectedFault[] {
  const cases: ExpectedFault[] = [];
  let proof: number | undefined;
  for (const [at, text] of lines.entries()) {
    const told = TOLD.exec(text)?.[1];
    if (told === undefined) continue;
    // A call of another process may stand between.
    const [pid] = text.split(' ');
    const next = lines.findIndex(
      (line, index) =>
        index > at &&
        line.startsWith(`${pid} `) &&
        !line.includes('unfinished ...') &&
        !line.includes('<... write resumed>') &&
        !line.includes(' --- '),
    );
    if (told === 'proof') {
      proof = next + 1;
      continue;
    }
    const [, name = '', id = '', certainty = '', argument = ''] = told.split(' ');
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(next + 1));
    if (event === undefined) throw new Error(`${name}: no event at line ${next + 1}`);
    cases.push({ name, id, certainty, argument: Number(argument), event, text: lines[next] ?? '', proof });
    proof = undefined;
  }
  return cases;
}
