/**
 * What a memory call costs: applied in the pass (what decoding takes not counted), and judged when somebody looks. Prints one
 * JSON object: microseconds a call, beside what decoding the same lines takes and what one regular expression takes.
 * usage: measure-memory VMAS CALLS
 */
import { performance } from 'node:perf_hooks';
import { parseMapsFile } from '../../model/memory/maps-snapshot';
import { openRecording } from '../../model/trace/open-recording';
import { eventIndex } from '../../model/trace/positions';
import type { EventListener } from '../../model/trace/recording';
import { judge } from '../../model/kernel/judge';
import { buildTimeline } from '../../model/timeline/build-timeline';
import { MachineEvidence } from '../../model/timeline/machine-evidence';
import { beforeOf } from '../../model/timeline/memory-step';
import { SnapshotPlan } from '../../model/timeline/snapshot-plan';
import { startOfLog } from '../../model/timeline/start-of-log';
import { WorldRecorder } from '../../model/timeline/world-recorder';
import { memoryLog } from './memory-log';

const [, , vmas = '1000', calls = '20000'] = process.argv;
/** The yardstick of one-regex.py, in the same engine as the model. */
const LINE = /^(?:(\d+) )?(?:<\.\.\. )?(\w+)(?: resumed>|\()(.*?)(?:\) += (-?\w+)(?: (E[A-Z]+))?.*)?$/;

const made = memoryLog(Number(vmas), Number(calls));
const bytes = new TextEncoder().encode(made.log);
const source = {
  name: 'memory',
  size: bytes.length,
  read: (start: number, length: number) => bytes.subarray(start, start + length),
};
const { snapshots } = parseMapsFile(made.maps);
const lines = made.log.split('\n').slice(0, -1);

/** Calls timed together: the least of the chunks' medians counts, for the machine is shared. */
const CHUNK = 250;
const ROUNDS = 9;

/** Microseconds a call: the median of the chunks. */
class Clock {
  private readonly chunks: number[] = [];
  private spent = 0;
  private calls = 0;

  add(milliseconds: number): void {
    this.spent += milliseconds;
    if (++this.calls < CHUNK) return;
    this.chunks.push((this.spent * 1000) / CHUNK);
    this.spent = 0;
    this.calls = 0;
  }

  get median(): number {
    const sorted = this.chunks.toSorted((a, b) => a - b);
    return sorted[sorted.length >>> 1] ?? Infinity;
  }
}

/** The recorder's own work on calls that are decoded right before, as they are in a pass; and what decoding takes. */
async function applying(clocks: { readonly decode: Clock; readonly apply: Clock }): Promise<void> {
  const machine = new MachineEvidence({}, startOfLog(source));
  const recorder = new WorldRecorder(machine, new SnapshotPlan(snapshots, () => undefined), undefined);
  const listener: EventListener = {
    event(index, kind, id, name, errno, decode, file, line) {
      const start = performance.now();
      const event = decode();
      const decoded = performance.now();
      recorder.event(index, kind, id, name, errno, () => event, file, line);
      const applied = performance.now();
      // Behind the execve a snapshot of all VMAs is adopted.
      if (index === 0) return;
      clocks.decode.add(decoded - start);
      clocks.apply.add(applied - decoded);
    },
  };
  await openRecording([{ source }], { listener });
}

async function judging(clock: Clock): Promise<{ told: number; placed: number }> {
  const timeline = await buildTimeline([{ source }], { snapshots });
  let placed = 0;
  let told = 0;
  for (let n = 2; n < timeline.end; n++) {
    const event = eventIndex(n);
    const call = timeline.memoryCallAt(event);
    const world = timeline.worldAt(event);
    const task = world.task(timeline.recording.events.task(event));
    const before = task === undefined ? undefined : beforeOf(world, task, timeline.machine);
    if (call === undefined || before === undefined) continue;
    const start = performance.now();
    const { predicted } = judge(call, before);
    clock.add(performance.now() - start);
    if (call.call !== 'mmap') continue;
    placed++;
    if (predicted.kind === 'success' && predicted.value !== undefined) told++;
  }
  return { placed, told };
}

function matching(): number {
  const start = performance.now();
  let found = 0;
  for (const line of lines) if (LINE.test(line)) found++;
  const took = performance.now() - start;
  return found === 0 ? Infinity : took;
}

const best = { apply: Infinity, decode: Infinity, judge: Infinity, regex: Infinity };
let counted = { placed: 0, told: 0 };
for (let round = 0; round < ROUNDS; round++) {
  const clocks = { apply: new Clock(), decode: new Clock(), judge: new Clock() };
  await applying(clocks);
  counted = await judging(clocks.judge);
  for (const name of ['apply', 'decode', 'judge'] as const)
    best[name] = Math.min(best[name], clocks[name].median);
  best.regex = Math.min(best.regex, (matching() * 1000) / lines.length);
}
console.log(JSON.stringify({ vmas: Number(vmas), ...best, ...counted }));
