/**
 * The workbench as a person has it: keys, clicks, and the text that can be read on it. Nothing here reaches behind the page.
 *
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').Locator} Locator
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { workbenchAddress } from './workbench-address.mjs';

/** @typedef {'why' | 'space' | 'locked' | 'pages' | 'timeline'} ViewKind which of the extension's views, as their pages name themselves */

/** Titles of the views' panes, in any case. @type {Record<ViewKind, RegExp>} */
const paneTitles = {
  why: /^Why/i,
  space: /^Address Space/i,
  locked: /^Locked Memory/i,
  pages: /^Pages/i,
  timeline: /^Timeline/i,
};

/** What is unfolded in a new profile. @type {ViewKind[]} */
const viewKinds = ['why', 'space'];

const startMs = 60_000;

export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Opens a window in a browser context of its own, and waits until its file is shown.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {{ port: number, token: string }} server
   * @param {import('./workbench-address.mjs').Window} window
   * @param {{ width?: number, height?: number, highContrast?: boolean }} [screen] `highContrast`: as a system in that mode says
   *   it, which VS Code follows before any theme in its settings
   */
  static async open(browser, server, window, { width = 1400, height = 900, highContrast = false } = {}) {
    const context = await browser.newContext({
      viewport: { width, height },
      ...(highContrast ? { forcedColors: 'active', colorScheme: 'dark' } : {}),
    });
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await page.goto(workbenchAddress(server, window));
    await page.locator('.monaco-workbench').waitFor({ timeout: startMs });
    if (window.openFile !== undefined) {
      await page
        .locator('.editor-group-container .view-lines .view-line')
        .first()
        .waitFor({ timeout: startMs });
    }
    if (window.extension !== undefined) await workbench.openRunView();
    return workbench;
  }

  /** Closes the window and its context. */
  async close() {
    await this.page.context().close();
  }

  /**
   * Shows the Run and Debug view and waits for its button. It comes when the extension host has registered its debuggers; before,
   * F5 does no more than show this view.
   */
  async openRunView() {
    await this.press('Control+Shift+KeyD');
    const button = this.page.locator('.sidebar .monaco-button', { hasText: 'Run and Debug' });
    await button.waitFor({ timeout: startMs });
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
    await this.page
      .locator('.editor-group-container .view-lines')
      .first()
      .click({ position: { x: 120, y: 8 } });
  }

  /** @param {string} key as Playwright names it: 'F5', 'Shift+F5' */
  async press(key) {
    await this.page.keyboard.press(key);
  }

  /** @param {string} name of a button of the debug toolbar: 'Step Back', 'Reverse', 'Continue' */
  async clickToolbar(name) {
    await this.page.locator(`.debug-toolbar .action-label[aria-label^="${name}"]`).click();
  }

  /** Whether the debug toolbar is there: a session runs or stands. */
  async isDebugging() {
    return (await this.page.locator('.debug-toolbar').count()) > 0;
  }

  /** Starts a session with F5 and waits until it stands. */
  async startDebugging() {
    await this.clickIntoEditor();
    await this.press('F5');
    await this.waitFor('a stopped session', async () => (await this.line()) !== undefined);
    await this.waitFor('the views beside the log', async () => {
      const pages = await Promise.all(viewKinds.map((kind) => this.pageOf(kind)));
      return pages.every((page) => page !== undefined);
    });
  }

  /**
   * Does something that moves the session, and waits until the call stack shows another line.
   *
   * @param {() => Promise<void>} action
   */
  async moveBy(action) {
    const before = await this.line();
    await action();
    await this.waitFor(`another line than ${before}`, async () => {
      const line = await this.line();
      return line !== undefined && line !== before;
    });
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

  /** The line (from 1) that the selected row of the call stack names, or undefined while there is none. */
  async line() {
    const text = await this.page
      .locator('.debug-call-stack .monaco-list-row .stack-frame .line-number')
      .first()
      .textContent({ timeout: 1000 })
      .catch(() => null);
    const line = /^(\d+)/.exec(text ?? '')?.[1];
    return line === undefined ? undefined : Number(line);
  }

  /** What the editor shows under the line of a failing call, or '' while it shows nothing there. */
  async exceptionText() {
    const widget = this.page.locator('.exception-widget');
    return (await widget.count()) === 0 ? '' : await widget.first().innerText();
  }

  /**
   * The pane of a view, unfolded.
   *
   * @param {RegExp} title
   */
  async unfold(title) {
    const header = this.pane(title).locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
  }

  /** @param {RegExp} title */
  async fold(title) {
    const header = this.pane(title).locator('.pane-header');
    if ((await header.count()) > 0 && (await header.getAttribute('aria-expanded')) === 'true')
      await header.click();
  }

  /** @param {RegExp} title */
  pane(title) {
    return this.page
      .locator('.sidebar .pane, .auxiliarybar .pane')
      .filter({ has: this.page.locator('.pane-header .title', { hasText: title }) });
  }

  /**
   * The text that a person reads in one of the extension's views, or '' while its page is not there yet.
   *
   * @param {ViewKind} kind
   */
  async viewText(kind) {
    return (await (await this.view(kind))?.innerText()) ?? '';
  }

  /**
   * The content of one of the extension's views, or undefined while its page is not there yet.
   *
   * @param {ViewKind} kind
   * @returns {Promise<Locator | undefined>}
   */
  async view(kind) {
    await this.unfold(paneTitles[kind]);
    return this.pageOf(kind);
  }

  /**
   * The page of a view, whether it is in sight or not.
   *
   * @param {ViewKind} kind
   * @returns {Promise<Locator | undefined>}
   */
  async pageOf(kind) {
    for (const frame of this.page.frames()) {
      const body = frame.locator(`body[data-view="${kind}"]`);
      if ((await body.count().catch(() => 0)) > 0) return body;
    }
    return undefined;
  }

  /**
   * Drags the border of the side bar that holds the extension's views.
   *
   * @param {number} width in pixels
   */
  async widenSideBar(width) {
    const box = await this.page.locator('.part.auxiliarybar').boundingBox();
    if (box === null) return;
    const sashes = await this.page.locator('.monaco-sash.vertical').all();
    const places = await Promise.all(sashes.map((sash) => sash.boundingBox()));
    const x = places
      .map((place) => (place === null ? 0 : place.x + place.width / 2))
      .reduce((best, at) => (Math.abs(at - box.x) < Math.abs(best - box.x) ? at : best), 0);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + box.width - width, y, { steps: 5 });
    await this.page.mouse.up();
  }

  /** Ends the session, if there is one, as Shift+F5 does. */
  async stopDebugging() {
    await this.press('Shift+F5');
    await this.waitFor('the end of the session', async () => !(await this.isDebugging()));
  }

  /** Messages of the workbench in its lower right corner. */
  async notifications() {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
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

  /** @param {string} file where to keep a picture of the whole window */
  async picture(file) {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file });
  }
}
