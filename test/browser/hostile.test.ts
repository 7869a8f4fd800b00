/** Names in a log are text, whatever they hold: in views, in the editor, in VS Code's own debug views, and in the page of a report. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { inRepository } from '../../scripts/repository.mjs';
import { hostileName, longPath, parts, writeHostileLog, type HostileLog } from './hostile-log.js';
import { inPage } from './in-page.js';
import { logFile, windowOnSample } from './window.js';

const kinds = ['why', 'space', 'locked', 'pages', 'timeline'] as const;
const log = hostileName;

/** Controls, and what turns the direction of writing. */
const acting = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Elements that a name would have become, and attributes that run something. */
const made =
  'img, iframe, object, embed, script:not([src]), b, a[href^="command:"], a[href*="hostile"], .codicon-rocket, [onerror], [onload]';

/** Nothing has been made of the names; whatever is said can be read; the page is no wider than its view. */
async function expectText(view: Locator, what: string): Promise<void> {
  expect.soft(await view.locator(made).count(), `${what}: elements`).toBe(0);
  expect.soft(await view.innerText(), `${what}: text`).not.toMatch(acting);
  expect.soft(await view.ariaSnapshot(), `${what}: names`).not.toMatch(acting);
  const titles = await inPage(
    view,
    `[...document.querySelectorAll('[title]')].map((one) => one.title).join('\\n')`,
  );
  expect.soft(titles, `${what}: titles`).not.toMatch(acting);
  expect.soft(await inPage(view, 'document.title'), what).toBe('Pagewalk');
  const tooWide = await inPage(
    view,
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect.soft(tooWide, `${what}: pixels beyond the view`).toBeLessThanOrEqual(0);
}

describe('a hostile log', () => {
  const window = windowOnSample(log);
  let made: HostileLog;
  beforeAll(() => {
    made = writeHostileLog(logFile(log));
  });

  /** Everything that the workbench asks the network for, and every dialog, from now on. */
  function watched(page: Page): readonly string[] {
    const seen: string[] = [];
    page.on('dialog', (dialog) => {
      seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const { hostname, pathname } = new URL(request.url());
      if (hostname.includes('hostile') || pathname.endsWith('/x')) seen.push(request.url());
    });
    page.on('popup', (popup) => seen.push(`window: ${popup.url()}`));
    return seen;
  }

  it('is text in every view', async () => {
    const workbench = window();
    const seen = watched(workbench.page);
    await workbench.startDebugging();
    for (const kind of kinds) await workbench.openView(kind);
    for (const { line, address, isLong } of made.failing) {
      await workbench.goToLine(line);
      const pages = await workbench.openView('pages');
      await pages.getByRole('searchbox').fill(address);
      await pages.getByRole('searchbox').press('Enter');
      const why = await workbench.openView('why');
      await expect.poll(() => why.innerText()).toContain(`line ${line}: mprotect`);
      for (const part of isLong ? [longPath.slice(0, 40)] : parts)
        await expect.poll(() => why.innerText()).toContain(part);
      const space = await workbench.openView('space');
      await expect.poll(() => space.innerText()).toMatch(isLong ? /xxxx…?xxxx/ : /<img src=x onerror=/);
      for (const kind of kinds) await expectText(await workbench.openView(kind), `${kind} at line ${line}`);
    }
    expect(seen).toEqual([]);
  });

  it('is text in the editor and in VS Code’s own debug views', async () => {
    const workbench = window();
    const { page } = workbench;
    const seen = watched(workbench.page);
    await workbench.startDebugging();
    const { line, address } = made.failing[1]!;
    await workbench.goToLine(line);
    await page.locator('.part.panel [role="tab"]', { hasText: 'Debug Console' }).click();
    await page.locator('.repl-input-wrapper .monaco-editor').click();
    for (const asked of ['maps', 'why', `blame ${address}`]) {
      await page.keyboard.insertText(asked);
      await workbench.press('Enter');
    }
    const console = page.getByRole('tree', { name: 'Debug Console' });
    await expect.poll(() => console.innerText()).toContain('mprotect.not-permitted');
    await expect.poll(() => console.innerText()).toContain('<img src=x onerror=');
    expect(await console.innerText()).not.toMatch(acting);
    // A colour of its own would be an order to a terminal that was obeyed.
    expect(await console.locator('.code-foreground-colored, .code-background-colored').count()).toBe(0);

    await page
      .locator('.editor-group-container .view-line', { hasText: 'EACCES' })
      .getByText(address)
      .first()
      .hover();
    const hover = page.locator('.debug-hover-widget');
    await expect.poll(() => hover.innerText()).toContain('<img src=x');
    expect(await hover.innerText()).not.toMatch(acting);

    for (const part of [
      '.debug-call-stack',
      '.debug-variables',
      '.repl',
      '.debug-hover-widget',
      '.exception-widget',
    ])
      expect(
        await page.locator(part).locator('img, iframe, .codicon-rocket, a[href*="hostile"]').count(),
        part,
      ).toBe(0);
    expect(seen).toEqual([]);
  });

  it('is text in the page of a report', async () => {
    const { page } = window();
    const report = await page.context().newPage();
    try {
      const seen = watched(report);
      for (const { line } of made.failing) {
        const command = [
          inRepository('dist', 'pagewalk.js'),
          'explain',
          logFile(log),
          '--line',
          String(line),
          '--html',
        ];
        const html = await promisify(execFile)(process.execPath, command, { maxBuffer: 1 << 26 }).catch(
          (problem: unknown) => problem as { readonly stdout: string },
        );
        await report.setContent(html.stdout);
        const body = report.locator('body');
        expect(await body.locator('img, iframe, script, object, [onerror], [onload]').count()).toBe(0);
        expect(await body.innerText()).not.toMatch(acting);
        expect(await inPage(body, 'document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
          0,
        );
      }
      expect(seen).toEqual([]);
    } finally {
      await report.close();
    }
  });
});
