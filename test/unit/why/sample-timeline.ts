import { join } from 'node:path';
import { NodeHost } from '../../../debug-adapter/host/node-host';
import { open } from '../../../debug-adapter/opening';
import type { Timeline } from '../../../model/timeline/timeline';

export const sampleFolder = 'samples/logs';

/** A sample as the tools open it: with the snapshot beside it, where there is one. */
export async function timelineOf(sample: string): Promise<Timeline> {
  const program = join(sampleFolder, `${sample}.strace`);
  const { timeline } = await open(new NodeHost(), { program }, new AbortController().signal, () => undefined);
  return timeline;
}
