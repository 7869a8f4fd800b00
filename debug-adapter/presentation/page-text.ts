/**
 * Page table walks in words.
 */
import type { PageEntryBody, PageRunBody, PageWalkBody, PageWorkBody } from '../protocol/page';
import type { LineLink } from '../protocol/row';
import type { Message } from '../../model/why/message-shape';
import { enumerate, textOf } from '../../model/why/message';
import type { SpokenLanguage } from '../words/language';
import { lineWords, tell, told, verbatim } from '../words/tell';

/** The whole answer, as the command line prints it. `line`: that the walk stands behind. */
export function walkLines(body: PageWalkBody, line: number, language: SpokenLanguage): readonly string[] {
  const { kind, address, entry } = body;
  const tables = body.tables.title;
  if (kind === 'kernel') return [told(language, 'page.of-kernel', { address })];
  if (kind === 'non-canonical') return [told(language, 'page.non-canonical', { address, tables })];
  return [
    told(language, 'page.after-line', { address, line }),
    told(language, 'page.tables', { tables, because: body.tables.basis }),
    ...stepLines(body, language),
    ...(entry === null ? [] : [told(language, 'page.page', { state: entryWords(entry, language) })]),
    ...(entry?.vma ? runLines(body, entry, language) : []),
    ...countLines(body, language),
    ...(body.work === null ? [] : workLines(body.work, language)),
  ];
}

const stepLines = ({ steps }: PageWalkBody, language: SpokenLanguage): readonly string[] =>
  steps.map(({ level, bits: [high, low], index, entry, exists, since }, n) => {
    const line = told(language, 'page.step', {
      level: level.padEnd(3),
      bits: `${high}-${low}`.padEnd(5),
      index: String(index).padStart(4),
      start: entry.start,
      end: entry.end,
      table: tableWords(exists, since, n === 0),
    });
    return `  ${line}`;
  });

const tableWords = (exists: 'yes' | 'no' | 'open', since: LineLink | null, isTop: boolean): Message => {
  if (exists !== 'yes') return tell(`page.table-${exists}`);
  if (isTop) return tell('page.table-always');
  return since === null ? tell('page.table-there') : tell('page.table-proven', { line: linked(since) });
};

const linked = (at: LineLink | null): Message =>
  at === null ? tell('page.missing-line') : lineWords(at.line);

function entryWords(entry: PageEntryBody, language: SpokenLanguage): string {
  const { state, since, was } = entry;
  const line = linked(since);
  switch (state) {
    case 'unmapped':
    case 'unknown':
      return told(language, `page.${state}`);
    case 'guard':
    case 'absent':
      return told(language, `page.${state}`, { line });
    case 'open':
      if (was === 'absent')
        return since === null
          ? told(language, 'page.open-absent')
          : told(language, 'page.open-absent-at', { line });
      if (was === 'present')
        return since === null
          ? told(language, 'page.open-present')
          : told(language, 'page.open-present-until', { line });
      return told(language, 'page.open');
    case 'present':
      return presentWords(entry)
        .map((part) => textOf(part, language))
        .join('; ');
  }
}

function presentWords({ since, movedAt, kind, hold, write, sharedSince, hugeAt }: PageEntryBody): Message[] {
  const line = linked(since);
  const what = tell(`page.kind.${kind ?? 'read'}`);
  const [one, other] = hugeAt;
  const levels =
    one === undefined || other === undefined ? verbatim(one ?? '') : tell('page.or', { one, other });
  return [
    movedAt === null
      ? tell('page.present', { line, kind: what })
      : tell('page.present-moved', { line, moved: linked(movedAt), kind: what }),
    ...(hold === null ? [] : [tell(`page.hold.${hold}`)]),
    ...(write === null ? [] : [tell(`page.write.${write}`)]),
    ...(sharedSince === null ? [] : [tell('page.shared-by-fork', { line: linked(sharedSince) })]),
    ...(hugeAt.length === 0 ? [] : [tell('page.perhaps-huge', { levels })]),
  ];
}

/** One run of a list, for a person. */
export const runWords = ({ kind, since, pages }: PageRunBody): Message =>
  tell(isPresentKind(kind) ? 'page.run-present' : 'page.run', {
    pages: pageCount(pages),
    kind: tell(`page.kind.${kind}`),
    line: linked(since),
  });

const isPresentKind = (kind: PageRunBody['kind']): boolean =>
  kind === 'own' || kind === 'read' || kind === 'file';

function runLines(
  { runs, runCount }: PageWalkBody,
  { vma }: PageEntryBody,
  language: SpokenLanguage,
): readonly string[] {
  const name = vma?.file ?? vma?.name ?? told(language, 'page.anonymous');
  const mapping = `${vma?.start ?? ''}-${vma?.end ?? ''} ${vma?.prot ?? ''}${vma?.share ?? ''} ${name}`;
  if (runCount === 0) return [told(language, 'page.nothing-proven', { mapping })];
  return [
    told(language, 'page.proven', { mapping }),
    ...runs.map((run) => `  ${run.start}-${run.end}  ${textOf(runWords(run), language)}`),
    ...moreLine(runCount - runs.length, language),
  ];
}

const moreLine = (count: number, language: SpokenLanguage): readonly string[] =>
  count <= 0 ? [] : [`  ${told(language, 'page.more', { count })}`];

function countLines({ counts }: PageWalkBody, language: SpokenLanguage): readonly string[] {
  const levels = counts.levels.map(({ level, least, most }) =>
    tell('page.of-level', { level, count: range(least, most) }),
  );
  const kb = range(counts.vmPteKb.least, counts.vmPteKb.most);
  return [
    told(language, counts.complete ? 'page.table-counts' : 'page.table-counts-at-least', {
      counts: enumerate(levels),
    }),
    told(language, counts.complete ? 'page.vm-pte' : 'page.vm-pte-at-least', { kb }),
  ];
}

const range = (least: number, most: number): Message =>
  least === most ? verbatim(String(least)) : tell('page.range', { least, most });

/** What the event did: a heading, then one line for each kind of thing. Nothing, where there is nothing to say. */
export function workLines(work: PageWorkBody, language: SpokenLanguage): readonly string[] {
  const { moved, filled, emptied, loosened, dropped, tables, leftOut } = work;
  const runs = (
    key: 'page.filled' | 'page.emptied' | 'page.loosened' | 'page.dropped',
    list: readonly PageRunBody[],
  ): readonly Message[] =>
    list.map((run) => tell(key, { range: `${run.start}-${run.end}`, pages: pageCount(run.pages) }));
  const deeds = [
    ...moved.map(movedWords),
    ...runs('page.filled', filled),
    ...runs('page.emptied', emptied),
    ...runs('page.loosened', loosened),
    ...runs('page.dropped', dropped),
  ];
  const lines = [
    ...deeds.map((deed) => `  ${textOf(deed, language)}`),
    ...moreLine(leftOut, language),
    ...tables.flatMap(tableDeeds).map((deed) => `  ${textOf(deed, language)}`),
  ];
  return lines.length === 0 ? [] : [told(language, 'page.work'), ...lines];
}

function movedWords({ level, entries, from, to, perhapsWhole }: PageWorkBody['moved'][number]): Message {
  const key = level !== 'PTE' ? 'page.moved-whole' : perhapsWhole ? 'page.moved-perhaps-whole' : 'page.moved';
  return tell(key, {
    entries: tell(entries === 1 ? 'page.entry' : 'page.entries', { n: entries, level }),
    from: `${from.start}-${from.end}`,
    fromIndex: from.index,
    to: `${to.start}-${to.end}`,
    toIndex: to.index,
  });
}

function tableDeeds({ level, allocated, freed, moved }: PageWorkBody['tables'][number]): readonly Message[] {
  const counts = [
    ...(allocated.most === 0
      ? []
      : [tell('page.tables-allocated', { count: range(allocated.least, allocated.most) })]),
    ...(freed.most === 0 ? [] : [tell('page.tables-freed', { count: range(freed.least, freed.most) })]),
    ...(moved === 0 ? [] : [tell('page.tables-moved', { count: moved })]),
  ];
  return counts.length === 0 ? [] : [tell('page.tables-of-level', { level, counts: enumerate(counts) })];
}

const pageCount = (n: number): Message => tell(n === 1 ? 'page.count' : 'page.counts', { n });
