/** Page tables of other machines in the Pages view: which can be chosen, what is said of them, what is kept. */
import { describe, expect, it } from 'vitest';
import type { PageTablesBody, PageWalkBody } from '../../../debug-adapter/protocol/page';
import { entriesOf } from '../../../extension/views/webview/pages/run-entries';
import { choicesOf, foreignNote, recalledTables } from '../../../extension/views/webview/pages/tables-choice';
import { words } from '../../../extension/views/words';

const s = { ...words, language: 'en' };

const tables = (name: string, title: string, pageBytes = 4096): PageTablesBody => ({
  name,
  title,
  pageBytes,
  because: 'assumed',
  provenBy: null,
  basis: 'assumed: the usual ones',
});
const x86 = tables('x86-64-4-level', 'x86');
const arm = tables('arm64-16k-47', 'arm', 16384);
const sv39 = tables('riscv64-sv39', 'sv39');

const shown = (one: PageTablesBody, machine: PageTablesBody | null = x86): PageWalkBody['tables'] => ({
  ...one,
  machine,
  choices: [x86, arm],
});

describe('the tables to choose from', () => {
  it.each([
    ["the machine's own", shown(x86), ['*own x86 (machine of this log)', 'arm64-16k-47 arm']],
    ['others', shown(arm), ['own x86 (machine of this log)', '*arm64-16k-47 arm']],
    [
      'some that cannot map the address',
      shown(sv39),
      ['own x86 (machine of this log)', 'arm64-16k-47 arm', '*riscv64-sv39 sv39'],
    ],
    ['those of a machine without any here', shown(arm, null), ['x86-64-4-level x86', '*arm64-16k-47 arm']],
  ])('where those are shown are %s', (_which, body, expected) => {
    expect(
      choicesOf(body, s).map(({ name, label, isShown }) => `${isShown ? '*' : ''}${name ?? 'own'} ${label}`),
    ).toEqual(expected);
  });

  it.each([
    [shown(x86), /^$/],
    [
      shown(sv39),
      /^Not the page tables of the machine of this log\. That has: x86 \(assumed: the usual ones\)\.$/,
    ],
    [shown(arm), /Pages are larger here/],
    [shown(arm, null), /^Not the page tables of the machine of this log\.$/],
  ])('are told from those of the machine: %#', (body, note) => {
    expect(foreignNote(body, s)).toMatch(note);
  });
});

describe('tables that are kept', () => {
  it.each([
    ['of the same recording', { tables: 'i386-pae', events: 20 }, 'i386-pae'],
    ['of another', { tables: 'i386-pae', events: 21 }, undefined],
    ['that nobody chose', { events: 20 }, undefined],
    ['of a name that is none', { tables: 'vax', events: 20 }, undefined],
    ['of another kind', { tables: 7, events: 20 }, undefined],
    ['of no kind', null, undefined],
  ])('are come back to: %s', (_which, kept, expected) => {
    expect(recalledTables(kept, 20)).toBe(expected);
  });
});

it.each([
  ['pages of the machine', [['0x1000', '0x3000']], 12, 2],
  [
    'several in one larger page',
    [
      ['0x1000', '0x2000'],
      ['0x2000', '0x3000'],
    ],
    14,
    1,
  ],
  [
    'over a border of larger ones',
    [
      ['0x3000', '0x5000'],
      ['0x7000', '0x9000'],
    ],
    14,
    3,
  ],
  [
    'in any order',
    [
      ['0x9000', '0xa000'],
      ['0x1000', '0x2000'],
    ],
    14,
    2,
  ],
  ['none', [], 12, 0],
] as const)('counts the entries of runs: %s', (_which, runs, low, entries) => {
  expect(
    entriesOf(
      runs.map(([start, end]) => ({ start, end })),
      low,
    ),
  ).toBe(entries);
});
