/** The failures of a log by the case they belong to: each case names itself by prctl(PR_SET_NAME). */
import { readFileSync } from 'node:fs';
import { buildTimeline } from '../../../model/timeline/build-timeline';
import type { Timeline } from '../../../model/timeline/timeline';
import { eventIndex } from '../../../model/trace/positions';
import { explain } from '../../../model/why/explain';
import type { Explanation } from '../../../model/why/explanation';
import { isFailing } from '../../../model/why/failing';
import { textSource } from '../timeline/recorded';

export const explainedFile = (path: string): Promise<ReadonlyMap<string, readonly Explanation[]>> =>
  explainedText(readFileSync(path, 'utf8'));

export async function explainedText(text: string): Promise<ReadonlyMap<string, readonly Explanation[]>> {
  const timeline = await buildTimeline([{ source: textSource(text) }]);
  return byCase(timeline);
}

function byCase(timeline: Timeline): ReadonlyMap<string, readonly Explanation[]> {
  const cases = new Map<string, Explanation[]>();
  let current: Explanation[] = [];
  const { recording } = timeline;
  for (let row = 0; row < recording.events.length; row++) {
    const event = eventIndex(row);
    if (recording.events.name(event) === 'prctl') {
      const name = nameIn(recording.decode(event).text.text);
      if (name !== undefined) {
        current = [];
        cases.set(name, current);
      }
    }
    if (!isFailing(timeline, event)) continue;
    const explanation = explain(timeline, event);
    if (explanation !== undefined) current.push(explanation);
  }
  return cases;
}

/** `prctl(PR_SET_NAME, "null_read")`, or 0xf where raw numbers are printed. */
const nameIn = (text: string): string | undefined =>
  /prctl\((?:PR_SET_NAME|0xf)[^"]*, "([^"]+)"/.exec(text)?.[1];
