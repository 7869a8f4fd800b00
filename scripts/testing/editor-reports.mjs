// Reads the lines that test/editor/suite/reporter.ts writes to the extension host's console.
import { fileURLToPath } from 'node:url';
import { run } from '../processes.mjs';
import { inRepository, repository } from '../repository.mjs';
import { counts, emptyTally, withStatus } from './tally.mjs';

const mark = 'pagewalk-test';

/** How the titles begin (test/editor/suite/tests.ts). A host that reports nothing never came up, which is a failure. */
const hosts = ['Node extension host', 'web worker extension host'];

/**
 * @param {string} line
 * @returns {{ title: string, state: 'passed' | 'failed' | 'skipped' | 'retried', seconds: number, detail?: string } | undefined}
 */
export const readReport = (line) => {
  const from = line.indexOf(`<${mark}>`);
  const to = line.lastIndexOf(`</${mark}>`);
  if (from === -1 || to === -1) return undefined;
  try {
    return JSON.parse(line.slice(from + mark.length + 2, to));
  } catch {
    return undefined;
  }
};

/**
 * Runs the tests inside VS Code and shows each as it ends.
 *
 * @param {number} seconds time limit
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export const runEditorTests = async (seconds) => {
  const tally = emptyTally();
  /** @type {Set<string>} */
  const silent = new Set(hosts);
  /** @type {Set<string>} */
  const retried = new Set();
  const { status, output } = await run(process.execPath, [inRepository('scripts', 'testing', 'editor.mjs')], {
    cwd: repository,
    seconds,
    onLine: (line) => {
      const report = readReport(line);
      if (report === undefined) return false;
      const { title, state, seconds: took, detail = '' } = report;
      for (const host of silent) if (title.startsWith(host)) silent.delete(host);
      if (state === 'retried') retried.add(title);
      else if (state === 'passed') {
        tally.passed += 1;
        if (retried.has(title)) tally.again.push(title);
      } else if (state === 'skipped') tally.skips.push({ title, reason: detail });
      else tally.failures.push(title);
      console.log(
        `  ${state === 'passed' ? '✓' : state === 'skipped' ? '-' : state === 'retried' ? '↻' : '✗'} ${title} (${took.toFixed(1)} s)`,
      );
      if (state === 'failed' || state === 'retried') console.log(detail.replace(/^/gm, '      '));
      return false;
    },
  });
  for (const host of silent) tally.failures.push(`${host}: no test has reported`);
  const result = withStatus(tally, 'the tests inside VS Code', status);
  if (status !== 0)
    console.log(
      output
        .split('\n')
        .filter((line) => readReport(line) === undefined)
        .slice(-60)
        .join('\n'),
    );
  return result;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const tally = await runEditorTests(900);
  console.log(counts(tally));
  process.exitCode = tally.failures.length === 0 ? 0 : 1;
}
