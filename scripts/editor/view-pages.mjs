// The pages of the extension's views, among the frames of a workbench.

/** @typedef {'why' | 'space' | 'locked' | 'pages' | 'timeline'} ViewKind a view, as its page names itself */
/** @typedef {'view' | 'editor'} Place whether a page fills a view or an editor of its own */

/**
 * Where a page lies in the window. VS Code puts an extension's page into a frame inside a frame, and lays the outer one over its
 * place.
 *
 * @param {import('playwright-core').Page} page the workbench's
 * @param {import('playwright-core').Frame} frame
 * @returns {Promise<Place | undefined>} undefined: nowhere (yet)
 */
const placeOf = async (page, frame) => {
  const outer = await frame.parentFrame()?.frameElement();
  const box = await outer?.boundingBox();
  const editors = await page.locator('.part.editor').boundingBox();
  if (box === null || box === undefined || editors === null) return undefined;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const isInside =
    x > editors.x && x < editors.x + editors.width && y > editors.y && y < editors.y + editors.height;
  return isInside ? 'editor' : 'view';
};

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
    const body = frame.locator(`body[data-view="${kind}"]`);
    // A frame may go away while it is asked.
    if ((await body.count().catch(() => 0)) === 0) continue;
    if (place === undefined || (await placeOf(page, frame).catch(() => undefined)) === place) return body;
  }
  return undefined;
};
