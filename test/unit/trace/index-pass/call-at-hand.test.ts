/**
 * Decoding in the pass takes a short cut from the bytes at hand; decoding afterwards reads the lines anew. Both must give
 * the same events, whatever the log holds.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TraceEvent } from '../../../../model/trace/event';
import { readCallAtHand } from '../../../../model/trace/index-pass/call-at-hand';
import { FileLines } from '../../../../model/trace/index-pass/file-lines';
import { LineIndex } from '../../../../model/trace/index-pass/line-index';
import { Names } from '../../../../model/trace/index-pass/names';
import { openRecording } from '../../../../model/trace/open-recording';
import type { Decode } from '../../../../model/trace/recording';
import { eventIndex } from '../../../../model/trace/positions';
import { allLogs } from './corpus-files';
import { memorySource } from './memory-source';

async function compare(content: string | Uint8Array, chunkBytes?: number, tid?: number): Promise<void> {
  const inPass: TraceEvent[] = [];
  const source = { source: memorySource(content), ...(tid !== undefined && { tid }) };
  const listener = {
    event(...heard: readonly unknown[]): void {
      const decode = heard[5] as Decode;
      const event = decode();
      inPass.push(event);
      const first = decode.firstNumber?.();
      if (first === undefined) return;
      const shown = event.kind === 'call' ? event.args[0]?.value : undefined;
      expect(shown, event.text.text).toMatchObject({ kind: 'number', value: BigInt(first) });
    },
  };
  const recording = await openRecording([source], {
    listener,
    ...(chunkBytes !== undefined && { chunkBytes }),
  });
  expect(inPass).toHaveLength(recording.events.length);
  inPass.forEach((event, n) => {
    const later = recording.decode(eventIndex(n));
    expect(event, event.text.text).toStrictEqual(later.kind === 'call' ? { ...later, stack: [] } : later);
  });
}

/** How many lines take the short cut, of how many. */
function shortCuts(content: string | Uint8Array): { taken: number; lines: number } {
  const names = new Names();
  const file = new FileLines(memorySource(content), new LineIndex(), names, 4096);
  const counts = { taken: 0, lines: 0 };
  for (let state = file.next(); state !== 'end'; state = file.next()) {
    if (state === 'more') continue;
    counts.lines++;
    if (readCallAtHand(file, names) !== undefined) counts.taken++;
  }
  return counts;
}

describe('a call decoded from the bytes at hand', () => {
  it.each(allLogs)('is the call that its line reads as: $name', async ({ bytes }) => {
    await compare(bytes);
  });

  it.each([
    'madvise(0x7f0000001000, 4096, MADV_DONTNEED) = 0',
    'openat(AT_FDCWD, "/tmp/é", O_RDONLY) = 3',
    'openat(AT_FDCWD, "/tmp/\u{1d4b3}", O_RDONLY) = -1 ENOENT (Нет такого файла)',
    'openat(AT_FDCWD</tmp>, "a&amp;b", O_RDONLY) = 3</tmp/a>',
    'read(3, "&lt;unfinished ...&gt;", 22) = 22',
    'write(1, "x", 1x) = 1',
    'write(2, "= 0) = ", 7= 0) = )                  = 7',
    'a(1) = 3) = 4',
    'f(1)  =  0',
    'f(1)                                    = 0x7f00 <0.000012>',
    'exit_group(0)                           = ?',
    'pause()                                 = ? ERESTARTNOHAND (To be restarted if no handler)',
    'f((1), [2 3], {a=")"}, 4 /* ) = 5 */) = 6',
    'poll([{fd=3, events=POLLIN}], 1, 0) = 0',
    'f(1) = 18446744073709551615',
    'f(0xffffffffffffffff, -9223372036854775808, 0644, 8192*1024, NULL) = -1 E2BIG (Argument list too long)',
    `${'name'.repeat(20)}(1) = 0`,
    `f("${'x'.repeat(70_000)}") = 0`,
  ])('is the call that its line reads as: %s', async (line) => {
    const others = ['close(3) = 0', 'what is this', line];
    for (const prefix of ['', '7 ', '[pid   123] ', '7<a b> ', '7 12:34:56.123456 ', '1700000000.123456 '])
      await compare([line, ...others, line].map((each) => `${prefix}${each}\n`).join(''));
    await compare(`${line}\r\n${line}`, undefined, 99);
  });

  it('is the call that its line reads as, for recorded lines with wounds, together and in small chunks', async () => {
    const decoder = new TextDecoder();
    const lines = allLogs
      .flatMap(({ bytes }) => decoder.decode(bytes).split(/\r\n|\r|\n/))
      .filter((line) => line.length < 400);
    const put = fc.constantFrom(
      '',
      ' ',
      '"',
      ')',
      ' = ',
      '<',
      '>',
      '&lt;',
      'é',
      '\\',
      '\t',
      '...',
      '[',
      '/* ',
    );
    const wounded = fc
      .tuple(fc.constantFrom(...lines), fc.nat(400), fc.nat(12), put)
      .map(([line, at, length, word]) => line.slice(0, at) + word + line.slice(at + length));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constantFrom(...lines), wounded), { maxLength: 12 }),
        fc.integer({ min: 1, max: 300 }),
        async (log, chunkBytes) => {
          await compare(log.join('\n'), chunkBytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each<[string, number | undefined]>([
    ['write(5, "x", 1) = 1', 5],
    ['7 12:00:00 write(123456789, "x", 1) = 1', 123456789],
    ['write(0, "x", 1) = 1', 0],
    ['write(5</x>, "x", 1) = 1', undefined],
    ['write(05, "x", 1) = 1', undefined],
    ['write(-1, "x", 1) = 1', undefined],
    ['close(5) = 0', undefined],
    ['write(12345678901, "x", 1) = 1', undefined],
    ['<... write resumed>5, "x", 1) = 1', undefined],
    ['--- SIGCHLD {si_signo=SIGCHLD} ---', undefined],
  ])('shows its first number without being decoded: %s', async (line, number) => {
    const seen: (number | undefined)[] = [];
    const listener = {
      event: (...heard: readonly unknown[]) => seen.push((heard[5] as Decode).firstNumber?.()),
    };
    await openRecording([{ source: memorySource(`${line}\n`) }], { listener });
    expect(seen).toEqual([number]);
  });

  it('is what most calls of plain logs are', () => {
    const plain = '7 mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 3</lib/a.so>, 0) = 0x7f0000001000 <0.000010>\n';
    expect(shortCuts(plain.repeat(100))).toEqual({ taken: 100, lines: 100 });
    const counts = allLogs.map(({ bytes }) => shortCuts(bytes));
    const taken = counts.reduce((sum, count) => sum + count.taken, 0);
    const lines = counts.reduce((sum, count) => sum + count.lines, 0);
    expect(taken / lines).toBeGreaterThan(0.5);
  });
});
