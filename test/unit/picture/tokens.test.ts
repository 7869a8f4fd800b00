/** What stands in a sentence or in a line of a log. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callTokens, overlap, proseTokens, type Token } from '../../../picture/tokens';

const shown = (tokens: readonly Token[]): readonly string[] =>
  tokens.filter(({ kind }) => kind !== 'text').map(({ kind, text }) => `${kind} ${text}`);

describe('a sentence', () => {
  it('has ranges and addresses, exact in 64 bits', () => {
    const tokens = proseTokens(
      'VMA 0x7ffff7fef000–0x7ffff7ff3000 (16 KiB), the program touched 0xffffffffff600123.',
    );
    expect(shown(tokens)).toEqual(['memory 0x7ffff7fef000–0x7ffff7ff3000', 'memory 0xffffffffff600123']);
    expect(tokens.flatMap((token) => (token.kind === 'memory' ? [token.memory] : []))).toEqual([
      { start: 0x7ffff7fef000n, end: 0x7ffff7ff3000n },
      { start: 0xffffffffff600123n, end: 0xffffffffff600124n },
    ]);
  });

  it('has no address where a number is small', () => {
    expect(shown(proseTokens('flags = MREMAP_MAYMOVE|0x40, offset = 0x64, argument 2 (buf)'))).toEqual([]);
  });

  it('takes a range that ends before it begins for text', () => {
    expect(shown(proseTokens('0x7f0000002000–0x7f0000001000'))).toEqual([]);
  });
});

describe('a call', () => {
  it('has its name, flags, numbers, strings and addresses', () => {
    expect(
      shown(
        callTokens(
          'openat(AT_FDCWD, "/a(b) 0x7f0000001000 \\"c\\"", O_RDONLY) = -1 ENOENT (No such file or directory)',
        ),
      ),
    ).toEqual([
      'call openat',
      'flag AT_FDCWD',
      'string "/a(b) 0x7f0000001000 \\"c\\""',
      'flag O_RDONLY',
      'number -1',
      'flag ENOENT',
    ]);
  });

  it('may be several, and may hold comments', () => {
    expect(shown(callTokens('munmap(0x7f0000001000, 4096); madvise(NULL, 0, 0x63 /* MADV_??? */)'))).toEqual([
      'call munmap',
      'memory 0x7f0000001000',
      'number 4096',
      'call madvise',
      'flag NULL',
      'number 0',
      'number 0x63',
      'comment /* MADV_??? */',
    ]);
  });
});

it('loses no character, whatever the text', () => {
  const pieces = fc.constantFrom(
    '0x7f0000001000',
    '–',
    '"',
    '\\',
    '/*',
    '*/',
    'mmap(',
    'NULL',
    '-1',
    ' ',
    'é',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string())), (parts) => {
      const text = parts.join('');
      for (const tokens of [proseTokens(text), callTokens(text)])
        expect(tokens.map((token) => token.text).join('')).toBe(text);
    }),
  );
});

it('is quick with a text made to be slow', () => {
  const text = `${'"\\'.repeat(20_000)}${'/*'.repeat(20_000)}`;
  const start = performance.now();
  callTokens(text.slice(0, 4000));
  expect(performance.now() - start).toBeLessThan(500);
});

it('tells whether two pieces of memory have a byte in common', () => {
  const at = (start: bigint, end: bigint) => ({ start, end });
  expect(overlap(at(0n, 4096n), at(4095n, 4096n))).toBe(true);
  expect(overlap(at(0n, 4096n), at(4096n, 8192n))).toBe(false);
});
