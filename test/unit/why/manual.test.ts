/** The tables of the manual through time are whole: every generation, sources, checks that exist, sentences that are used. */
import { describe, expect, it } from 'vitest';
import { allRules } from '../../../model/kernel/rules';
import type { Message } from '../../../model/why/message-shape';
import { manualOf, manualOfCall, manuals } from '../../../model/why/manual';
import { eras, type Generation } from '../../../model/why/manual/generation';
import { generationInWords, manualSections } from '../../../model/why/manual/in-words';
import { textOf } from '../../../model/why/message';
import { manualWords } from '../../../model/why/words/english/manual';

const statements = manuals.flatMap(({ call, statements }) => statements.map((one) => ({ call, ...one })));
const titled = statements.map(
  (one) => [`${one.call} ${one.errno} ${(one.checks ?? ['all']).join(' ')}`, one] as const,
);

/** The pages call a break that stays ENOMEM: the C library does. */
const errnoInRules = (call: string, errno: string): string => (call === 'brk' ? 'old-break' : errno);

const keysOf = ({ says, kernel }: Generation): readonly string[] =>
  [says, kernel].flatMap((part) => (typeof part === 'object' ? [part.key] : []));

describe('a statement of the manual', () => {
  it.each(titled)(
    '%s: each generation has its page or its kernel, and sources',
    (_title, { generations }) => {
      expect(generations.map(({ era }) => era)).toEqual(eras);
      for (const { sources } of generations) {
        for (const { where, read, measured } of sources) {
          expect(where).toMatch(/^[\w/.-]+\.[chS]: \w+$|^\w+\(\d\)$/);
          expect(read ?? measured).toMatch(/\d/);
        }
      }
    },
  );

  it.each(titled)('%s: "as before" follows something', (_title, { generations }) => {
    const before = (i: number) => generations[i - 1];
    for (const [i, { says, kernel }] of generations.entries()) {
      if (typeof says === 'object' && says.key === 'manual.as-before')
        expect(before(i)?.says).toBeTypeOf('object');
      if (kernel?.key === 'manual.as-before') expect(before(i)?.kernel).toBeDefined();
    }
  });

  it.each(titled)(
    '%s: its checks are rules of the call, for that errno',
    (_title, { call, errno, checks }) => {
      const rule = allRules.find((one) => one.call === call);
      const ids = rule?.checks.filter((one) => one.errno === errnoInRules(call, errno)).map(({ id }) => id);
      for (const check of checks ?? []) expect(ids, check).toContain(check);
    },
  );

  it.each(titled)('%s: is worded as sentences', (_title, { generations }) => {
    for (const generation of generations) {
      const words = textOf(generationInWords(generation));
      expect(words).toMatch(/[.)]$/);
      expect(words).not.toMatch(/\{\w+\}|manual\.|undefined/);
    }
  });
});

it('no two statements of an errno are about the same check', () => {
  for (const manual of manuals) {
    const named = manual.statements.flatMap(({ errno, checks }) =>
      (checks ?? []).map((check) => `${errno} ${check}`),
    );
    expect(named.filter((one, i) => named.indexOf(one) !== i)).toEqual([]);
  }
});

it('each rule of these calls is meant by a statement, or falls under its errno', () => {
  // What a kernel without the call answers, what a pointer to arguments brings, and how far a file reaches: no page tells.
  const untold = new Set([
    'mmap EFAULT',
    'mmap ENOTSUPP',
    'mprotect ENOSYS',
    'mlock ENOSYS',
    'madvise EFBIG',
  ]);
  for (const { call } of manuals) {
    const rule = allRules.find((one) => one.call === call);
    for (const { errno, id } of rule?.checks ?? []) {
      const told = manualOf(call, call === 'brk' ? 'ENOMEM' : errno, id) !== undefined;
      expect(told, `${call} ${errno} ${id}`).toBe(!untold.has(`${call} ${errno}`));
    }
  }
});

it('each sentence is said by some generation', () => {
  const used = new Set(statements.flatMap(({ generations }) => generations.flatMap(keysOf)));
  const ofGenerations = Object.keys(manualWords).filter((key) => /^manual\.[a-z]+\.[a-z-]+\./.test(key));
  expect(ofGenerations.filter((key) => !used.has(key))).toEqual([]);
  expect(ofGenerations.length).toBeGreaterThan(150);
});

describe('the manual of an error', () => {
  const kernelOf = (generations: readonly Generation[] | undefined, era: string): Message | undefined =>
    generations?.find((one) => one.era === era)?.kernel;

  it('is told by the broken rule, where the pages tell causes apart', () => {
    const unmapped = manualOf('mremap', 'EFAULT', 'mremap.unmapped');
    const several = manualOf('mremap', 'EFAULT', 'mremap.beyond-vma');
    expect(unmapped).not.toEqual(several);
    expect(kernelOf(several, 'today')?.key).toBe('manual.mremap.several.today.kernel');
  });

  it("is the errno's own statement for any other cause, else its main one", () => {
    expect(manualOf('mmap', 'ENOMEM', 'mmap.kernel-memory')).toBe(manualOf('mmap', 'ENOMEM'));
    expect(manualOf('mremap', 'EINVAL', 'mremap.indivisible')).toBe(manualOf('mremap', 'EINVAL'));
    expect(manualOf('mremap', 'EFAULT', 'outside.no-rule')).toBe(
      manualOf('mremap', 'EFAULT', 'mremap.unmapped'),
    );
    expect(manualOf('mremap', 'EFAULT', 'mremap.unheard-of')).toBeUndefined();
  });

  it('is found by every name that a log has for the call', () => {
    for (const name of ['mmap', 'mmap2', 'old_mmap']) expect(manualOfCall(name)).toBe(manualOfCall('mmap'));
    expect(manualOfCall('mlock2')?.call).toBe('mlock');
    expect(manualOf('read', 'EFAULT')).toBeUndefined();
    expect(manualOf('mremap', 'EIO')).toBeUndefined();
  });

  it('says that EAGAIN of mremap was the limit already when the page blamed the lock', () => {
    const [first] = manualOf('mremap', 'EAGAIN') ?? [];
    expect(first === undefined ? '' : textOf(generationInWords(first))).toMatch(
      /^1996, Linux 1\.3\.87: A locked segment is refused.*The kernel:.*RLIMIT_MEMLOCK/,
    );
  });
});

describe('asking for the manual', () => {
  const headings = (call?: string, errno?: string): readonly string[] =>
    manualSections(call, errno).map(({ heading }) => textOf(heading));

  it('names calls, then errors, then what each generation says', () => {
    expect(headings()[0]).toMatch(/mmap, munmap, mremap/);
    expect(headings('mremap')[0]).toMatch(/EAGAIN, EFAULT, EINVAL, ENOMEM, EPERM/);
    expect(headings('mremap', 'ENOMEM')).toHaveLength(2);
    expect(manualSections('mremap', 'ENOMEM')[0]?.lines).toHaveLength(4);
  });

  it('says what there is where there is nothing of what was asked', () => {
    expect(headings('read')[0]).toMatch(/nothing here on the pages of read.*mremap/);
    expect(headings('mremap', 'EIO')[0]).toMatch(/nothing here on EIO of mremap.*EAGAIN/);
  });
});
