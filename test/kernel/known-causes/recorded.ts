/**
 * One case under strace, and the lines of its log that count. Each case runs alone, in a folder of its own.
 *
 *   children      it needs `-f`
 *   attach        strace comes when the program is under way already
 *   user=NAME     strace starts it as this user (`-u`)
 *   ulimit=WORDS  a shell lowers a limit before: the log does not show that
 *   strace=WORDS  more options
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Collection, KnownCase } from './collection';
import { markedLines, type Marked } from './marked-lines';

/** The forms in which people record: the same cases must be answered alike in each. */
export const forms = {
  usual: ['-f'],
  'raw flags': ['-f', '-X', 'raw'],
  'no pid': [],
  times: ['-f', '-tt', '-T'],
  files: ['-ff', '-ttt', '-T'],
  paths: ['-f', '-y', '-v', '-s', '200'],
  prefixes: ['-f', '-r', '-i', '-n', '-Y'],
  /** With the dynamic loader's own calls at the beginning. */
  dynamic: ['-f'],
  /** Only calls on memory: much of what proves a cause is missing, so the answer may be less. But it is not wrong. */
  'memory calls': ['-f', '-e', 'trace=%memory,getppid,sched_yield'],
} as const;
export type Form = keyof typeof forms;
export const formNames = Object.keys(forms) as readonly Form[];

export interface Recorded {
  /** What `pagewalk explain` is given: a file, or the prefix of a set. */
  readonly trace: string;
  /** Undefined: the program did not come to the call. */
  readonly marked: Marked | undefined;
}

const SECONDS = 30;

/** Where the machine's table of System V segments is full, or has a key, that is no cause of ours. Only root may do so. */
const alone = process.getuid?.() === 0 ? ['unshare', '--ipc'] : [];
const run = promisify(execFile);

/** Whether the case can be told in this form of log. */
export const hasForm = ({ how }: KnownCase, form: Form): boolean =>
  form === 'usual' ||
  !(
    how.has('long') ||
    (form === 'no pid' && how.has('children')) ||
    // The loader makes the same calls: another one would be injected.
    (form === 'dynamic' && how.has('strace'))
  );

export async function recorded(
  { program, dynamic }: Collection,
  known: KnownCase,
  form: Form,
  folder: string,
): Promise<Recorded> {
  const place = join(folder, `${known.name}.${form.replace(' ', '-')}`);
  mkdirSync(place);
  // Another user's program makes files there.
  chmodSync(place, 0o777);
  const log = join(folder, `${known.name}.${form.replace(' ', '-')}.strace`);
  const user = known.how.get('user');
  const more = known.how.get('strace')?.split(' ') ?? [];
  const options = [...forms[form], ...more, ...(user === undefined ? [] : ['-u', user]), '-o', log];
  const traced = form === 'dynamic' ? dynamic : program;
  if (known.how.has('attach')) await attached(traced, known.name, options, place);
  else {
    const words = ['strace', ...options, '--', traced, known.name];
    const limit = known.how.get('ulimit');
    const [first = '', ...rest] =
      limit === undefined
        ? [...alone, ...words]
        : [...alone, 'sh', '-c', `ulimit ${limit}; exec "$@"`, 'sh', ...words];
    await run(first, rest, { cwd: place, timeout: SECONDS * 1000 }).catch((error: unknown) => {
      // A case may end by a signal or with any status; that its marks are there is tested below.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new Error('the collection is recorded by strace: install it', { cause: error });
    });
  }
  rmSync(place, { recursive: true, force: true });
  const files = existsSync(log)
    ? [log]
    : readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((path) => path.startsWith(`${log}.`));
  const logs = new Map(files.map((path) => [path, readFileSync(path, 'latin1')]));
  return { trace: log, marked: markedLines(logs, known.answer) };
}

/**
 * The program says that it has come to where strace shall find it, and goes on at the end of its standard input: when strace
 * has said that it is there. TracerPid in /proc tells so too early, between PTRACE_SEIZE and the interrupt from which on calls
 * are written (strace.c: ptrace_attach_or_seize).
 */
async function attached(
  program: string,
  name: string,
  options: readonly string[],
  cwd: string,
): Promise<void> {
  const traced = spawn(program, [name], { cwd, stdio: ['pipe', 'pipe', 'ignore'] });
  const over = once(traced, 'close');
  const late = setTimeout(() => traced.kill('SIGKILL'), SECONDS * 1000);
  await Promise.race([once(traced.stdout, 'data'), over]);
  const tracer = spawn('strace', [...options, '-p', String(traced.pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  tracer.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.includes(' attached')) traced.stdin.end();
  });
  await once(tracer, 'close');
  // Strace may have ended without having come.
  traced.kill('SIGKILL');
  await over;
  clearTimeout(late);
}
