/**
 * Every way in which the memory calls fail that can be had on any machine, and two faults at once to see which is answered:
 * the model predicts each answer of the live kernel, and is left with the kernel's VMAs and VmLck after each.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LimitName } from '../../model/process/limits';
import type { Circumstances } from '../unit/kernel/before';
import { follow, startOf, textOf } from './comparison';
import { runCalls, runningKernel, temporary } from './live-caller';
import { suites, type Suite } from './error-suites';

const RESOURCE: Partial<Record<LimitName, number>> = { DATA: 2, MEMLOCK: 8, AS: 9 };

const regular = join(temporary, 'three-pages');
const directory = join(temporary, 'directory');
writeFileSync(regular, new Uint8Array(3 * 4096));
mkdirSync(directory);

/** Opened in this order, before any call: the caller's first free descriptor is 3. */
const OPENED: readonly { path: string; flags: number; file: NonNullable<Circumstances['files']>[number] }[] =
  [
    { path: regular, flags: 0, file: { writable: false, size: 12288n } },
    { path: regular, flags: 1, file: { readable: false, size: 12288n } },
    { path: regular, flags: 2, file: { size: 12288n } },
    { path: directory, flags: 0, file: { kind: 'directory', writable: false } },
    { path: regular, flags: 0x200000, file: { kind: 'o-path', readable: undefined, writable: undefined } },
    { path: '/dev/zero', flags: 2, file: { kind: 'character', path: '/dev/zero' } },
  ];

const totals = (() => {
  let known: { AS: number; DATA: number; MEMLOCK: number } | undefined;
  return () => {
    if (known !== undefined) return known;
    const space = startOf(runCalls(['call munlockall']));
    known = { AS: space.total, DATA: space.data, MEMLOCK: 0 };
    return known;
  };
})();

function circumstancesOf(suite: Suite): { given: Circumstances; lines: string[] } {
  const limits: Partial<Record<LimitName, bigint>> = {};
  const lines: string[] = OPENED.map(({ path, flags }) => `open ${path} ${flags}`);
  for (const name of ['AS', 'DATA', 'MEMLOCK'] as const) {
    const limit = suite.limits?.[name];
    if (limit === undefined) continue;
    const bytes =
      BigInt(limit.bytes ?? 0) +
      BigInt((limit.pages ?? 0) + (limit.aboveUse === true ? totals()[name] : 0)) * 4096n;
    limits[name] = bytes;
    lines.push(`limit ${RESOURCE[name]} ${bytes}`);
  }
  if (suite.privileged !== true) lines.push('drop-capabilities');
  if (suite.touched !== false) lines.push('touch-everything');
  const kernel = runningKernel ?? 6018;
  const files = Object.fromEntries(OPENED.map(({ path, file }, index) => [index + 3, { path, ...file }]));
  const has = suite.privileged === true ? 'yes' : 'no';
  return {
    lines,
    given: {
      limits,
      files,
      capabilities: { CAP_IPC_LOCK: has, CAP_SYS_RAWIO: has, CAP_SYS_ADMIN: has },
      kernel: [Math.floor(kernel / 1000), kernel % 1000],
      machine: { mmapMinAddr: 4096n },
    },
  };
}

describe('failing calls on the live kernel', () => {
  it.each(suites.map((suite): [string, Suite] => [suite.title, suite]))('%s', (_title, suite) => {
    const { given, lines } = circumstancesOf(suite);
    const recording = runCalls([...lines, ...suite.lines]);
    expect(recording.calls).toHaveLength(suite.lines.filter((line) => line.startsWith('call ')).length);
    const { steps } = follow(recording, () => given, suite.touched === false ? 'pages' : 'borders');
    const wrong = steps.filter(({ differences }) => differences.length > 0);
    expect(wrong.map(({ text, differences }) => ({ text, differences }))).toEqual([]);
    const untold = steps.flatMap(({ judgement: { predicted } }) =>
      predicted.kind === 'undecidable' ? [predicted.cause] : [],
    );
    expect(untold).toEqual(suite.untold ?? []);
    // What the suite is for: most of its calls are refused.
    const refused = recording.calls.filter(({ answer }) => 'errno' in answer);
    expect(
      refused.length,
      recording.calls.map((call) => textOf(call, recording)).join('\n'),
    ).toBeGreaterThanOrEqual(suite.refused);
  });
});
