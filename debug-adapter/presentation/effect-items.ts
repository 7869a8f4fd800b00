/**
 * The Effect scope: what the event changes, as the views show it.
 */
import { pageTablesOf } from '../../model/kernel/page-tables';
import type { AddressSpace, SpaceChange, SpaceFacts } from '../../model/memory/address-space';
import type { Privileges } from '../../model/process/privileges';
import type { Task, WorldChange } from '../../model/process/world';
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
import type { LockBound } from '../../model/process/privileges';
import { enumerate, textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import { tell, told } from '../words/tell';
import { futureInWords } from './locked-items';

export function effectItems(replay: Replay, event: EventIndex, path: string): readonly Item[] {
  const change = replay.timeline.changeAt(event);
  const items = [
    ...(change?.spaces ?? []).flatMap((space, i) => spaceItems(replay, event, space, `${path}/${i}`)),
    ...(change === undefined ? [] : lifeItems(change, replay.language)),
  ];
  // A failing call may teach what its caller has no capability for, and no more.
  return items.length > 0
    ? items
    : [
        {
          name: told(replay.language, 'deed.effect'),
          value: told(replay.language, 'deed.nothing'),
          type: 'text',
        },
      ];
}

function spaceItems(replay: Replay, event: EventIndex, change: SpaceChange, path: string): readonly Item[] {
  const before = replay.timeline.worldAt(event).space(change.space);
  const after = replay.timeline.worldAt(eventIndex(event + 1)).space(change.space);
  const space = before ?? after;
  if (!space) return [];
  const deed = eventChange(replay.timeline, event, change);
  const removed = change.removed.map((vma, i) => {
    const item = vmaItem(
      replay,
      vma,
      space,
      `- ${changeWords(changesOfRemoved(vma, deed), replay.language)}`,
      `${path}/-${i}`,
    );
    return withoutExpression(item);
  });
  const added = change.added.map((vma, i) => {
    const item = vmaItem(
      replay,
      vma,
      after ?? space,
      `+ ${changeWords(changesOfAdded(vma, deed), replay.language)}`,
      `${path}/+${i}`,
    );
    return withoutExpression(item);
  });
  return [
    ...removed,
    ...added,
    ...factItems(change.factsBefore, change.factsAfter, replay.language),
    ...pageItems(replay, event, after ?? space, path),
  ];
}

/** What becomes of page table entries and tables; nothing for the many events that only make room. */
function pageItems(replay: Replay, event: EventIndex, space: AddressSpace, path: string): readonly Item[] {
  const { timeline, language } = replay;
  const geometry = pageTablesOf(timeline.machine, space, undefined)?.geometry;
  const work = geometry && pageWorkOf(timeline, event, space.id, geometry);
  if (work === undefined) return [];
  const before = timeline.worldAt(event).space(space.id) ?? space;
  const [head, ...lines] = workLines(
    workBody(work, before, (at) => ({ event: at, line: replay.lineOf(at) })),
    language,
  );
  if (head === undefined) return [];
  const members = lines.map((line): Item => ({
    name: told(language, 'deed.pages'),
    value: line.trim(),
    type: 'pages',
  }));
  const [only] = members;
  if (members.length === 1 && only !== undefined) return [only];
  const value = told(language, 'deed.changes', { count: members.length });
  return [
    {
      name: told(language, 'deed.pages'),
      value,
      type: 'pages',
      children: group(`${path}/pages`, () => members),
    },
  ];
}

/** A VMA of the moment after is not what the expression gives before. */
function withoutExpression(item: Item): Item {
  const { name, value, type, madeBy, children } = item;
  return { name, value, type, madeBy, ...(children === undefined ? {} : { children }) };
}

function factItems(before: SpaceFacts, after: SpaceFacts, language: SpokenLanguage): readonly Item[] {
  const items: Item[] = [];
  const kb = (pages: number | undefined): string =>
    pages === undefined ? told(language, 'deed.unknown') : `${kilobytes(pages)} kB`;
  const add = (name: string, a: string, b: string): void => {
    if (a !== b) items.push({ name, value: `${a} → ${b}`, type: 'change' });
  };
  add(told(language, 'deed.size'), kb(before.total), kb(after.total));
  add(told(language, 'deed.locked'), kb(before.locked), kb(after.locked));
  add(told(language, 'deed.vma-count'), String(before.mapCount), String(after.mapCount));
  add(told(language, 'deed.break'), hexOr(before.brk, language), hexOr(after.brk, language));
  add(
    told(language, 'deed.future'),
    futureInWords(before.futureLock, language),
    futureInWords(after.futureLock, language),
  );
  return items;
}

const hexOr = (address: bigint | undefined, language: SpokenLanguage): string =>
  address === undefined ? told(language, 'deed.unknown') : `0x${address.toString(16)}`;

/** What the answer proves of a limit that no line shows. */
function learnedItems(before: Privileges, after: Privileges, language: SpokenLanguage): readonly Item[] {
  const [was, is] = [before.lockBounds, after.lockBounds];
  const item = (value: string): Item => ({
    name: told(language, 'deed.lock-limit'),
    value,
    type: 'change',
  });
  const kb = ({ pages }: LockBound) => ({ kb: kilobytes(pages) });
  return [
    ...(is?.allowed === undefined || is.allowed === was?.allowed
      ? []
      : [item(told(language, 'deed.allowed', kb(is.allowed)))]),
    ...(is?.refused === undefined || is.refused === was?.refused
      ? []
      : [item(told(language, 'deed.refused', kb(is.refused)))]),
  ];
}

function lifeItems(change: WorldChange, language: SpokenLanguage): readonly Item[] {
  const items: Item[] = [];
  const tidOf = ({ tid }: Task): string =>
    tid === undefined ? told(language, 'deed.tid-unknown') : told(language, 'deed.tid', { tid });
  for (const { before, after } of change.tasks) {
    if (!before && after)
      items.push({ name: told(language, 'deed.new-task'), value: tidOf(after), type: 'task' });
    if (before && !before.ended && (!after || after.ended))
      items.push({ name: told(language, 'deed.task-ends'), value: tidOf(before), type: 'task' });
    if (before && after) items.push(...learnedItems(before.privileges, after.privileges, language));
  }
  for (const { id, before, after } of change.spaceLives) {
    if (!before && after)
      items.push({ name: told(language, 'deed.new-space'), value: String(id), type: 'space' });
    if (before && !after)
      items.push({ name: told(language, 'deed.space-ends'), value: String(id), type: 'space' });
  }
  for (const { before, after } of change.descriptors) {
    if (!before || !after) continue;
    const item = (fd: number, value: string): Item => ({
      name: told(language, 'deed.descriptor', { fd }),
      value,
      type: 'descriptor',
    });
    const old = new Map(before.entries());
    const now = new Map(after.entries());
    for (const [fd, file] of now) if (old.get(fd) !== file) items.push(item(fd, file.path));
    for (const fd of old.keys()) if (!now.has(fd)) items.push(item(fd, told(language, 'deed.closed')));
  }
  return items;
}

const changeWords = (changes: ReturnType<typeof changesOfAdded>, language: SpokenLanguage): string =>
  textOf(enumerate(changes.map((change) => tell(`change.${change}`))), language);
