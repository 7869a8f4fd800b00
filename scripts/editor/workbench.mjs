/**
 * VS Code with the extension: its debugger, and the extension's views.
 *
 * @typedef {import('playwright-core').Locator} Locator
 */
import { basename } from 'node:path';
import { EditorWindow } from './editor-window.mjs';
import { viewPage } from './view-pages.mjs';
import { workbenchAddress } from './workbench-address.mjs';

/** @typedef {import('./view-pages.mjs').ViewKind} ViewKind */
/** @typedef {'dark' | 'light'} Contrast the system's mode of high contrast */

/** Titles of the views' panes beside the log, in any case. @type {Record<Exclude<ViewKind, 'timeline'>, RegExp>} */
const paneTitles = { why: /^Why/i, space: /^Address Space/i, locked: /^Locked Memory/i, pages: /^Pages/i };

/** What is unfolded in a new profile. @type {ViewKind[]} */
const viewKinds = ['why', 'space'];

/** As commands name them. @type {Record<ViewKind, string>} */
const viewNames = {
  why: 'Why',
  space: 'Address Space',
  locked: 'Locked Memory',
  pages: 'Pages',
  timeline: 'Timeline',
};

const startMs = 60_000;

export class Workbench extends EditorWindow {
  /**
   * Opens a window in a browser context of its own, and waits until its file is shown.
   *
   * @param {import('playwright-core').Browser} browser
   * @param {{ port: number, token: string }} server
   * @param {import('./workbench-address.mjs').Window} window
   * @param {{ width?: number, height?: number, scale?: number, highContrast?: Contrast }} [screen] `highContrast`: as a
   *   system in that mode says it, which VS Code follows before any theme in its settings. `scale`: device pixels a CSS pixel
   */
  static async open(browser, server, window, { width = 1400, height = 900, scale = 1, highContrast } = {}) {
    const context = await browser.newContext({
      viewport: { width, height },
      deviceScaleFactor: scale,
      ...(highContrast === undefined ? {} : { forcedColors: 'active', colorScheme: highContrast }),
    });
    const page = await context.newPage();
    const workbench = new Workbench(page);
    await page.goto(workbenchAddress(server, window));
    await page.locator('.monaco-workbench').waitFor({ timeout: startMs });
    const text = page.locator('.editor-group-container .view-lines .view-line').first();
    if (window.openFile !== undefined) await text.waitFor({ timeout: startMs });
    if (window.extension !== undefined) await workbench.openRunView();
    return workbench;
  }

  /** Loads the window anew, as a person does it: sessions end, editors come back, unless its address names a file to open. */
  async reload() {
    const title = 'Developer: Reload Window';
    const loaded = this.page.waitForEvent('load', { timeout: startMs });
    await this.clickIntoEditor();
    await this.press('F1');
    // The window may be gone before its list of commands is.
    await this.takeFromBox(`>${title}`, title).catch(() => undefined);
    await loaded;
    await this.page.locator('.monaco-workbench').waitFor({ timeout: startMs });
    await this.openRunView();
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

  /** @param {string} name of a button of the debug toolbar: 'Step Back', 'Reverse', 'Continue' */
  async clickToolbar(name) {
    await this.page.locator(`.debug-toolbar .action-label[aria-label^="${name}"]`).click();
  }

  /** Whether the debug toolbar is in sight: a session runs or stands. */
  async isDebugging() {
    return this.page.locator('.debug-toolbar').isVisible();
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
   * Ends the session, closes all editors and shows a file from its beginning. Views stay as they were left.
   *
   * @param {string} file absolute path, of a file of the workspace
   */
  async startOver(file) {
    await this.press('Escape');
    if (await this.isDebugging()) await this.stopDebugging();
    if (await this.hasNotifications()) await this.runCommand('Notifications: Clear All Notifications');
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.editor-group-container .tab').first().waitFor({ state: 'detached' });
    const name = basename(file);
    await this.choose(['Control+p'], name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-group-container .view-lines .view-line').first().waitFor();
    // VS Code opens it where it was left.
    await this.press('Control+Home');
  }

  /**
   * Moves the session to a line of the log, which stands in the first group of editors.
   *
   * @param {number} line
   */
  async goToLine(line) {
    if ((await this.line()) === line) return;
    await this.clickIntoEditor();
    await this.choose(['Control+g'], `:${line}`);
    await this.runCommand('Debug: Jump to Cursor');
    await this.waitFor(`line ${line}`, async () => (await this.line()) === line);
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
    const page = await this.pageOf(kind, 'view');
    if (page !== undefined) return page;
    if (kind === 'timeline') await this.#showPanel();
    else await this.unfold(paneTitles[kind]);
    return this.pageOf(kind, 'view');
  }

  /** The panel shows one of its containers at a time: the extension's, unless it does already. */
  async #showPanel() {
    const tabs = this.page.locator('.part.panel [role="tab"]');
    const shown = tabs.filter({ hasText: 'Pagewalk' }).and(this.page.locator('[aria-selected="true"]'));
    if ((await shown.count()) === 0) await this.runCommand('Pagewalk: Focus on Timeline View');
  }

  /**
   * The content of one of the extension's views, as soon as it says where the session stands.
   *
   * @param {ViewKind} kind
   * @returns {Promise<Locator>}
   */
  async openView(kind) {
    return this.#openedPage(`the view ${kind}`, () => this.view(kind));
  }

  /**
   * A page, as soon as it says something.
   *
   * @param {string} what for the message
   * @param {() => Promise<Locator | undefined>} find
   * @returns {Promise<Locator>}
   */
  async #openedPage(what, find) {
    /** @type {Locator | undefined} */
    let page;
    await this.waitFor(what, async () => {
      page = await find();
      return page !== undefined && (await page.innerText()) !== '';
    });
    return /** @type {Locator} */ (/** @type {unknown} */ (page));
  }

  /**
   * Gives a view the keyboard, by its command. VS Code's box of an exception takes the keyboard when it comes, a moment after the
   * session has stopped: then the view is given it once more.
   *
   * @param {ViewKind} kind
   * @returns {Promise<Locator>} its content
   */
  async focusOn(kind) {
    await this.waitFor(`the keyboard in ${kind}`, async () => {
      await this.runCommand(`Pagewalk: Focus on ${viewNames[kind]} View`);
      const page = await this.openView(kind);
      // Long enough for whatever takes it away.
      await this.page.waitForTimeout(700);
      return page.evaluate('document.hasFocus()');
    });
    return this.openView(kind);
  }

  /**
   * Opens a view in an editor of its own, which has the keyboard then: keys that are pressed before its page is there are lost.
   *
   * @param {ViewKind} kind
   * @returns {Promise<Locator>} its content, as soon as it says something
   */
  async openInEditor(kind) {
    await this.runCommand(`Pagewalk: Open ${viewNames[kind]} in an Editor`);
    return this.#openedPage(`the view ${kind} in an editor`, () => this.pageOf(kind, 'editor'));
  }

  /**
   * The page of a view, whether it is in sight or not.
   *
   * @param {ViewKind} kind
   * @param {import('./view-pages.mjs').Place} [place]
   */
  async pageOf(kind, place) {
    return viewPage(this.page, kind, place);
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
}
