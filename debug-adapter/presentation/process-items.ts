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
import type { SpokenLanguage, TypeName } from '../words/language';
import { tell, told } from '../words/tell';
import { privilegeInWords } from './locked-items';

const MOST_DESCRIPTORS = 1000;

export function processItems(
  replay: Replay,
  position: Position,
  task: TaskId,
  path: string,
): readonly Item[] {
  const { task: found, process, space } = standing(replay, position, task);
  const { language } = replay;
  if (!found)
    return [{ name: told(language, 'process.task'), value: told(language, 'process.not-yet'), type: 'text' }];
  const text = (name: string, value: string | undefined, type: TypeName = 'text'): readonly Item[] =>
    value === undefined ? [] : [{ name, value, type }];
  const table = replay.timeline.worldAt(position).descriptors(found.descriptors);
  return [
    ...text(
      'tid',
      found.tid === undefined ? told(language, 'process.not-shown') : String(found.tid),
      'number',
    ),
    ...text('pid', process?.pid === undefined ? undefined : String(process.pid), 'number'),
    ...text(told(language, 'process.name'), found.comm),
    ...text(told(language, 'process.executable'), process?.executable, 'path'),
    ...text(told(language, 'process.architecture'), found.architecture),
    ...text(
      told(language, 'process.break'),
      space?.brk === undefined ? undefined : `0x${space.brk.toString(16)}`,
      'address',
    ),
    ...text(
      told(language, 'process.euid'),
      found.privileges.euid === undefined ? undefined : String(found.privileges.euid),
      'number',
    ),
    ...[...found.privileges.capabilities].flatMap(([name, known]) =>
      text(name, privilegeInWords(known, replay), 'capability'),
    ),
    ...descriptorItems(table, path, language),
  ];
}

function descriptorItems(
  table: DescriptorTable | undefined,
  path: string,
  language: SpokenLanguage,
): readonly Item[] {
  const entries = table ? [...table.entries()] : [];
  if (entries.length === 0) return [];
  return [
    {
      name: told(language, 'process.descriptors'),
      value: String(entries.length),
      type: 'list',
      children: group(`${path}/fds`, () =>
        entries.slice(0, MOST_DESCRIPTORS).map(([fd, file]) => ({
          name: String(fd),
          value: fileText(file, language),
          type: file.kind,
        })),
      ),
    },
  ];
}

function fileText({ path, readable, writable, size }: OpenFile, language: SpokenLanguage): string {
  const properties = [
    ...(readable === undefined ? [] : [tell(readable ? 'process.readable' : 'process.not-readable')]),
    ...(writable === undefined ? [] : [tell(writable ? 'process.writable' : 'process.not-writable')]),
    ...(size === undefined ? [] : [tell('process.bytes', { count: size })]),
  ];
  const name = path || told(language, 'process.path-unknown');
  return properties.length === 0 ? name : told(language, 'process.file', { path: name, properties });
}
