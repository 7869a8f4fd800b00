/**
 * Other kernels than the machine's own, without qemu: their answers to random programs are kept in kept/, and the model is
 * held against them as against the live kernel: every answer that it tells is right, and after each call VMAs, VmLck,
 * VmSize, VmData, VmStk and the number of VMAs are that kernel's. Where pages were touched unseen, VMAs are compared as if
 * joined.
 *
 * A file of kept/ is made by
 *
 *   npm run ask-kernel -- KERNEL-IMAGE --modes mixed,files --seeds 1 --calls 150 --keep test/kernel/guest/kept/NAME.json.gz
 *
 * which boots the kernel in qemu; it holds the programs, strace's logs and what the kernel itself said after each call.
 * Which programs are kept: those that once showed a difference, and some of the modes where kernels differ.
 */
import { describe, expect, it } from 'vitest';
import { disagreementsIn, firstFew } from '../random-programs/disagreements';
import { heldAgainst } from '../random-programs/held-against';
import { modeNamed } from '../random-programs/modes';
import { keptAnswers, keptFiles, liveRunOf, machineOf } from './kept-answers';

describe.each(keptFiles())('%s', (file) => {
  const answers = keptAnswers(file);
  it.each(answers.runs.map((run) => [run.mode, run.seed, run] as const))(
    '%s %i',
    async (mode, _seed, run) => {
      const touched = modeNamed(mode).touches > 0;
      const held = await heldAgainst(liveRunOf(run), machineOf(answers), touched);
      expect(firstFew(disagreementsIn(held, touched))).toBe('');
      // Not cut short, and not held against nothing.
      expect(run.ended).toBe(undefined);
      expect(held.filter(({ answer }) => answer === 'right').length).toBeGreaterThan(held.length / 2);
    },
  );
});

it('keeps something of every machine that differs', () => {
  expect(keptFiles().length).toBeGreaterThan(0);
});
