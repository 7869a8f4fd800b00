import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { open } from './table';

const utf16 = (text: string, mark: boolean): Uint8Array => {
  const body = Buffer.from(text, 'utf16le');
  return Uint8Array.from(mark ? Buffer.concat([Buffer.from([0xff, 0xfe]), body]) : body);
};

const repeat = (lines: string): string => `${lines}\n`.repeat(50);

describe('what is no strace log', () => {
  const cases: readonly (readonly [what: RegExp, content: string | Uint8Array])[] = [
    [/ELF binary/, Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 10, 0, 0])],
    [/gzip/, Uint8Array.from(gzipSync('close(3) = 0\n'.repeat(9)))],
    [/UTF-16/, utf16('close(3) = 0\nclose(4) = 0\n', true)],
    [/UTF-16/, utf16('close(3) = 0\nclose(4) = 0\n', false)],
    [/JSON/, '{\n  "traceEvents": [\n    {"name": "mmap", "ph": "X"}\n  ]\n}\n'],
    [/HTML/, '<!DOCTYPE html>\n<html><head><title>x</title></head>\n'],
    [
      /ltrace/,
      '__libc_start_main(0x401136, 1, 0x7ffd, 0 <unfinished ...>\nputs("hello")   = 6\nmalloc(10)   = 0x1234\n+++ exited (status 0) +++\n',
    ],
    [/perf script/, repeat('cat  1234 [001]  1234.567890: syscalls:sys_enter_mmap: addr: 0x0')],
    [/perf trace/, repeat('     0.015 ( 0.002 ms): cat/1234 brk() = 0x55d0')],
    [/dmesg/, repeat('[    0.000000] Linux version 6.18.0 (gcc)')],
    [/system log/, repeat('Jan 12 10:11:12 host kernel: out of memory')],
    [/C source/, '#include <stdio.h>\n\nint main(void)\n{\n\tint x = 3;\n\tputs("hi");\n\treturn 0;\n}\n'],
    [
      /maps file/,
      '00400000-00401000 r--p 00000000 08:01 123  /bin/x\n7ffd00000000-7ffd00021000 rw-p 00000000 00:00 0  [stack]\n',
    ],
    [
      /summary/,
      '% time     seconds  usecs/call     calls    errors syscall\n100.00    0.000010          10         1           close\n',
    ],
    [/script/, '#!/bin/sh\necho hello\n'],
    [/binary/, Uint8Array.from({ length: 999 }, (_, i) => (i * 7) % 32)],
    [/plain text/, 'It was a dark and stormy night.\nThe rain fell in torrents.\n'],
  ];

  it.each(cases)('is told by its looks: %s', async (what, content) => {
    const { survey } = await open(content);
    expect(survey.verdict).toBe('not-strace');
    expect(survey.looksLike).toMatch(what);
  });

  it.each(['', '\n\n\n', ' \n', '\ufeff'])('is empty: %j', async (content) => {
    const { survey } = await open(content);
    expect(survey).toMatchObject({ verdict: 'empty', events: 0 });
  });
});

describe('what is one', () => {
  it('is a mail with a few lines of a log in it', async () => {
    const mail = `${repeat('Dear list, this is what I see and I do not know why.')}
> mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3, 0) = -1 ENOMEM (Cannot allocate memory)
> --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=NULL} ---
${repeat('Any help is welcome.')}`;
    const { survey } = await open(mail);
    expect(survey).toMatchObject({ verdict: 'strace', calls: 1, failingCalls: 1 });
    expect(survey.firstUnparsed[0]).toMatchObject({
      line: 1,
      text: 'Dear list, this is what I see and I do not know why.',
    });
  });

  it('is a single line', async () => {
    expect((await open('brk(NULL) = 0x55d0c0de0000')).survey).toMatchObject({
      verdict: 'strace',
      startsAtExecve: false,
    });
  });

  it('says whether it begins with an execve that succeeded', async () => {
    const starts = async (log: string): Promise<boolean> => (await open(log)).survey.startsAtExecve;
    expect(await starts('execve("a", ["a"], 0x7ffd /* 9 vars */) = 0\nbrk(NULL) = 0\n')).toBe(true);
    expect(await starts('execve("a", ["a"], 0x7ffd) = -1 ENOENT (No such file or directory)\n')).toBe(false);
    expect(await starts('brk(NULL) = 0\nexecve("a", ["a"], 0x7ffd) = 0\n')).toBe(false);
  });
});
