/** The report of one failure, as readers have it: on paper, where nothing can be unfolded, and on a phone. */
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { reportPage } from '../../debug-adapter/presentation/report/report-page.js';
import { fileIndex, lineNumber } from '../../model/trace/positions.js';
import { ENGLISH } from '../../debug-adapter/words/languages.js';
import { connectToBrowser } from '../../scripts/editor/browser.mjs';
import { timelineOf } from '../unit/why/sample-timeline.js';

/** With the margins that browsers give it: A4 in CSS pixels. */
const paper = { width: 718, height: 1000 };
const phone = { width: 390, height: 800 };

const samples = [
  ['mremap-enomem', 25],
  ['mremap-einval', 26],
  ['mlock-enomem', 27],
] as const;

describe.each(samples)('the report of %s, line %i', (sample, line) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const timeline = await timelineOf(sample);
    const event = timeline.recording.events.eventAtLine(fileIndex(0), lineNumber(line));
    if (event === undefined) throw new Error(`no event at line ${line}`);
    browser = await connectToBrowser(inject('browser'));
    page = await browser.newPage({ viewport: phone });
    await page.setContent(reportPage({ timeline, language: ENGLISH, log: `${sample}.strace` }, event));
  });
  afterAll(() => browser.close());

  /** Of what is folded; 0 where nobody sees it. */
  const heights = (): Promise<readonly number[]> =>
    page.evaluate<readonly number[]>(`
      [...document.querySelectorAll('details:not([open]) > :not(summary)')].map((part) =>
        part.checkVisibility() ? part.getBoundingClientRect().height : 0)`);

  it('is no wider than a phone', async () => {
    await page.setViewportSize(phone);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
  });

  it('prints what is folded on a screen', async () => {
    await page.setViewportSize(paper);
    expect(new Set(await heights())).toEqual(new Set([0]));
    await page.emulateMedia({ media: 'print' });
    expect(Math.min(...(await heights()))).toBeGreaterThan(20);
    await page.emulateMedia({ media: 'screen' });
  });
});
