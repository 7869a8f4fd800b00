/**
 * Who made it so, as variables: one for each line that had a part in it, in the order of the log. A client can go to the
 * line from the name as from the value.
 */
import { blameOf } from '../../model/why/blame/blame';
import type { Deed } from '../../model/why/blame/deed';
import type { Target } from '../../model/why/blame/target';
import { textOf } from '../../model/why/message';
import type { TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import { group, type Container, type Item } from './container';
import { boundedText } from './event-text';
import { told } from '../words/tell';

const CALL_WIDTH = 200;

/** Worked out when it is unfolded: the history of a page may be long. */
export const blameContainer = (
  replay: Replay,
  position: Position,
  task: TaskId,
  target: Target,
  key: string,
): Container => group(key, () => blameItems(replay, position, task, target));

export const historyItem = (
  replay: Replay,
  position: Position,
  task: TaskId,
  target: Target,
  key: string,
): Item => ({
  name: told(replay.language, 'mapping.history'),
  value: told(replay.language, 'mapping.history-value'),
  type: 'list',
  children: blameContainer(replay, position, task, target, key),
});

function blameItems(replay: Replay, position: Position, task: TaskId, target: Target): readonly Item[] {
  const blame = blameOf(replay.timeline, task, target, position);
  if (blame === undefined) return [];
  return [
    ...blame.deeds.map((deed) => deedItem(replay, deed)),
    ...blame.notes.map((note): Item => ({ name: '…', value: textOf(note, replay.language), type: 'text' })),
  ];
}

const deedItem = (replay: Replay, { event, text }: Deed): Item => ({
  name: textOf(text, replay.language),
  value: boundedText(replay.recording.decode(event), CALL_WIDTH),
  type: 'event',
  madeBy: event,
  declaredBy: event,
});
