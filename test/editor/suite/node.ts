/** Entry of the tests in the Node extension host. */
import Mocha from 'mocha';
import { mochaOptions } from './mocha-options.js';
import { defineTests } from './tests.js';

export const run = (): Promise<void> => {
  const mocha = new Mocha(mochaOptions);
  mocha.suite.emit('pre-require', globalThis, 'tests', mocha);
  defineTests('Node');
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed`))));
  });
};
