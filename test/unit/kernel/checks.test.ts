/**
 * Each check of each call has a case that breaks it, and nothing else. A new check without a case fails here.
 */
import { describe, expect, it, test } from 'vitest';
import type { Judgement } from '../../../model/kernel/check';
import { judge } from '../../../model/kernel/judge';
import { allRules } from '../../../model/kernel/rules';
import { drawn } from '../memory/drawing';
import { beforeOf, callOf } from './before';
import { allCases as cases } from './cases/all';
import type { Case } from './cases/case';

function judged({ space, call: [name, ...args], given }: Case): Judgement {
  const before = beforeOf(typeof space === 'string' ? drawn(space) : space, given);
  return judge(callOf(name, args), before);
}

const titled = cases.map((one): [string, Case] => {
  const [name, ...args] = one.call;
  const place = typeof one.space === 'string' ? one.space : 'a space';
  const words = args.map((arg) =>
    typeof arg === 'bigint'
      ? `0x${BigInt.asUintN(64, arg).toString(16)}`
      : typeof arg === 'object'
        ? `a ${arg.kind}`
        : arg,
  );
  return [
    `${one.id}${one.answer === undefined ? '' : `, ${one.answer}`}: ${name}(${words.join(', ')}) on ${place}`,
    one,
  ];
});

describe('what breaks a check', () => {
  it.each(titled.filter(([, { answer }]) => answer === undefined))('%s', (_title, one) => {
    const { answers, predicted } = judged(one);
    const failing = answers.filter(({ verdict }) => verdict.answer === 'fails').map(({ id }) => id);
    expect(failing.filter((id) => one.also?.includes(id) !== true)).toEqual([one.id]);
    const check = answers.find(({ id }) => id === one.id);
    expect(check?.verdict).toMatchObject({ answer: 'fails' });
    if (one.also === undefined)
      expect(predicted).toMatchObject({ kind: 'error', errno: check?.errno, cause: one.id });
  });

  it.each(titled.filter(([, { answer }]) => answer === 'open'))('%s', (_title, one) => {
    const { answers, predicted } = judged(one);
    const check = answers.find(({ id }) => id === one.id);
    expect(check?.verdict).toMatchObject({ answer: 'cannot-tell' });
    expect(check?.verdict).not.toHaveProperty('expect');
    expect(predicted.kind).toBe('undecidable');
  });

  it.each(titled.filter(([, { answer }]) => answer === 'no-trace'))('%s', (_title, one) => {
    const { answers } = judged(one);
    const check = answers.find(({ id }) => id === one.id);
    expect(check?.verdict).toMatchObject({ answer: 'cannot-tell', expect: 'passes' });
    expect(answers.filter(({ verdict }) => verdict.answer === 'fails')).toEqual([]);
  });
});

const allChecks = allRules.flatMap((rule) => rule.checks);

test('each check has a case', () => {
  const covered = new Set(cases.map(({ id }) => id));
  expect([...new Set(allChecks.map(({ id }) => id))].filter((id) => !covered.has(id))).toEqual([]);
});

test('each case is of a check that exists', () => {
  const known = new Set(allChecks.map(({ id }) => id));
  expect(cases.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});

test('within a rule, two checks of one id are for different kernels', () => {
  for (const { checks } of allRules) {
    for (const [index, check] of checks.entries()) {
      for (const other of checks.slice(index + 1)) {
        if (other.id !== check.id) continue;
        const apart =
          (check.since ?? 0) > (other.until ?? Infinity) || (other.since ?? 0) > (check.until ?? Infinity);
        expect(apart, check.id).toBe(true);
      }
    }
  }
});

test('an id names the call or its family, and its fault, in lower case', () => {
  for (const { id, demand, sources } of allChecks) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(demand).not.toMatch(/\.$/);
    for (const { where } of sources) expect(where).toMatch(/\.[ch]: \w+$|\.c: \w+, \w+$|\(\d\)$/);
  }
});
