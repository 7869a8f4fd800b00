import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { at, sampleNames, textSource } from './recorded';

const texts = sampleNames.map((name) =>
  readFileSync(fileURLToPath(new URL(`../../../samples/logs/${name}.strace`, import.meta.url)), 'utf8'),
);

/** Somewhere in the log some characters are replaced by others, or lines are moved. */
const damage = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  by: fc.constantFrom(
    '',
    '9',
    '-1',
    '0xffffffffffffffff',
    ')',
    '(',
    ',',
    '"',
    '|',
    '<unfinished ...>',
    '\n',
    '= ?',
    'NULL',
    '{',
    '[',
  ),
});

test('a damaged log never breaks the model', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(damage, { minLength: 1, maxLength: 40 }),
      async (text, damages) => {
        let log = text;
        for (const { where, length, by } of damages) {
          const from = Math.floor(where * log.length);
          log = log.slice(0, from) + by + log.slice(from + length);
        }
        const timeline = await buildTimeline([{ source: textSource(log) }]);
        for (let n = 0; n <= timeline.end; n += 7) {
          timeline.worldAt(at(n));
          timeline.agreement(at(Math.min(n, timeline.end - 1)));
        }
        expect([...timeline.worldAt(timeline.end).tasks()].length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);
