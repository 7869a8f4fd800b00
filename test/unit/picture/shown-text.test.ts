import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownText } from '../../../picture/shown-text';

describe('a name off a log, as it is shown', () => {
  test.each([
    ['/usr/lib/libc.so.6', '/usr/lib/libc.so.6'],
    ['日本語 ünï', '日本語 ünï'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['a\nb\tc\u0000', 'a␊b␉c␀'],
    ['\u001b[31mred', '␛[31mred'],
    ['exe.\u202egnp', 'exe.\\u202egnp'],
    ['zero\u200bwidth\ufeff', 'zero\\u200bwidth\\ufeff'],
    ['half \ud83d', 'half \\ud83d'],
    ['whole 🦀', 'whole 🦀'],
  ])('%j: %s', (name, shown) => expect(shownText(name)).toBe(shown));

  test('keeps both ends of a path of 4,000 characters', () => {
    const shown = shownText(`/begin/${'x'.repeat(4000)}/end.so`);
    expect(shown).toMatch(/^\/begin\/x+…x+\/end\.so$/);
    expect(shown.length).toBe(201);
  });

  test('never has a character that acts on others, and is never long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), (name) => {
        const shown = shownText(name);
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
        expect(shown.length).toBeLessThan(1300);
      }),
    );
  });
});
