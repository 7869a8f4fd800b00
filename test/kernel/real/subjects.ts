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
  /** A program without which it is left out. */
  readonly needs?: string;
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
    {
      name: 'a database (sqlite3) that maps its file',
      command: shell(
        'rm -f base; sqlite3 base "pragma mmap_size=4194304; create table t(a, b); with recursive n(x) as (select 1 union all select x + 1 from n where x < 3000) insert into t select x, hex(randomblob(200)) from n; create index i on t(b); select count(*), max(b) > 0 from t where b > 5; drop table t; vacuum;"',
      ),
      ...lean,
      needs: 'sqlite3',
    },
    {
      name: 'python3 with mmap and sqlite3',
      command: [
        PYTHON,
        '-c',
        'import mmap, sqlite3, tempfile, os\n' +
          'f = tempfile.TemporaryFile(); f.truncate(65536)\n' +
          'm = mmap.mmap(f.fileno(), 65536); m[:5] = b"hello"; m.flush(); m.resize(262144); m[200000] = 1; m.madvise(mmap.MADV_DONTNEED)\n' +
          'a = mmap.mmap(-1, 1 << 20); a.write(b"x" * 5000); a.resize(1 << 21); b = mmap.mmap(-1, 8192, prot=mmap.PROT_READ)\n' +
          'p = os.fork()\n' +
          'if p == 0: a[0] = 1; m.close(); os._exit(0)\n' +
          'os.waitpid(p, 0); m.close(); a.close()\n' +
          'd = sqlite3.connect(":memory:"); d.execute("create table t(x)"); d.executemany("insert into t values (?)", [("y" * 1000,)] * 3000)',
      ],
      ...lean,
    },
    {
      name: 'a debugger (gdb)',
      command: ['gdb', '-nx', '-batch', '-ex', 'info functions main', '-ex', 'disassemble main', '/bin/true'],
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'gdb',
    },
    {
      name: 'git gc',
      command: shell(
        'rm -rf tree; git init -q tree; cd tree; for i in 1 2 3; do seq $i 4000 > f$i; git add f$i; git -c user.name=a -c user.email=b commit -qm $i; done; git -c pack.threads=1 -c gc.auto=0 gc -q',
      ),
      ...lean,
      needs: 'git',
    },
    {
      name: 'a compressor (xz)',
      command: shell('seq 1 60000 | xz -T1 -6 | xz -dc | tail -1'),
      ...lean,
      needs: 'xz',
    },
    {
      name: 'openssl with keys and hashes',
      command: shell('openssl genrsa 1024 | openssl rsa -check -noout; seq 1 90000 | openssl dgst -sha256'),
      ...lean,
      needs: 'openssl',
    },
    {
      name: 'tclsh',
      command: shell(
        'echo "for {set i 0} {\\$i < 30000} {incr i} {lappend l [string repeat x \\$i]}" | tclsh',
      ),
      ...lean,
      needs: 'tclsh',
    },
    {
      name: 'an editor (vim)',
      command: shell(
        'seq 1 30000 > lines; vim -es -u NONE -c "%s/1/one/g" -c "sort" -c "x" lines; wc -c lines',
      ),
      ...lean,
      needs: 'vim',
    },
    {
      name: 'jq and awk',
      command: shell(
        'seq 1 30000 | jq -s "map(. * 2) | add"; seq 1 90000 | awk \'{ a[$1] = $1 } END { print length(a) }\'',
      ),
      ...lean,
      needs: 'jq',
    },
    {
      name: 'a calculator (bc) and m4',
      command: shell(
        'echo "scale=2000; 4*a(1)" | bc -l | tail -1; seq 1 3000 | sed "s/.*/define(m&,n&)m&/" | m4 | tail -1',
      ),
      ...lean,
      needs: 'bc',
    },
    {
      name: 'make with jobs',
      command: shell(
        'printf "all: a b c\\n%%: ; seq 1 20000 | sort -R | md5sum\\n" > Makefile.jobs; make -s -j3 -f Makefile.jobs all',
      ),
      ...lean,
      needs: 'make',
    },
    {
      name: 'an archive through zstd with threads',
      command: shell(
        'tar -c /usr/include/linux /usr/include/asm-generic 2>/dev/null | zstd -T2 -9 | zstd -dc | wc -c',
      ),
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'zstd',
    },
    {
      name: 'a compiler with threads (rustc)',
      command: shell(
        'echo "fn main() { let v: Vec<u64> = (0..9).collect(); println!(\\"{}\\", v[3]); }" > m.rs; rustc -O m.rs',
      ),
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'rustc',
    },
    {
      name: 'pictures (convert)',
      command: shell('convert -size 600x600 plasma: -blur 0x2 png:- | wc -c'),
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'convert',
    },
    {
      name: 'curl of a file and gpg',
      command: shell('curl -s file:///etc/services | wc -l; gpg --homedir . --print-md SHA256 /etc/services'),
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'curl',
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
      name: 'rings of aio, io_uring and perf',
      command: [compiled(folder, 'rings.c')],
      ...lean,
      quick: true,
    },
    { name: 'a static PIE', command: [compiled(folder, 'families.c', '-static-pie', '-fPIE')], ...lean },
    {
      name: 'a static program, stack without limit',
      command: shell(`ulimit -s unlimited; exec ${compiled(folder, 'families.c', '-static')}`),
      ...lean,
    },
    {
      name: 'python3 with a pool of processes and shared memory',
      command: [
        PYTHON,
        '-c',
        'import multiprocessing as m\nfrom multiprocessing import shared_memory as s\ndef f(i): return len(bytearray(i * 100000))\nif __name__ == "__main__":\n  x = s.SharedMemory(create=True, size=1 << 20); a = m.Array("d", 1000)\n  with m.Pool(2) as p: print(sum(p.map(f, range(8))))\n  x.close(); x.unlink()',
      ],
      options: LEAN,
      threads: true,
      quick: false,
    },
    {
      name: 'node with worker threads',
      command: [
        process.execPath,
        '-e',
        'const { Worker } = require("worker_threads"); for (let i = 0; i < 3; i++) new Worker("const a = []; for (let i = 0; i < 1e5; i++) a.push([i]); require(\'worker_threads\').parentPort.postMessage(new SharedArrayBuffer(1 << 20))", { eval: true })',
      ],
      options: LEAN,
      threads: true,
      quick: false,
    },
    {
      name: 'java with a small heap',
      command: ['java', '-Xmx16m', '-XX:+UseSerialGC', '-version'],
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'java',
    },
    {
      name: 'java with a parallel collector and large pages',
      command: [
        'java',
        '-Xmx64m',
        '-XX:+UseParallelGC',
        '-XX:+UseTransparentHugePages',
        '-Xss256k',
        '-version',
      ],
      options: LEAN,
      threads: true,
      quick: false,
      needs: 'java',
    },
    {
      name: 'an emulator (qemu)',
      command: [
        'qemu-system-x86_64',
        '-M',
        'microvm',
        '-m',
        '64',
        '-display',
        'none',
        '-serial',
        'none',
        '-monitor',
        'none',
        '-accel',
        'tcg',
        '-bios',
        '/dev/null',
      ],
      options: LEAN,
      seconds: 4,
      threads: true,
      quick: false,
      needs: 'qemu-system-x86_64',
    },
    {
      name: 'a checker of memory (valgrind)',
      command: ['valgrind', '-q', compiled(folder, 'families.c')],
      ...lean,
      needs: 'valgrind',
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
      name: 'without privileges, 64 KiB may be locked',
      command: [
        'setpriv',
        '--reuid=65534',
        '--clear-groups',
        ...shell(`ulimit -l 64; exec ${compiled(folder, 'families.c')}`),
      ],
      ...lean,
    });
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
  return found.filter(({ needs }) => needs === undefined || isInstalled(needs));
}

const isInstalled = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, program)));

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
