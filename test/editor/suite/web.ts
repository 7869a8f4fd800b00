/** Entry of the tests in the web worker extension host: mocha's browser build, which makes the global `mocha`. */
import 'mocha/mocha.js';
import { mochaOptions } from './mocha-options.js';
import { defineTests } from './tests.js';

export const run = (): Promise<void> => {
  mocha.setup(mochaOptions);
  defineTests('web worker');
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
};
