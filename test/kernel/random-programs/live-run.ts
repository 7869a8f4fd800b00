/**
 * Lets the live kernel answer a list of calls: programs/call-list.c makes them under strace.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRecord, type KernelRecord } from './kernel-record';

export interface LiveRun {
  readonly list: readonly string[];
  /** strace's. */
  readonly log: Uint8Array;
  readonly record: KernelRecord;
  /** Why the program did not come to its end: a signal that it was killed by. */
  readonly ended: string | undefined;
}

/** What the program calls for itself. */
const UNSEEN = 'trace=!open,dup2,close_range,pread64,pwrite64,gettid,wait4';

const PROGRAMS = join(
  // Also where this is bundled: the tests and the command run in the project's folder.
  import.meta.url.endsWith('.ts') ? dirname(dirname(fileURLToPath(import.meta.url))) : 'test/kernel',
  'programs',
);

/** Options of the compiler for a program of 32 bits; the C library's headers of Debian keep asm/ apart for each machine. */
export const I386: readonly string[] = ['-m32', '-I/usr/include/x86_64-linux-gnu'];

/** SysV segments outlive the program that made them, and the machine has room for some thousands. */
function removeSegments(log: string): void {
  const made = [...log.matchAll(/shmget\(.*\) += (\d+)$/gm)].map(([, id = '']) => id);
  // Those that the program removed itself are told as errors, which are of no matter.
  if (made.length > 0)
    spawnSync(
      'ipcrm',
      made.flatMap((id) => ['-m', id]),
    );
}

/** A folder with the program and the files that lists name, gone with `remove`. */
export class LiveKernel {
  readonly folder = mkdtempSync(join(tmpdir(), 'pagewalk-calls-'));
  private readonly program = join(this.folder, 'call-list');

  /**
   * `ownOptions`: of the compiler; I386 for a program of 32 bits.
   * @throws where the machine has no gcc, or is no Linux on x86-64: there is nothing to compare with then.
   */
  constructor(mapsBytes?: number, ownOptions: readonly string[] = []) {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Error(`these tests ask the live kernel: they need Linux on x86-64, not ${process.platform}`);
    const options = ['-static', '-nostdlib', '-ffreestanding', '-fno-stack-protector', '-fno-pic', '-no-pie'];
    const defined = [...ownOptions, ...(mapsBytes === undefined ? [] : [`-DMAPS_BYTES=${mapsBytes}`])];
    try {
      execFileSync(
        'gcc',
        [...options, ...defined, '-O1', '-fno-tree-loop-distribute-patterns', '-Wall', '-Wextra'].concat(
          '-o',
          this.program,
          join(PROGRAMS, 'call-list.c'),
        ),
        { stdio: 'pipe' },
      );
    } catch (error) {
      throw new Error('the kernel tests compile a small program: install gcc', { cause: error });
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** `fixedLayout`: without address space randomization. */
  run(list: readonly string[], fixedLayout = false): LiveRun {
    const files = join(this.folder, 'files');
    rmSync(files, { recursive: true, force: true });
    mkdirSync(files);
    writeFileSync(join(files, 'data'), Buffer.alloc(5 * 4096 + 123, 'pagewalk '), { mode: 0o644 });
    writeFileSync(join(files, 'empty'), '');
    const [listed, record, log] = ['list', 'record', 'log'].map((file) => join(this.folder, file)) as [
      string,
      string,
      string,
    ];
    const text = list.map((line) => line.replaceAll('"/files/', `"${files}/`)).join('\n');
    writeFileSync(listed, `${text}\n`);
    rmSync(record, { force: true });
    const strace = ['-f', '--seccomp-bpf', '-e', UNSEEN, '-o', log, this.program, listed, record];
    const command: readonly string[] = fixedLayout
      ? ['setarch', '-R', 'strace', ...strace]
      : ['strace', ...strace];
    const { error, status, signal } = spawnSync(command[0] ?? '', command.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 120_000,
    });
    if (error !== undefined) throw new Error(`cannot run ${command.join(' ')}`, { cause: error });
    const bytes = readFileSync(log);
    removeSegments(bytes.toString('latin1'));
    const killed = /\+\+\+ killed by (\w+)/.exec(bytes.toString('latin1'))?.[1];
    const ended = killed ?? signal ?? (status === 0 ? undefined : `exit status ${String(status)}`);
    return { list, log: bytes, record: readRecord(readFileSync(record, 'latin1')), ended };
  }
}
