/**
 * Pointers that the live kernel cannot use, in many calls: which argument it was, and why. Each case of the program says what is
 * expected; the kernel's own answer, EFAULT or a short count, is in the log.
 */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { explain } from '../../model/why/explain';
import { textOf } from '../../model/why/message';
import { compiled, folderOfRun, recordedCases } from './pointers/recorded-cases';

const folder = folderOfRun();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const programs = {
  64: compiled(folder, 64),
  32: compiled(folder, 32),
} as const;

/** What strace may be told. The program's own expectations must stay readable: at least 160 letters of a string. */
const forms: readonly (readonly [string, 32 | 64, readonly string[]])[] = [
  ['usual', 64, ['-s', '160']],
  ['raw flags', 64, ['-s', '160', '-X', 'raw']],
  ['whole structures', 64, ['-s', '160', '-e', 'abbrev=none']],
  ['descriptors and times', 64, ['-s', '160', '-yy', '-ttt', '-T']],
  ['program of 32 bits', 32, ['-s', '160']],
];

describe.each(forms)('a pointer that the kernel cannot use: %s', async (_form, bits, options) => {
  const { timeline, cases } = await recordedCases(programs[bits], options);

  it('comes in the many cases of the program', () => {
    expect(cases.length).toBeGreaterThan(60);
    const failing = cases.filter(
      ({ text }) => text.includes('EFAULT') || /= [1-9]\d*(?: <[\d.]+>)?$/.test(text),
    );
    expect(cases.filter((one) => !failing.includes(one)).map(({ name, text }) => `${name}: ${text}`)).toEqual(
      [],
    );
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, known) => {
    const explanation = explain(timeline, known.event);
    const first = explanation?.causes[0];
    const all = explanation?.causes.map(({ id, text }) => `${id}: ${textOf(text)}`).join('\n');
    const said = `${known.text}\n${explanation?.certainty ?? ''} ${all ?? 'nothing said'}`;
    expect(first?.id.startsWith('execve.') === true ? known.id : first?.id, said).toBe(known.id);
    expect(explanation?.certainty, said).toBe(known.certainty);
    expect(first === undefined ? '' : textOf(first.text), said).toContain(`argument ${known.argument} (`);
    if (known.proof !== undefined)
      expect(
        first?.evidence.map(({ line }) => Number(line)),
        said,
      ).toContain(known.proof);
  });
});
