/**
 * The model against Linux 6.18, call by call: `recorded/random-vmas.txt` holds 1,800 random calls on a window of private
 * memory and the VMAs that /proc/self/smaps listed after each (made by random-vmas.c beside it). Every write to memory is
 * in the record too, so each merge is certain and each border must be right.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { AddressSpace, SpaceEdit, SpaceId } from '../../../model/memory/address-space';
import { protText } from '../../../model/memory/maps-format';
import { pageNumber, pageRange } from '../../../model/memory/page';
import { emptySpace } from '../../../model/memory/space-birth';
import { has, VmFlag, type Vma } from '../../../model/memory/vma';
import { noOrigin } from './drawing';
import { eventIndex } from '../../../model/trace/positions';

const WINDOW = 0x100000;
const MAY = VmFlag.mayRead | VmFlag.mayWrite | VmFlag.mayExec;

interface Step {
  readonly text: string;
  readonly name: string;
  readonly first: number;
  readonly pages: number;
  readonly argument: number;
  readonly vmas: string;
}

const runs: readonly (readonly Step[])[] = readFileSync(
  new URL('recorded/random-vmas.txt', import.meta.url),
  'utf8',
)
  .split('end\n')
  .filter((run) => run !== '')
  .map((run) =>
    run
      .trimEnd()
      .split('\n')
      .map((text) => {
        const [call, vmas = ''] = text.split(' :');
        const [name = '', first, pages, argument] = call!.split(' ');
        return {
          text,
          name,
          first: Number(first),
          pages: Number(pages),
          argument: Number(argument),
          vmas: vmas.trim(),
        };
      }),
  );

const flagged = (edit: SpaceEdit, { first, pages, argument }: Step, bits: number): void =>
  edit.modify(pageRange(WINDOW + first, WINDOW + first + pages), (vma) => {
    const flags = argument === 1 ? vma.flags | bits : vma.flags & ~bits;
    return flags === vma.flags ? vma : { ...vma, flags };
  });

const perform = (edit: SpaceEdit, step: Step): void => {
  const range = pageRange(WINDOW + step.first, WINDOW + step.first + step.pages);
  switch (step.name) {
    case 'map':
      edit.map({
        ...range,
        prot: step.argument,
        flags: MAY | VmFlag.noReserve,
        backing: { kind: 'anonymous' },
        pgoff: range.start,
        anonVma: 'none',
        origin: noOrigin,
        certainty: 'exact',
      });
      break;
    case 'unmap':
      edit.unmap(range);
      break;
    case 'protect':
      edit.modify(range, (vma) => (vma.prot === step.argument ? vma : { ...vma, prot: step.argument }));
      break;
    case 'lock':
      flagged(edit, step, VmFlag.locked | VmFlag.lockOnFault);
      break;
    case 'dontfork':
      flagged(edit, step, VmFlag.dontCopy);
      break;
    case 'touch':
      edit.touch(range);
      break;
    default:
      throw new Error(step.text);
  }
};

const shown = (vma: Vma): string =>
  `${vma.start - WINDOW}-${vma.end - WINDOW},${protText(vma.prot ?? 0)}` +
  (has(vma, VmFlag.locked) ? ',lo' : '') +
  (has(vma, VmFlag.dontCopy) ? ',dc' : '');

const spaceOf = (vmas: Iterable<Vma>): AddressSpace =>
  emptySpace({ id: 1 as SpaceId, taskSize: pageNumber(2 ** 35), unknown: 'none', past: 'exec', vmas });

/** What was not written to in the record was not written to at all: where the model must say unknown, this knows. */
const untouchedUnlessRecorded = (space: AddressSpace): AddressSpace =>
  spaceOf([...space.vmas()].map((vma) => (vma.anonVma === 'unknown' ? { ...vma, anonVma: 'none' } : vma)));

describe('VMAs after each of many random calls are those of the live kernel', () => {
  test.each(runs.map((run, index) => [index + 1, run] as const))('run %i', (_index, run) => {
    expect(run.length).toBeGreaterThanOrEqual(400);
    let space = spaceOf([]);
    run.forEach((step, event) => {
      const edit = space.edit(eventIndex(event));
      perform(edit, step);
      space = edit.finish().space;
      expect(`${step.text.split(' :')[0] ?? ''}: ${[...space.vmas()].map(shown).join(' ')}`).toBe(
        `${step.text.split(' :')[0] ?? ''}: ${step.vmas}`,
      );
      space = untouchedUnlessRecorded(space);
    });
  });
});
