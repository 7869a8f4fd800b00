/**
 * The shares for docs/conformance.md: every real program, recorded anew and held against the kernel.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdAgainst, type Comparison } from './held-against';
import { record } from './recorder';
import { subjects, type Subject } from './subjects';

const HEAD = [
  'program',
  'calls compared',
  'raced by threads',
  'of those, a possible outcome',
  'left out',
  'VMA list identical',
  'VmLck identical',
  'answers right',
  'left open',
  'addresses right',
  'without a snapshot: false statements',
  'answers left open',
];

export interface ReportOptions {
  /** Told of each program as it is done, and of each statement of the model that was false. */
  readonly tell?: (text: string) => void;
  /** Which programs; all where absent. */
  readonly only?: (subject: Subject) => boolean;
}

/** A table in Markdown, its head included, one row a program and one for all. */
export async function realPrograms({ tell, only }: ReportOptions = {}): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-subjects-'));
  // Programs run as other users as well.
  chmodSync(folder, 0o755);
  const rows: string[][] = [];
  const all: Pair[] = [];
  try {
    for (const subject of subjects(folder).filter((one) => only?.(one) ?? true)) {
      const recording = await record(subject).catch((error: unknown) => {
        tell?.(`${subject.name}: not recorded: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (recording === undefined) continue;
      const told = await holdAgainst(recording, true);
      const untold = await holdAgainst(recording, false);
      all.push({ told, untold });
      rows.push(rowOf(subject.name, [{ told, untold }]));
      tell?.(`${subject.name}: ${told.rows} calls compared`);
      for (const text of [...told.wrong, ...untold.wrong.map((one) => `without a snapshot: ${one}`)])
        tell?.(`  ${text}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  rows.push(rowOf('all', all));
  return [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

interface Pair {
  readonly told: Comparison;
  readonly untold: Comparison;
}

function rowOf(name: string, pairs: readonly Pair[]): string[] {
  const sum = (of: (pair: Pair) => number): number => pairs.reduce((total, pair) => total + of(pair), 0);
  const compared = sum(({ told }) => told.rows);
  const judged = sum(({ told }) => told.judged);
  const placed = sum(({ told }) => told.placed);
  return [
    name,
    String(compared),
    String(sum(({ told }) => told.raced)),
    share(
      sum(({ told }) => told.racedAsPossible),
      sum(({ told }) => told.raced),
    ),
    String(sum(({ told }) => told.late - told.racedAndLate)),
    share(
      sum(({ told }) => told.exactSpaces),
      compared,
    ),
    share(
      sum(({ told }) => told.exactLocked),
      compared,
    ),
    share(
      sum(({ told }) => told.agreeing),
      judged,
    ),
    String(sum(({ told }) => told.open)),
    share(
      sum(({ told }) => told.placedRight),
      placed,
    ),
    String(sum(({ untold }) => untold.falseStatements)),
    share(
      sum(({ untold }) => untold.open),
      sum(({ untold }) => untold.judged),
    ),
  ];
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : part === whole ? `all ${whole}` : `${((100 * part) / whole).toFixed(2)} % of ${whole}`;
