// Builds the bundles in dist/ that the editor and the tests run.
import { inRepository, repository } from '../repository.mjs';
import { run } from '../processes.mjs';

/** @throws when the build fails, with what it said */
export const build = async () => {
  const { status, output } = await run(process.execPath, [inRepository('scripts', 'build.mjs')], {
    cwd: repository,
  });
  if (status !== 0) throw new Error(`The build failed (exit status ${status}):\n${output}`);
};
