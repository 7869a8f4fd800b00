/**
 * Real programs against the kernel's maps after each memory call. `npm run conformance` records more of them.
 */
import { chmodSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporary } from '../live-caller';
import { holdAgainst } from './held-against';
import { record } from './recorder';
import { subjects } from './subjects';

chmodSync(temporary, 0o755);
const all = process.env['PAGEWALK_REAL'] === 'all';

describe('real programs on the live kernel', () => {
  it.each(subjects(temporary).filter(({ quick }) => quick || all))(
    '$name',
    { timeout: 120_000 },
    async (subject) => {
      const recording = await record(subject);
      expect(recording.rows.length).toBeGreaterThan(15);
      const told = await holdAgainst(recording, true);
      expect(told.wrong).toEqual([]);
      expect(told.late).toBeLessThan(recording.rows.length / 5);
      expect(told.racedAsPossible).toBeGreaterThanOrEqual(Math.floor(told.raced * 0.9));
      // Nothing is unknown once a snapshot has shown it.
      expect(told.exactSpaces).toBe(told.rows);
      expect(told.exactLocked).toBe(told.rows);
      // Threads race for room; what one alone is given can be told.
      if (!subject.threads) expect(told.placedRight / told.placed).toBeGreaterThanOrEqual(0.9);
      const untold = await holdAgainst(recording, false);
      expect(untold.wrong).toEqual([]);
      if (process.env['PAGEWALK_REAL'] !== undefined) console.log(subject.name, told, untold);
    },
  );
});
