/**
 * Logs are hostile input: whatever a line holds, reading it ends, in time linear in its length, without an exception, and
 * with spans that lie in the text.
 */
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  endMark,
  isHtmlEscaped,
  lineRole,
  messageAt,
  readEvent,
  readPrefix,
  readStackFrame,
  stripColour,
  unescapeHtml,
} from '../../../../model/trace/grammar/index';
import { spansOf } from './sketch';

/** Everything the grammar can be asked of a line. */
function readAll(raw: string): void {
  const { text } = stripColour(raw);
  isHtmlEscaped(text);
  unescapeHtml(text);
  const { at, foreign } = readPrefix(text);
  expect(foreign).toBeLessThanOrEqual(at);
  expect(at).toBeLessThanOrEqual(text.length);
  const role = lineRole(text, at);
  endMark(text, at);
  messageAt(text, at);
  readStackFrame(text, at);
  const event = readEvent({ text }, at);
  if (role === 'call') {
    expect(event.kind).toBe('call');
    if (event.kind === 'call') expect([event.complete, event.result.kind === 'never']).toEqual([true, false]);
  }
  if (role === 'other' || role === 'blank') expect(event.kind).toBe('unparsed');
  if (role === 'call-open' || role === 'unfinished')
    expect(event).toMatchObject({ kind: 'call', result: { kind: 'never' } });
  if (event.kind === 'unparsed') expect(event.at).toBeLessThanOrEqual(text.length);
  if (event.kind !== 'call') return;
  for (const { inner, outer } of spansOf(event, text.length)) {
    if (inner.start < outer.start || inner.end > outer.end || inner.start > inner.end) {
      throw new Error(`span ${inner.start}-${inner.end} is not in ${outer.start}-${outer.end}: ${text}`);
    }
  }
}

const CORPUS = new URL('../corpus/', import.meta.url);
const REAL = readdirSync(CORPUS)
  .filter((name) => /\.strace[\d.]*$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, CORPUS), 'utf8').split('\n').slice(0, 40));

/** Milliseconds of processor time: unlike the clock's they don't grow with what else the machine does. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Pieces of which strace's lines are made, for garbage that comes near. */
const PIECES = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '<',
    '>',
    '"',
    '\\',
    ',',
    ', ',
    ' ',
    '=',
    ' = ',
    ') = ',
    ' => ',
    '|',
    '~',
    '/*',
    ' /* ',
    ' */',
  ],
  ...[
    '...',
    '<... ',
    ' resumed>',
    ' <unfinished ...>',
    '<<',
    '->',
    '@',
    '-',
    '+++ ',
    '--- ',
    ' && ',
    ' == ',
    '?',
    '*',
    ':',
    '\x1b[0m',
  ],
  ...[
    'write',
    'mmap',
    'SIGSEGV',
    'NULL',
    'AT_FDCWD',
    '0',
    '7',
    '0x7f',
    '0644',
    '4096',
    'strace: Process 1 attached',
    'é',
    '\ud800',
  ],
];

describe('any line', { timeout: 60_000 }, () => {
  it('of arbitrary text is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), readAll), { numRuns: 300 });
  });
  it('of strace-like pieces is read', () => {
    const garbage = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(garbage, readAll), { numRuns: 2000 });
    fc.assert(
      fc.property(garbage, (text) => readAll(`write(1, "${text}`)),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(garbage, garbage, (a, b) => readAll(`mmap(${a}) = ${b}`)),
      { numRuns: 2000 },
    );
  });
  it('of a real log is read, cut anywhere and with anything put in', () => {
    const mutated = fc
      .tuple(fc.constantFrom(...REAL), fc.nat(), fc.nat(), fc.constantFrom('', ...PIECES))
      .map(([line, a, b, piece]) => {
        const [from, to] = [a % (line.length + 1), b % (line.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        return line.slice(0, from) + piece + line.slice(to);
      });
    fc.assert(fc.property(mutated, readAll), { numRuns: 3000 });
  });
});

describe('a long line', { timeout: 60_000 }, () => {
  const UNITS = [
    ...[
      '(',
      '[',
      '{',
      '<',
      '"',
      '\\',
      '"\\',
      '"\\\\',
      '/*',
      '/* ',
      '3<',
      '3<,',
      'a(',
      'a([{',
      '{a=[',
      '[[0]=',
      '~[',
      '0',
      '9',
      '-',
    ],
    ...[
      ')',
      ') ',
      ') =',
      '),',
      ']',
      '}',
      'a',
      'a=',
      'a|',
      '1|',
      '1<<',
      '1<<a|',
      '1*',
      ', ',
      ' ',
      ' =>',
      '1 => ',
      '...',
      '.',
      '@"',
    ],
    ...[
      'a[b',
      'a(1',
      ' <',
      ' <unfinished ...>',
      '<... ',
      'strace',
      'strace: Process ',
      'strace: Process 1 attached',
      '/a',
    ],
    ...[
      '"x", 1',
      '"1", 1',
      '"\\n", 1',
      '5 [a',
      '1 /*',
      ' && A(',
      'A(s) && B(s) == ',
      '\t',
      '> ',
      '12:',
      '& ',
      '&lt;',
      '\x1b[',
      '\x1b[0m',
      'é',
    ],
  ];
  it.each(UNITS)('of %j takes time in proportion to its length', (unit) => {
    const long = unit.repeat(Math.ceil(40_000 / unit.length));
    const texts = ['', '7 ', 'mmap(', '--- SIGSEGV {', 'mmap(1) = 0 ('].map((before) => before + long);
    texts.push(`mmap(${long}) = -1 EPERM (x)`, `write(1, ${long}) = 1`);
    // A few milliseconds in fact; quadratic work would take seconds.
    for (const text of texts)
      expect(
        processorTime(() => readAll(text)),
        text.slice(0, 20),
      ).toBeLessThan(600);
  });
  // Long enough to show what is quadratic with a small factor, such as a search to the line's end for each argument.
  it.each(['((((', '"\\\\', 'a b, ', '1, '])('of 1 MB of %j is read', (unit) => {
    const text = `mmap(${unit.repeat(Math.ceil(1_000_000 / unit.length))}`;
    const used = processorTime(() => {
      readEvent({ text }, 0);
      lineRole(text, 0);
    });
    expect(used).toBeLessThan(4000);
  });
});
