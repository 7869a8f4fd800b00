import type { Runner, Test } from 'mocha';

/** One line for each test, which the process that started the editor finds in the extension host's console. */
export interface TestReport {
  readonly title: string;
  /** `retried`: it failed and is run once more. */
  readonly state: 'passed' | 'failed' | 'skipped' | 'retried';
  readonly seconds: number;
  /** Message and stack of a failure, the reason of a skip. */
  readonly detail?: string;
}

export const reportMark = 'pagewalk-test';

const report = (test: Test, state: TestReport['state'], detail?: string): void => {
  const line: TestReport = {
    title: test.fullTitle(),
    state,
    seconds: (test.duration ?? 0) / 1000,
    ...(detail === undefined ? {} : { detail }),
  };
  // A per cent sign would be a format directive to the console.
  console.log(`<${reportMark}>${JSON.stringify(line).replaceAll('%', '\\u0025')}</${reportMark}>`);
};

/** A mocha reporter that needs neither a terminal nor a page. A function, not an arrow: mocha constructs it. */
export function LineReporter(runner: Runner): void {
  runner.on('pass', (test) => report(test, 'passed'));
  runner.on('pending', (test) => report(test, 'skipped', 'marked as pending in its source'));
  const failure = (state: 'failed' | 'retried') => (test: Test, error: unknown) => {
    const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
    report(test, state, stack?.includes(message) === true ? stack : `${message}\n${stack ?? ''}`);
  };
  runner.on('fail', failure('failed'));
  runner.on('retry', failure('retried'));
}
