/**
 * Measures the timeline on a large made-up log: what reading costs in time and memory, and how long jumps take.
 * Not a test: times depend on the machine.
 *
 *     npx esbuild test/unit/timeline/measure-jumps.ts --bundle --platform=node --format=esm --outfile=/tmp/jumps.mjs
 *     node --expose-gc /tmp/jumps.mjs LOG
 *     node --expose-gc /tmp/jumps.mjs VMAS       a log of a million lines of a program that keeps so many mappings
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync, openSync, readSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import { openRecording } from '../../../model/trace/open-recording';
import type { EventIndex } from '../../../model/trace/positions';

const given = process.argv[2] ?? '400';
const LINES = 1_000_000;
const VMAS = Number(given);
const PAGE = 4096;

/** Milliseconds of processor time: a busy machine does not show. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** A small generator with a fixed start: the same log each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function makeLog(path: string): number {
  const random = numbers(1);
  const kept: { at: number; pages: number }[] = [];
  let next = 0x7f0000000;
  let out = '101 execve("./server", ["./server"], 0x7ffd00000000 /* 1 var */) = 0\n';
  const parts: string[] = [];
  const hex = (page: number): string => `0x${(page * PAGE).toString(16)}`;
  for (let line = 1; line < LINES; line++) {
    if (line % 8 !== 0) {
      const kind = line % 5;
      if (kind === 0) out += `101 read(4, "${'x'.repeat(20)}"..., 4096) = 4096\n`;
      else if (kind === 1) out += '101 epoll_wait(5, [{events=EPOLLIN, data={u32=4, u64=4}}], 64, -1) = 1\n';
      else if (kind === 2) out += '101 openat(AT_FDCWD, "/var/lib/thing/data.bin", O_RDONLY|O_CLOEXEC) = 7\n';
      else if (kind === 3) out += '101 close(7)                          = 0\n';
      else out += '101 futex(0x7f0000001000, FUTEX_WAKE_PRIVATE, 1) = 0\n';
    } else if (kept.length < VMAS || random() < 0.3) {
      const pages = 1 + Math.floor(random() * 16);
      next -= pages + 1;
      kept.push({ at: next, pages });
      out += `101 mmap(NULL, ${pages * PAGE}, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = ${hex(next)}\n`;
    } else {
      const at = Math.floor(random() * kept.length);
      const one = kept[at]!;
      const what = random();
      if (what < 0.4 || kept.length > VMAS + 100) {
        kept[at] = kept[kept.length - 1]!;
        kept.pop();
        out += `101 munmap(${hex(one.at)}, ${one.pages * PAGE}) = 0\n`;
      } else if (what < 0.7) {
        out += `101 mprotect(${hex(one.at)}, ${PAGE}, ${random() < 0.5 ? 'PROT_NONE' : 'PROT_READ|PROT_WRITE'}) = 0\n`;
      } else {
        out += `101 madvise(${hex(one.at)}, ${one.pages * PAGE}, MADV_DONTNEED) = 0\n`;
      }
    }
    if (out.length > 1 << 20) {
      parts.push(out);
      out = '';
    }
  }
  parts.push(out);
  const text = parts.join('');
  writeFileSync(path, text);
  return text.length;
}

if (process.argv[3] !== undefined) {
  makeLog(process.argv[3]);
  process.exit(0);
}
const mb = (usage: NodeJS.MemoryUsage): string =>
  Object.entries(usage)
    .map(([what, bytes]) => `${what} ${(Number(bytes) / 1e6).toFixed(0)}`)
    .join(', ');
const folder = mkdtempSync(join(tmpdir(), 'jumps-'));
const path = Number.isNaN(VMAS) ? given : join(folder, 'log');
// In a process of its own: what making the log takes is not the reader's.
if (path !== given) spawnSync(process.execPath, [process.argv[1] ?? '', given, path]);
const size = statSync(path).size;
const collect = (globalThis as { gc?: () => void }).gc ?? (() => undefined);
collect();
const rssBefore = process.memoryUsage().rss;
const fd = openSync(path, 'r');
const source = {
  name: path,
  size,
  read(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, offset));
  },
};
const bare = cpu();
await openRecording([{ source }]);
console.log(`index alone: ${((cpu() - bare) / 1000).toFixed(2)} s`);
console.log('after the index alone', mb(process.memoryUsage()));
collect();
const started = cpu();
const timeline = await buildTimeline([{ source }]);
const seconds = (cpu() - started) / 1000;
const peak = process.resourceUsage().maxRSS * 1024;
console.log('after the timeline', mb(process.memoryUsage()));
collect();
const after = process.memoryUsage();
console.log(
  `read: ${seconds.toFixed(2)} s, ${Math.round(timeline.recording.survey.lines / seconds)} lines/s, ${(size / seconds / 1e6).toFixed(0)} MB/s; ` +
    `changing ${timeline.changing.length}; heap ${(after.heapUsed / 1e6).toFixed(0)} MB, rss ${(after.rss / 1e6).toFixed(0)} MB ` +
    `(before ${(rssBefore / 1e6).toFixed(0)}), peak ${(peak / 1e6).toFixed(0)} MB = ${(peak / timeline.recording.survey.lines).toFixed(0)} bytes a line`,
);
console.log('log and checkpoints:', timeline.cost);

const random = numbers(7);
const times: number[] = [];
for (let n = 0; n < 1000; n++) {
  const position = Math.floor(random() * timeline.end) as EventIndex;
  const begin = cpu();
  const world = timeline.worldAt(position);
  if ([...world.tasks()].length === 0) throw new Error('an empty world');
  times.push(cpu() - begin);
}
times.sort((a, b) => a - b);
const quantile = (q: number): string => (times[Math.floor(q * (times.length - 1))] ?? 0).toFixed(2);
console.log(`jumps: median ${quantile(0.5)} ms, p99 ${quantile(0.99)} ms, worst ${quantile(1)} ms`);

const back = cpu();
for (let n = timeline.end - 1; n > timeline.end - 20_000; n--) timeline.worldAt(n as EventIndex);
console.log(`stepping back: ${((cpu() - back) / 20_000).toFixed(4)} ms a step`);
rmSync(folder, { recursive: true });
