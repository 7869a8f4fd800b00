/**
 * Calls that fail on the live kernel, each for one cause that is known because a program made it (known-causes/programs): an
 * explanation names that cause, in every form in which strace writes the log.
 */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { heldAgainst, type Held } from './known-causes/held-against';
import { percent, sharesOf } from './known-causes/shares';

/** Percent. They are only ever raised. */
const bars = { proven: 88, listed: 90, outside: 97, otherForms: 98 };
/** How many of all logs. */
const WRONGLY_PROVEN = 30;

let held: readonly Held[] = [];
beforeAll(async () => {
  held = await heldAgainst(join(import.meta.dirname, 'known-causes', 'programs'));
}, 300_000);

describe('causes that are known', () => {
  it('are named first and called proven, with the lines that prove them', () => {
    expect(percent(sharesOf(held).proven)).toBeGreaterThanOrEqual(bars.proven);
  });

  it('are among the causes where the log does not show them', () => {
    expect(percent(sharesOf(held).listed)).toBeGreaterThanOrEqual(bars.listed);
  });

  it('are called outside where neither the address space nor its limits have to do with them', () => {
    expect(percent(sharesOf(held).outside)).toBeGreaterThanOrEqual(bars.outside);
  });

  it('never give way to a wrong one that is called proven', () => {
    const wrong = sharesOf(held).wronglyProven.map(({ known, form }) => `${known.name} (${form})`);
    expect(wrong.slice(WRONGLY_PROVEN)).toEqual([]);
  });

  it('are the same in every form of the log', () => {
    expect(percent(sharesOf(held).otherForms)).toBeGreaterThanOrEqual(bars.otherForms);
  });
});
