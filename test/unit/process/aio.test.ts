/** The rings of io_setup, which no mmap makes. Held against the kernel by test/kernel/real/programs/rings.c. */
import { describe, expect, it } from 'vitest';
import { mapsLines } from '../../../model/memory/maps-format';
import type { AddressSpace } from '../../../model/memory/address-space';
import type { RecordedTimeline } from '../../../model/timeline/recorded-timeline';
import { at, record, spaceOf } from '../timeline/recorded';

const START = `
  execve("./a", ["./a"], 0x7ffe00000000 /* 3 vars */) = 0
  mmap(NULL, 65536, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000010000
  munmap(0x7f0000010000, 32768) = 0
`;

function spaceAt(timeline: RecordedTimeline): AddressSpace {
  const space = spaceOf(timeline, at(timeline.recording.events.length));
  if (space === undefined) throw new Error('the log has no address space');
  return space;
}

async function ringAfter(line: string): Promise<readonly [number, number] | undefined> {
  const timeline = await record(`${START}${line}`);
  const space = spaceAt(timeline);
  const ring = [...space.vmas()].find(({ backing }) => backing.kind === 'file');
  return ring === undefined ? undefined : [ring.start, ring.end];
}

describe('the ring of an aio context', () => {
  it.each([
    ['at least a page', 'io_setup(1, [0x7f0000001000]) = 0', [0x7f0000001, 0x7f0000002]],
    [
      'room for two events and a head more than twice what is asked',
      'io_setup(40000, [0x7f0000200000]) = 0',
      [0x7f0000200, 0x7f0000472],
    ],
    [
      'as long as free memory below the next mapping, for the processors',
      'io_setup(8, [0x7f0000016000]) = 0',
      [0x7f0000016, 0x7f0000018],
    ],
    [
      'none of a call that failed',
      'io_setup(8, [0]) = -1 EAGAIN (Resource temporarily unavailable)',
      undefined,
    ],
    ['none of a number that no kernel takes', 'io_setup(4294967295, [0x7f0000016000]) = 0', undefined],
    ['none beyond user space', 'io_setup(8, [0xfffffffffffff000]) = 0', undefined],
    ['gone with the context', 'io_setup(8, [0x7f0000016000]) = 0\nio_destroy(0x7f0000016000) = 0', undefined],
  ] as const)('%s', async (_, line, ring) => {
    expect(await ringAfter(line)).toEqual(ring);
  });

  it('bears the name that maps shows', async () => {
    const timeline = await record(`${START}io_setup(8, [0x7f0000016000]) = 0`);
    const space = spaceAt(timeline);
    expect([...mapsLines(space)].join('\n')).toMatch(
      /7f0000016000-7f0000018000 rw-s .* \/\[aio\] \(deleted\)/,
    );
  });
});
