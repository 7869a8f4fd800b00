/**
 * Hundreds of random calls without privileges, with room for 24 locked pages: the model follows the kernel call by call.
 *
 * The model takes writable memory for touched, as programs do touch theirs. Where the program here does so too, each
 * border between VMAs must be the kernel's, or one that the model itself calls doubtful; where it touches nothing, the
 * pages are compared.
 */
import { describe, expect, it } from 'vitest';
import { runCalls, runningKernel } from './live-caller';
import { follow, type Step } from './comparison';
import { randomCalls } from './random-calls';

const MEMLOCK = 8;
const LOCKABLE = 24 * 4096;
const CALLS = 400;

function differing(seed: number, touched: boolean): { different: object[]; untold: readonly Step[] } {
  const recording = runCalls([
    `limit ${MEMLOCK} ${LOCKABLE}`,
    'drop-capabilities',
    ...(touched ? ['touch-everything'] : []),
    ...randomCalls(seed, CALLS),
  ]);
  expect(recording.calls).toHaveLength(CALLS);
  const kernel = runningKernel ?? 6018;
  const { steps } = follow(
    recording,
    () => ({
      limits: { MEMLOCK: BigInt(LOCKABLE) },
      kernel: [Math.floor(kernel / 1000), kernel % 1000],
      machine: { mmapMinAddr: 4096n },
    }),
    touched ? 'borders' : 'pages',
  );
  return {
    different: steps
      .filter((step) => step.differences.length > 0)
      .slice(0, 3)
      .map(({ text, differences }) => ({ text, differences })),
    untold: steps.filter(({ judgement }) => judgement.predicted.kind === 'undecidable'),
  };
}

const openCause = ({ judgement: { predicted } }: Step): string =>
  predicted.kind === 'undecidable' ? `${predicted.cause} ${predicted.because.code}` : '';
const LEFT_OPEN: ReadonlySet<string> = new Set([
  'mremap.beyond-vma unknown-merge',
  'mlock.not-populated unknown-memory',
]);

describe('random calls on the live kernel', () => {
  it.each([1, 2, 3, 4, 5, 6])('seed %i, memory in use: answers, VMAs and VmLck are the kernel’s', (seed) => {
    const { different, untold } = differing(seed, true);
    expect(different).toEqual([]);
    // All of the space is known: only anon_vmas, and how far shared memory reaches that mremap made longer, are not.
    expect(untold.map(openCause).filter((cause) => !LEFT_OPEN.has(cause))).toEqual([]);
    expect(untold.length).toBeLessThan(CALLS / 10);
  });

  it.each([11, 12, 13])('seed %i, memory never touched: pages and VmLck are the kernel’s', (seed) => {
    const { different, untold } = differing(seed, false);
    expect(different).toEqual([]);
    expect(untold.length).toBeLessThan(CALLS / 10);
  });
});
