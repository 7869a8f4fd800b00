import { expect, test } from 'vitest';
import type { CheckAnswer } from '../../../model/kernel/check';
import { allRules } from '../../../model/kernel/rules';
import { kernelVersion } from '../../../model/kernel/versions';
import { kernelsOfRule } from '../../../model/why/kernels-of-rule';

const answers = (id: string): CheckAnswer[] =>
  allRules.flatMap(({ checks }) =>
    checks.flatMap((check): CheckAnswer[] =>
      check.id === id ? [{ ...check, verdict: { answer: 'passes' } }] : [],
    ),
  );

test('a rule that moved to another place of the order is as old as it was', () => {
  const moved = answers('mremap.over-lock-limit');
  expect(moved.some(({ since }) => since === kernelVersion(6, 17))).toBe(true);
  for (const answer of moved) expect(kernelsOfRule(answer)).toEqual({ since: undefined, until: undefined });
});

test('one that came late did', () => {
  const [sealed] = answers('mremap.sealed');
  expect(sealed && kernelsOfRule(sealed)).toEqual({ since: kernelVersion(6, 10), until: undefined });
});
