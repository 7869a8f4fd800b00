// Installs the packages that package-lock.json names, when node_modules is missing or older than the lock file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository, repository } from '../repository.mjs';
import { npm } from './npm.mjs';

const marker = inRepository('node_modules', '.pagewalk-installed');

const lockDigest = () =>
  createHash('sha256')
    .update(readFileSync(inRepository('package-lock.json')))
    .digest('hex');

const installedDigest = () => {
  try {
    return readFileSync(marker, 'utf8');
  } catch {
    return '';
  }
};

/**
 * The marker is written last: an interrupted `npm ci` is done again.
 *
 * @throws when npm fails, with what npm said
 */
export const ensureNodeModules = async () => {
  const wanted = lockDigest();
  if (installedDigest() === wanted) return;
  console.log('Installing the npm packages of package-lock.json …');
  const { status, output } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: repository,
  });
  if (status !== 0) throw new Error(`npm ci failed (exit status ${status}):\n${output}`);
  writeFileSync(marker, wanted);
};
