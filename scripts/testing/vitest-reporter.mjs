/**
 * A vitest reporter that writes the run's tally to the file named in PAGEWALK_TALLY.
 *
 * Vitest's own JSON report leaves out why a test was skipped, and a file that can't be loaded or an error outside any test has no
 * entry there.
 */
import { writeFileSync } from 'node:fs';
import { emptyTally } from './tally.mjs';

export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly { message?: string }[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const tally = emptyTally();
    for (const module of modules) {
      for (const error of module.errors())
        tally.failures.push(`${module.relativeModuleId}: ${error.message}`);
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) tally.failures.push(`${suite.fullName}: ${error.message}`);
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        const title = `${module.relativeModuleId} > ${test.fullName}`;
        if (result.state === 'passed') {
          tally.passed += 1;
          const [first] = result.errors ?? [];
          if (test.diagnostic()?.flaky === true)
            tally.again.push(`${title}: ${first?.message ?? 'no error'}`);
        } else if (result.state === 'skipped')
          tally.skips.push({ title, reason: result.note ?? 'skipped in its source' });
        else tally.failures.push(result.state === 'failed' ? title : `${title}: did not run to its end`);
      }
    }
    for (const error of unhandledErrors)
      tally.failures.push(`outside any test: ${error.message ?? 'unknown error'}`);
    writeFileSync(process.env['PAGEWALK_TALLY'] ?? '/dev/null', JSON.stringify(tally));
  }
}
