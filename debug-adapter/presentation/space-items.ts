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
import type { LineLink } from '../protocol/row';
import { runBody } from './page-body';
import { runWords } from './page-text';
import { standing } from './standing';
import { hex, kilobytes, vmaRow } from './vma-row';
import { textOf } from '../../model/why/message';
import type { TypeName } from '../words/language';
import { lineWords, told } from '../words/tell';

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
  const { language } = replay;
  const row = vmaRow(vma, space, (event) => ({ event, line: replay.lineOf(event) }));
  const { protected: changed, locked, moved } = vma.origin;
  const text = (name: Name, value: string, type: TypeName = 'text'): Item => ({
    name: told(language, `mapping.${name}`),
    value,
    type,
  });
  const pages = lengthOf(vma);
  return [
    text('start', row.start, 'address'),
    text('end', row.end, 'address'),
    text('size', told(language, 'mapping.size-value', { kb: kilobytes(pages), pages }), 'size'),
    text('protection', row.prot, 'protection'),
    text('sharing', told(language, `mapping.${sharing[row.share]}`)),
    text('offset', row.offset, 'offset'),
    ...(row.file === null ? [] : [text('file', row.file, 'path')]),
    ...(row.name === null ? [] : [text('name', row.name)]),
    text(
      'locked',
      told(language, `mapping.${row.lockOnFault ? 'locked-on-fault' : row.locked ? 'yes' : 'no'}`),
    ),
    certaintyItem(replay, vma),
    originItem(replay, 'mapped', vma.origin.mapped),
    ...(changed === undefined ? [] : [originItem(replay, 'protected', changed)]),
    ...(locked === undefined ? [] : [originItem(replay, 'locked-at', locked)]),
    ...(moved === undefined ? [] : [originItem(replay, 'moved', moved)]),
    ...pagesItem(replay, vma, space, key),
  ];
}

type Name = 'start' | 'end' | 'size' | 'protection' | 'sharing' | 'offset' | 'file' | 'name' | 'locked';

const sharing = { s: 'shared', p: 'private', '?': 'unknown' } as const;

/** What is proven of the pages; nothing for the many mappings of which nothing is. */
function pagesItem(replay: Replay, vma: Vma, space: AddressSpace, key: string): readonly Item[] {
  const { language } = replay;
  const runs = space.pagesIn(vma);
  if (runs.length === 0) return [];
  const link = (event: EventIndex): LineLink => ({ event, line: replay.lineOf(event) });
  return [
    {
      name: told(language, 'mapping.pages'),
      value:
        runs.length === 1
          ? told(language, 'mapping.one-run')
          : told(language, 'mapping.runs', { count: runs.length }),
      type: 'list',
      children: {
        key: `${key}/pages`,
        indexed: runs.length,
        members: (start, count) =>
          runs.slice(start, start + count).map((run) => ({
            name: `${hex(run.start)}-${hex(run.end)}`,
            value: textOf(runWords(runBody(run, link)), language),
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
  const { language } = replay;
  const name = told(language, 'mapping.certainty');
  if (certainty === 'exact') return { name, value: told(language, 'mapping.exact'), type: 'text' };
  const at = proven ?? origin.mapped;
  const value =
    at === undefined
      ? told(language, 'mapping.inferred')
      : told(language, 'mapping.inferred-by', { line: lineWords(replay.lineOf(at)) });
  return { name, value, type: 'text', madeBy: at };
}

function originItem(
  replay: Replay,
  what: 'mapped' | 'protected' | 'locked-at' | 'moved',
  event: EventIndex | undefined,
): Item {
  const { language } = replay;
  const value =
    event === undefined
      ? told(language, 'mapping.before-log')
      : textOf(lineWords(replay.lineOf(event)), language);
  return { name: told(language, `mapping.${what}`), value, type: 'event', madeBy: event, declaredBy: event };
}
