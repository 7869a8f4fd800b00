// The browser that shows the workbench, driven through playwright-core.
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';

const launchOptions = () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error(
      'No Chromium found. Install the package chromium, or name a Chrome in the variable CHROMIUM.',
    );
  }
  return {
    executablePath,
    args: [
      // Root has no user namespace sandbox, and in a container there is often none at all. The only page shown is our own server's.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
};

/**
 * Starts the machine's browser without a window. Close it with its `close`.
 *
 * @throws when the machine has none
 */
export const launchBrowser = async () => chromium.launch(launchOptions());

/**
 * The same for other processes, which connect to its `wsEndpoint()`.
 *
 * @throws when the machine has none
 */
export const serveBrowser = async () => chromium.launchServer(launchOptions());

/** @param {string} endpoint of a served browser */
export const connectToBrowser = (endpoint) => chromium.connect(endpoint);
