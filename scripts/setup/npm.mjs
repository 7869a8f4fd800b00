// npm, as the person who called us uses it: the same program and the same configuration (registry, proxy, certificates).
import { run } from '../processes.mjs';

/**
 * Runs npm to its end.
 *
 * @param {readonly string[]} args
 * @param {{ cwd?: string, seconds?: number, show?: boolean }} [options]
 */
export const npm = (args, options) => {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js')
    ? run(process.execPath, [script, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
};
