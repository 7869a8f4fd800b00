/**
 * `npm run frames -- [VMAS]`: how smoothly the Address Space scrolls and zooms, with 60,000 VMAs unless told otherwise (the
 * kernel allows 65,530 by default). Prints the times between frames while the page is moved in each of them; at 60 frames a second they are 16.7 ms. Beside them the
 * processor time that the page itself takes for a frame, which hangs less on what else the machine does.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './editor/browser.mjs';
import { themeColours } from './editor/theme-colours.mjs';
import { build } from './setup/build.mjs';
import { openView } from './testing/view-page.mjs';
import { ViewSession } from './testing/view-session.mjs';

const vmas = Number(process.argv[2] ?? 60_000);
const folder = mkdtempSync(join(tmpdir(), 'pagewalk-frames-'));
const program = join(folder, 'many.strace');

/** Neighbours with another protection each, and a free page here and there: none are merged. The last line unmaps one in their middle. */
function log() {
  const lines = ['execve("./many", ["./many"], 0x7ffd0 /* 0 vars */) = 0'];
  const first = 0x7f0000000000;
  let address = first;
  let middle = first;
  for (let i = 0; i < vmas; i++) {
    const pages = 1 + ((i * 7919) % 64);
    const prot = i % 2 === 0 ? 'PROT_READ|PROT_WRITE' : 'PROT_READ';
    if (i % 5 === 0) address += 4096;
    const at = `0x${address.toString(16)}`;
    lines.push(`mmap(NULL, ${pages * 4096}, ${prot}, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${at}`);
    if (i === vmas >> 1) middle = address;
    address += pages * 4096;
  }
  lines.push(`munmap(0x${middle.toString(16)}, 4096) = 0`, '+++ exited with 0 +++');
  return `${lines.join('\n')}\n`;
}

/** Moves the page in every frame, and gives the times between frames. `move` is the page's own code: `(scroller, i) => void`. */
const moving = (/** @type {string} */ move, frames = 240) => `new Promise((resolve) => {
  const scroller = document.querySelector('.scroller');
  const times = [];
  const move = ${move};
  let i = 0;
  const frame = (now) => {
    times.push(now);
    if (i === ${frames}) { resolve(times.slice(1).map((time, at) => time - times[at])); return; }
    move(scroller, i++);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})`;

const MOVES = {
  'no movement': '() => {}',
  'slow scrolling': '(scroller) => { scroller.scrollTop += 40; }',
  'fast scrolling': '(scroller) => { scroller.scrollTop += 900; }',
  'travelling by the small picture':
    '(scroller, i) => { scroller.scrollTop = (scroller.scrollHeight * ((i * 37) % 240)) / 240; }',
  zooming: `(scroller, i) => {
    const deltaY = i % 60 < 30 ? 1 : -1;
    scroller.dispatchEvent(new WheelEvent('wheel', { deltaY, ctrlKey: true, cancelable: true }));
  }`,
};

/** @param {readonly number[]} times */
function report(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1).padStart(6);
  const late = times.filter((time) => time > 25).length;
  return `${at(0.5)} ${at(0.95)} ${at(1)} ms, ${late} of ${times.length} frames late`;
}

await build();
writeFileSync(program, log());
const session = await ViewSession.open({ program });
const browser = await launchBrowser();
try {
  const message = (await session.goTo(vmas + 2)).messageFor('space');
  console.log(`${message.content.body.vmaCount} VMAs; times between frames: half of all, 95 %, all`);
  const look = (await themeColours(browser))['dark'] ?? { kind: '', variables: {} };
  const page = await openView(browser, {
    view: 'space',
    look,
    viewport: { width: 1000, height: 900 },
    ask: session.ask.bind(session),
    message,
  });
  await page.waitForSelector('.space .item.changed');
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => {
    const { metrics } = await inspector.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  for (const [name, move] of Object.entries(MOVES)) {
    const before = await work();
    const times = await page.evaluate(moving(move));
    const each = ((await work()) - before) / times.length;
    console.log(`${name.padEnd(32)} ${report(times)}; ${each.toFixed(1)} ms of work each`);
  }
} finally {
  await browser.close();
  session.close();
  rmSync(folder, { recursive: true });
}
