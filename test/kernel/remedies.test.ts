/**
 * What Pagewalk offers in place of a failing call, asked of the live kernel: each known case is run again up to its failing
 * call, and there the call of the first remedy is made instead. It must succeed. A limit that is to be raised must suffice as
 * high as it is said, and not a page below.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textOf } from '../../model/why/message';
import type { Remedy } from '../../model/why/explanation';
import { collection, type Collection, type KnownCase } from './known-causes/collection';
import { inNumbers } from './remedies/in-numbers';
import { answersInstead, failingCall, type Failing } from './remedies/remedied';

let folder: string;
let all: Collection;
let injector: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pagewalk-remedies-'));
  chmodSync(folder, 0o755);
  all = collection(folder, join(import.meta.dirname, 'known-causes', 'programs'));
  injector = join(folder, 'instead');
  execFileSync('gcc', ['-O1', '-Wall', '-o', injector, join(import.meta.dirname, 'remedies', 'instead.c')]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Cases that run alone and as they are. */
const isPlain = ({ how, answer }: KnownCase): boolean => how.size === 0 && !answer.startsWith('SIG');

const isError = (answer: bigint): boolean => answer < 0n && answer >= -4095n;

interface Tried {
  readonly name: string;
  readonly said: string;
  readonly succeeded: boolean;
  readonly answers: readonly bigint[];
}

/** Undefined where the remedy is none of calls that can be made here. */
function tried(known: KnownCase, failing: Failing, { text, tryCall }: Remedy): Tried | undefined {
  const calls = tryCall?.split('; ').map((call) => inNumbers(call, failing.call));
  if (!calls?.every((call) => call !== undefined)) return undefined;
  const answers = answersInstead(injector, all.program, known, failing, calls);
  const isHeap = failing.call.name === 'brk';
  const wanted = BigInt(calls.at(-1)?.split(':')[1]?.split(',')[0] ?? 0n);
  const last = answers.at(-1);
  const succeeded =
    last !== undefined &&
    answers.length === calls.length &&
    answers.every((answer) => !isError(answer)) &&
    (!isHeap || last === wanted);
  return { name: known.name, said: `${textOf(text)}: ${tryCall}`, succeeded, answers };
}

const RESOURCES: Readonly<Record<string, number>> = { RLIMIT_DATA: 2, RLIMIT_MEMLOCK: 8, RLIMIT_AS: 9 };

/** The failing call itself, with a limit as high as the remedy says, and with one a page lower. */
function withLimit(known: KnownCase, failing: Failing, { text }: Remedy) {
  const { name, needed: kibibytes } = text.values;
  const resource = typeof name === 'string' ? RESOURCES[name] : undefined;
  const needed = Number(kibibytes) * 1024;
  const own = failing.call.text.text.slice(failing.call.nameSpan.start).replace(/\) +=.*$/, ')');
  const call = inNumbers(own, failing.call);
  if (resource === undefined || call === undefined || !/^remedy\.raise-(hard-)?limit$/.test(text.key))
    return undefined;
  const answer = (bytes: number): bigint =>
    answersInstead(injector, all.program, known, failing, [`limit:${resource}:${bytes}`, call])[0] ?? -1n;
  return { enough: answer(needed), less: answer(needed - 4096), wanted: call.split(':')[1] };
}

test('every call that is offered succeeds on the live kernel', { timeout: 600_000 }, async () => {
  const outcomes: Tried[] = [];
  const limits: { name: string; said: string; enough: bigint; less: bigint }[] = [];
  for (const known of all.cases.filter(isPlain)) {
    const failing = await failingCall(all.program, known, folder);
    // Where several causes remain, what helps against one is offered as a perhaps.
    if (failing?.certainty !== 'proven' || failing.remedies.length === 0) continue;
    for (const remedy of failing.remedies) {
      const outcome = tried(known, failing, remedy);
      if (outcome !== undefined) outcomes.push(outcome);
    }
    for (const remedy of failing.remedies.slice(0, 1)) {
      const limit = failing.call.name === 'brk' ? undefined : withLimit(known, failing, remedy);
      if (limit !== undefined) limits.push({ name: known.name, said: textOf(remedy.text), ...limit });
    }
  }
  expect(outcomes.filter(({ succeeded }) => !succeeded)).toEqual([]);
  expect(limits.filter(({ enough, less }) => isError(enough) || !isError(less))).toEqual([]);
  expect(outcomes.length).toBeGreaterThan(150);
  expect(limits.length).toBeGreaterThan(10);
});
