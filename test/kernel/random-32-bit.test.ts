/**
 * Random programs of 32 bits on the live kernel of 64: words that wrap at 4 GiB, mmap2, an address space that ends there, and
 * rules of the 64-bit kernel all the same. They are those of random-programs.test.ts, compiled for i386.
 */
import { afterAll, expect, it } from 'vitest';
import { firstFew, outcomeOf } from './random-programs/disagreements';
import { I386, LiveKernel } from './random-programs/live-run';
import { modes, randomProgram } from './random-programs/modes';

const kernel = new LiveKernel(undefined, I386);
afterAll(() => {
  kernel.remove();
});

const asked = process.env['PAGEWALK_SEED'];
const seed = asked === undefined ? 1 : asked === 'random' ? Math.floor(Math.random() * 1e9) : Number(asked);
const LINES = 200;

/** Families and touches hang on no width of words. */
const some = modes.filter(({ touches, children }) => touches === 0 && children === 0);

it.each(some.map((mode) => [mode.name, mode] as const))(`%s, seed ${seed}`, async (_name, mode) => {
  const { held, disagreements } = await outcomeOf(kernel, randomProgram(mode, seed, LINES), false);
  expect(firstFew(disagreements)).toBe('');
  expect(held.length).toBeGreaterThan(LINES / 2);
  // Of an mremap with MREMAP_DONTUNMAP alone, strace does not print the hint.
  const undecided = held.filter(
    ({ answer, logged }) => answer === 'undecided' && !logged.includes('MREMAP_DONTUNMAP'),
  );
  expect(undecided.length).toBeLessThanOrEqual(held.length / 20);
});
