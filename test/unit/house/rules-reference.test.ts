/** docs/rules.md is what the rules, the tests and the samples say; and every check is shown by a test. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { kernelVersion } from '../../../model/kernel/versions';
import { allRules } from '../../../model/kernel/rules';
import { joinedKernels, kernelsInWords } from '../../reference/kernels';
import { rulesPage } from '../../reference/rules-page';
import { sectionsOf } from '../../reference/sections';
import { testsByCheck } from '../../reference/shown-by';

const ids = [...new Set(allRules.flatMap(({ checks }) => checks.map(({ id }) => id)))];

it('every check is named by a test', () => {
  const tests = testsByCheck('.');
  expect(ids.filter((id) => (tests.get(id) ?? []).length === 0)).toEqual([]);
});

describe('docs/rules.md', () => {
  let made = '';
  beforeAll(async () => {
    made = await rulesPage('.');
  });

  it('is up to date: npm run rules makes it', () => {
    expect(readFileSync('docs/rules.md', 'utf8') === made, 'docs/rules.md is old: run npm run rules').toBe(
      true,
    );
  });

  it('has each check, with one anchor', () => {
    for (const id of ids) expect(made.split(`<a id="${id}"></a>`), id).toHaveLength(2);
  });

  it('has no link into itself that leads nowhere', () => {
    const anchors = new Set([...made.matchAll(/<a id="([^"]+)">/g)].map(([, anchor]) => anchor));
    const linked = [...made.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(linked.filter((anchor) => !anchors.has(anchor))).toEqual([]);
    expect(linked.length).toBeGreaterThan(ids.length);
  });

  it('shows lines of samples', () => {
    const row = made.split('\n').find((line) => line.includes('<a id="mremap.over-lock-limit">'));
    expect(row).toContain('[mremap-eagain](../samples/logs/mremap-eagain.strace) line 20, 22');
    expect(row).toContain('[kernel/cases/mremap](../test/unit/kernel/cases/mremap.ts)');
  });
});

describe('a section', () => {
  it('is for all calls that have the same checks', () => {
    const sections = sectionsOf(allRules);
    expect(sections.map(({ calls }) => calls)).toContainEqual(['mprotect', 'pkey_mprotect']);
    expect(sections.flatMap(({ calls }) => calls).sort()).toEqual(allRules.map(({ call }) => call).sort());
  });

  it('numbers the checks of the measured kernel in its order; the others come behind', () => {
    for (const { rows } of sectionsOf(allRules)) {
      const numbered = rows.filter(({ place }) => place !== undefined);
      expect(numbered.map(({ place }) => place)).toEqual(numbered.map((_, i) => i + 1));
      expect(rows.slice(0, numbered.length)).toEqual(numbered);
    }
    const mremap = sectionsOf(allRules).find(({ calls }) => calls[0] === 'mremap');
    expect(mremap?.rows.slice(0, 3).map(({ id }) => id)).toEqual([
      'mremap.unknown-flags',
      'mremap.old-address-misaligned',
      'mremap.new-size-zero',
    ]);
  });
});

describe('kernels', () => {
  const v = kernelVersion;
  it.each([
    [[{}], 'all'],
    [[{ since: v(4, 17) }], 'since 4.17'],
    [[{ until: v(5, 14) }], 'up to 5.14'],
    [[{ since: v(6, 11), until: v(7, 2) }], '6.11 to 7.2'],
    [[{ since: v(6, 17) }, { until: v(5, 15) }, { since: v(5, 16), until: v(6, 16) }], 'all'],
    [[{ until: v(4, 20) }, { since: v(5, 0) }], 'all'],
    [[{ until: v(4, 11) }, { since: v(5, 17) }], 'up to 4.11; since 5.17'],
  ])('%j are %s', (stretches, words) => {
    expect(joinedKernels(stretches).map(kernelsInWords).join('; ')).toBe(words);
  });
});
