/**
 * Measures one log in a process of its own, so that its peak memory is this log's alone. Prints one JSON object.
 * usage: measure LOG JUMPS
 */
import { performance } from 'node:perf_hooks';
import { growHeapSlowly } from '../../debug-adapter/host/heap';
import { NodeHost } from '../../debug-adapter/host/node-host';
import { buildTimeline } from '../../model/timeline/build-timeline';
import { eventIndex } from '../../model/trace/positions';

growHeapSlowly();
const [, , log = '', jumps = '0'] = process.argv;
const before = performance.now();
const { logs } = await new NodeHost().openSources(log, undefined, new AbortController().signal);
const timeline = await buildTimeline(logs.map(({ bytes }) => ({ source: bytes })));
const seconds = (performance.now() - before) / 1000;
// Of the whole process, its start and its helper threads included.
const { user, system } = process.cpuUsage();
const peakBytes = process.resourceUsage().maxRSS * 1024;

let seed = 12345;
const draw = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 4294967296;
const times: number[] = [];
for (let i = 0; i < Number(jumps); i += 1) {
  const to = eventIndex(Math.floor(draw() * (timeline.end + 1)));
  const start = performance.now();
  timeline.worldAt(to);
  times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const quantile = (q: number): number => times[Math.min(times.length - 1, Math.floor(q * times.length))] ?? 0;
const { survey } = timeline.recording;
console.log(
  JSON.stringify({
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakBytes,
    lines: survey.lines,
    events: survey.events,
    changing: timeline.changing.length,
    jumpMedianMs: quantile(0.5),
    jumpP99Ms: quantile(0.99),
    jumpMaxMs: times.at(-1) ?? 0,
  }),
);
