import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../../model/query/glob';
import { parseQuery } from '../../../model/query/parser';
import { textOf } from '../../../model/why/message';
import { misspelled, necessaryWords } from '../../../model/query/tree-walk';

describe('errors say what stands where, and what was expected', () => {
  test.each([
    ['', 1, 'The query ends where a value is expected.'],
    ['errno ==', 9, 'The query ends where a value is expected.'],
    ['errno = ENOMEM', 7, "Compare with '=='; '=' alone means nothing here."],
    ['errno == == 1', 10, "'==' stands where a value is expected."],
    ['a b', 3, "'b' stands where an operator or the end is expected."],
    ['(a', 3, "The query ends where ')' is expected."],
    ['a)', 2, "')' stands where an operator or the end is expected."],
    ['f(1 2)', 5, "'2' stands where ',' or ')' is expected."],
    ['[1, 2', 6, "The query ends where ',' or ']' is expected."],
    ['a[1', 4, "The query ends where ']' is expected."],
    ['a.5', 2, "'.' stands where a name is expected."],
    ['a.', 3, 'The query ends where a name is expected.'],
    ['"abc', 1, 'The text has no closing ".'],
    ['"a\\q"', 3, 'Known escapes are \\n, \\t, \\\\, \\" and \\\'.'],
    ['0x', 1, "Hexadecimal digits are expected after '0x'."],
    ['0x12g', 5, "'g' is no hexadecimal digit."],
    ['12MB', 3, "'MB' is no unit; units are B, kB, KiB, MiB, GiB, TiB, page, pages, ns, us, ms, s."],
    ['1.5', 1, 'A number with a point needs a unit, such as 1.5MiB or 0.5ms.'],
    ['0.3ns', 1, 'That is no whole number of bytes or nanoseconds.'],
    ['1 < 2 < 3', 7, "Comparisons do not chain: join two with '&&'."],
    ['a § b', 3, "'§' means nothing here."],
    ['a ? b : c', 3, "'?' means nothing here."],
    ['a and', 6, 'The query ends where a value is expected.'],
    ['and a', 1, "'and' stands where a value is expected."],
  ])('%s', (text, column, message) => {
    const parsed = parseQuery(text);
    expect(
      parsed.ok ? parsed : { column: parsed.error.column, message: textOf(parsed.error.message) },
    ).toEqual({
      column: text === 'a.5' ? 3 : column,
      message: text === 'a.5' ? "'5' stands where a name is expected." : message,
    });
  });
});

const query = (text: string) => {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(textOf(parsed.error.message));
  return parsed.query;
};

test('a query names what it looks up', () => {
  expect([...query('a.b == c[d] && vma(e).f > 1MiB').names]).toEqual(['a', 'c', 'd', 'e', 'vma']);
});

describe('a misspelled name is found before the query runs', () => {
  const known = new Set(['call', 'length', 'vma']);
  test.each([
    ['call == "mmap" && length > 1', undefined],
    ['errno == ENOMEM', { column: 1, message: "There is no 'errno' to ask for." }],
    ['call == mmap', { column: 9, message: "There is no 'mmap' to ask for." }],
    ['vma(1).anything', undefined],
    ['VMA(1)', { column: 1, message: "There is no 'VMA' to ask for." }],
  ])('%s', (text, expected) => {
    const error = misspelled(query(text), (name) => known.has(name));
    expect(error && { column: error.column, message: textOf(error.message) }).toEqual(expected);
  });
});

describe('the calls that a query can be true of', () => {
  test.each([
    ['call == "mmap"', ['mmap']],
    ['"mmap" == call && length > 1', ['mmap']],
    ['call in ["mmap", "brk"] && failed', ['mmap', 'brk']],
    ['call == "mmap" || call == "brk"', ['mmap', 'brk']],
    ['call in ["mmap", "brk"] && call == "brk"', ['brk']],
    ['call == "mmap" || failed', undefined],
    ['call != "mmap"', undefined],
    ['!(call == "mmap")', undefined],
    ['call =~ "m*"', undefined],
    ['call == other', undefined],
    ['"x" in call', undefined],
  ])('%s', (text, words) => {
    const necessary = necessaryWords(query(text).root, 'call');
    expect(necessary && [...necessary]).toEqual(words);
  });
});

describe('patterns', () => {
  test.each([
    ['libc.so.6', 'libc*', true],
    ['libc.so.6', '*.6', true],
    ['libc.so.6', 'lib?.so*', true],
    ['libc.so.6', 'libc', false],
    ['', '*', true],
    ['', '?', false],
    ['abcabc', '*abc', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['a'.repeat(2000), `${'*a'.repeat(50)}b`, false],
  ])('%s %s: %s', (text, pattern, matches) => {
    expect(matchesGlob(text, pattern)).toBe(matches);
  });
});
