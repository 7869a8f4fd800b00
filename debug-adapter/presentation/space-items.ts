/**
 * The Address space scope: VMAs in pages of a list, each with what is known of it.
 */
import type { AddressSpace } from '../../model/memory/address-space';
import { lengthOf } from '../../model/memory/page';
import type { Vma } from '../../model/memory/vma';
import type { EventIndex, TaskId } from '../../model/trace/positions';
import type { Position } from '../../model/timeline/timeline';
import type { Replay } from '../replay';
import { historyItem } from './blame-items';
import { group } from './container';
import type { Container, Item } from './container';
import { mapsLine } from '../../model/memory/maps-format';
import type { LineLink } from '../protocol';
import { runBody } from './page-body';
import { runWords } from './page-text';
import { standing } from './standing';
import { hex, kilobytes, vmaRow } from './vma-row';

export function spaceContainer(replay: Replay, position: Position, task: TaskId, key: string): Container {
  const space = (): AddressSpace | undefined => standing(replay, position, task).space;
  return {
    key,
    // Known VMAs only; mapCount is the kernel's own number, which leaves [vsyscall] out.
    indexed: vmaCount(space()),
    members: (start, count) => {
      const now = space();
      return (now?.vmaList(start, count) ?? []).flatMap((vma, i) =>
        now ? [vmaItem(replay, vma, now, `[${start + i}]`, `${key}/${vma.start}`, { position, task })] : [],
      );
    },
  };
}

/** All VMAs that a space lists. */
export function vmaCount(space: AddressSpace | undefined): number {
  return space === undefined ? 0 : countOf(space.vmas());
}

function countOf(all: Iterable<unknown>): number {
  let n = 0;
  for (const one of all) if (one !== undefined) n++;
  return n;
}

/** `when`: where the VMA stands, for its history. */
export function vmaItem(
  replay: Replay,
  vma: Vma,
  space: AddressSpace,
  name: string,
  key: string,
  when?: { readonly position: Position; readonly task: TaskId },
): Item {
  return {
    name,
    value: mapsLine(vma, space),
    type: 'VMA',
    evaluateName: `vma(${hex(vma.start)})`,
    madeBy: lastChange(vma),
    declaredBy: vma.origin.mapped,
    pages: { space: space.id, range: vma },
    children: group(key, () => [
      ...vmaMembers(replay, vma, space, key),
      ...(when === undefined
        ? []
        : [historyItem(replay, when.position, when.task, { kind: 'pages', range: vma }, `${key}/history`)]),
    ]),
  };
}

/** The latest of the lines that made it what it is. */
function lastChange({ origin: { mapped, protected: changed, locked, moved } }: Vma): EventIndex | undefined {
  const events = [mapped, changed, locked, moved].filter((event) => event !== undefined);
  return events.reduce<EventIndex | undefined>(
    (last, event) => (last === undefined || event > last ? event : last),
    undefined,
  );
}

function vmaMembers(replay: Replay, vma: Vma, space: AddressSpace, key: string): readonly Item[] {
  const row = vmaRow(vma, space, (event) => ({ event, line: replay.lineOf(event) }));
  const text = (name: string, value: string, type = 'text'): Item => ({ name, value, type });
  return [
    text('start', row.start, 'address'),
    text('end', row.end, 'address'),
    text('size', `${kilobytes(lengthOf(vma))} kB (${lengthOf(vma)} pages)`, 'size'),
    text('protection', row.prot, 'protection'),
    text('sharing', row.share === 's' ? 'shared' : row.share === 'p' ? 'private' : 'unknown'),
    text('offset', row.offset, 'offset'),
    ...(row.file === null ? [] : [text('file', row.file, 'path')]),
    ...(row.name === null ? [] : [text('name', row.name)]),
    text('locked', row.lockOnFault ? 'as pages are touched' : row.locked ? 'yes' : 'no'),
    certaintyItem(replay, vma),
    originItem(replay, 'mapped', vma.origin.mapped),
    ...(vma.origin.protected === undefined ? [] : [originItem(replay, 'protected', vma.origin.protected)]),
    ...(vma.origin.locked === undefined ? [] : [originItem(replay, 'locked at', vma.origin.locked)]),
    ...(vma.origin.moved === undefined ? [] : [originItem(replay, 'moved', vma.origin.moved)]),
    ...pagesItem(replay, vma, space, key),
  ];
}

/** What is proven of the pages; nothing for the many mappings of which nothing is. */
function pagesItem(replay: Replay, vma: Vma, space: AddressSpace, key: string): readonly Item[] {
  const runs = space.pagesIn(vma);
  if (runs.length === 0) return [];
  const link = (event: EventIndex): LineLink => ({ event, line: replay.lineOf(event) });
  return [
    {
      name: 'pages',
      value: `${runs.length === 1 ? 'one run' : `${runs.length} runs`} proven; all others are open`,
      type: 'list',
      children: {
        key: `${key}/pages`,
        indexed: runs.length,
        members: (start, count) =>
          runs.slice(start, start + count).map((run) => ({
            name: `${hex(run.start)}-${hex(run.end)}`,
            value: runWords(runBody(run, link)),
            type: 'pages',
            madeBy: run.event,
            pages: { space: space.id, range: run },
          })),
      },
    },
  ];
}

/** What is not known outright names the line that proves it. */
function certaintyItem(replay: Replay, { certainty, proven, origin }: Vma): Item {
  const name = 'certainty';
  if (certainty === 'exact') return { name, value: certainty, type: 'text' };
  const at = proven ?? origin.mapped;
  const value = at === undefined ? 'as it was found' : `line ${replay.lineOf(at)} proves these pages mapped`;
  return { name, value: `inferred: ${value}`, type: 'text', madeBy: at };
}

function originItem(replay: Replay, name: string, event: EventIndex | undefined): Item {
  const value = event === undefined ? 'before the log begins' : `line ${replay.lineOf(event)}`;
  return { name, value, type: 'event', madeBy: event, declaredBy: event };
}
