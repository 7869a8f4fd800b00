import { describe, expect, it } from 'vitest';
import { SourceError } from '../../../../model/trace/byte-source';
import type { TraceEvent } from '../../../../model/trace/event';
import { openRecording } from '../../../../model/trace/open-recording';
import { eventIndex, fileIndex, lineNumber } from '../../../../model/trace/positions';
import { allLogs } from './corpus-files';
import { memorySource } from './memory-source';
import { open, row } from './table';

const text = (recording: Awaited<ReturnType<typeof open>>, line: number, limit?: number): string =>
  recording.lineText(fileIndex(0), lineNumber(line), limit);

describe('the text of a line', () => {
  it('has no terminator, whichever the file has', async () => {
    const recording = await open('a\r\nb\nc\rd\r\re');
    expect([1, 2, 3, 4, 5, 6].map((line) => text(recording, line))).toEqual(['a', 'b', 'c', 'd', '', 'e']);
    expect(recording.survey.lines).toBe(6);
  });

  it('is empty beyond the file and cut at the limit', async () => {
    const recording = await open('é𝒳abc\nx\n');
    expect([0, 3, 99, -1, 0.5].map((line) => text(recording, line))).toEqual(['', '', '', '', '']);
    expect(text(recording, 1, 4)).toBe('é𝒳a');
    expect(text(recording, 1, 0)).toBe('');
    expect(recording.lineText(fileIndex(1), lineNumber(1))).toBe('');
  });

  it('leaves out a byte order mark, so that columns are those of an editor', async () => {
    const recording = await open('\ufeffclose(3) = 0\n');
    expect(text(recording, 1)).toBe('close(3) = 0');
    const event = recording.decode(eventIndex(0));
    expect(event.text.pieces).toEqual([{ at: 0, line: 1, column: 0 }]);
  });
});

describe('decoding', () => {
  it('puts the halves of a call together and finds them again in the file', async () => {
    const log = '7 read(3 <unfinished ...>\n8 close(3) = 0\n7 <... read resumed>, "x", 1) = 1\n';
    const recording = await open(log);
    const event = recording.decode(eventIndex(1));
    expect(event.text.text).toBe('read(3, "x", 1) = 1');
    expect(event.text.pieces).toEqual([
      { at: 0, line: 1, column: 2 },
      { at: 6, line: 3, column: 20 },
    ]);
    expect(recording.locate(event.text, { start: 5, end: 8 })).toEqual([
      { file: 0, line: 1, startColumn: 7, endColumn: 8 },
      { file: 0, line: 3, startColumn: 20, endColumn: 22 },
    ]);
    expect(recording.locate(event.text, { start: 6, end: 6 })).toMatchObject([
      { line: 3, startColumn: 20, endColumn: 20 },
    ]);
    expect(recording.locate(event.text, { start: 19, end: 19 })).toMatchObject([
      { line: 3, startColumn: 33 },
    ]);
    expect(recording.locate(event.text, { start: 90, end: 99 })).toHaveLength(1);
  });

  it('leaves a message out of the call that it cut, and gives it as a note', async () => {
    const recording = await open(
      'clone(child_stack=NULL, flags=SIGCHLDstrace: Process 9 attached\n, child_tidptr=0x10) = 9\n',
    );
    expect(recording.decode(eventIndex(0))).toMatchObject({
      kind: 'note',
      note: 'attached',
      tid: 9,
      line: 1,
    });
    expect(recording.decode(eventIndex(0)).text.pieces).toEqual([{ at: 0, line: 1, column: 37 }]);
    const call = recording.decode(eventIndex(1));
    expect(call.text.text).toBe('clone(child_stack=NULL, flags=SIGCHLD, child_tidptr=0x10) = 9');
    expect(call).toMatchObject({ kind: 'call', complete: true, line: 2, entryLine: 1 });
  });

  it('gives a call its frames, from the lines below', async () => {
    const recording = await open(
      'mlock(0x10, 1) = 0\n > /lib/libc.so.6(mlock+0x7) [0x101b97]\n > /bin/x() [0x4f]\nclose(3) = 0\n',
    );
    const event = recording.decode(eventIndex(0));
    expect(event.kind === 'call' ? event.stack : []).toMatchObject([
      { module: '/lib/libc.so.6', symbol: 'mlock', address: 0x101b97n, line: 2 },
      { module: '/bin/x', address: 0x4fn, line: 3 },
    ]);
  });

  it('gives the same event again, also when it was forgotten in between', async () => {
    const recording = await open('close(3) = 0\n'.repeat(1000));
    const first = recording.decode(eventIndex(0));
    expect(recording.decode(eventIndex(0))).toBe(first);
    for (let n = 1; n < 1000; n++) recording.decode(eventIndex(n));
    expect(recording.decode(eventIndex(0))).toEqual(first);
  });

  it('refuses an event that is not there', async () => {
    const recording = await open('close(3) = 0\n');
    for (const n of [-1, 1, Number.NaN]) expect(() => recording.decode(eventIndex(n))).toThrow(RangeError);
  });

  it('knows garbage from binary data, and what may be colour', async () => {
    const recording = await open(
      'close(3) = 0\nwhat?\n\0\x01\x02\x03\n\x1b[33mclose\x1b[0m(\x1b[35m3\x1b[0m) = \x1b[32m0\x1b[0m\n',
    );
    expect([1, 2].map((n) => recording.decode(eventIndex(n)))).toMatchObject([
      { kind: 'unparsed', why: 'not-strace' },
      { kind: 'unparsed', why: 'binary' },
    ]);
    const coloured = recording.decode(eventIndex(3));
    expect(coloured).toMatchObject({ kind: 'call', name: 'close' });
    expect(recording.locate(coloured.text, { start: 6, end: 7 })).toMatchObject([
      { startColumn: 20, endColumn: 21 },
    ]);
  });
});

describe('the listener of the pass', () => {
  it.each(allLogs.filter((_, i) => i % 5 === 0))(
    'hears and decodes each event in order: $name',
    async ({ bytes }) => {
      const heard: { index: number; line: number; event: TraceEvent }[] = [];
      const entered: TraceEvent[] = [];
      const recording = await open(bytes, {
        chunkBytes: 512,
        listener: {
          event: (index, _kind, _task, _name, _errno, decode, _file, line) =>
            heard.push({ index, line, event: decode() }),
          entered: (_task, _name, decode) => entered.push(decode()),
        },
      });
      expect(heard.map(({ index }) => index)).toEqual(
        Array.from({ length: recording.events.length }, (_, n) => n),
      );
      for (const { index, line, event } of heard) {
        const later = recording.decode(eventIndex(index));
        expect(line, row(recording, index)).toBe(later.line);
        expect(event).toEqual(later.kind === 'call' ? { ...later, stack: [] } : later);
      }
      for (const event of entered) expect(event).toMatchObject({ kind: 'call' });
    },
  );

  it('hears of a call when it is entered, without its result', async () => {
    const order: string[] = [];
    await open('7 clone(flags=SIGCHLD <unfinished ...>\n8 close(3) = 0\n7 <... clone resumed>) = 8\n', {
      listener: {
        event: (_index, _kind, task, name) => order.push(`${name} of ${String(task)}`),
        entered: (task, name, decode) => {
          const event = decode();
          order.push(
            `${name} of ${String(task)} entered: ${event.kind === 'call' ? event.result.kind : event.kind}`,
          );
        },
      },
    });
    expect(order).toEqual(['clone of 0 entered: never', 'close of 1', 'clone of 0']);
  });
});

describe('the pass', () => {
  it('pauses when the pacer says so, tells how far it is, and stops when told', async () => {
    const log = 'close(3) = 0\n'.repeat(5000);
    const seen: number[] = [];
    await open(log, {
      pacer: {
        due: () => true,
        pause: (progress) => {
          seen.push(progress.bytes);
          expect(progress.ofBytes).toBe(log.length);
          return Promise.resolve();
        },
      },
    });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    const stopped = open(log, {
      pacer: { due: () => true, pause: () => Promise.reject(new Error('stopped')) },
    });
    await expect(stopped).rejects.toThrow('stopped');
  });

  it('fails with the error of a source that breaks', async () => {
    const source = {
      ...memorySource('close(3) = 0\n'),
      read: () => {
        throw new SourceError('the disk broke');
      },
    };
    await expect(openRecording([{ source }])).rejects.toThrow(SourceError);
  });

  it('takes a recording without files for an empty one', async () => {
    const recording = await openRecording([]);
    expect(recording.survey).toMatchObject({ lines: 0, events: 0, verdict: 'empty', order: 'one-file' });
  });
});
