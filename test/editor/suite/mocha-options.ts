import type { MochaOptions } from 'mocha';
import { LineReporter } from './reporter.js';

/** The same in both extension hosts. Mocha takes whatever it can construct with a runner; its types ask for more. */
export const mochaOptions: MochaOptions = {
  ui: 'bdd',
  timeout: 60_000,
  // As in test/browser: the summary names what needed it.
  retries: 1,
  reporter: LineReporter as unknown as Exclude<MochaOptions['reporter'], string | undefined>,
};
