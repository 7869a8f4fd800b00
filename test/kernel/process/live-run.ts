/**
 * Runs one of the programs under strace, with the model told the kernel's maps at `show("start")`, and reads what the
 * program has left of the kernel's own view wherever it called `show`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMapsFile, type SnapshotVma } from '../../../model/memory/maps-snapshot';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { textSource } from '../../unit/timeline/recorded';

/** What the kernel said in one `show`. */
export interface Shown {
  readonly vmas: readonly SnapshotVma[];
  readonly lockedKb: number;
}

export interface LiveRun {
  readonly log: string;
  readonly timeline: RecordedTimeline;
  readonly shown: ReadonlyMap<string, Shown>;
}

export async function liveRun(program: string): Promise<LiveRun> {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-process-'));
  try {
    const binary = join(folder, program);
    const source = join(import.meta.dirname, 'programs', `${program}.c`);
    execFileSync('gcc', ['-static', '-O1', '-w', '-o', binary, source, '-pthread'], { stdio: 'pipe' });
    execFileSync('strace', ['-f', '-o', 'log', binary], { cwd: folder, stdio: 'pipe' });
    const log = readFileSync(join(folder, 'log'), 'latin1');
    const shown = new Map<string, Shown>();
    let start = '';
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.maps'))) {
      const text = readFileSync(join(folder, file), 'latin1');
      const [maps = '', status = ''] = text.split(/^(?=Name:)/m);
      if (file === 'start.maps') start = maps;
      shown.set(file.slice(0, -'.maps'.length), {
        vmas: parseMapsFile(maps).snapshots[0]?.vmas ?? [],
        lockedKb: Number(/^VmLck:\s+(\d+)/m.exec(status)?.[1]),
      });
    }
    const line = log.split('\n').findIndex((text) => text.includes('"start.maps"')) + 1;
    const snapshots = parseMapsFile(`# after line ${line}\n${start}`).snapshots;
    const timeline = await buildTimeline([{ source: textSource(log) }], { snapshots });
    return { log, timeline, shown };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
