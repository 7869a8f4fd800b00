/**
 * Lets another kernel than the machine's own answer lists of calls: it is booted in qemu for them, with call-list, strace
 * and nothing else.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { initramfs, type GuestFile } from './initramfs';
import type { GuestMachine } from './machines';

const PROGRAMS = 'test/kernel/programs';
const INIT = 'test/kernel/guest/init.c';

export interface GuestAnswers {
  /** uname's release. */
  readonly release: string;
  readonly runs: readonly GuestRun[];
}

/** strace's log and call-list's record, a character a byte. */
export interface GuestRun {
  readonly list: readonly string[];
  readonly log: string;
  readonly record: string;
  /** Why the program did not come to its end. */
  readonly ended?: string;
}

export interface Guest {
  readonly machine: GuestMachine;
  /** A kernel image. */
  readonly kernel: string;
  /** A folder with strace and its libraries as that machine has them under /usr; undefined: this machine's own will do. */
  readonly root: string | undefined;
  /** vm.max_map_count, for it alone; undefined: as the kernel has it. Since Linux 5.8. */
  readonly maxMapCount?: number | undefined;
}

/**
 * Boots the guest once and runs every list in it.
 * @throws with what is missing: qemu, a compiler, strace; or with the end of the guest's console where it did not come to
 * its end.
 */
export function askGuest(
  { machine, kernel, root, maxMapCount }: Guest,
  lists: readonly (readonly string[])[],
): GuestAnswers {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-guest-'));
  try {
    const files: GuestFile[] = [
      { path: '/init', bytes: compiled(folder, machine, 'init', INIT, ['-static']), executable: true },
      {
        path: '/call-list',
        bytes: compiled(folder, machine, 'call-list', join(PROGRAMS, 'call-list.c'), CALL_LIST_OPTIONS),
        executable: true,
      },
      ...straceAndLibraries(machine, root),
      ...lists.map((list, number) => ({
        path: `/lists/${number}`,
        bytes: Buffer.from(`${list.join('\n')}\n`),
      })),
    ];
    const initial = join(folder, 'initial');
    writeFileSync(initial, initramfs(files, ['/proc', '/sys', '/answers', '/files', '/tmp']));
    const console = join(folder, 'console');
    boot(machine, kernel, initial, console, maxMapCount);
    return answersIn(readFileSync(console), lists);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As for the live kernel: no library, a fixed place, nothing that touches memory by itself. */
const CALL_LIST_OPTIONS = [
  ...['-static', '-nostdlib', '-ffreestanding', '-fno-stack-protector', '-fno-pic', '-no-pie'],
  '-fno-tree-loop-distribute-patterns',
];

export function compiled(
  folder: string,
  { compiler }: GuestMachine,
  name: string,
  source: string,
  options: readonly string[],
): Uint8Array {
  const program = join(folder, name);
  const [command = 'gcc', ...own] = compiler;
  try {
    execFileSync(command, [...own, ...options, '-O1', '-o', program, source], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(`cannot compile ${source} with ${command}: is it installed, with libc6-dev?`, {
      cause: error,
    });
  }
  return readFileSync(program);
}

/** The guest has no other files than these: strace with what ldd names for it, or with all that lies in `root`. */
export function straceAndLibraries(
  { libraries, loader }: GuestMachine,
  root: string | undefined,
): GuestFile[] {
  const program = (path: string, file: string): GuestFile => ({
    path,
    bytes: readFileSync(file),
    executable: true,
  });
  if (root !== undefined)
    return [
      program('/strace', join(root, 'usr/bin/strace')),
      program(loader, join(root, 'usr', loader)),
      ...readdirSync(join(root, libraries))
        .filter((name) => /\.so[.\d]*$/.test(name))
        .map((name) => program(join(libraries, name), join(root, libraries, name))),
    ];
  const { stdout: own } = spawnSync('sh', ['-c', 'printf %s "$(command -v strace)"'], { encoding: 'utf8' });
  if (own === '') throw new Error('there is no strace: install strace, or name a folder with one by --root');
  const needed = execFileSync('ldd', [own], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
  return [program('/strace', own), ...needed.map((path) => program(path, path))];
}

/** A guest that hangs is stopped after five minutes. */
const LONGEST = 300_000;
/** Seconds. Now and then an emulated processor stops for ever in the kernel's first instructions. */
const FIRST_WORD = 60;
const ATTEMPTS = 4;

/** Boots until the guest says something: `output` gets what comes from its console. */
export function boot(
  machine: GuestMachine,
  kernel: string,
  initial: string,
  output: string,
  maxMapCount?: number,
): void {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    bootOnce(machine, kernel, initial, output, maxMapCount);
    if (statSync(output).size > 0) return;
  }
  throw new Error(`${basename(kernel)} says nothing in ${machine.qemu[0]}: is it a kernel of that machine?`);
}

function bootOnce(
  { qemu, console: device }: GuestMachine,
  kernel: string,
  initial: string,
  output: string,
  maxMapCount: number | undefined,
): void {
  const [command = '', ...options] = qemu;
  const usual = `console=${device} quiet loglevel=0 panic=-1 transparent_hugepage=madvise`;
  // Documentation/admin-guide/kernel-parameters.txt: sysctl.*
  const words = maxMapCount === undefined ? usual : `${usual} sysctl.vm.max_map_count=${maxMapCount}`;
  const devices = ['-no-reboot', '-display', 'none', '-monitor', 'none', '-serial', `file:${output}`];
  const image = ['-m', '2048', '-kernel', kernel, '-initrd', initial, '-append', words];
  const args = [command, ...options, ...image, ...devices];
  // The shell ends qemu where the console stays empty; a guest that has begun gets the whole time.
  const watched = `: >"$0"; "$@" & guest=$!
    trap 'kill $guest 2>/dev/null; exit 143' TERM
    for _ in $(seq ${FIRST_WORD}); do
      if [ -s "$0" ] || ! kill -0 $guest 2>/dev/null; then break; fi
      sleep 1
    done
    [ -s "$0" ] || kill $guest 2>/dev/null
    wait $guest; status=$?
    [ -s "$0" ] || [ $status = 127 ] || exit 0
    exit $status`;
  const { error, status, stderr } = spawnSync('sh', ['-c', watched, output, ...args], {
    timeout: LONGEST,
    encoding: 'utf8',
  });
  if (error !== undefined)
    throw new Error(`cannot run ${command} with ${basename(kernel)}`, { cause: error });
  if (status === 127)
    throw new Error(
      `there is no ${command}: install qemu-system-x86 (qemu-system-arm, qemu-system-misc for others)`,
    );
  if (status !== 0) throw new Error(`${command} with ${basename(kernel)}: ${stderr}`);
}

/** The console's bytes, see init.c. */
function answersIn(output: Buffer, lists: readonly (readonly string[])[]): GuestAnswers {
  const text = output.toString('latin1');
  const release = /\n@@ release (\S+)/.exec(text)?.[1];
  if (release === undefined || !text.includes('\n@@ end\n'))
    throw new Error(`the guest did not come to its end: ${JSON.stringify(text.slice(-2000))}`);
  let at = 0;
  const runs = lists.map((list, number): GuestRun => {
    const mark = `\n@@ ${number} `;
    const begin = text.indexOf(mark, at) + mark.length;
    const end = text.indexOf('\n', begin);
    const [status = 0, logged = 0, recorded = 0] = text.slice(begin, end).split(' ').map(Number);
    const log = end + 1;
    const record = log + logged;
    at = record + recorded;
    const run = { list, log: text.slice(log, record), record: text.slice(record, at) };
    return status === 0 ? run : { ...run, ended: `wait status ${status}` };
  });
  return { release, runs };
}
