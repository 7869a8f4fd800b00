import { describe, expect, test } from 'vitest';
import { candidatesAt, type Vocabulary } from '../../../model/query/candidates';

const words: Vocabulary = {
  names: [
    { text: 'call', kind: 'name' },
    { text: 'errno', kind: 'name' },
    { text: 'vma', kind: 'function' },
  ],
  members: (path) => (path.join('.') === 'vma' ? [{ text: 'prot', kind: 'member' }] : []),
  values: (name) => {
    if (name === 'errno') return ['ENOMEM', 'EAGAIN'].map((text) => ({ text, kind: 'value' }));
    return name === 'call' ? ['mmap', 'munmap'].map((text) => ({ text, kind: 'value' })) : [];
  },
};

/** The place is the `^`; the expected word, its start, and what it replaces. */
describe('what can stand at a place', () => {
  test.each([
    ['^', 0, ['call', 'errno', 'vma']],
    ['er^', 0, ['errno']],
    ['call == "mmap" && e^', 18, ['errno']],
    ['errno == ^', 9, ['ENOMEM', 'EAGAIN', 'call', 'errno', 'vma']],
    ['errno == EN^', 9, ['ENOMEM']],
    ['errno in [ENOMEM, ^', 18, ['call', 'errno', 'vma']],
    ['call == ^', 8, ['"mmap"', '"munmap"', 'call', 'errno', 'vma']],
    ['call == "mu^', 9, ['munmap']],
    ['call in ["mmap", "^', 18, ['mmap', 'munmap']],
    ['vma(0x7f00).^', 12, ['prot']],
    ['vma(f(1)[2]).p^', 13, ['prot']],
    ['errno.^', 6, []],
    ['not ^', 4, ['call', 'errno', 'vma']],
    ['call == ^ && x', 8, ['"mmap"', '"munmap"', 'call', 'errno', 'vma']],
    ['§ ^', 2, ['call', 'errno', 'vma']],
  ])('%s', (marked, start, expected) => {
    const offset = marked.indexOf('^');
    const { candidates, ...place } = candidatesAt(marked.replace('^', ''), offset, words);
    expect([place, candidates.map(({ text }) => text)]).toEqual([{ start, end: offset }, expected]);
  });

  test('operators behind a value, units behind a number', () => {
    const after = (text: string) =>
      candidatesAt(text, text.length, words).candidates.map(({ text: word }) => word);
    expect(after('errno ')).toContain('==');
    expect(after('(errno) ')).toContain('&&');
    expect(after('4 ')).toEqual(expect.arrayContaining(['KiB', '<']));
    expect(after('4 Mi')).toEqual(['MiB']);
  });
});
