/** The real programs that the model is held against. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface Subject {
  readonly name: string;
  readonly command: readonly string[];
  /** Of strace, beside `-f -ttt`. */
  readonly options?: readonly string[];
  /** It is told to end after so many. */
  readonly seconds?: number;
  /** Some of its processes have threads that call at the same time. */
  readonly threads: boolean;
  /** Recorded by `npm test`. */
  readonly quick: boolean;
}

/** Only what changes memory or names files and limits: the rest of the log says nothing here, and costs time. */
const LEAN = [
  '-e',
  'trace=%memory,%process,%desc,%creds,prlimit64,personality,shmat,shmdt,shmget,shmctl,prctl',
];
/** What the name stands for may be a script that looks for it. */
const PYTHON = execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
  encoding: 'utf8',
}).trim();

/** `folder`: where the C programs are compiled to. */
export function subjects(folder: string): readonly Subject[] {
  const shell = (text: string): string[] => ['sh', '-c', text];
  const lean = { options: LEAN, threads: false, quick: false };
  const found: Subject[] = [
    {
      name: 'a shell pipeline',
      command: shell('ls -l /usr | sort | uniq -c | wc -l; (cd /; pwd); x=$(date); echo "$x"'),
      ...lean,
      quick: true,
    },
    {
      name: 'python3',
      command: [
        PYTHON,
        '-c',
        'import json, re, ctypes, decimal; x = [bytearray(300000 * i) for i in range(20)]',
      ],
      ...lean,
      quick: true,
    },
    {
      name: 'python3 with processes',
      command: [
        PYTHON,
        '-c',
        'import os, subprocess\nfor i in range(3):\n  p = os.fork()\n  if p == 0: x = [bytearray(1000000) for _ in range(4)]; os._exit(0)\n  os.waitpid(p, 0)\nsubprocess.run(["/bin/true"])',
      ],
      ...lean,
    },
    {
      name: 'a compiler (gcc)',
      command: ['gcc', '-O1', '-o', join(folder, 'made'), source('families.c')],
      ...lean,
      options: [...LEAN, '-y'],
    },
    {
      name: 'perl',
      command: [
        'perl',
        '-e',
        'my @a = map { "x" x $_ } 1 .. 2000; if (my $p = fork) { waitpid $p, 0 } else { exec "true" }',
      ],
      ...lean,
      quick: true,
    },
    {
      name: 'git',
      command: [
        'git',
        '-c',
        'core.pager=cat',
        'grep',
        '--no-index',
        '--threads=1',
        '-c',
        'int',
        source('families.c'),
      ],
      ...lean,
    },
    { name: 'locks, forks and execs', command: [compiled(folder, 'families.c')], ...lean, quick: true },
    { name: 'locks, forks and execs, static', command: [compiled(folder, 'families.c', '-static')], ...lean },
    {
      name: 'without randomized addresses',
      command: ['setarch', '-R', compiled(folder, 'families.c')],
      ...lean,
      quick: true,
    },
    {
      name: 'the old layout (bottom up)',
      command: ['setarch', '-L', compiled(folder, 'families.c')],
      ...lean,
    },
    {
      name: 'a personality that reading implies executing',
      command: ['setarch', '-X', compiled(folder, 'families.c')],
      ...lean,
      quick: true,
    },
    {
      name: 'a stack without limit',
      command: shell(`ulimit -s unlimited; exec ${compiled(folder, 'families.c')}`),
      ...lean,
    },
    {
      name: 'python3 below RLIMIT_AS',
      command: shell(`ulimit -v 100000; exec ${PYTHON} -c 'x = [bytearray(10000000) for i in range(20)]'`),
      ...lean,
    },
    {
      name: 'threads',
      command: [compiled(folder, 'threads.c', '-pthread')],
      options: LEAN,
      threads: true,
      quick: true,
    },
    {
      name: 'sort with threads',
      command: shell('seq 1 200000 > numbers; sort --parallel=4 -S 50M numbers -o /dev/null'),
      options: LEAN,
      threads: true,
      quick: false,
    },
    {
      name: 'node',
      command: [process.execPath, '-e', 'let a = []; for (let i = 0; i < 1e5; i++) a.push({ i })'],
      options: LEAN,
      threads: true,
      quick: false,
    },
  ];
  if (builds(folder, '-m32'))
    found.push({ name: 'a 32-bit program', command: [compiled(folder, 'families.c', '-m32')], ...lean });
  if (process.getuid?.() === 0)
    found.push({
      name: 'without privileges, no page may be locked',
      command: [
        'setpriv',
        '--reuid=65534',
        '--clear-groups',
        ...shell(`ulimit -l 0; exec ${compiled(folder, 'families.c')}`),
      ],
      ...lean,
    });
  return found;
}

const source = (name: string): string => join(import.meta.dirname, 'programs', name);

const made = new Set<string>();
function compiled(folder: string, name: string, ...flags: readonly string[]): string {
  const program = join(folder, `${name.replace('.c', '')}${flags.join('')}`);
  if (!made.has(program))
    execFileSync('gcc', ['-O1', '-w', ...flags, '-o', program, source(name)], { stdio: 'pipe' });
  made.add(program);
  return program;
}

/** Whether this machine's gcc has the libraries for a flag. */
function builds(folder: string, flag: string): boolean {
  try {
    return existsSync(compiled(folder, 'families.c', flag));
  } catch {
    return false;
  }
}
