/**
 * A window of VS Code as a person has it: keys, clicks, and the text that can be read in it. Nothing here reaches behind the page.
 *
 * @typedef {import('playwright-core').Page} Page
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export class EditorWindow {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Closes the window and its context. */
  async close() {
    await this.page.context().close();
  }

  /** The language that the status bar shows for the open file. */
  async language() {
    return (await this.page.locator('.statusbar-item[id="status.editor.mode"]').innerText()).trim();
  }

  /**
   * The text of a line's parts by the colour that the theme gives them (as VS Code numbers its colours).
   *
   * @param {string} text which a shown line contains
   * @returns {Promise<Map<string, string>>}
   */
  async colouredParts(text) {
    const line = this.page
      .locator('.editor-group-container .view-lines .view-line', { hasText: text })
      .first();
    /** @type {Map<string, string>} */
    const parts = new Map();
    for (const part of await line.locator('span span').all()) {
      const colour = /\bmtk\d+/.exec((await part.getAttribute('class')) ?? '')?.[0];
      if (colour !== undefined) parts.set(colour, (parts.get(colour) ?? '') + (await part.innerText()));
    }
    return parts;
  }

  /** Gives the editor the keyboard, as a click into its text does. */
  async clickIntoEditor() {
    // What is in sight of the text, however far it is scrolled.
    const sight = this.page.locator('.editor-group-container .monaco-editor .overflow-guard').first();
    await sight.click({ position: { x: 200, y: 8 } });
  }

  /** @param {string} key as Playwright names it: 'F5', 'Shift+F5' */
  async press(key) {
    await this.page.keyboard.press(key);
  }

  /**
   * Runs a command by its whole title, as somebody does who knows no key for it.
   *
   * @param {string} title as 'View: Close All Editors'
   */
  async runCommand(title) {
    await this.press('F1');
    const row = await this.choose(`>${title}`, title);
    await row?.waitFor({ state: 'hidden' });
  }

  /**
   * Writes into the box that VS Code has opened at the top, and takes what it offers. Keys only.
   *
   * @param {string} text
   * @param {string} [offer] all that the row says that is to be taken; omitted: there are no rows
   */
  async choose(text, offer) {
    const box = this.page.locator('.quick-input-widget');
    // Its own beginnings ('>', ':') come a moment after the box itself: all of it is replaced.
    await box.locator('input.input').first().fill(text);
    const row =
      offer === undefined
        ? undefined
        : box
            .locator('.monaco-list-row.focused')
            .filter({ has: this.page.getByText(offer, { exact: true }) })
            .first();
    await row?.waitFor();
    await this.press('Enter');
    return row;
  }

  /**
   * @param {string} what for the message
   * @param {() => Promise<boolean>} isThere
   * @param {number} [seconds]
   * @throws when it is not there in time, with what the workbench notifies
   */
  async waitFor(what, isThere, seconds = 40) {
    const end = Date.now() + seconds * 1000;
    while (!(await isThere())) {
      if (Date.now() > end) {
        const said = (await this.notifications()).join('; ');
        throw new Error(
          `Not within ${seconds} s: ${what}${said === '' ? '' : ` (the workbench says: ${said})`}`,
        );
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** Messages of the workbench in its lower right corner. */
  async notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** @param {string} file where to keep a picture of the whole window */
  async picture(file) {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }

  /** Waits until nothing moves in the window any more: two pictures of it, half a second apart, are the same. */
  async settle() {
    let last = await this.page.screenshot();
    await this.waitFor('a window at rest', async () => {
      await this.page.waitForTimeout(500);
      const next = await this.page.screenshot();
      const isSame = next.equals(last);
      last = next;
      return isSame;
    });
  }
}
