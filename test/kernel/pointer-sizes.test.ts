/**
 * The sizes in the table of pointers are those of the live kernel: the least that a call can do with, of 64 and of 32 bits.
 */
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { sizeIn } from '../../model/why/pointers/extent';
import type { PointerArgument, Row } from '../../model/why/pointers/notation';
import { commandRows, rows } from '../../model/why/pointers/table';
import { folderOfRun } from './pointers/recorded-cases';
import { measuredSizes, type MeasuredSize } from './pointers/measured-sizes';

const folder = folderOfRun();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function rowOf({ call, command }: MeasuredSize): Row | undefined {
  return command === undefined ? rows.get(call) : commandRows.get(call)?.rows[command]?.[1];
}

const machines = [
  ['x86-64', 64],
  ['i386', 32],
] as const;

describe.each(machines)('the size behind a pointer of %s', (architecture, bits) => {
  const measured = measuredSizes(folder, bits);

  it('is measured for many calls', () => {
    expect(measured.length).toBeGreaterThan(60);
  });

  it.each(measured.map((one) => [`${one.call} ${one.command ?? ''} ${one.argument}`, one] as const))(
    '%s',
    (_name, one) => {
      const argument = rowOf(one)?.arguments.find(
        (given): given is PointerArgument => typeof given !== 'string' && given.name === one.argument,
      );
      const extent = argument?.extent;
      const size =
        extent?.of === 'type'
          ? extent.size
          : extent?.of === 'count'
            ? extent.unit
            : extent?.of === 'message'
              ? { lp64: 56, ilp32: 28 }
              : undefined;
      expect(size === undefined ? undefined : sizeIn(architecture, size)).toBe(one.bytes);
    },
  );
});
