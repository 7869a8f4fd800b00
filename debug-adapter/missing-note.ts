/**
 * That a log leaves calls out, in words: nothing that is shown of memory can be better than the log.
 */
import type { Timeline } from '../model/timeline/timeline';

const ADVICE =
  'Record with -f and -e trace=%memory,%process,%desc, or without -e trace, to have all of them.';

/** One line, or none. */
export function missingNotes({ missing, recording }: Timeline): readonly string[] {
  const { names, impossible } = missing;
  if (impossible !== undefined)
    return [
      `Calls are missing from this log: in line ${recording.events.line(impossible)} the kernel put memory where by the log some was mapped. What is shown as mapped may be gone. ${ADVICE}`,
    ];
  // A process that was attached to may have done with them before.
  if (names.length === 0 || !recording.survey.startsAtExecve) return [];
  return [
    `There is no ${names.join(', no ')} in this log. If the recording left ${names.length === 1 ? 'it' : 'them'} out, what ${names.length === 1 ? 'it' : 'they'} did is missing from the memory shown. ${ADVICE}`,
  ];
}
