/** Calls as people write them: what they mean, and what is said where they mean nothing. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnOf, isProblem } from '../../../../model/query/what-if/problem';
import { tryCalls, whatIfAt, type WhatIfState } from '../../../../model/query/what-if/what-if';
import { textOf } from '../../../../model/why/message';
import { at, eventOf, record } from '../../timeline/recorded';

let here: WhatIfState;
beforeAll(async () => {
  const timeline = await record(`
    execve("./a", ["./a"], 0x7ffe0000 /* 1 var */) = 0
    openat(AT_FDCWD, "/tmp/a,b", O_RDWR) = 3
    mmap(NULL, 8192, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000
    exit_group(0) = ?
  `);
  here = whatIfAt(timeline, eventOf(timeline, 'exit_group'), timeline.recording.events.task(at(0)));
});

describe('what is written, as strace would print it', () => {
  it.each([
    ['munmap(0x7f0000000000, 8192)', 'munmap(0x7f0000000000, 8192)'],
    ['  munmap ( 0x7f0000000000 ,8192 ) ', 'munmap(0x7f0000000000, 8192)'],
    ['munmap(0x7f0000000000 + 4096, 64*1024)', 'munmap(0x7f0000001000, 65536)'],
    ['munmap(0x7f0000000000, (1<<21) - PAGE_SIZE)', 'munmap(0x7f0000000000, 2093056)'],
    ['munmap(NULL, 1 MiB)', 'munmap(NULL, 1048576)'],
    ['munmap(NULL, 1.5KiB)', 'munmap(NULL, 1536)'],
    ['munmap(NULL, -1)', 'munmap(NULL, -1)'],
    ['mprotect(0x1000, 4096, PROT_READ | PROT_WRITE)', 'mprotect(0x1000, 4096, PROT_READ|PROT_WRITE)'],
    ['mprotect(0x1000, 4096, 1|2)', 'mprotect(0x1000, 4096, 3)'],
    ['mprotect(0x1000, 4096, PROT_READ|0x20)', 'mprotect(0x1000, 4096, PROT_READ|0x20)'],
    [
      'mmap(NULL, 4 MiB, PROT_READ, MAP_SHARED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, -1, 0)',
      'mmap(NULL, 4194304, PROT_READ, MAP_SHARED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, -1, 0)',
    ],
    [
      'mmap(NULL, 4 MiB, PROT_READ, MAP_SHARED|MAP_HUGETLB|MAP_HUGE_2MB, -1, 0)',
      'mmap(NULL, 4194304, PROT_READ, MAP_SHARED|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, -1, 0)',
    ],
    [
      'mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3</tmp/a,b>, 0)',
      'mmap(NULL, 4096, PROT_READ, MAP_SHARED, 3</tmp/a,b>, 0)',
    ],
    [
      'setrlimit(RLIMIT_AS, {rlim_cur=1 GiB, rlim_max=RLIM_INFINITY})',
      'setrlimit(RLIMIT_AS, {rlim_cur=1073741824, rlim_max=RLIM_INFINITY})',
    ],
    ['memfd_create("a, \\"b)", MFD_CLOEXEC)', 'memfd_create("a, \\"b)", MFD_CLOEXEC)'],
    ['mlock(addr=0x1000, length=2*PAGE_SIZE)', 'mlock(addr=0x1000, length=8192)'],
    ['4711  munmap(0x7f0000000000, 8192) = 0', 'munmap(0x7f0000000000, 8192)'],
    ['[pid  4711] munmap(0x7f0000000000, 8192)     = 0', 'munmap(0x7f0000000000, 8192)'],
    ['munlockall()', 'munlockall()'],
  ])('%s', (text, printed) => {
    const state = tryCalls(here, text);
    expect(isProblem(state) ? textOf(state.message) : state.steps.map((step) => step.text)).toEqual([
      printed,
    ]);
  });
});

describe('what is wrong, and where', () => {
  it.each([
    ['', 1, /A call has a name/],
    ['hello', 1, /A call has a name/],
    ['mremapp(1, 2)', 1, /'mremapp'. Perhaps meant: mremap\./],
    ['xyzzy(1)', 1, /No system call .* 'xyzzy'\.$/],
    ['munmap(0x1000)', 14, /missing: length\. The call is munmap\(addr, length\)/],
    ['munmap(0x1000, 4096, 1)', 22, /3 arguments are too many: it takes 2/],
    ['munmap(0x1000,, 4096)', 15, /Argument 2 \(length\) is empty/],
    ['munmap(0x1000, 4096', 20, /parenthesis is missing/],
    ['munmap(0x1000, 4096) nonsense', 22, /'nonsense' stands behind the call/],
    ['munmap(0x1000, 4096) = nonsense', 22, /no answer/],
    ['munmap(somewhere, 4096)', 8, /addr takes a number, and 'somewhere' is none/],
    ['munmap(0x1000, 4 MeB)', 18, /length takes a number, and '4 MeB' is none/],
    ['munmap(0x1000, 1 +)', 19, /length takes a number/],
    ['munmap(0x1000, 1/0)', 16, /length takes a number/],
    ['munmap(0x10000000000000000, 4096)', 8, /addr has 64 bits/],
    [
      'mprotect(0x1000, 4096, PROT_RAED|PROT_WRITE)',
      24,
      /prot cannot be 'PROT_RAED'. Perhaps meant: PROT_READ\./,
    ],
    ['mprotect(0x1000, 4096, PROT_READ|)', 34, /A flag is missing beside '\|' in prot/],
    ['madvise(0x1000, 4096, MADV_NOW)', 23, /advice cannot be 'MADV_NOW'/],
    ['mseal(0x1000, 4096, MSEAL_X)', 21, /flags takes no flags/],
    ['munmap($, 4096)', 8, /0 calls have been tried/],
    ['munmap(NULL, 1); munmap($2, 4096)', 25, /\$2 stands for an answer that there is not: 1 calls/],
    ['mmap(NULL, 4096, 1, 0x22, -1, 0); mlock($1, 4)', 41, /answer of call 1, and that is not known/],
    ['setrlimit(RLIMIT_AS, {rlim_cur=1])', 22, /brackets that do not fit/],
    ['openat(AT_FDCWD, "a", O_RDONLY)', 1, /No rule says what openat answers/],
    ['fcntl(3, F_DUPFD, 10)', 1, /Write its answer behind it/],
    ['ioctl(3, TCGETS, 0x1000)', 1, /Write its answer behind it/],
    [`munmap(${'('.repeat(6000)}1${')'.repeat(6000)}, 1)`, 1, /at most 10000 characters/],
    [`munmap(${'('.repeat(2000)}1${')'.repeat(2000)}, 1)`, 8, /addr takes a number/],
  ])('%s', (text, column, message) => {
    const problem = tryCalls(here, text);
    if (!isProblem(problem)) throw new Error(problem.steps.map((step) => step.text).join());
    expect(textOf(problem.message)).toMatch(message);
    // A sum that goes wrong in its middle is pointed at there.
    if (column !== 8 || !text.includes('((')) expect(columnOf(problem)).toBe(column);
  });

  it('is told of any text: none is too strange', () => {
    const pieces = fc.constantFrom(
      ...[
        'mmap',
        'munmap',
        'brk',
        'prctl',
        '(',
        ')',
        ',',
        ' ',
        '{',
        '}',
        '[',
        ']',
        '"',
        '\\',
        '<',
        '>',
        '=',
        '|',
      ],
      ...[
        '$1',
        '$',
        'NULL',
        '0x',
        '-',
        '1',
        '99999999999999999999',
        'PROT_READ',
        '<<',
        '...',
        ';',
        '\n',
        '= -1 E',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const result = tryCalls(here, parts.join(''));
        expect(isProblem(result) || result.steps.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
