/** Each view shows the moment that the session stands at, however it came there; held against what the command line says of it. */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../scripts/editor/workbench.mjs';
import { Answers } from './answers.js';
import { inPage, namesOf, said } from './in-page.js';
import { logFile, windowOnSample } from './window.js';

const kinds = ['why', 'space', 'locked', 'pages', 'timeline'] as const;

/** Beside the log there is no room for all VMAs, and only those in sight are drawn: the address space has an editor here. */
const viewOf = async (workbench: Workbench, kind: (typeof kinds)[number]): Promise<Locator> =>
  (kind === 'space' ? await workbench.pageOf('space', 'editor') : undefined) ??
  (await workbench.openView(kind));

/** Where the VMAs begin that the picture of the address space has, in order: its rows are named `START–END, SIZE, rw-p …`. */
async function startsIn(space: Locator): Promise<readonly string[]> {
  const starts = (await namesOf(space, 'row'))
    .filter((name) => /\b[r-][w-][x-][ps?](?:,|$)/.test(name))
    .map((name) => /(0x[0-9a-f]+)–0x/.exec(name)?.[1] ?? name);
  return [...new Set(starts)].sort();
}

/** The session stands, and stands at the same line for as long as a step takes many times over. */
async function expectRest(workbench: Workbench): Promise<void> {
  let last: number | undefined;
  let same = 0;
  await expect
    .poll(async () => {
      const line = await workbench.line();
      same = line !== undefined && line === last ? same + 1 : 0;
      last = line;
      return same;
    })
    .toBeGreaterThanOrEqual(5);
}

/** Counts, in the page, the moments that it is told from now on. */
const countMoments = `{
  globalThis.momentsTold = 0;
  addEventListener('message', ({ data }) => { if (data.type === 'show') globalThis.momentsTold++; });
}`;

/** Everything in sight is of that line. */
async function expectMoment(workbench: Workbench, answers: Answers, line: number): Promise<void> {
  const [sayings, before, after] = await Promise.all([
    answers.sayings(line),
    answers.starts(line),
    answers.starts(line + 1),
  ]);
  await expect.poll(() => workbench.line()).toBe(line);
  const text = async (kind: (typeof kinds)[number]): Promise<string> => said(await viewOf(workbench, kind));
  for (const kind of ['why', 'space', 'locked', 'pages'] as const)
    await expect.poll(() => text(kind), { message: kind }).toContain(`line ${line}: `);
  const timeline = await workbench.openView('timeline');
  await expect.poll(() => timeline.getByRole('slider').getAttribute('aria-valuenow')).toBe(String(line - 1));

  for (const saying of sayings) await expect.poll(() => text('why')).toContain(saying);
  await expect.poll(() => text('locked')).toContain(`VmLck: ${answers.locked(line)}`);
  const space = await viewOf(workbench, 'space');
  // What is out of sight is not drawn.
  await space.getByRole('button', { name: 'Show the whole space' }).click();
  const shown = [...new Set([...before, ...after])].sort();
  await expect.poll(() => startsIn(space)).toEqual(shown);
}

async function openViews(workbench: Workbench): Promise<void> {
  await workbench.startDebugging();
  for (const kind of kinds) await workbench.openView(kind);
  await workbench.openInEditor('space');
}

describe('the views of a log with failing calls', () => {
  const log = 'mremap-enomem.strace';
  const window = windowOnSample(log);

  it('follow steps, steps back, continuing and reversing', async () => {
    const workbench = window();
    const answers = await Answers.of(logFile(log));
    await openViews(workbench);
    for (const [move, line] of [
      [() => workbench.press('F5'), 25],
      [() => workbench.press('F5'), 26],
      [() => workbench.press('F10'), 27],
      [() => workbench.clickToolbar('Step Back'), 26],
      [() => workbench.clickToolbar('Reverse'), 25],
      [() => workbench.clickToolbar('Reverse'), 1],
    ] as const) {
      await workbench.moveBy(move);
      await expectMoment(workbench, answers, line);
    }
  });
});

describe('each view', () => {
  const window = windowOnSample('mremap-enomem.strace');

  it('is told once of each step', async () => {
    const workbench = window();
    await workbench.startDebugging();
    await expectRest(workbench);
    const views = await Promise.all(kinds.map((kind) => workbench.openView(kind)));
    for (const view of views) await inPage(view, countMoments);
    for (let i = 0; i < 5; i++) await workbench.moveBy(() => workbench.press('F10'));
    await expectRest(workbench);
    for (const view of views) expect(await inPage(view, 'globalThis.momentsTold')).toBe(5);
  });
});

describe('the views of a log that locks', () => {
  const log = 'mremap-keeps-lock.strace';
  const window = windowOnSample(log);
  let answers: Answers;
  beforeAll(async () => {
    answers = await Answers.of(logFile(log));
  });

  it('follow it from line to line', async () => {
    const workbench = window();
    await openViews(workbench);
    for (const line of [24, 27, 36]) {
      await workbench.goToLine(line);
      await expectMoment(workbench, answers, line);
    }
  });

  it('show the last moment of many that come quickly', async () => {
    const workbench = window();
    await openViews(workbench);
    await workbench.clickIntoEditor();
    for (let i = 0; i < 20; i++) await workbench.press('F10');
    // VS Code takes no key for a step while one is under way: how far they led, the call stack says.
    await expectRest(workbench);
    const reached = (await workbench.line())!;
    expect(reached).toBeGreaterThan(1);
    await expectMoment(workbench, answers, reached);

    const slider = (await workbench.openView('timeline')).getByRole('slider');
    await slider.focus();
    await workbench.press('Home');
    await expectMoment(workbench, answers, 1);
    await slider.focus();
    for (let i = 0; i < 20; i++) await workbench.press('Shift+ArrowRight');
    await expectRest(workbench);
    const travelled = (await workbench.line())!;
    expect(travelled).toBeGreaterThan(1);
    await expectMoment(workbench, answers, travelled);
  });
});
