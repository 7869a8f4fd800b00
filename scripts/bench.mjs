// `npm run bench`: what a memory call costs; then large logs, indexed with the whole memory model, each figure beside grep's and
// a one-regex-a-line Python script's over the same file in the same run. `--memory` measures the calls only, `--lines N` one
// log only; `--keep` leaves the logs in .cache/bench.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = join('.cache', 'bench');
const asked = process.argv.indexOf('--lines');
const sizes = asked > 0 ? [Number(process.argv[asked + 1])] : [10_000, 100_000, 1_000_000, 3_000_000];
const jumps = 1000;

mkdirSync(folder, { recursive: true });
await build({
  entryPoints: {
    measure: 'test/bench/measure.ts',
    'measure-memory': 'test/bench/measure-memory.ts',
    'make-log': 'test/bench/make-log.ts',
  },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
});
const { makeLog } = await import(pathToFileURL(join(folder, 'make-log.mjs')).href);

/**
 * Seconds of a whole process; the best of `runs`, because the machine is shared. Undefined where there is no such command.
 * `cpu`: what the process says of itself in the last line of its output.
 * @param {string} command
 * @param {string[]} args
 */
function time(command, args, runs = 3) {
  let seconds = Infinity;
  let cpu = Infinity;
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    // A pipe, not /dev/null: grep stops at the first match when it sees that nobody reads.
    const { error, stdout } = spawnSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (error) return undefined;
    seconds = Math.min(seconds, (performance.now() - start) / 1000);
    cpu = Math.min(cpu, Number(stdout.trim().split('\n').at(-1)));
  }
  return { seconds, cpu };
}

/**
 * The one of `runs` that took the least of the processor, each in a process of its own.
 * @param {string} log
 */
function measure(log, runs = 3) {
  const results = [];
  for (let i = 0; i < runs; i += 1) {
    const { stdout, status, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'measure.mjs'), log, String(jumps)],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 24,
      },
    );
    if (status !== 0) throw new Error(`measuring ${log} failed:\n${stderr}`);
    results.push(JSON.parse(stdout));
  }
  return results.sort((a, b) => a.cpuSeconds - b.cpuSeconds)[0];
}

/** @param {number} n */
const number = (n, digits = 0) => n.toLocaleString('en-US', { maximumFractionDigits: digits });
/** @param {number} mine @param {number | undefined} other */
const ratio = (mine, other) =>
  other === undefined
    ? 'not on this machine'
    : `${(mine / other).toFixed(2)} x its time (${number(other, 2)} s)`;

/**
 * What a memory call costs in a process with so many mappings.
 * @param {number} vmas
 */
function memoryCalls(vmas) {
  const script = join(folder, 'measure-memory.mjs');
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, String(vmas), '20000'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`measuring memory calls failed:\n${stderr}`);
  const got = JSON.parse(stdout);
  const both = got.apply + got.judge;
  console.log(
    `${number(vmas)} VMAs: judge + apply ${number(both, 1)} µs a memory call (apply ${number(got.apply, 1)}, judge ${number(got.judge, 1)})`,
  );
  console.log(
    `  ${number(both / got.decode, 1)} x what decoding its line takes (${number(got.decode, 2)} µs), ${number(both / got.regex, 0)} x one regular expression (${number(got.regex, 2)} µs)`,
  );
  console.log(`  address told for ${number(got.told)} of ${number(got.placed)} mmaps`);
}

if (asked < 0 || process.argv.includes('--memory')) {
  memoryCalls(1000);
  memoryCalls(60_000);
}
if (process.argv.includes('--memory')) process.exit();

for (const lines of sizes) {
  const log = join(folder, `server-${lines}.strace`);
  if (!existsSync(log)) makeLog(log, lines);
  const bytes = statSync(log).size;
  const grep = time('grep', ['-c', '= -1 E', log]);
  const python = time('python3', ['test/bench/one-regex.py', log]);
  const got = measure(log);
  console.log(
    `${number(got.lines)} lines, ${number(bytes / 1e6, 1)} MB, ${number(got.changing)} events that change the address space`,
  );
  console.log(
    `  index      ${number(got.seconds, 2)} s: ${number(got.lines / got.seconds)} lines/s, ${number(bytes / 1e6 / got.seconds, 1)} MB/s`,
  );
  console.log(
    `  memory     ${number(got.peakBytes / 1e6, 1)} MB at the peak: ${number(got.peakBytes / got.lines, 1)} bytes a line`,
  );
  console.log(
    `  processor  ${number(got.cpuSeconds, 2)} s, all threads and the start of the process included`,
  );
  console.log(`  to grep    ${ratio(got.seconds, grep?.seconds)}`);
  console.log(`  to Python  ${ratio(got.seconds, python?.seconds)}, of the clock`);
  console.log(`             ${ratio(got.cpuSeconds, python?.cpu)}, of the processor`);
  console.log(
    `  ${number(jumps)} jumps median ${number(got.jumpMedianMs, 3)} ms, p99 ${number(got.jumpP99Ms, 3)} ms, longest ${number(got.jumpMaxMs, 3)} ms`,
  );
  if (!process.argv.includes('--keep')) rmSync(log);
}
