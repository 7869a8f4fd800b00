/**
 * Rows of calls that a C program really makes under strace. The program is made from the very texts that are tried: what
 * strace writes and what C wants differ little.
 *
 *     mlock($1 + 4096, 1<<16)      a[2] = syscall(SYS_mlock, (long)(a[1] + 4096), (long)(1<<16))
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCallText } from '../../../model/query/what-if/call-text';

/** As C: `$1` is a[1], a limit is a structure. */
function inC(text: string, place: number): string {
  const call = readCallText(text, { start: 0, end: text.length });
  if (call === undefined) throw new Error(text);
  const args = call.args.map(({ start, end }) => {
    const written = text
      .slice(start, end)
      .replace(/\$(\d)/g, 'a[$1]')
      .replaceAll('PAGE_SIZE', '4096');
    const limit = /^\{rlim_cur=(.*), rlim_max=(.*)\}$/.exec(written);
    return limit === null ? `(long)(${written})` : `&(struct rlimit){${limit[1]}, ${limit[2]}}`;
  });
  return `  a[${place}] = syscall(${[`SYS_${call.name}`, ...args].join(', ')});`;
}

/**
 * Each row is a case. The program gives its privileges up, so that limits hold; it shows its memory before the calls and
 * behind them, and writes to nowhere what a reader of the log looks for.
 */
const sourceOf = (rows: readonly (readonly string[])[]): string => `
#define _GNU_SOURCE
#include <fcntl.h>
#include <linux/mman.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_mseal
#define SYS_mseal 462
#endif
#ifndef MREMAP_DONTUNMAP
#define MREMAP_DONTUNMAP 4
#endif

static char buffer[1 << 16];
static long a[16];

static void show(const char *name) {
  int from = open("/proc/self/smaps", O_RDONLY);
  int to = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  for (long n; (n = read(from, buffer, sizeof buffer)) > 0;) write(to, buffer, n);
  close(from);
  close(to);
}

int main(int count, char **words) {
  syscall(SYS_prlimit64, 0, RLIMIT_MEMLOCK, &(struct rlimit){64 << 10, 64 << 10}, NULL);
  syscall(SYS_prlimit64, 0, RLIMIT_AS, NULL, &(struct rlimit){0, 0});
  syscall(SYS_prlimit64, 0, RLIMIT_DATA, NULL, &(struct rlimit){0, 0});
  syscall(SYS_geteuid);
  syscall(SYS_setresuid, 65534, 65534, 65534);
  show("before");
  write(-1, "here", 4);
  switch (words[1][0] - 'a') {
${rows.map((calls, i) => ` case ${i}:\n${calls.map((text, at) => inC(text, at + 1)).join('\n')}\n  break;`).join('\n')}
  }
  write(-1, "there", 5);
  show("after");
  return 0;
}
`;

export function compile(folder: string, rows: readonly (readonly string[])[]): string {
  const source = join(folder, 'calls.c');
  const program = join(folder, 'calls');
  writeFileSync(source, sourceOf(rows));
  execFileSync('gcc', ['-O1', '-static', '-w', '-o', program, source]);
  return program;
}

export interface Made {
  readonly log: string;
  /** smaps, before the calls and behind them. */
  readonly before: string;
  readonly after: string;
}

export function make(folder: string, program: string, row: number): Made {
  const log = join(folder, 'log');
  const name = String.fromCharCode('a'.charCodeAt(0) + row);
  execFileSync('strace', ['-o', log, program, name], { cwd: folder, stdio: 'ignore' });
  const text = (file: string): string => readFileSync(join(folder, file), 'utf8');
  return { log: text('log'), before: text('before'), after: text('after') };
}
