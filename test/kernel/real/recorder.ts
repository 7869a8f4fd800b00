/**
 * Records a real program under strace together with the kernel's own address space after each memory call.
 *
 * strace holds a task for a while at the end of each such call (`-e inject=…:delay_exit=`), after it has written the call's
 * line. The line comes through a named pipe, and /proc/PID is read before the task goes on:
 *
 *     strace   mmap(…) = 0x7f… (DELAYED)\n   |<------ the task is held ------>|
 *     we                                       status  maps  limits
 *
 * Where the reading ended later than the call's own time (`-ttt`) and the hold allow, the row is called late: the task may have
 * gone on. Where a call of another thread of the same address space was on its way meanwhile, the row says so too.
 */
import { execFileSync, spawn } from 'node:child_process';
import { constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from './subjects';
import { overlapped } from './overlaps';

/** What the kernel said of a task right after the call whose result stands at `line`. */
export interface TruthRow {
  /** 1-based. */
  readonly line: number;
  readonly tid: number;
  /** The process: threads of one share it. */
  readonly pid: number;
  readonly maps: string;
  /** VmLck and VmSize. */
  readonly lockedKb: number;
  readonly sizeKb: number;
  /** Soft limits by the name that /proc/PID/limits has; in bytes. */
  readonly limits: string;
  readonly mayLock: boolean;
  /** mm->start_brk. */
  readonly startBreak: bigint;
  /** The call is an execve that succeeded. */
  readonly isExec: boolean;
  /** The task went on while it was read: what was read may be of a later moment. */
  readonly late: boolean;
  /**
   * Calls of other threads were under way, and the last of their results stands at this line: the kernel may have been
   * ahead of the log, or in another order. Undefined: none was.
   */
  readonly racedUntil: number | undefined;
}

export interface RealRecording {
  readonly log: Uint8Array;
  /** In the log's order. */
  readonly rows: readonly TruthRow[];
}

/** `racedUntil` is worked out when the whole log is there. `readUntil`: epoch seconds. */
type Draft = Omit<TruthRow, 'racedUntil'> & { readonly readUntil: number };
type Reading = Omit<Draft, 'line' | 'tid' | 'late' | 'isExec'>;

/** All that changes an address space or makes one. A `?`: strace versions without that name pass over it. */
const HELD = '%memory,clone,?clone3,fork,vfork,?mseal,?map_shadow_stack,shmat,shmdt,prctl';
const HELD_LONG = 'execve,execveat';
/** Long enough for a busy machine to read /proc; microseconds. execve itself takes its time, and is rare. */
const HOLD = 6000;
const HOLD_LONG = 60_000;

/** Without the maps right behind an execve nothing of the program can be compared: then it is recorded again. */
export async function record(subject: Subject): Promise<RealRecording> {
  for (let left = ATTEMPTS; ; left--) {
    const recording = await recordOnce(subject);
    if (left <= 1 || !recording.rows.some((row, at) => row.late && (at === 0 || row.isExec)))
      return recording;
  }
}

const ATTEMPTS = 4;

async function recordOnce(subject: Subject): Promise<RealRecording> {
  if (process.platform !== 'linux') throw new Error('real programs are recorded on Linux only');
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-real-'));
  try {
    const pipe = join(folder, 'log');
    execFileSync('mkfifo', [pipe]);
    const truth = new TruthReader();
    // Opened without blocking, so that nothing waits for a strace that does not start.
    const socket = new Socket({ fd: openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK) });
    socket.on('data', (bytes: Buffer) => truth.read(bytes));
    await run(pipe, subject, folder);
    socket.destroy();
    return truth.finish();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(pipe: string, { command, options = [], seconds = 60 }: Subject, cwd: string): Promise<void> {
  const words = ['-f', '-ttt', '-o', pipe, ...options];
  for (const [calls, hold] of [
    [HELD, HOLD],
    [HELD_LONG, HOLD_LONG],
  ])
    words.push('-e', `inject=${calls}:delay_exit=${hold}`);
  const child = spawn('strace', [...words, '--', ...command], { stdio: ['ignore', 'ignore', 'pipe'], cwd });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on(
      'data',
      (bytes: Buffer) => (said += bytes.toString('latin1').slice(0, 2000 - said.length)),
    );
    // strace passes it on to what it traces.
    const clock = setTimeout(() => child.kill('SIGTERM'), seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(clock);
      reject(new Error('the tests of real programs need strace', { cause: error }));
    });
    child.on('close', (status) => {
      clearTimeout(clock);
      if (/^strace: /m.test(said)) reject(new Error(`strace ended with ${String(status)}: ${said}`));
      // What is left in the pipe comes in the next turns of the loop.
      else setTimeout(resolve, 50);
    });
  });
}

const DELAYED = / \(DELAYED\)(?: <[\d.]+>)?$/;

class TruthReader {
  readonly #chunks: Buffer[] = [];
  readonly #rows: Draft[] = [];
  readonly #last = new Map<number, string>();
  #rest = '';
  #line = 0;

  read(bytes: Buffer): void {
    this.#chunks.push(Buffer.from(bytes));
    const lines = (this.#rest + bytes.toString('latin1')).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const text of lines) {
      this.#line++;
      if (DELAYED.test(text)) this.#row(text);
    }
  }

  #row(text: string): void {
    const [tid = NaN, since = NaN] = text.split(/ +/, 2).map(Number);
    const row = readTruth(tid);
    if (row === undefined) return;
    // It is held from the end of its call on, which comes after the time of the line.
    const execve = /^\d+ +[\d.]+ (?:<\.\.\. )?execve/.test(text);
    const hold = execve ? HOLD_LONG : HOLD;
    const late = !(row.readUntil < since + hold / 1e6);
    // Most calls leave most of it alone: equal texts are kept once.
    const known = this.#last.get(row.pid);
    const maps = known === row.maps ? known : row.maps;
    this.#last.set(row.pid, maps);
    this.#rows.push({ ...row, maps, line: this.#line, tid, late, isExec: execve && text.includes(' = 0 ') });
  }

  finish(): RealRecording {
    const log = Buffer.concat(this.#chunks);
    const raced = overlapped(log.toString('latin1'), this.#rows);
    const rows = this.#rows.map((row, at) => ({ ...row, racedUntil: raced.get(at) }));
    return { log, rows };
  }
}

/** Undefined where the task is gone: killed while it was held. */
function readTruth(tid: number): Reading | undefined {
  const proc = (name: string): string => readFileSync(`/proc/${tid}/${name}`, 'latin1');
  try {
    const status = proc('status');
    const maps = proc('maps');
    const limits = proc('limits');
    const stat = proc('stat');
    return {
      pid: Number(field(status, 'Tgid')),
      maps,
      limits,
      lockedKb: Number.parseInt(field(status, 'VmLck'), 10),
      sizeKb: Number.parseInt(field(status, 'VmSize'), 10),
      mayLock: ((BigInt(`0x${field(status, 'CapEff') || '0'}`) >> 14n) & 1n) === 1n,
      startBreak: BigInt(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_BREAK] ?? '0'),
      readUntil: (performance.timeOrigin + performance.now()) / 1000,
    };
  } catch {
    return undefined;
  }
}

/** Field 47 of proc_pid_stat(5), counted behind the name, which is the second. */
const START_BREAK = 44;

function field(status: string, name: string): string {
  const from = status.indexOf(`\n${name}:`);
  if (from < 0) return '';
  const start = from + name.length + 2;
  return status.slice(start, status.indexOf('\n', start)).trim();
}
