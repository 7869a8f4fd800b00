/**
 * Runs calls on the live kernel: programs/caller.c makes them and records, after each, the kernel's answer and its own
 * /proc/self/maps and VmLck.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { constants, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { parseMapsFile, type MapsSnapshot } from '../../model/memory/maps-snapshot';
import { parseKernelVersion } from '../../model/kernel/versions';

export interface Recorded {
  readonly name: string;
  readonly args: readonly bigint[];
  readonly answer: { readonly value: bigint } | { readonly errno: string };
  readonly lockedKb: number;
  readonly maps: MapsSnapshot;
}
export interface Recording {
  /** First byte of the window of free address space. */
  readonly window: bigint;
  readonly startBreak: bigint;
  readonly start: MapsSnapshot;
  readonly descriptors: readonly number[];
  readonly calls: readonly Recorded[];
}

/** The kernel that runs this test. */
export const runningKernel = parseKernelVersion(` ${release()}`);

/** Of two names of one number (EAGAIN, EWOULDBLOCK) the one that strace prints. */
const ERRNO_NAMES = new Map(
  Object.entries(constants.errno)
    .filter(([name]) => name !== 'EWOULDBLOCK' && name !== 'ENOTSUP')
    .map(([name, number]) => [number, name]),
);

export const temporary = mkdtempSync(join(tmpdir(), 'pagewalk-kernel-'));
let built: string | undefined;
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Compiles the program once. Without gcc or a Linux kernel there is nothing to compare with: the test fails and says so. */
function caller(): string {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `the kernel is the oracle of this test: it needs Linux on x86-64, not ${process.platform} ${process.arch}`,
    );
  if (built !== undefined) return built;
  const program = join(temporary, 'caller');
  const source = join(import.meta.dirname, 'programs', 'caller.c');
  try {
    execFileSync('gcc', ['-static', '-O1', '-Wall', '-Wextra', '-o', program, source], { stdio: 'pipe' });
  } catch (error) {
    throw new Error('the kernel tests compile a small program: install gcc and the static C library', {
      cause: error,
    });
  }
  built = program;
  return program;
}

/** Runs the lines (see caller.c) and reads the record. */
export function runCalls(lines: readonly string[]): Recording {
  const { stdout, status, signal, stderr } = spawnSync(caller(), {
    input: `${lines.join('\n')}\n`,
    encoding: 'latin1',
    maxBuffer: 1 << 28,
  });
  if (status !== 0)
    throw new Error(`caller ended with ${String(status ?? signal)}: ${stderr} ${stdout.slice(-200)}`);
  return parse(stdout.split('\n'));
}

function parse(lines: readonly string[]): Recording {
  const calls: Recorded[] = [];
  const descriptors: number[] = [];
  let at = 0;
  const next = (): string => lines[at++] ?? '';
  const [, window = '0', startBreak = '0'] = next().split(' ');
  next();
  const body = (): MapsSnapshot => {
    const end = lines.indexOf('end', at);
    const [snapshot] = parseMapsFile(lines.slice(at, end).join('\n')).snapshots;
    at = end + 1;
    if (snapshot === undefined) throw new Error('no maps in the record');
    return snapshot;
  };
  const start = body();
  while (at < lines.length) {
    const [word, name = '', ...args] = next().split(' ');
    if (word === 'fd') descriptors.push(Number(name));
    if (word !== 'call') continue;
    const [kind, value = '0'] = next().split(' ');
    const answer =
      kind === 'result'
        ? { value: BigInt(value) }
        : { errno: ERRNO_NAMES.get(Number(value)) ?? `errno ${value}` };
    const lockedKb = Number(next().split(' ')[1]);
    calls.push({ name, args: args.map(BigInt), answer, lockedKb, maps: body() });
  }
  return { window: BigInt(window), startBreak: BigInt(startBreak), start, descriptors, calls };
}
