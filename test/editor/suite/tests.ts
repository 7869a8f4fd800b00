import { debuggingTests } from './debugging.js';
import { languageTests } from './language.js';

/** @param host which extension host this is, for the titles */
export const defineTests = (host: string): void => {
  describe(`${host} extension host`, () => {
    languageTests();
    debuggingTests();
  });
};
