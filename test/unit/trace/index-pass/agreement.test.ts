import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFastLine } from '../../../../model/trace/index-pass/fast-line';
import { readGrammarLine } from '../../../../model/trace/index-pass/grammar-line';
import { LineFacts, Role } from '../../../../model/trace/index-pass/line-facts';
import { Names } from '../../../../model/trace/index-pass/names';
import { allLogs } from './corpus-files';

const encoder = new TextEncoder();

interface Said {
  readonly role: number;
  readonly tid: number;
  readonly comm: string;
  readonly name: string;
  readonly errno: string;
  readonly flags: number;
  readonly clock: string;
  readonly seconds: number;
  readonly nanos: number;
  readonly sinceLast: number;
}

function said(facts: LineFacts, names: Names): Said {
  const { role, tid, flags, clock, seconds, nanos, sinceLast } = facts;
  const texts = {
    comm: names.text(facts.comm),
    name: names.text(facts.name),
    errno: names.text(facts.errno),
  };
  const time = clock === 'none' ? { seconds: 0, nanos: 0 } : { seconds, nanos };
  return { role, tid, ...texts, flags, clock, ...time, sinceLast };
}

/** What the byte reader says of a line; undefined where it leaves it to the grammar. */
function fast(line: string): Said | undefined {
  const names = new Names();
  const facts = new LineFacts();
  return readFastLine(encoder.encode(`${line}\n`), 0, facts, names) ? said(facts, names) : undefined;
}

function slow(line: string): Said {
  const names = new Names();
  const facts = new LineFacts();
  readGrammarLine(line, facts, names);
  return said(facts, names);
}

function agree(line: string): boolean {
  const quick = fast(line);
  if (quick === undefined) return false;
  expect(quick, line).toEqual(slow(line));
  return true;
}

const decoder = new TextDecoder();

const linesOf = (bytes: Uint8Array): string[] => decoder.decode(bytes).split(/\r\n|\r|\n/);

describe('the byte reader and the grammar', () => {
  it('say the same of every line of every recorded log', () => {
    let understood = 0;
    let lines = 0;
    for (const { bytes } of allLogs) {
      for (const line of linesOf(bytes)) {
        lines++;
        if (agree(line)) understood++;
      }
    }
    // Colour, -n, -i and wraps are the grammar's; most logs have none of them.
    expect(understood / lines).toBeGreaterThan(0.6);
  });

  it.each([
    'read(3, "a) = -1 EFAULT (Bad address)", 30) = 30',
    'write(2, "= 0) = ", 7= 0) = )                  = 7',
    'write(1, "foo) = 0',
    'write(1, "foo\\") = 0',
    'a(1) = 3) = 4',
    'read(3</tmp/a) = 1>, "x", 1) = 1',
    'read(3</tmp/\\"x>, "x", 1) = 1',
    'exit_group(0)                           = ?',
    'pause()                                 = ? ERESTARTNOHAND (To be restarted if no handler)',
    'brk(NULL)                               = 0x55d0c0de0000 <0.000012>',
    'brk(NULL) = 0x',
    'f(1) = 12ab',
    'f(1) = -1',
    'f(1) = -1 (errno 524)',
    'f(1) = -1 ERRNO_524 (Unknown error 524)',
    'f(1) = -1 E??? (errno 524)',
    'f(1) = -1 ENOENT (Нет такого файла)',
    'f(1) = 0 (INJECTED)',
    'f(1) = 0 (Timeout)',
    'f(1)= 0',
    'f(1) =0',
    'f(1) = 0 ',
    'f(1 <unfinished ...>',
    'f(1) = 0 <unfinished ...>',
    'f("<unfinished ...>',
    'f(1, "x" <unfinished ...>',
    '<... read resumed>"x", 1) = 1',
    '<... read resumed> )      = 1 (in [3])',
    '<... nanosleep resumed> <unfinished ...>) = ?',
    '<... resuming interrupted read ...>) = 0',
    'restart_syscall(<... resuming interrupted clock_nanosleep ...>) = 0',
    '1700000000 read(3, "", 1) = 0',
    '1700000000.123456 read(3, "", 1) = 0',
    '645   23:11:07 read(3, "", 1) = 0',
    '645   25:11:07 read(3, "", 1) = 0',
    '12:11:07.1234 read(3, "", 1) = 0',
    '     0.000365 read(3, "", 1) = 0',
    '645        0.000365 read(3, "", 1) = 0',
    '23:20:36.049607 (+     0.000365) read(3, "", 1) = 0',
    '[pid   123] read(3, "", 1) = 0',
    '[   9] read(3, "", 1) = 0',
    '[00007f1f4966dca3] read(3, "", 1) = 0',
    '[ 435] [00007f1f4955f8d9] clone3(0) = 0',
    '[00007f1f4955f8d9] [ 435] clone3(0) = 0',
    '[pid   123] 12:11:07 (+     0.000365) [   9] [4966dca3] read(3, "", 1) = 0',
    '[12345678] read(3, "", 1) = 0',
    '[123] read(3, "", 1) = 0',
    '[????] read(3, "", 1) = 0',
    '[unconfined_t] read(3, "", 1) = 0',
    '[ab] [   9] read(3, "", 1) = 0',
    '[   9] [   9] read(3, "", 1) = 0',
    '[pid 123<a b>] read(3, "", 1) = 0',
    '123<a\\74b> read(3, "", 1) = 0',
    '4194304 read(3, "", 1) = 0',
    '12345678 read(3, "", 1) = 0',
    'syscall_0x1ce(0x10000, 0x1000, 0, 0x5, 0x6, 0) = -1 ENOMEM (Cannot allocate memory)',
    'f(1) = -1 ENOMEM ()',
    'f(1) = -1 E (x)',
    'f(1)\t= 0',
    '2read(3) = 0',
    'umask(022)                        = 022',
    'f(1) = 09',
    'f(1) = 18446744073709551615',
    'f(1) = 0x10000000000000000',
    'f(1) = 99999999999999999999999999',
  ])('say the same of %s', (line) => {
    agree(line);
  });

  const token = fc.constantFrom(
    ...[
      'read',
      'f',
      '(',
      ')',
      ' = ',
      ' ',
      '  ',
      '"',
      '\\',
      '\\"',
      '<',
      '>',
      '<unfinished ...>',
      ' <unfinished ...>',
      '<... ',
    ],
    ...[
      ' resumed>',
      '-1',
      '?',
      '0',
      '1',
      '0x',
      'ff',
      'ENOMEM',
      'ERESTARTSYS',
      ' (',
      'msg',
      ', ',
      '[pid ',
      '] ',
      '12',
    ],
    ...[
      '12:34:56',
      '.123456',
      '1700000000',
      '(+',
      '<0.000012>',
      '{',
      '}',
      '[',
      '...',
      '\t',
      'é',
      '/* 1 */',
      '<0.1>',
    ],
  );

  it('say the same of lines put together at random', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 14 }), (tokens) => {
        agree(tokens.join(''));
      }),
      { numRuns: 8000 },
    );
  });

  it.each([
    '[pid 32007<family>] 01:11:04.364839 (+     1700000000000076) [  14] [0000000000412193] close(3) = 0',
    '01:11:04.364839 (+     12345678) close(3) = 0',
    '01:11:04.364839 (+     0) close(3) = 0',
  ])('say the same of a line that a random wound once told apart: %s', (line) => {
    agree(line);
  });

  it('say the same of recorded lines with a random wound', () => {
    const lines = allLogs.flatMap(({ bytes }) => linesOf(bytes)).filter((line) => line.length < 400);
    const wounded = fc
      .tuple(fc.constantFrom(...lines), fc.nat(400), fc.nat(20), token)
      .map(([line, at, length, put]) => line.slice(0, at) + put + line.slice(at + length));
    fc.assert(
      fc.property(wounded, (line) => {
        agree(line);
      }),
      { numRuns: 8000 },
    );
  });

  it('has the byte reader take the common forms itself', () => {
    const common = [
      'close(3)                                = 0',
      '[pid 101] mmap(NULL, 8192, PROT_READ, MAP_PRIVATE, 3, 0 <unfinished ...>',
      '101   12:34:56.123456 <... read resumed>, "x", 1) = 1',
      '23:20:36.049607 (+     0.000365) [   9] [00007f1f4966dca3] close(3) = 0',
      '101<f1> mlock(0x10000, 4096)          = -1 ENOMEM (Cannot allocate memory) <0.000010>',
    ];
    expect(common.map((line) => fast(line)?.role)).toEqual([
      Role.call,
      Role.unfinished,
      Role.resumed,
      Role.call,
      Role.call,
    ]);
  });
});
