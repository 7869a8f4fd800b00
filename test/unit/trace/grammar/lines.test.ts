import { describe, expect, it } from 'vitest';
import {
  type LineRole,
  endMark,
  isHtmlEscaped,
  lineRole,
  messageAt,
  readPrefix,
  readStackFrame,
  resumedAt,
  stripColour,
  unescapeHtml,
  unfinishedAt,
} from '../../../../model/trace/grammar/index';
import { argument, callOf, eventOf, result } from './sketch';

const roleOf = (text: string): LineRole => lineRole(text, readPrefix(text).at);

describe('the role of a line', () => {
  it.each<[LineRole, readonly string[]]>([
    [
      'call',
      [
        'brk(NULL)         = 0x5573cacf8000',
        '7 exit_group(0)                           = ?',
        '_llseek(3, 0, [0], SEEK_SET) = 0',
        'write(1, "<unfinished ...>", 16) = 16',
        'write(1, ") = 3", 5) = 5',
        'restart_syscall(<... resuming interrupted read ...>) = 0',
        'pause( <unfinished ...>) = ?',
        'write(2, "hello", 5hello) = 5',
      ],
    ],
    [
      'call-open',
      [
        'clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLDstrace: Process 21817 attached',
        'write(2, "hello\\n", 6hello',
        'write(1, "a) = 5\\n", 7a) = 5',
        'write(1, "say \\"hi", 7say "hi',
        'mmap(NULL, 8192, PROT_READ|PROT_WRITE,',
        'mmap(NULL, 8192, PROT_READ) =',
        'mmap(NULL, 8192, PROT_READ)',
        'write(1, "foo <unfinished ...>',
      ],
    ],
    [
      'unfinished',
      ['[pid 21816] read(3 <unfinished ...>', 'rt_sigprocmask(SIG_SETMASK, [],  <unfinished ...>  '],
    ],
    [
      'abandoned',
      [
        'restart_syscall(<... resuming interrupted clock_nanosleep ...> <detached ...>',
        '7 execve("./t1", ["./f1"], NULL <pid changed to 21801 ...>',
        '<... read resumed> <detached ...>',
      ],
    ],
    [
      'resumed',
      [
        '<... read resumed>, "x", 1) = 1',
        '[pid 7] <... select resumed> )      = 1 (in [3])',
        '<... nanosleep resumed> <unfinished ...>) = ?',
      ],
    ],
    [
      'resumed-open',
      ['<... clone resumed>, child_tidptr=0xstrace: Process 9 attached', '7 <... read resumed>'],
    ],
    ['resumed-unfinished', ['<... read resumed> <unfinished ...>']],
    [
      'tail',
      [
        ')                  = 6',
        ' <unfinished ...>',
        ' => {parent_tid=[21893]}, 88) = 21893',
        ', child_tidptr=0x7fbe7a4c4a10) = 24213',
        '-1, 0) = -1 ENOMEM (Cannot allocate',
        '= 0x7f0000001000',
        '[{WIFEXITED(s) && WEXITSTATUS(s) == 3}], 0, NULL) = 21588',
      ],
    ],
    ['signal', ['--- SIGSEGV {si_signo=SIGSEGV} ---', '--- SIGCHLD (Child exited) @ 0 (0) ---']],
    ['stop', ['7 --- stopped by SIGSTOP ---']],
    ['exit', ['+++ exited with 3 +++']],
    ['killed', ['+++ killed by SIGABRT (core dumped) +++']],
    ['superseded', ['21792 +++ superseded by execve in pid 21793 +++']],
    ['personality', ['[ Process PID=21821 runs in 32 bit mode. ]']],
    [
      'note',
      [
        'strace: Process 21817 attached',
        '/tmp/st/src/strace: Process 21817 attached',
        './strace-6.1: Requested path "x" resolved into "y"',
        'Process 29579 attached - interrupt to quit',
        'Process 6648 resumed (parent 6647 ready)',
        '[ Process 123 detached ]',
      ],
    ],
    [
      'stack',
      [
        ' > /lib/libc.so.6(mlock+0x7) [0x101b97]',
        ' > /bin/x() [0x4f]',
        ' > unexpected_backtracing_error [0x7f]',
      ],
    ],
    [
      'hexdump',
      [' | 00000  76 6d 0a            vm.              |', ' | <Cannot fetch 12 bytes from pid 7 @0x7f>'],
    ],
    ['buffer', [' * 3 bytes in buffer 0']],
    ['kvm', [' VCPU:0< x', ' VCPU> y']],
    [
      'summary',
      [
        '% time     seconds  usecs/call     calls    errors syscall',
        '------ ----------- ----------- --------- --------- ----------------',
        ' 33.33    0.000100          50         2         1 mmap',
        '100.00    0.000000                    34         2 total',
        'System call usage summary for 32 bit mode:',
      ],
    ],
    ['tip', ['  ______________________________________________         ____']],
    ['blank', ['', '   ', '> ', '```', '7 ']],
    [
      'other',
      [
        'hello, world',
        'error(s) found',
        'x = foo(1) + 2',
        'x(1) = y;',
        'child',
        '-- x',
        '+++ x',
        '{"a": 1}',
        '> Can you run it?',
        '<html>',
      ],
    ],
  ])('%s', (role, lines) => {
    for (const line of lines) expect([line, roleOf(line)]).toEqual([line, role]);
  });
});

describe('marks of cut calls', () => {
  const part = (text: string, span: { start: number; end: number } | undefined): string | undefined =>
    span && text.slice(span.start, span.end);

  it('spans the mark and the blank before it', () => {
    const text = 'rt_sigprocmask(SIG_SETMASK, [],  <unfinished ...>  ';
    expect(part(text, unfinishedAt(text))).toBe(' <unfinished ...>');
    expect(text.slice(0, unfinishedAt(text)!.start)).toBe('rt_sigprocmask(SIG_SETMASK, [], ');
    expect(part(' <unfinished ...>', unfinishedAt(' <unfinished ...>'))).toBe(' <unfinished ...>');
  });
  it('is not fooled by strings and by restart_syscall', () => {
    expect(unfinishedAt('write(1, "x <unfinished ...>')).toBeUndefined();
    expect(unfinishedAt('write(1, "x <unfinished ...>", 5')).toBeUndefined();
    expect(unfinishedAt('restart_syscall(<... resuming interrupted x ...>')).toBeUndefined();
    expect(
      part(
        'write(1, "it\\"s\\n", 5it"s <unfinished ...>',
        unfinishedAt('write(1, "it\\"s\\n", 5it"s <unfinished ...>'),
      ),
    ).toBe(' <unfinished ...>');
  });
  it('names the tid that goes on', () => {
    expect(endMark('execve("t" <pid changed to 21801 ...>')).toMatchObject({
      kind: 'pid-changed',
      tid: 21801,
    });
  });
  it('spans resumed marks', () => {
    expect(part('7 <... read resumed>, 1) = 1', resumedAt('7 <... read resumed>, 1) = 1', 2))).toBe(
      '<... read resumed>',
    );
    expect(resumedAt('<... resuming interrupted x ...>', 0)).toBeUndefined();
  });
  it.each([
    ['mlock(0x1000, 4096 <unfinished ...>', '<... mlock resumed>) = 0'],
    ['read(3 <unfinished ...>', '<... read resumed>, "x", 1) = 1'],
    ['read(3,  <unfinished ...>', '<... read resumed>"x", 1) = 1'],
    ['read(3,  <unfinished ...>', '<... read resumed> "x", 1) = 1'],
    ['select(4, [3], NULL <unfinished ...>', '<... select resumed> ) = 1 (in [3])'],
    ['nanosleep({1, 0} <unfinished ...>', '<... nanosleep resumed> <unfinished ...>) = ?'],
  ])('joins %s', (first, second) => {
    const joined = first.slice(0, unfinishedAt(first)!.start) + second.slice(resumedAt(second, 0)!.end);
    const call = callOf(joined);
    expect(call.complete).toBe(true);
    expect(call.args.map(({ value }) => value.kind)).not.toContain('opaque');
    expect(call.result.kind).not.toBe('never');
  });
  it('finds messages within a call', () => {
    const at = (text: string): string => text.slice(messageAt(text, 0));
    expect(at('clone(flags=A|SIGCHLDstrace: Process 9 attached')).toBe('strace: Process 9 attached');
    expect(at('clone(flags=A|SIGCHLD/a/b/strace: Process 9 attached')).toBe(
      '/a/b/strace: Process 9 attached',
    );
    expect(at('write(4, /usr/bin/strace: umoven: short read (6 < 12) @0x7f')).toMatch(/^\/usr/);
    expect(messageAt('write(1, "about strace: it is", 9', 0)).toBe(-1);
  });
});

describe('output and messages glued into a call', () => {
  it.each([
    ['write(2, "hello\\n", 6hello)                  = 6', ['decimal 2', '"hello\\n"', 'decimal 6']],
    ['write(2, "8589934592", 108589934592)              = 10', ['decimal 2', '"8589934592"', 'decimal 10']],
    ['write(1, "a, b) = 5\\n", 10a, b) = 5)   = 10', ['decimal 1', '"a, b) = 5\\n"', 'decimal 10']],
    ['write(1, "5) = 6", 65) = 6) = 6', ['decimal 1', '"5) = 6"', 'decimal 6']],
    [
      'write(1, "\\303\\251t\\303\\251\\n", 6été)   = 6',
      ['decimal 1', JSON.stringify('\xc3\xa9t\xc3\xa9\n'), 'decimal 6'],
    ],
    ['write(1, "abc"..., 40abcdefghij)   = 40', ['decimal 1', '"abc" cut', 'decimal 40']],
    ['write(2</dev/pts/0>, "x\\n", 2x)   = 2', ['fd 2 /dev/pts/0', '"x\\n"', 'decimal 2']],
    [
      'writev(2, [{iov_base="one ", iov_len=4}, {iov_base="two\\n", iov_len=4}], 2one two) = 8',
      [
        'decimal 2',
        '[{iov_base="one ", iov_len=decimal 4}, {iov_base="two\\n", iov_len=decimal 4}]',
        'decimal 2',
      ],
    ],
    [
      'clone(child_stack=NULL, flags=CLONE_X|SIGCHLDstrace: Process 21817 attached) = 21817',
      ['child_stack=null 0', 'flags=flags CLONE_X SIGCHLD'],
    ],
    [
      'clone(child_stack=NULL, flags=CLONE_X|SIGCHLD/a/strace: Process 9 attached, child_tidptr=0x10) = 9',
      ['child_stack=null 0', 'flags=flags CLONE_X SIGCHLD', 'child_tidptr=hex 16'],
    ],
    ['wait4(-1, /usr/bin/strace: Process 22815 attached <unfinished ...>', ['decimal -1']],
    [
      'wait4(-1, hello (world, [{x=1}], 0, NULL) = 7',
      ['decimal -1', 'opaque hello (world, [{x=1}], 0, NULL'],
    ],
    ['read(3, a) b}c, 12) = 12', ['decimal 3', 'opaque a) b}c', 'decimal 12']],
  ])('%s', (line, args) => {
    expect(callOf(line).args.map(argument)).toEqual(args);
  });
});

describe('events that are no calls', () => {
  it.each([
    ['--- SIGSEGV (Segmentation fault) @ 0 (0) ---', { kind: 'signal', signal: 'SIGSEGV', info: [] }],
    ['--- stopped by SIGSTOP ---', { kind: 'stop', signal: 'SIGSTOP' }],
    ['7 +++ exited with 3 +++', { kind: 'exit', status: 3 }],
    ['+++ killed by SIGSEGV +++', { kind: 'killed', signal: 'SIGSEGV', coreDumped: false }],
    ['+++ killed by SIGABRT (core dumped) +++', { kind: 'killed', signal: 'SIGABRT', coreDumped: true }],
    ['21792 +++ superseded by execve in pid 21793 +++', { kind: 'superseded', by: 21793 }],
    ['[ Process PID=21821 runs in 32 bit mode. ]', { kind: 'personality', tid: 21821, mode: '32' }],
    ['[ Process PID=21821 runs in x32 mode. ]', { kind: 'personality', tid: 21821, mode: 'x32' }],
    ['[pid 7] [ Process PID=7 runs in 64 bit mode. ]', { kind: 'personality', tid: 7, mode: '64' }],
    [
      '/a/strace: Process 21817 attached',
      { kind: 'note', note: 'attached', tid: 21817, message: 'Process 21817 attached' },
    ],
    [
      '[ Process 123 detached ]',
      { kind: 'note', note: 'detached', tid: 123, message: 'Process 123 detached ]' },
    ],
    [
      'Process 29579 attached - interrupt to quit',
      { kind: 'note', note: 'attached', tid: 29579, message: 'Process 29579 attached - interrupt to quit' },
    ],
    ['strace: WARNING: x', { kind: 'note', note: 'message', message: 'WARNING: x' }],
    ['hello', { kind: 'unparsed', why: 'not-strace', at: 0 }],
    ['7 --- SIGSE', { kind: 'unparsed', why: 'truncated', at: 2 }],
    ['ab\0c', { kind: 'unparsed', why: 'binary', at: 2 }],
  ])('%s', (line, body) => {
    if (line === '7 --- SIGSE') expect(eventOf(line)).toMatchObject({ kind: 'signal', signal: 'SIGSE' });
    else expect(eventOf(line)).toEqual(body);
  });

  it('reads siginfo with its places', () => {
    const line =
      '7 --- SIGSEGV {si_signo=SIGSEGV, si_code=SEGV_PKUERR, si_addr=0xffffffffff600000, si_pkey=2} ---';
    const event = eventOf(line);
    if (event.kind !== 'signal') throw new Error(event.kind);
    expect(event.info.map(argument)).toEqual([
      'si_signo=flags SIGSEGV',
      'si_code=flags SEGV_PKUERR',
      'si_addr=hex 18446744073699065856',
      'si_pkey=decimal 2',
    ]);
    expect(line.slice(event.info[2]!.value.span.start, event.info[2]!.value.span.end)).toBe(
      '0xffffffffff600000',
    );
  });
  it('reads siginfo of 4.5 with -v', () => {
    expect(
      eventOf('--- {si_signo=SIGSEGV, si_code=SEGV_MAPERR, si_addr=0} (Segmentation fault) ---'),
    ).toMatchObject({
      kind: 'signal',
      signal: 'SIGSEGV',
    });
  });
  it('reads the end of a call whose beginning the log has not', () => {
    const call = callOf('7 <... read resumed>, "x", 1) = 1');
    expect([call.name, call.complete, call.args.length, result(call.result)]).toEqual([
      'read',
      false,
      0,
      '1',
    ]);
  });
});

describe('stack frames', () => {
  it.each([
    [
      ' > /usr/lib/libc.so.6(mlock+0x7) [0x101b97]',
      { module: '/usr/lib/libc.so.6', symbol: 'mlock', offset: 7n, address: 0x101b97n },
    ],
    [
      ' > /tmp/f1(main+0x1b) [0x1264] f1.c:12',
      {
        module: '/tmp/f1',
        symbol: 'main',
        offset: 0x1bn,
        address: 0x1264n,
        source: { path: 'f1.c', line: 12 },
      },
    ],
    [
      ' > /a(b)/x(std::f(int, void (*)(int))+0x1) [0x10]',
      { module: '/a(b)/x', symbol: 'std::f(int, void (*)(int))', offset: 1n, address: 0x10n },
    ],
    [' > /bin/x() [0x4f]', { module: '/bin/x', address: 0x4fn }],
    [
      ' > unexpected_backtracing_error [0x7f12]',
      { module: '', symbol: 'unexpected_backtracing_error', address: 0x7f12n },
    ],
  ])('%s', (line, frame) => {
    expect(readStackFrame(line, 1)).toEqual(frame);
  });
  it('reads nothing else', () => {
    expect(readStackFrame(' > words', 1)).toBeUndefined();
  });
});

describe('text under decoration', () => {
  const inPlace = (from: string, { text, pieces }: ReturnType<typeof stripColour>): boolean =>
    pieces.every(({ at, column }, i) => {
      const end = pieces[i + 1]?.at ?? text.length;
      return from.startsWith(text.slice(at, end), column);
    });

  it('loses its colour and keeps its columns', () => {
    const coloured =
      '\x1b[33mmlock\x1b[0m(\x1b[35m0x7f\x1b[0m, 8\x1b[0m)\x1b[0m = \x1b[1;38;5;2m0\x1b[0m\x1b[0m';
    const plain = stripColour(coloured);
    expect(plain.text).toBe('mlock(0x7f, 8) = 0');
    expect(plain.pieces[0]).toEqual({ at: 0, column: 5 });
    expect(inPlace(coloured, plain)).toBe(true);
    expect(stripColour('plain')).toEqual({ text: 'plain', pieces: [{ at: 0, column: 0 }] });
    expect(stripColour('\x1b[0m')).toMatchObject({ text: '' });
  });
  it('loses its HTML and keeps its columns', () => {
    const escaped = 'read(3, &quot;a&amp;b&quot;,  &lt;unfinished ...&gt;';
    const plain = unescapeHtml(escaped);
    expect(plain.text).toBe('read(3, "a&b",  <unfinished ...>');
    expect(plain.pieces.slice(0, 2)).toEqual([
      { at: 0, column: 0 },
      { at: 9, column: 14 },
    ]);
    expect(isHtmlEscaped(escaped)).toBe(true);
    expect(isHtmlEscaped('write(1, "a &lt; b &amp; c", 5) = 5')).toBe(false);
    expect(isHtmlEscaped('[{WIFEXITED(s) && WEXITSTATUS(s) == 3}]')).toBe(false);
  });
});
