/** Which address is looked at where nobody has chosen one. */
import { describe, expect, it } from 'vitest';
import { touchedAddress } from '../../../model/timeline/touched-address';
import type { FileIndex, LineNumber } from '../../../model/trace/positions';
import { timelineOf } from '../why/sample-timeline';

describe('the address that an event is most about', () => {
  it.each([
    ['mremap-enomem', 27, false, '7ffff7fef000', 'moved'],
    ['mremap-enomem', 27, true, '7ffff7fe7000', 'moved'],
    // It fails, and changes nothing.
    ['mremap-enomem', 25, false, '7ffff7fef000', 'argument'],
    ['mremap-enomem', 15, false, '7ffff7fef000', 'changed'],
    ['mremap-enomem', 28, false, '7ffff7feb000', 'changed'],
    ['mremap-eagain', 19, false, '7ffff7feb000', 'changed'],
    // set_robust_list(0x4ae660, 24)
    ['mremap-eagain', 6, false, '4ae660', 'argument'],
    // What siginfo says.
    ['use-after-munmap', 18, false, '7ffff7fe6970', 'fault'],
  ] as const)(
    '%s, line %i, behind it %s: %s, for it is %s',
    async (sample, line, behind, address, because) => {
      const timeline = await timelineOf(sample);
      const { events } = timeline.recording;
      const event = events.eventAtLine(0 as FileIndex, line as LineNumber)!;
      const world = timeline.worldAt(event);
      const space = world.space(world.task(events.task(event))!.space)!;
      expect(touchedAddress(timeline, event, space, behind)).toEqual({
        address: BigInt(`0x${address}`),
        because,
      });
    },
  );
});
