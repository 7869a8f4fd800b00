/**
 * `pagewalk maps`: the address space after a line, as /proc/PID/maps prints it.
 */
import { eventIndex } from '../../model/trace/positions';
import { userRange } from '../presentation/vma-row';
import { mapsLines } from '../../model/memory/maps-format';
import { userError } from '../errors';
import { printable } from './printable';
import type { Printer } from './printer';
import { eventAtOrAbove, fileOf } from './trace-run';
import type { TraceRun } from './trace-run';
import type { Message } from '../../model/why/message-shape';
import { tell } from '../words/tell';

export interface MapsOptions {
  readonly line: number;
  readonly pid: number | undefined;
}

export async function mapsCommand(
  run: TraceRun,
  options: MapsOptions,
  out: Printer,
  warn: (note: Message) => void,
): Promise<number> {
  const { timeline } = run;
  const event = eventAtOrAbove(run, fileOf(run, options.pid), options.line);
  const task = timeline.recording.events.task(event);
  const spaceAt = (position: number): ReturnType<ReturnType<typeof timeline.worldAt>['space']> => {
    const world = timeline.worldAt(eventIndex(position));
    const found = world.task(task);
    return found && world.space(found.space);
  };
  // Behind its last call a process has no address space any more: what it had is shown.
  const space = spaceAt(event + 1) ?? spaceAt(event);
  if (!space) {
    throw userError(4006, 'cli.no-space-at', { line: options.line });
  }
  for (const line of mapsLines(space)) await out.line(out.terminal ? printable(line) : line);
  if (!space.complete) {
    const unknown = space.holesIn(userRange(space)).filter((hole) => hole.state === 'unknown').length;
    warn(tell('cli.part-of-memory', { count: unknown }));
  }
  return 0;
}
