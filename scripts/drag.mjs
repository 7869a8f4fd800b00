/**
 * `npm run drag -- [LINES]`: how quickly the Timeline follows the hand, in a log of a million lines unless told otherwise. The
 * pointer is dragged through the page as a person does it. Printed are, in milliseconds, half of all, 95 % and all:
 *
 * - what the page itself does for a move, and for a step of the wheel: the cursor, its values, the curves;
 * - how long the session takes to be where it was sent, with all that the views show there. Moves that come
 *   meanwhile do not queue: the session goes to the last of them.
 *
 * Beside them the processor time of the page and of the session for each, which hangs less on what else the machine does.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { launchBrowser } from './editor/browser.mjs';
import { themeColours } from './editor/theme-colours.mjs';
import { inRepository } from './repository.mjs';
import { build } from './setup/build.mjs';
import { openView } from './testing/view-page.mjs';
import { ViewSession } from './testing/view-session.mjs';

const lines = Number(process.argv[2] ?? 1_000_000);
const folder = inRepository('.cache', 'drag');
const program = `${folder}/large.strace`;
const viewport = { width: 1400, height: 220 };
const MOVES = 200;

/** @param {readonly number[]} times */
function report(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1).padStart(7);
  return `${at(0.5)} ${at(0.95)} ${at(1)} ms of ${times.length}`;
}

/** Times what the page does with each event of that kind, and what it sends and is shown. */
const WATCH = `
  globalThis.work = { pointermove: [], wheel: [] };
  for (const kind of ['pointermove', 'wheel']) {
    let begun = 0;
    addEventListener(kind, () => { begun = performance.now(); }, { capture: true });
    addEventListener(kind, () => {
      const handled = performance.now() - begun;
      // What the event leaves for the next frame belongs to it; waiting for the frame does not.
      requestAnimationFrame(() => {
        const frame = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => work[kind].push(handled + performance.now() - frame);
        channel.port2.postMessage(0);
      });
    });
  }`;

/** A hundredth of a second, as Linux counts in /proc. */
const TICK_MS = 10;

/**
 * Milliseconds of the processor that a process has had; NaN where nobody tells.
 *
 * @param {number | undefined} pid
 */
function processorTime(pid) {
  try {
    // The name of the command, in parentheses, may hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return NaN;
  }
}

await build();
mkdirSync(folder, { recursive: true });
await bundle({
  entryPoints: ['test/bench/make-log.ts'],
  absWorkingDir: inRepository(),
  bundle: true,
  platform: 'node',
  format: 'esm',
  outfile: `${folder}/make-log.mjs`,
});
const { makeLog } = await import(pathToFileURL(`${folder}/make-log.mjs`).href);
makeLog(program, lines);
const session = await ViewSession.open({ program });
const browser = await launchBrowser();
try {
  /** @type {number[]} */
  const sessionTimes = [];
  const shown = async (/** @type {number} */ event) => (await session.at(event)).messageFor('timeline');
  const page = await openView(browser, {
    view: 'timeline',
    look: (await themeColours(browser))['dark'] ?? { kind: '', variables: {} },
    viewport,
    ask: session.ask.bind(session),
    message: await shown(0),
    go: async (event) => {
      const begun = performance.now();
      await session.ask('pagewalk/goTo', { event });
      const message = await shown(event);
      sessionTimes.push(performance.now() - begun);
      return message;
    },
  });
  const opened = performance.now();
  await page.waitForSelector('.timeline .curves .track');
  console.log(
    `${lines} lines; curves of the whole ${((performance.now() - opened) / 1000).toFixed(1)} s after opening`,
  );
  await page.waitForTimeout(500);
  await page.evaluate(WATCH);
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' });
  const pageTime = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  /** @param {number} time @param {number} count */
  const each = (time, count) => `${(time / Math.max(1, count)).toFixed(1)} ms of the processor each`;
  const taken = async (/** @type {string} */ kind) =>
    /** @type {number[]} */ (await page.evaluate(`work.${kind}.splice(0)`));

  const drags = {
    'slowly from end to end': (/** @type {number} */ i) => 260 + (i * 1100) / MOVES,
    'to and fro at random': (/** @type {number} */ i) => 260 + ((i * 7919) % 1100),
  };
  for (const [name, place] of Object.entries(drags)) {
    sessionTimes.length = 0;
    const before = { page: await pageTime(), session: processorTime(session.pid) };
    await page.mouse.move(place(0), 120);
    await page.mouse.down();
    for (let i = 1; i < MOVES; i++) await page.mouse.move(place(i), 120);
    await page.mouse.up();
    await page.waitForTimeout(500);
    console.log(`dragging ${name}`);
    const moves = await taken('pointermove');
    const pageEach = each((await pageTime()) - before.page, moves.length);
    const sessionEach = each(processorTime(session.pid) - before.session, sessionTimes.length);
    console.log(`  the page, a move        ${report(moves)}, ${pageEach}`);
    console.log(`  the session, a stop     ${report(sessionTimes)}, ${sessionEach}`);
  }
  const before = await pageTime();
  await page.keyboard.down('Control');
  for (let i = 0; i < 60; i++) await page.mouse.wheel(0, i < 30 ? -60 : 60);
  await page.keyboard.up('Control');
  await page.waitForTimeout(500);
  const steps = await taken('wheel');
  const step = each((await pageTime()) - before, steps.length);
  console.log(`zooming\n  the page, a wheel's step ${report(steps)}, ${step}`);
  console.log(`load of the machine meanwhile: ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await browser.close();
  session.close();
}
