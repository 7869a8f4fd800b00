/**
 * Runs programs/asking.c under another kernel, booted in qemu, and keeps its log and snapshots for asking.test.ts.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { askingSnapshots } from './asking-snapshots';
import { boot, compiled, straceAndLibraries, type Guest } from './guest/guest-kernel';
import { initramfs } from './guest/initramfs';

const PROGRAMS = 'test/kernel/programs';
const KEPT = 'test/kernel/asking-kept';
/** Eight pages of the largest size. */
const DATA_BYTES = 8 * 65536;

/** @throws with the end of the guest's console where the program did not come to its end. */
export function keepAsking({ machine, kernel, root }: Guest, name: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-asking-'));
  try {
    const program = (path: string, source: string) => ({
      path,
      bytes: compiled(folder, machine, source, join(PROGRAMS, source), ['-static', '-w']),
      executable: true,
    });
    const files = [
      program('/init', 'asking-init.c'),
      program('/asking', 'asking.c'),
      { path: '/data', bytes: new Uint8Array(DATA_BYTES) },
      ...straceAndLibraries(machine, root),
    ];
    const initial = join(folder, 'initial');
    writeFileSync(initial, initramfs(files, ['/proc', '/tmp']));
    const console = join(folder, 'console');
    boot(machine, kernel, initial, console);
    const written = filesIn(readFileSync(console, 'latin1'));
    const log = written.get('/log');
    if (log === undefined)
      throw new Error(`the guest wrote no log: ${readFileSync(console, 'latin1').slice(-500)}`);
    const maps = askingSnapshots(log, (number) => written.get(`/maps${number}`) ?? '');
    keep(`${name}.strace`, log);
    keep(`${name}.maps`, maps);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const keep = (name: string, text: string): void => {
  writeFileSync(join(KEPT, `${name}.gz`), gzipSync(Buffer.from(text, 'latin1'), { level: 9 }));
};

/** `@@ /name`, a line, before each file; see asking-init.c. */
const filesIn = (console: string): ReadonlyMap<string, string> =>
  new Map(
    console
      .slice(Math.max(console.indexOf('@@ /'), 0))
      .split('@@ ')
      .map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)]),
  );
