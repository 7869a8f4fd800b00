// The pages of the extension's views, among the frames of a workbench.

/** @typedef {'why' | 'space' | 'locked' | 'pages' | 'timeline'} ViewKind a view, as its page names itself */
/** @typedef {'view' | 'editor'} Place whether a page fills a view or an editor of its own */

/**
 * VS Code puts an extension's page into a frame inside a frame; the outer one's address says what it is for.
 *
 * @param {import('playwright-core').Frame} frame
 * @returns {Place}
 */
const placeOf = (frame) =>
  /[?&]purpose=webviewView(&|$)/.test(frame.parentFrame()?.url() ?? '') ? 'view' : 'editor';

/**
 * The page of a view, whether it is in sight or not; undefined while there is none.
 *
 * @param {import('playwright-core').Page} page the workbench's
 * @param {ViewKind} kind
 * @param {Place} [place] where it must be; omitted: anywhere
 * @returns {Promise<import('playwright-core').Locator | undefined>}
 */
export const viewPage = async (page, kind, place) => {
  for (const frame of page.frames()) {
    if (place !== undefined && placeOf(frame) !== place) continue;
    const body = frame.locator(`body[data-view="${kind}"]`);
    // A frame may go away while it is asked.
    if ((await body.count().catch(() => 0)) > 0) return body;
  }
  return undefined;
};
