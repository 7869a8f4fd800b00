/**
 * Child processes that never outlive us.
 *
 * Each child leads a process group of its own, so that what it starts in turn (Chromium's and VS Code's dozen processes) ends with
 * it. Invariant: a group is in `running` from its start until its leader has ended and its group was sent SIGKILL.
 */
import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
const signalGroup = (child, signal) => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};

/**
 * Starts a command as the leader of a new process group.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {ChildProcess}
 */
export const startGroup = (command, args, options = {}) => {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => {
    signalGroup(child, 'SIGKILL');
    running.delete(child);
  });
  child.once('error', () => running.delete(child));
  return child;
};

/**
 * Ends a group: politely, then after `graceMs` for certain. Resolves when its leader has ended.
 *
 * @param {ChildProcess} child
 * @param {number} [graceMs]
 */
export const stopGroup = async (child, graceMs = 3000) => {
  if (!running.has(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(timer);
};

/**
 * What a command that ran to its end said. `status` is 124 when it was stopped at its time limit and 127 when it could not be
 * started, as timeout(1) and sh(1) have it.
 *
 * @typedef {{ status: number, output: string }} Outcome
 */

/**
 * Runs a command to its end and returns its status and its output (stdout and stderr, as they came).
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, seconds?: number, show?: boolean, onLine?: (line: string) => boolean }} [options]
 *   `show` also writes the output through; `onLine` sees each line and may answer false to keep it from being shown.
 * @returns {Promise<Outcome>}
 */
export const run = (command, args, { cwd, env, seconds = 600, show = false, onLine } = {}) =>
  new Promise((resolve) => {
    const child = startGroup(command, args, {
      cwd,
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      void stopGroup(child);
    }, seconds * 1000);

    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      let rest = '';
      /** @param {string} line with its newline, except perhaps the last */
      const deliver = (line) => {
        output += line;
        const wanted = onLine?.(line.replace(/\r?\n$/, '')) ?? true;
        if (show && wanted) target.write(line);
      };
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ chunk) => {
        const lines = (rest + chunk).split(/(?<=\n)/);
        rest = lines.at(-1)?.endsWith('\n') ? '' : (lines.pop() ?? '');
        lines.forEach(deliver);
      });
      stream?.on('end', () => rest !== '' && deliver(rest));
    }
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ status: 127, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ status: timedOut ? 124 : (code ?? 1), output });
    });
  });

process.once('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')));
for (const [signal, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])) {
  process.once(signal, () => process.exit(128 + number));
}
