// Runs one project of vitest.config.mjs.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { run } from '../processes.mjs';
import { inCache, inRepository, repository } from '../repository.mjs';
import { withStatus } from './tally.mjs';

/**
 * @param {string} project
 * @param {number} seconds time limit
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export const runVitest = async (project, seconds) => {
  const tallyFile = inCache('tallies', `${project}.json`);
  mkdirSync(inCache('tallies'), { recursive: true });
  rmSync(tallyFile, { force: true });
  const reporters = [
    '--reporter=default',
    `--reporter=${inRepository('scripts', 'testing', 'vitest-reporter.mjs')}`,
  ];
  const { status } = await run(
    process.execPath,
    [inRepository('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters],
    { cwd: repository, env: { ...process.env, PAGEWALK_TALLY: tallyFile }, seconds, show: true },
  );
  return withStatus(readTally(tallyFile), project, status);
};

/**
 * @param {string} file
 * @returns {import('./tally.mjs').Tally | undefined}
 */
const readTally = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};
