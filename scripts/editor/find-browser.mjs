// Finds the machine's own Chromium or Chrome.
import { delimiter, join } from 'node:path';
import { isExecutable } from '../setup/executable.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = ['Google Chrome', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

/** @returns {string | undefined} absolute path; `$CHROMIUM` before all others */
export const findBrowser = () => {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env['CHROMIUM'] ?? '', ...candidates, ...macApplications].find(isExecutable);
};
