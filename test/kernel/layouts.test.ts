/**
 * Wherever the kernel and its limits put what execve maps, memory that is there is never said to be free for certain: programs
 * of every kind below every layout, on the live kernel.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { eventIndex } from '../../model/trace/positions';
import { EventKind } from '../../model/trace/event-table';
import { timelineOf } from '../../model/timeline/build-timeline';
import { explain } from '../../model/why/explain';
import { memorySource } from '../unit/trace/index-pass/memory-source';

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-layouts-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SOURCE = join(import.meta.dirname, 'layouts', 'places.c');

const kinds: readonly (readonly [string, readonly string[]])[] = [
  ['PIE', ['-pie', '-fPIE']],
  ['program with a place of its own', ['-no-pie']],
  ['static program', ['-static']],
  ['static PIE', ['-static-pie', '-fPIE']],
  ['PIE with 3 GiB of .bss', ['-pie', '-fPIE', '-DBSS=(3UL<<30)']],
  ['program with 3 GiB of .bss', ['-no-pie', '-mcmodel=large', '-DBSS=(3UL<<30)']],
];

const shell = (script: string) => (program: string) => ['sh', '-c', `${script}; exec ${program}`];
const layouts: readonly (readonly [string, (program: string) => readonly string[]])[] = [
  ['the usual layout', (program) => [program]],
  ['no random part', (program) => ['setarch', '-R', program]],
  ['the old layout', (program) => ['setarch', '-L', program]],
  ['a stack without limit', shell('ulimit -s unlimited')],
  ['a limit of the stack of 55 TiB', shell('ulimit -s 60000000000')],
];

function recorded(program: string, command: readonly string[]): string {
  const log = `${program}.strace`;
  const { status, stderr } = spawnSync('strace', ['-o', log, ...command], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  return readFileSync(log, 'utf8');
}

describe.each(kinds)('what execve maps of a %s', (kind, flags) => {
  const program = join(folder, String(kinds.findIndex(([name]) => name === kind)));
  execFileSync('gcc', ['-O1', ...flags, '-o', program, SOURCE]);

  it.each(layouts)('is not taken for free: %s', async (_layout, command) => {
    const text = recorded(program, command(program));
    const timeline = await timelineOf(memorySource(text), {});
    const { events } = timeline.recording;
    const said: string[] = [];
    for (let row = 0; row < events.length; row++) {
      const event = eventIndex(row);
      if (events.kind(event) !== EventKind.call || events.name(event) !== 'clock_getres') continue;
      const explanation = explain(timeline, event);
      const [first] = explanation?.causes ?? [];
      said.push(`${explanation?.certainty ?? ''} ${first?.id ?? 'nothing'}`);
    }
    const expected = text.includes('"linker"') ? 5 : 4;
    expect(said, text).toEqual(Array(expected).fill('likely fault.unknown'));
  });
});
