/**
 * The part of docs/conformance.md about other kernels than the machine's own, from their kept answers: no qemu is needed.
 */
import { heldAgainst } from '../random-programs/held-against';
import { modeNamed } from '../random-programs/modes';
import { table, Tally } from '../random-programs/tally';
import { keptAnswers, keptFiles, liveRunOf, machineOf } from './kept-answers';

export async function otherKernels(): Promise<string[]> {
  const rows: (readonly [string, Tally])[] = [];
  for (const file of keptFiles()) {
    const answers = keptAnswers(file);
    const tally = new Tally();
    for (const run of answers.runs) {
      const { touches } = modeNamed(run.mode);
      tally.add(await heldAgainst(liveRunOf(run), machineOf(answers), touches > 0));
    }
    const few = answers.maxMapCount === undefined ? '' : `, vm.max_map_count ${answers.maxMapCount}`;
    rows.push([`${answers.machine}, Linux ${answers.release}${few}`, tally]);
  }
  return [
    '',
    '## Other kernels',
    '',
    'The same programs under other kernels and on other machines, booted in qemu by `npm run ask-kernel -- KERNEL-IMAGE` (its',
    'usage says what it needs); the model is given that kernel’s version. This table is of the answers that are kept in',
    '`test/kernel/guest/kept/`, which `npm test` holds the model against without qemu; it counts programs with pages touched',
    'unseen as well, of which only the joined list can be known.',
    '',
    ...table(rows),
  ];
}
