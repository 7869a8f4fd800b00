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
    await this.choose(['F1'], `>${title}`, title);
  }

  /**
   * Opens the box at the top with keys, writes into it and takes what it offers. Opens it anew where it closes: a page that is just
   * loading takes the keyboard from it.
   *
   * @param {string[]} keys which open the box, one after the other
   * @param {string} text
   * @param {string} [offer] all that the row says that is to be taken; omitted: there are no rows
   */
  async choose(keys, text, offer) {
    await this.waitFor(`the choice of ${offer ?? text}`, async () => {
      for (const key of keys) await this.press(key);
      return this.takeFromBox(text, offer).then(
        () => true,
        () => false,
      );
    });
  }

  /**
   * Writes into the open box at the top, and takes what it offers.
   *
   * @param {string} text
   * @param {string} [offer] as for `choose`
   * @param {number} [timeout] in ms
   */
  async takeFromBox(text, offer, timeout = 4000) {
    const box = this.page.locator('.quick-input-widget');
    // Its own beginnings ('>', ':') come a moment after the box itself: all of it is replaced.
    await box.locator('input.input').first().fill(text, { timeout });
    const row =
      offer === undefined
        ? undefined
        : box
            .locator('.monaco-list-row.focused')
            .filter({ has: this.page.getByText(offer, { exact: true }) })
            .first();
    await row?.waitFor({ timeout });
    await this.press('Enter');
    await row?.waitFor({ state: 'hidden', timeout });
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
        const said = (await this.notifications().catch(() => [])).join('; ');
        throw new Error(
          `Not within ${seconds} s: ${what}${said === '' ? '' : ` (the workbench says: ${said})`}`,
        );
      }
      await this.page.waitForTimeout(100);
    }
  }

  /** Whether the bell in the status bar says that there are messages. Under tests VS Code shows none by itself. */
  async hasNotifications() {
    return (await this.page.locator('[id="status.notifications"] .codicon-bell-dot').count()) > 0;
  }

  /** Messages of the workbench, as its list of them has them. */
  async notifications() {
    if (!(await this.hasNotifications())) return [];
    await this.runCommand('Notifications: Show Notifications');
    const messages = this.page.locator('.notifications-center .notification-list-item-message');
    await messages.first().waitFor();
    const texts = await messages.allInnerTexts();
    await this.press('Escape');
    return texts;
  }

  /** @param {string} file where to keep a picture of the whole window */
  async picture(file) {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}
