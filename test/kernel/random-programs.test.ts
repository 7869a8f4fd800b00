/**
 * Random programs, and the short ones that once showed a disagreement, on the live kernel under strace: answer, VMAs, VmLck,
 * VmSize, VmData, VmStk and the number of VMAs are the model's, call by call. `PAGEWALK_SEED=random` draws new programs, a
 * number repeats a run of such; `npm run conformance -- --shrink MODE --seed N` makes what is found short and keeps it.
 */
import { afterAll, describe, expect, it } from 'vitest';
import { firstFew, outcomeOf } from './random-programs/disagreements';
import { keptCases } from './random-programs/kept-cases';
import { LiveKernel } from './random-programs/live-run';
import { modes, randomProgram } from './random-programs/modes';

const kernel = new LiveKernel();
afterAll(() => {
  kernel.remove();
});

const asked = process.env['PAGEWALK_SEED'];
const first = asked === undefined ? 1 : asked === 'random' ? Math.floor(Math.random() * 1e9) : Number(asked);
const SEEDS_A_MODE = 3;
const LINES = 300;

const programs = modes.flatMap((mode) =>
  Array.from({ length: SEEDS_A_MODE }, (_, at) => ({ mode, seed: first + at })),
);

describe('random programs on the live kernel', () => {
  it.each(programs.map(({ mode, seed }) => [mode.name, seed, mode] as const))(
    '%s, seed %i',
    async (_name, seed, mode) => {
      const { held, disagreements } = await outcomeOf(
        kernel,
        randomProgram(mode, seed, LINES),
        mode.touches > 0,
      );
      expect(firstFew(disagreements)).toBe('');
      expect(held.length).toBeGreaterThan(LINES / 2);
      // What no log shows (protection keys, pools of huge pages, which pages were touched) is seldom what decides.
      const undecided = held.filter(({ answer }) => answer === 'undecided');
      expect(undecided.length).toBeLessThanOrEqual(held.length / 20);
    },
  );
});

describe('programs that once showed a disagreement', () => {
  it.each(keptCases().map((kept) => [kept.name, kept] as const))('%s', async (_name, { lines, touched }) => {
    const { disagreements } = await outcomeOf(kernel, lines, touched);
    expect(firstFew(disagreements)).toBe('');
  });
});
