/**
 * The Process scope: whose call this is, and what the log has shown of it.
 */
import type { TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { DescriptorTable, OpenFile } from '../../model/process/descriptors';
import type { Replay } from '../replay';
import { group } from './container';
import type { Item } from './container';
import { standing } from './standing';

const MOST_DESCRIPTORS = 1000;

export function processItems(
  replay: Replay,
  position: Position,
  task: TaskId,
  path: string,
): readonly Item[] {
  const { task: found, process, space } = standing(replay, position, task);
  if (!found) return [{ name: 'task', value: 'the log has not shown it yet', type: 'text' }];
  const text = (name: string, value: string | undefined, type = 'text'): readonly Item[] =>
    value === undefined ? [] : [{ name, value, type }];
  const table = replay.timeline.worldAt(position).descriptors(found.descriptors);
  return [
    ...text('tid', found.tid === undefined ? 'not shown by the log' : String(found.tid), 'number'),
    ...text('pid', process?.pid === undefined ? undefined : String(process.pid), 'number'),
    ...text('name', found.comm),
    ...text('executable', process?.executable, 'path'),
    ...text('architecture', found.architecture),
    ...text('break', space?.brk === undefined ? undefined : `0x${space.brk.toString(16)}`, 'address'),
    ...text(
      'effective uid',
      found.privileges.euid === undefined ? undefined : String(found.privileges.euid),
      'number',
    ),
    ...[...found.privileges.capabilities].flatMap(([name, known]) =>
      text(
        name,
        known.because === undefined ? known.has : `${known.has} (line ${replay.lineOf(known.because)})`,
        'capability',
      ),
    ),
    ...descriptorItems(table, path),
  ];
}

function descriptorItems(table: DescriptorTable | undefined, path: string): readonly Item[] {
  const entries = table ? [...table.entries()] : [];
  if (entries.length === 0) return [];
  return [
    {
      name: 'descriptors',
      value: String(entries.length),
      type: 'list',
      children: group(`${path}/fds`, () =>
        entries.slice(0, MOST_DESCRIPTORS).map(([fd, file]) => ({
          name: String(fd),
          value: fileText(file),
          type: file.kind,
        })),
      ),
    },
  ];
}

function fileText(file: OpenFile): string {
  const may = [
    file.readable === undefined ? undefined : file.readable ? 'readable' : 'not readable',
    file.writable === undefined ? undefined : file.writable ? 'writable' : 'not writable',
    file.size === undefined ? undefined : `${file.size} bytes`,
  ].filter((part) => part !== undefined);
  return `${file.path || 'path not shown'}${may.length === 0 ? '' : ` (${may.join(', ')})`}`;
}
