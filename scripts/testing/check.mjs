// Runners that answer with yes or no: lint, formatting, types, the build.
import { run } from '../processes.mjs';
import { repository } from '../repository.mjs';
import { emptyTally } from './tally.mjs';

/**
 * Runs a program of node_modules; it counts as one passed or one failed, and what it said is shown only when it failed.
 *
 * @param {string} title
 * @param {string} script path below the checkout
 * @param {readonly string[]} args
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export const check = async (title, script, args) => {
  const { status, output } = await run(process.execPath, [script, ...args], {
    cwd: repository,
    seconds: 600,
  });
  if (status !== 0) process.stdout.write(output);
  return { ...emptyTally(), passed: status === 0 ? 1 : 0, failures: status === 0 ? [] : [title] };
};
