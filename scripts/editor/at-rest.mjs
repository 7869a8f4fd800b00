/** Pages that draw when they have heard from others: nothing tells when all is there but that nothing moves any more. */

const lookAgainMs = 500;
const longestMs = 20_000;

/**
 * Waits until two pictures of a page, half a second apart, are the same.
 *
 * @param {import('playwright-core').Page} page
 * @throws Error where something still moves after 20 s
 */
export async function atRest(page) {
  const end = Date.now() + longestMs;
  let last = await page.screenshot();
  while (Date.now() < end) {
    await page.waitForTimeout(lookAgainMs);
    const next = await page.screenshot();
    if (next.equals(last)) return;
    last = next;
  }
  throw new Error(`The page still moves after ${longestMs / 1000} s`);
}
