import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../../../model/trace/index-pass/line-index';
import { eventIndex, fileIndex, lineNumber } from '../../../../model/trace/positions';
import { digest, open, rows } from './table';

const call = (length: number, unit = 'x'): string =>
  `write(1, "${unit.repeat(length)}", ${String(length)}) = -1 EFAULT (Bad address)`;

describe('a line longer than what is kept', () => {
  it.each([
    ['shorter than a chunk', 100_000, undefined],
    ['longer than a chunk', 100_000, 1000],
    ['longer than many chunks', 3_000_000, 70_000],
  ])('keeps name, first arguments and result: %s', async (_, length, chunkBytes) => {
    const log = `close(1) = 0\n${call(length)}\r\nclose(2) = 0\n`;
    const recording = await open(log, chunkBytes === undefined ? {} : { chunkBytes });
    expect(rows(recording)).toEqual(['1 - call close', '2 - call write EFAULT', '3 - call close']);
    const event = recording.decode(eventIndex(1));
    expect(event).toMatchObject({ kind: 'call', name: 'write', result: { kind: 'error', errno: 'EFAULT' } });
    expect(event.text.text.length).toBeLessThan(70_000);
    if (event.kind !== 'call' || event.result.kind !== 'error') throw new Error('not a failed call');
    expect(recording.locate(event.text, event.result.span)).toEqual([
      {
        file: 0,
        line: 2,
        startColumn: call(length).lastIndexOf('-1 '),
        endColumn: call(length).length,
      },
    ]);
  });

  it('counts columns in UTF-16 units across what was left out', async () => {
    for (const unit of ['é', '€', '𝒳']) {
      const line = call(60_000, unit);
      const recording = await open(line);
      const event = recording.decode(eventIndex(0));
      if (event.kind !== 'call' || event.result.kind !== 'error') throw new Error('not a failed call');
      expect(recording.locate(event.text, event.result.span)).toMatchObject([
        { startColumn: line.lastIndexOf('-1 ') },
      ]);
    }
  });

  it('puts head and tail together where both are inside or outside of strings', async () => {
    const items = Array.from({ length: 9000 }, (_, i) => `"it\\"em \\\\${String(i)}"`).join(', ');
    for (let shift = 0; shift < 40; shift++) {
      const line = `execve("${'y'.repeat(shift)}", [${items}], NULL) = 0`;
      const recording = await open(`${line}\n`);
      expect(rows(recording)).toEqual(['1 - call execve']);
      expect(recording.decode(eventIndex(0))).toMatchObject({
        kind: 'call',
        result: { kind: 'value', value: 0n },
      });
    }
  });

  it('is one unparsed event where it is nothing', async () => {
    const recording = await open(`close(1) = 0\n${'\0'.repeat(5_000_000)}\nclose(2) = 0`);
    expect(rows(recording)).toEqual(['1 - call close', '2 - unparsed', '3 - call close']);
    expect(recording.decode(eventIndex(1))).toMatchObject({ kind: 'unparsed', why: 'too-long' });
    expect(recording.lineText(fileIndex(0), lineNumber(2))).toHaveLength(64 * 1024);
    expect(recording.survey.firstUnparsed[0]?.text.length).toBeLessThanOrEqual(400);
  });

  it('ends at a lone CR too, wherever the chunks end', async () => {
    const lines = ['close(1) = 0', 'g'.repeat(80_000), 'close(2) = 0', 'h'.repeat(70_000), 'close(3) = 0'];
    const log = lines.join('\r');
    const whole = digest(await open(log));
    expect(rows(await open(log))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `${String(n)} - ${n % 2 === 0 ? 'unparsed' : 'call close'}`),
    );
    for (const chunkBytes of [4096, 65_537, 80_014])
      expect(digest(await open(log, { chunkBytes }))).toEqual(whole);
  });
});

describe('where lines start', () => {
  it('is exact beyond 4 GiB, with lines across the borders', () => {
    const index = new LineIndex();
    const starts = [0, 10, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 5, 3 * 2 ** 32, 3 * 2 ** 32 + 1, 2 ** 45 + 7];
    starts.forEach((start) => index.add(start));
    index.finish(2 ** 45 + 100);
    expect(starts.map((_, i) => index.start(i + 1))).toEqual(starts);
    expect(index.end(3)).toBe(2 ** 32);
    expect(index.end(8)).toBe(2 ** 45 + 100);
  });
});
