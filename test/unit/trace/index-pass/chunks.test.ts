import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventFlag, EventKind } from '../../../../model/trace/event-table';
import { eventIndex } from '../../../../model/trace/positions';
import type { Recording } from '../../../../model/trace/recording';
import { allLogs } from './corpus-files';
import { digest, open, row } from './table';

const encoder = new TextEncoder();

describe('the size of the chunks makes no difference', () => {
  it.each(allLogs)('for $name', async ({ bytes }) => {
    const whole = digest(await open(bytes));
    for (const chunkBytes of [1, 3, 7]) {
      expect(digest(await open(bytes, { chunkBytes })), `${String(chunkBytes)} bytes`).toEqual(whole);
    }
  });

  it('for lines that end in all ways', async () => {
    const piece = fc.constantFrom(
      '\n',
      '\r',
      '\r\n',
      '\n\r',
      '\r\r\n',
      'é',
      '𝒳',
      '"',
      '\\',
      '\0',
      '\x1b[0m',
      ' ',
      'f(1) = 0',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        async (pieces, chunkBytes) => {
          const bytes = encoder.encode(pieces.join(''));
          expect(digest(await open(bytes, { chunkBytes }))).toEqual(digest(await open(bytes)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('for bytes that are no text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 7 }),
        async (bytes, chunkBytes) => {
          expect(digest(await open(bytes, { chunkBytes }))).toEqual(digest(await open(bytes)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** A row without what later lines may still teach: the first task's tid, frames below a call. */
function settled(recording: Recording, n: number): string {
  return row(recording, n)
    .replace(/ (-|\d+) /, ' ')
    .replace(' stack', '');
}

/** So many events stand wholly before the line, whatever follows. */
function eventsBefore(recording: Recording, line: number): number {
  const { events } = recording;
  for (let n = 0; n < events.length; n++) {
    const isLate = events.line(eventIndex(n)) >= line - 1;
    const isNever = (events.flags(eventIndex(n)) & EventFlag.never) !== 0;
    if (isLate || isNever) return n;
  }
  return events.length;
}

describe('a log cut anywhere', () => {
  it.each(allLogs)('keeps the events before the cut: $name', async ({ bytes }) => {
    const whole = await open(bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length), async (cut) => {
        const part = await open(bytes.slice(0, cut));
        const count = eventsBefore(whole, part.survey.lines);
        const [before, after] = [part, whole].map((recording) =>
          Array.from({ length: count }, (_, n) => settled(recording, n)),
        );
        expect(before).toEqual(after);
        for (let n = 0; n < part.events.length; n++) {
          const kind = part.decode(eventIndex(n)).kind;
          expect(EventKind[kind]).toBe(part.events.kind(eventIndex(n)));
        }
      }),
      { numRuns: 5 },
    );
  });
});
