/**
 * Page table walks in words.
 */
import type { PageEntryBody, PageRunBody, PageWalkBody, PageWorkBody } from '../page-protocol';
import type { LineLink } from '../protocol';

/** The whole answer, as the command line prints it. `where`: the line that the walk stands behind. */
export function walkLines(body: PageWalkBody, where: string): readonly string[] {
  const { kind, address, entry } = body;
  if (kind === 'kernel') return [`${address} is an address of the kernel: no process has entries for it.`];
  if (kind === 'non-canonical')
    return [`${address} is not canonical: no table of ${body.tables.title} holds it.`];
  return [
    `${address} ${where}`,
    `page tables: ${body.tables.title} (${choiceWords(body.tables)})`,
    ...stepLines(body),
    ...(entry === null ? [] : [`page: ${entryWords(entry)}`]),
    ...(entry?.vma ? runLines(body, entry) : []),
    ...countLines(body),
    ...(body.work === null ? [] : workLines(body.work)),
  ];
}

const choiceWords = ({ because, provenBy }: PageWalkBody['tables']): string => {
  switch (because) {
    case 'given':
      return 'as asked for';
    case 'address':
      return `${provenBy ?? 'an address'} is mapped, which needs so many levels`;
    case 'machine':
      return 'as the log shows the machine';
    case 'assumed':
      return 'assumed: the usual ones';
  }
};

function stepLines({ steps }: PageWalkBody): readonly string[] {
  return steps.map(
    ({ level, bits: [high, low], index, entry, exists, since }, n) =>
      `  ${level.padEnd(3)}  bits ${`${high}-${low}`.padEnd(5)}  entry ${String(index).padStart(4)} of its table  ` +
      `maps ${entry.start}-${entry.end}  ${tableWords(exists, since, n === 0)}`,
  );
}

const tableWords = (exists: 'yes' | 'no' | 'open', since: LineLink | null, isTop: boolean): string => {
  if (exists === 'no') return 'no such table: nothing is mapped in its span';
  if (exists === 'open') return 'table: there if a page of its span was touched';
  if (isTop) return 'table: every process has it';
  return since === null ? 'table: there' : `table: there, with an entry proven at line ${since.line}`;
};

export function entryWords(entry: PageEntryBody): string {
  const { state, since, was, hugeAt, sharedSince } = entry;
  const at = since === null ? '' : ` at line ${since.line}`;
  switch (state) {
    case 'unmapped':
      return 'not mapped: a touch is SIGSEGV';
    case 'unknown':
      return 'the log shows nothing of this address';
    case 'guard':
      return `a guard since line ${since?.line ?? '?'}: no page, and a touch is SIGSEGV`;
    case 'absent':
      return `absent since line ${since?.line ?? '?'}: no access has been allowed since`;
    case 'open':
      if (was === 'absent') return `open: absent${at}, and the program could touch it since`;
      if (was === 'present') return `open: it was present until${at}, and may be gone since`;
      return 'open: no line shows whether it was touched';
    case 'present':
      return [
        `present since line ${since?.line ?? '?'}${movedWords(entry.movedAt)}: ${KIND_WORDS[entry.kind ?? 'read']}`,
        ...(entry.hold === null ? [] : [HOLD_WORDS[entry.hold]]),
        ...(entry.write === null ? [] : [WRITE_WORDS[entry.write]]),
        ...(sharedSince === null
          ? []
          : [`a fork at line ${sharedSince.line} shares it until one side writes`]),
        ...(hugeAt.length === 0
          ? []
          : [`it may be part of a huge page, the walk then ends at ${hugeAt.join(' or ')}`]),
      ].join('; ');
  }
}

const movedWords = (moved: LineLink | null): string =>
  moved === null ? '' : `, and moved here at line ${moved.line}`;

const KIND_WORDS: Readonly<Record<PageRunBody['kind'], string>> = {
  own: 'a page of its own',
  read: 'a page, perhaps the zero page',
  file: 'a page of the file or of shared memory',
  guard: 'a guard',
  untouched: 'absent, no access allowed since',
  released: 'absent then, open since',
  open: 'present before, perhaps gone since',
  'maybe-guard': 'perhaps a guard',
};

const HOLD_WORDS: Readonly<Record<NonNullable<PageEntryBody['hold']>, string>> = {
  locked: 'locked, so it stays',
  'unless-swapped': 'not locked, so the kernel may swap it out unseen',
  'while-file-has-it': 'as long as the file has it and the kernel keeps it',
  'unless-device': 'unless it is memory of a device: what is mapped here is not known',
};

const WRITE_WORDS: Readonly<Record<NonNullable<PageEntryBody['write']>, string>> = {
  yes: 'writable',
  no: 'not writable',
  'after-copy': 'the first write makes a copy of it',
  open: 'writable or read-only: not told by the log',
};

/** One run of a list, for a person. */
export const runWords = ({ kind, since, pages }: PageRunBody): string =>
  `${count(pages, 'page')}: ${isPresentKind(kind) ? 'present, ' : ''}${KIND_WORDS[kind]} (line ${since.line})`;

const isPresentKind = (kind: PageRunBody['kind']): boolean =>
  kind === 'own' || kind === 'read' || kind === 'file';

function runLines({ runs, runCount }: PageWalkBody, { vma }: PageEntryBody): readonly string[] {
  const name = vma?.file ?? vma?.name ?? 'anonymous';
  const head = `mapping ${vma?.start ?? ''}-${vma?.end ?? ''} ${vma?.prot ?? ''}${vma?.share ?? ''} ${name}`;
  if (runCount === 0) return [`${head}: nothing is proven of its pages`];
  return [
    `${head}: proven of its pages (all others are open)`,
    ...runs.map((run) => `  ${run.start}-${run.end}  ${runWords(run)}`),
    ...(runCount > runs.length ? [`  and ${runCount - runs.length} more`] : []),
  ];
}

function countLines({ counts }: PageWalkBody): readonly string[] {
  const more = counts.complete ? '' : ', and more for memory that the log does not show';
  return [
    `tables: ${counts.levels.map(({ level, least, most }) => `${level} ${range(least, most)}`).join(', ')}${more}`,
    `VmPTE: ${range(counts.vmPteKb.least, counts.vmPteKb.most)} kB${more}`,
  ];
}

const range = (least: number, most: number): string =>
  least === most ? String(least) : `${least} to ${most}`;

/** What the event did, one line for each kind of thing. */
export function workLines(work: PageWorkBody): readonly string[] {
  const { moved, filled, emptied, loosened, dropped, tables, leftOut } = work;
  const runs = (word: string, list: readonly PageRunBody[]): readonly string[] =>
    list.map((run) => `  ${word} ${run.start}-${run.end} (${count(run.pages, 'page')})`);
  const lines = [
    ...moved.map(movedLine),
    ...runs('present from now on', filled),
    ...runs('emptied', emptied),
    ...runs('left to be taken away', loosened),
    ...runs('dropped with its mapping', dropped),
    ...(leftOut === 0 ? [] : [`  and ${leftOut} more`]),
    ...tables.flatMap(tableLine),
  ];
  return lines.length === 0 ? [] : ['the call at this line:', ...lines];
}

const movedLine = ({ level, entries, from, to, perhapsWhole }: PageWorkBody['moved'][number]): string =>
  `  moved ${count(entries, `${level} entry`, `${level} entries`)}: ${from.start}-${from.end} (from index ${from.index}) to ` +
  `${to.start}-${to.end} (from index ${to.index})${wholeWords(level, perhapsWhole)}`;

const wholeWords = (level: string, perhapsWhole: boolean): string =>
  level === 'PTE'
    ? perhapsWhole
      ? ', perhaps with their whole table'
      : ''
    : ': whole tables, no entry copied';

function tableLine({ level, allocated, freed, moved }: PageWorkBody['tables'][number]): readonly string[] {
  const words = [
    ...(allocated.most === 0 ? [] : [`${range(allocated.least, allocated.most)} allocated`]),
    ...(freed.most === 0 ? [] : [`${range(freed.least, freed.most)} freed`]),
    ...(moved === 0 ? [] : [`${moved} moved, as far as they were there`]),
  ];
  return words.length === 0 ? [] : [`  ${level} tables: ${words.join(', ')}`];
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
