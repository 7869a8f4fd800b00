/**
 * Calls made up from all kinds of values, printed by strace's rules and read again: what comes back is what was printed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrefix, stripColour, unescapeHtml } from '../../../../model/trace/grammar/index';
import { argument, callOf, result } from './sketch';

/** How something is printed and how it reads, in the words of sketch.ts. */
interface Printed {
  readonly text: string;
  readonly reads: string;
}

const word = fc
  .stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/)
  .filter((name) => name !== 'NULL' && !name.startsWith('AT_FDCWD'));
const member = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const unsigned = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

const number: fc.Arbitrary<Printed> = fc.oneof(
  unsigned.map((n) => ({ text: String(n), reads: `decimal ${n}` })),
  fc.bigInt({ min: -(2n ** 63n), max: -1n }).map((n) => ({ text: String(n), reads: `decimal ${n}` })),
  unsigned.map((n) => ({ text: `0x${n.toString(16)}`, reads: `hex ${n}` })),
  fc.integer({ min: 1, max: 0o7777 }).map((n) => ({ text: `0${n.toString(8)}`, reads: `octal ${n}` })),
  fc.integer({ min: 1, max: 1 << 20 }).map((n) => ({ text: `${n}*1024`, reads: `product ${n * 1024}` })),
  fc.constant({ text: 'NULL', reads: 'null 0' }),
);

const term: fc.Arbitrary<Printed> = fc.oneof(
  word.map((name) => ({ text: name, reads: name })),
  fc.tuple(fc.nat({ max: 99 }), word).map(([n, name]) => ({ text: `${n}<<${name}`, reads: `${n}<<${name}` })),
);
const flags: fc.Arbitrary<Printed> = fc
  .tuple(fc.array(term, { minLength: 1, maxLength: 4 }), fc.option(unsigned, { nil: undefined }))
  .map(([terms, bits]) => {
    const all =
      bits === undefined
        ? terms
        : [...terms, { text: `0x${bits.toString(16)}`, reads: `0x${bits.toString(16)}` }];
    return {
      text: all.map(({ text }) => text).join('|'),
      reads: `flags ${all.map(({ reads }) => reads).join(' ')}`,
    };
  });

/** strace's util.c: string_quote, with octal or hexadecimal escapes. */
function quote(bytes: readonly number[], hex: boolean): string {
  const named: Readonly<Record<number, string>> = {
    9: '\\t',
    10: '\\n',
    11: '\\v',
    12: '\\f',
    13: '\\r',
    34: '\\"',
    92: '\\\\',
  };
  return bytes
    .map((byte, i) => {
      if (named[byte] !== undefined) return named[byte];
      if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
      if (hex) return `\\x${byte.toString(16).padStart(2, '0')}`;
      const next = bytes[i + 1] ?? 0;
      return `\\${byte.toString(8).padStart(next >= 0x30 && next <= 0x37 ? 3 : 1, '0')}`;
    })
    .join('');
}

const bytesOf = fc.array(
  fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(...Buffer.from('<>()[]{}"\\, =0a*/'))),
  { maxLength: 20 },
);
const string: fc.Arbitrary<Printed> = fc
  .tuple(bytesOf, fc.boolean(), fc.boolean())
  .map(([bytes, hex, cut]) => ({
    text: `"${quote(bytes, hex)}"${cut ? '...' : ''}`,
    reads: JSON.stringify(String.fromCharCode(...bytes)) + (cut ? ' cut' : ''),
  }));

const path = bytesOf.map((bytes) => bytes.filter((byte) => byte !== 0x20 && byte !== 0));
const descriptor: fc.Arbitrary<Printed> = fc
  .tuple(fc.nat({ max: 9999 }), path, fc.boolean())
  .map(([fd, bytes, deleted]) => {
    const inside = quote(bytes, false).replaceAll('<', '\\074').replaceAll('>', '\\076');
    return {
      text: `${fd}</p${inside}>${deleted ? '(deleted)' : ''}`,
      reads: `fd ${fd} /p${String.fromCharCode(...bytes)}${deleted ? ' deleted' : ''}`,
    };
  });

const { value } = fc.letrec<{ value: Printed; element: Printed }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    number,
    flags,
    string,
    descriptor,
    fc.array(fc.tuple(member, tie('element')), { maxLength: 4 }).map((members) => ({
      text: `{${members.map(([name, { text }]) => `${name}=${text}`).join(', ')}}`,
      reads: `{${members.map(([name, { reads }]) => `${name}=${reads}`).join(', ')}}`,
    })),
    fc.array(tie('element'), { maxLength: 4 }).map((items) => ({
      text: `[${items.map(({ text }) => text).join(', ')}]`,
      reads: `[${items.map(({ reads }) => reads).join(', ')}]`,
    })),
    fc.tuple(member, fc.array(tie('element'), { maxLength: 3 })).map(([name, args]) => ({
      text: `${name}(${args.map(({ text }) => text).join(', ')})`,
      reads: `${name}(${args.map(({ reads }) => reads).join(', ')})`,
    })),
  ),
  element: fc
    .tuple(tie('value'), fc.option(tie('value'), { nil: undefined, freq: 8 }))
    .map(([before, after]) =>
      after === undefined
        ? before
        : { text: `${before.text} => ${after.text}`, reads: `${before.reads} => ${after.reads}` },
    ),
}));

const answer: fc.Arbitrary<Printed> = fc.oneof(
  unsigned.map((n) => ({ text: `0x${n.toString(16)}`, reads: String(n) })),
  fc.nat().map((n) => ({ text: String(n), reads: String(n) })),
  word.map((name) => ({ text: `-1 E${name} (Some (odd) words)`, reads: `E${name} (Some (odd) words)` })),
  fc.constant({ text: '?', reads: '?' }),
  fc.nat({ max: 99 }).map((n) => ({ text: `${n} (INJECTED)`, reads: `${n} injected result` })),
);

const call = fc
  .tuple(member, fc.array(fc.tuple(fc.option(member, { nil: undefined }), value), { maxLength: 6 }), answer)
  .map(([name, args, returned]) => {
    const named = args.map(([label, { text }]) => (label === undefined ? text : `${label}=${text}`));
    const head = `x${name}(${named.join(', ')})`;
    return {
      name: `x${name}`,
      line: `${head.padEnd(39)} = ${returned.text}`,
      covers: named,
      reads: args.map(([label, { reads }]) => (label === undefined ? reads : `${label}=${reads}`)),
      returned: returned.reads,
    };
  });

describe('a printed call', { timeout: 60_000 }, () => {
  it('reads as what was printed', () => {
    fc.assert(
      fc.property(call, ({ name, line, covers, reads, returned }) => {
        const body = callOf(line);
        expect(body.name).toBe(name);
        expect(body.args.map(argument)).toEqual(reads);
        expect(body.args.map(({ span }) => line.slice(span.start, span.end))).toEqual(covers);
        expect(body.complete).toBe(true);
        expect(result(body.result)).toBe(returned);
      }),
      { numRuns: 800 },
    );
  });

  it('reads the same in colour, and its columns lead back', () => {
    const cut = fc.array(fc.nat(), { maxLength: 8 });
    fc.assert(
      fc.property(call, cut, ({ line }, cuts) => {
        const places = cuts.map((n) => n % (line.length + 1)).sort((a, b) => b - a);
        const coloured = places.reduce((text, at) => `${text.slice(0, at)}\x1b[1;32m${text.slice(at)}`, line);
        const { text, pieces } = stripColour(coloured);
        expect(text).toBe(line);
        pieces.forEach(({ at, column }, i) => {
          expect(coloured.startsWith(text.slice(at, pieces[i + 1]?.at ?? text.length), column)).toBe(true);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('reads the same from a page', () => {
    fc.assert(
      fc.property(call, ({ line }) => {
        const escaped = line
          .replaceAll('&', '&amp;')
          .replaceAll('<', '&lt;')
          .replaceAll('>', '&gt;')
          .replaceAll('"', '&quot;');
        expect(unescapeHtml(escaped).text).toBe(line);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a printed prefix', { timeout: 60_000 }, () => {
  const pad = (n: number, width: number): string => String(n).padStart(width, '0');
  const part = fc.record({
    tid: fc.option(fc.integer({ min: 1, max: 4194304 }), { nil: undefined }),
    bracketed: fc.boolean(),
    comm: fc.option(fc.stringMatching(/^[a-z][a-z0-9 ./:-]{0,14}$/), { nil: undefined }),
    context: fc.option(fc.stringMatching(/^[a-z]{1,8}_u:[a-z]{1,8}_t$/), { nil: undefined }),
    day: fc.option(fc.nat({ max: 86399 }), { nil: undefined }),
    decimals: fc.constantFrom(0, 3, 6, 9),
    since: fc.option(fc.nat({ max: 99_999 }), { nil: undefined }),
    number: fc.option(fc.nat({ max: 9999 }), { nil: undefined }),
    ip: fc.option(unsigned, { nil: undefined }),
  });
  it('reads as what was printed, whatever parts it has', () => {
    fc.assert(
      fc.property(part, (p) => {
        const comm = p.comm === undefined ? '' : `<${p.comm}>`;
        const fraction = p.decimals === 0 ? '' : `.${'123456789'.slice(0, p.decimals)}`;
        const nanos = p.decimals === 0 ? 0n : BigInt('123456789'.slice(0, p.decimals).padEnd(9, '0'));
        // -r alone and without decimals is told by its padding only: not with a wide number.
        const since =
          p.since === undefined || (p.day === undefined && p.decimals === 0) ? undefined : p.since;
        let text = '';
        if (p.tid !== undefined) {
          text += p.bracketed
            ? `[pid ${String(p.tid).padStart(5)}${comm}] `
            : `${comm ? p.tid : String(p.tid).padEnd(5)}${comm} `;
        }
        if (p.context !== undefined) text += `[${p.context}] `;
        if (p.day !== undefined) {
          text += `${pad(Math.floor(p.day / 3600), 2)}:${pad(Math.floor(p.day / 60) % 60, 2)}:${pad(p.day % 60, 2)}${fraction} `;
        }
        if (since !== undefined) {
          const seconds = `${String(since).padStart(6)}${fraction}`;
          text += p.day === undefined ? `${seconds} ` : `(+${seconds}) `;
        }
        if (p.number !== undefined) text += `[${String(p.number).padStart(4)}] `;
        if (p.ip !== undefined) text += `[${p.ip.toString(16).padStart(16, '0')}] `;
        const read = readPrefix(`${text}mmap(NULL) = 0`);
        expect(read.at).toBe(text.length);
        expect(read.prefix).toEqual({
          ...(p.tid === undefined ? {} : { tid: p.tid }),
          ...(p.tid === undefined || p.comm === undefined ? {} : { comm: p.comm }),
          ...(p.context === undefined ? {} : { securityContext: p.context }),
          ...(p.day === undefined
            ? {}
            : { time: { clock: 'day', nanoseconds: BigInt(p.day) * 1_000_000_000n + nanos } }),
          ...(since === undefined ? {} : { sinceLast: BigInt(since) * 1_000_000_000n + nanos }),
          ...(p.number === undefined ? {} : { syscallNumber: p.number }),
          ...(p.ip === undefined ? {} : { ip: p.ip }),
        });
      }),
      { numRuns: 800 },
    );
  });
});
