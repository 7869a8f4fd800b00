/**
 * The Effect scope: what the event changes, as the views show it.
 */
import { pageTablesOf } from '../../model/kernel/page-tables';
import type { AddressSpace, SpaceChange, SpaceFacts } from '../../model/memory/address-space';
import type { Privileges } from '../../model/process/privileges';
import type { WorldChange } from '../../model/process/world';
import { pageWorkOf } from '../../model/timeline/page-report';
import type { EventIndex } from '../../model/trace/positions';
import { eventIndex } from '../../model/trace/positions';
import type { Replay } from '../replay';
import { group, type Item } from './container';
import { workBody } from './page-body';
import { workLines } from './page-text';
import { changesOfAdded, changesOfRemoved, eventChange } from './vma-changes';
import { kilobytes } from './vma-row';
import { vmaItem } from './space-items';

export function effectItems(replay: Replay, event: EventIndex, path: string): readonly Item[] {
  const change = replay.timeline.changeAt(event);
  const items = [
    ...(change?.spaces ?? []).flatMap((space, i) => spaceItems(replay, event, space, `${path}/${i}`)),
    ...(change === undefined ? [] : lifeItems(change)),
  ];
  // A failing call may teach what its caller has no capability for, and no more.
  return items.length > 0 ? items : [{ name: 'effect', value: 'nothing in the model changes', type: 'text' }];
}

function spaceItems(replay: Replay, event: EventIndex, change: SpaceChange, path: string): readonly Item[] {
  const before = replay.timeline.worldAt(event).space(change.space);
  const after = replay.timeline.worldAt(eventIndex(event + 1)).space(change.space);
  const space = before ?? after;
  if (!space) return [];
  const deed = eventChange(replay.timeline, event, change);
  const removed = change.removed.map((vma, i) => {
    const item = vmaItem(replay, vma, space, `- ${changesOfRemoved(vma, deed).join(', ')}`, `${path}/-${i}`);
    return withoutExpression(item);
  });
  const added = change.added.map((vma, i) => {
    const item = vmaItem(
      replay,
      vma,
      after ?? space,
      `+ ${changesOfAdded(vma, deed).join(', ')}`,
      `${path}/+${i}`,
    );
    return withoutExpression(item);
  });
  return [
    ...removed,
    ...added,
    ...factItems(change.factsBefore, change.factsAfter),
    ...pageItems(replay, event, after ?? space, path),
  ];
}

/** What becomes of page table entries and tables; nothing for the many events that only make room. */
function pageItems(replay: Replay, event: EventIndex, space: AddressSpace, path: string): readonly Item[] {
  const { timeline } = replay;
  const geometry = pageTablesOf(timeline.machine, space, undefined)?.geometry;
  const work = geometry && pageWorkOf(timeline, event, space.id, geometry);
  if (work === undefined) return [];
  const before = timeline.worldAt(event).space(space.id) ?? space;
  const [head, ...lines] = workLines(
    workBody(work, before, (at) => ({ event: at, line: replay.lineOf(at) })),
  );
  if (head === undefined) return [];
  const members = lines.map((line): Item => ({ name: 'pages', value: line.trim(), type: 'pages' }));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return [only];
  const value = `${members.length} changes`;
  return [{ name: 'pages', value, type: 'pages', children: group(`${path}/pages`, () => members) }];
}

/** A VMA of the moment after is not what the expression gives before. */
function withoutExpression(item: Item): Item {
  const { name, value, type, madeBy, children } = item;
  return { name, value, type, madeBy, ...(children === undefined ? {} : { children }) };
}

function factItems(before: SpaceFacts, after: SpaceFacts): readonly Item[] {
  const items: Item[] = [];
  const kb = (pages: number | undefined): string =>
    pages === undefined ? 'unknown' : `${kilobytes(pages)} kB`;
  const add = (name: string, a: string, b: string): void => {
    if (a !== b) items.push({ name, value: `${a} → ${b}`, type: 'change' });
  };
  add('size (VmSize)', kb(before.total), kb(after.total));
  add('locked (VmLck)', kb(before.locked), kb(after.locked));
  add('number of VMAs', String(before.mapCount), String(after.mapCount));
  add('break', hexOr(before.brk), hexOr(after.brk));
  add('future mappings', before.futureLock, after.futureLock);
  return items;
}

const hexOr = (address: bigint | undefined): string =>
  address === undefined ? 'unknown' : `0x${address.toString(16)}`;

/** What the answer proves of a limit that no line shows. */
function learnedItems(before: Privileges, after: Privileges): readonly Item[] {
  const [was, is] = [before.lockBounds, after.lockBounds];
  const items: Item[] = [];
  const add = (proves: string, pages: number): void => {
    items.push({ name: 'lock limit', value: `${kilobytes(pages)} kB ${proves}`, type: 'change' });
  };
  if (is?.allowed !== undefined && is.allowed !== was?.allowed) add('are allowed', is.allowed.pages);
  if (is?.refused !== undefined && is.refused !== was?.refused) add('are too much', is.refused.pages);
  return items;
}

function lifeItems(change: WorldChange): readonly Item[] {
  const items: Item[] = [];
  for (const task of change.tasks) {
    if (!task.before && task.after) {
      items.push({ name: 'new task', value: `tid ${task.after.tid ?? 'unknown'}`, type: 'task' });
    }
    if (task.before && !task.before.ended && (!task.after || task.after.ended)) {
      items.push({ name: 'task ends', value: `tid ${task.before.tid ?? 'unknown'}`, type: 'task' });
    }
    if (task.before && task.after) items.push(...learnedItems(task.before.privileges, task.after.privileges));
  }
  for (const space of change.spaceLives) {
    if (!space.before && space.after)
      items.push({ name: 'new address space', value: String(space.id), type: 'space' });
    if (space.before && !space.after)
      items.push({ name: 'address space ends', value: String(space.id), type: 'space' });
  }
  for (const table of change.descriptors) {
    if (!table.before || !table.after) continue;
    const old = new Map(table.before.entries());
    const now = new Map(table.after.entries());
    for (const [fd, file] of now) {
      if (old.get(fd) !== file)
        items.push({ name: `descriptor ${fd}`, value: file.path, type: 'descriptor' });
    }
    for (const fd of old.keys()) {
      if (!now.has(fd)) items.push({ name: `descriptor ${fd}`, value: 'closed', type: 'descriptor' });
    }
  }
  return items;
}
