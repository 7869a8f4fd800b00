import { textOf as textOfMessage } from '../../../model/why/message';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../model/query/evaluator';
import { parseQuery } from '../../../model/query/parser';
import { textOf, truthOf } from '../../../model/query/value';
import { scope } from './scope';

const valueOf = (text: string) => {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text}: ${textOfMessage(parsed.error.message)}`);
  return evaluate(parsed.query, scope);
};

describe('conditions that hold', () => {
  test.each([
    'errno == ENOMEM',
    'errno == "ENOMEM"',
    'errno == 12',
    'errno in [EAGAIN, ENOMEM]',
    'errno != EAGAIN',
    'call == "mmap" && length > 1MiB',
    "call == 'mmap' and not (length < 1MiB)",
    'call in ["mmap", "munmap"]',
    'length == 2 MiB',
    'length == 0.001953125GiB && length == 2048 kB',
    'length == 512 pages',
    'took > 1ms && took == 1.5ms',
    'locked > 64KiB',
    'addr in 0xfffffffffffff000..0x10000000000000000',
    '0x6000 in vma(0x5000)',
    'vma(0x5000).prot & PROT_WRITE',
    'vma(0x5000)["end"] - vma(0x5000).start == 16KiB',
    'args[2] & PROT_WRITE',
    // No table gives PROT_READ a number here: the log's own words decide.
    'args[2] & PROT_READ',
    'PROT_READ in prot',
    '!(prot & PROT_EXEC)',
    'args[2] & PROT_WRITE == 2',
    'args.length == 3',
    'name =~ "*/libc.so*"',
    'name !~ "*.py"',
    '"libc" in name',
    'path == path',
    '!path',
    '!(path =~ "/tmp/*")',
    'failed',
    'result < 0',
    'result == -1',
    '~0 == -1',
    '0xffffffffffffffff + 1 == 0x10000000000000000',
    'addr == 18446744073709547520',
    '1 + 2 * 3 == 7 && (1 + 2) * 3 == 9',
    '1 | 2 ^ 3 & 4 << 1 == 3',
    '7 / 2 == 3 && -7 / 2 == -3 && 7 % 4 == 3',
    'true || limit > 0',
    'limit > 0 || true',
    '(10..20) == (10..20) && (12..15) in 10..20',
    'NULL == 0',
    '"a" < "b"',
    'MAP_FIXED == MAP_FIXED',
  ])('%s', (text) => {
    expect(truthOf(valueOf(text))).toBe(true);
  });
});

describe('conditions that do not hold', () => {
  test.each([
    'errno == EAGAIN',
    'call == "munmap"',
    'addr in 0..0x1000',
    '20 in 10..20',
    'path == "/x"',
    'path == NULL',
    'false && limit > 0',
    'limit > 0 && false',
    'PROT_EXEC in prot',
    'args[2] & MAP_FIXED',
    'tid == 4711 and line != 17',
    'not failed',
  ])('%s', (text) => {
    expect(truthOf(valueOf(text))).toBe(false);
  });
});

describe('what is not known says why', () => {
  test.each([
    ['limit > 64KiB', 'no line of the log shows RLIMIT_MEMLOCK'],
    ['limit > 0 && failed', 'no line of the log shows RLIMIT_MEMLOCK'],
    ['!limit', 'no line of the log shows RLIMIT_MEMLOCK'],
    ['lenght > 1', "there is no 'lenght' here"],
    ['foo(1)', "there is no function 'foo' here"],
    ['vma(0).prot', 'nothing is mapped there'],
    ['vma(0x5000).colour', "5000-9000 rw-p [heap] has no 'colour'"],
    ['args[3]', 'there is no item 3; there are 3'],
    ['args[-1]', 'there is no item -1; there are 3'],
    ['args[0xffffffffffffffffffff]', 'there is no item 1208925819614629174706175; there are 3'],
    ['args["x"]', "list has no 'x'"],
    ['call > 5', "text and number can't be compared"],
    ['length == "big"', "number and text can't be compared"],
    ['length == ENOMEM', 'the number of ENOMEM is not known here'],
    ['length & MAP_FIXED', 'the number of MAP_FIXED is not known here'],
    ['call + 1', "'+' needs numbers, and there is text"],
    ['-call', "'-' needs numbers, and there is text"],
    ['1 / 0', 'division by zero'],
    ['1 % 0', 'division by zero'],
    ['1 << -1', 'a shift by -1 bits'],
    ['1 << 100000000000', 'a shift by 100000000000 bits'],
    ['(1 << 1000) * (1 << 1000)', 'the number has more than 1024 bits'],
    ['length =~ "2*"', `number can't be matched with text; write text =~ "pattern*"`],
    ['1 in 5..call', 'a range goes from a number to a number'],
    ['call in 1..2', "text can't lie in a range"],
    ['4 in ["a", limit]', "number and text can't be compared"],
  ])('%s', (text, because) => {
    const value = valueOf(text);
    expect(value.kind === 'unknown' && textOfMessage(value.because)).toBe(because);
  });
});

describe('values as text', () => {
  test.each([
    ['length', '2097152'],
    ['addr', '0xfffffffffffff000'],
    ['addr + 8', '0xfffffffffffff008'],
    ['prot', 'PROT_READ|PROT_WRITE'],
    ['vma(0x5000)', '5000-9000 rw-p [heap]'],
    ['args', '[0, 8192, PROT_READ|PROT_WRITE]'],
    ['0x10..0x20', '0x10..0x20'],
    ['path', 'none'],
    ['-0x10', '-16'],
    ['call', 'mmap'],
    ['failed', 'true'],
    ['ENOMEM', 'ENOMEM'],
    ['limit', 'unknown: no line of the log shows RLIMIT_MEMLOCK'],
  ])('%s: %s', (text, shown) => {
    expect(textOf(valueOf(text))).toBe(shown);
  });
});

describe('whatever is typed', () => {
  const word = fc.constantFrom(
    ...['call', 'length', 'limit', 'path', 'vma', 'args', 'ENOMEM', '1', '0x2', '1.5', 'MiB', '"a*"', 'not'],
    ...[
      'in',
      'and',
      '&&',
      '||',
      '==',
      '<',
      '=~',
      '&',
      '+',
      '<<',
      '*',
      '/',
      '!',
      '-',
      '~',
      '(',
      ')',
      '[',
      ']',
      ',',
      '.',
      '..',
    ],
  );

  test('is evaluated or refused, without an exception', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const parsed = parseQuery(text);
        if (parsed.ok) expect(typeof textOf(evaluate(parsed.query, scope))).toBe('string');
        else {
          expect(parsed.error.column).toBe(parsed.error.start + 1);
          expect(parsed.error.start).toBeLessThanOrEqual(text.length);
          expect(textOfMessage(parsed.error.message)).toMatch(/\.$/);
        }
      }),
      { numRuns: 800 },
    );
  });

  test('any characters at all', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 40 }), (units) => {
        const parsed = parseQuery(String.fromCharCode(...units));
        if (parsed.ok) evaluate(parsed.query, scope);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['parentheses', '('.repeat(5000)],
    ['brackets', '['.repeat(5000)],
    ['minus signs', '-'.repeat(5000)],
    ['not', 'not '.repeat(2000)],
    ['a long sum', Array.from({ length: 2000 }, () => '1').join('+')],
    ['a long text', `"${'a'.repeat(20_000)}"`],
  ])('%s without end are refused', (_name, text) => {
    expect(parseQuery(text).ok).toBe(false);
  });

  test('the longest sum that is taken is right', () => {
    expect(textOf(valueOf(Array.from({ length: 500 }, () => '1').join('+')))).toBe('500');
  });
});
